/// DeepSpeed's profiler, FLOPs: two for each product, and the biases.
enum DeepSpeedFlopsRule: ConventionRule {
  static let id: StaticString = "deepspeed_flops"
  static let name = "DeepSpeed FLOPs"
  static let unit = OperationConvention.Unit.operations
  static let source = OperationConvention.Source(
    name: "deepspeed.profiling.flops_profiler", version: "0.19.8")
  static let readsUnbatchedAsBatch = true

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q {
    FunctionalPatch(layer: layer, tool: .deepSpeed).operations
  }

  static func failure(_ pass: ForwardPass) -> ToolFailure? {
    FunctionalPatch<Count>.failure(pass)
  }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    let right = 2 * pass[.multiplications] + pass[.biasAdditions]
    return [Correction(FunctionalPatch.sizeCause(pass, .deepSpeed), right)]
      + pass.pairCorrections(leavesOutBias: false)
  }
}

/// DeepSpeed's profiler, MACs: the products.
///
/// Of an unbatched transposed layer too: samples, channels and picture are read wrongly, but
/// their product is the same.
enum DeepSpeedMacsRule: ConventionRule {
  static let id: StaticString = "deepspeed_macs"
  static let name = "DeepSpeed MACs"
  static let unit = OperationConvention.Unit.multiplyAccumulates
  static let source = DeepSpeedFlopsRule.source
  static let readsUnbatchedAsBatch = true

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q {
    FunctionalPatch(layer: layer, tool: .deepSpeed).products
  }

  static func failure(_ pass: ForwardPass) -> ToolFailure? {
    FunctionalPatch<Count>.failure(pass)
  }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    let cause = FunctionalPatch.sizeCause(pass, .deepSpeed)
    return [Correction(cause, pass[.multiplications])]
  }
}
