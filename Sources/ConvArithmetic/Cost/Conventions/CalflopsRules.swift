/// calflops, FLOPs: two for each product, and the biases.
enum CalflopsFlopsRule: ConventionRule {
  static let id: StaticString = "calflops_flops"
  static let name = "calflops FLOPs"
  static let unit = OperationConvention.Unit.operations
  static let source = OperationConvention.Source(
    name: "calflops.calculate_flops", version: "0.3.2")
  static let readsUnbatchedAsBatch = true

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q {
    FunctionalPatch(layer: layer, tool: .calflops).operations
  }

  static func failure(_ pass: ForwardPass) -> ToolFailure? {
    FunctionalPatch<Count>.failure(pass)
  }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    let right = 2 * pass[.multiplications] + pass[.biasAdditions]
    let size = FunctionalPatch.sizeCause(pass, .calflops)
    let pairs = pass.pairCorrections(leavesOutBias: false)
    guard pass.layer.direction == .transposed else { return [Correction(size, right)] + pairs }
    return [
      Correction(.dividesByGroupsTwice(groups: pass.layer.groups), ungrouped(pass)),
      Correction(size, right),
    ] + pairs
  }

  /// The count of a transposed layer with one division by the groups and the wrong size.
  private static func ungrouped(_ pass: ForwardPass) -> Count {
    let pairs = 2 * pass[.multiplications]
    guard pass.layer.bias else { return pairs }
    let size = pass.axes.map { axis in
      FunctionalPatch<Count>.Tool.calflops.size(axis, input: axis.input)
    }
    let planes = Count(pass.input.samples) * Count(pass.layer.outChannels)
    return pairs + planes * size.height * size.width
  }
}

/// calflops, MACs: the products.
enum CalflopsMacsRule: ConventionRule {
  static let id: StaticString = "calflops_macs"
  static let name = "calflops MACs"
  static let unit = OperationConvention.Unit.multiplyAccumulates
  static let source = CalflopsFlopsRule.source
  static let readsUnbatchedAsBatch = true

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q {
    FunctionalPatch(layer: layer, tool: .calflops).products
  }

  static func failure(_ pass: ForwardPass) -> ToolFailure? {
    FunctionalPatch<Count>.failure(pass)
  }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    let cause =
      pass.layer.direction == .convolution
      ? FunctionalPatch.sizeCause(pass, .calflops)
      : .dividesByGroupsTwice(groups: pass.layer.groups)
    return [Correction(cause, pass[.multiplications])]
  }
}
