/// calflops, FLOPs: two for each product, and the biases.
enum CalflopsFlopsRule: ConventionRule {
  static let id = "calflops_flops"
  static let name = "calflops FLOPs"
  static let unit = OperationConvention.Unit.operations
  static let source = OperationConvention.Source(
    name: "calflops.calculate_flops", version: "0.3.2")
  static let readsUnbatchedAsBatch = true

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) throws(CountOverflow) -> Q {
    try FunctionalPatch(layer: layer, tool: .calflops).operations
  }

  static func failure(_ pass: ForwardPass) -> ToolFailure? {
    FunctionalPatch<Count>.failure(pass)
  }

  static func corrections(_ pass: ForwardPass) throws(CountOverflow) -> [Correction] {
    let right = try 2 * pass.executed.multiplications + pass.executed.biasAdditions
    let size = try FunctionalPatch.sizeCause(pass, .calflops)
    let pairs = try pass.pairCorrections(leavesOutBias: false)
    guard pass.layer.kind == .convTranspose2d else { return [Correction(size, right)] + pairs }
    return try [
      Correction(.dividesByGroupsTwice(groups: pass.layer.groups), ungrouped(pass)),
      Correction(size, right),
    ] + pairs
  }

  /// The count of a transposed layer with one division by the groups and the wrong size.
  private static func ungrouped(_ pass: ForwardPass) throws(CountOverflow) -> Count {
    let pairs = try 2 * pass.executed.multiplications
    guard pass.layer.bias else { return pairs }
    let size = try pass.axes.map { axis throws(CountOverflow) in
      try FunctionalPatch<Count>.Tool.calflops.size(axis, input: axis.input)
    }
    let planes = try Count(pass.input.samples) * Count(pass.layer.outChannels)
    return try pairs + planes * size.height * size.width
  }
}

/// calflops, MACs: the products.
enum CalflopsMacsRule: ConventionRule {
  static let id = "calflops_macs"
  static let name = "calflops MACs"
  static let unit = OperationConvention.Unit.multiplyAccumulates
  static let source = CalflopsFlopsRule.source
  static let readsUnbatchedAsBatch = true

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) throws(CountOverflow) -> Q {
    try FunctionalPatch(layer: layer, tool: .calflops).products
  }

  static func failure(_ pass: ForwardPass) -> ToolFailure? {
    FunctionalPatch<Count>.failure(pass)
  }

  static func corrections(_ pass: ForwardPass) throws(CountOverflow) -> [Correction] {
    let cause =
      pass.layer.kind == .conv2d
      ? try FunctionalPatch.sizeCause(pass, .calflops)
      : .dividesByGroupsTwice(groups: pass.layer.groups)
    return [Correction(cause, try pass.executed.multiplications)]
  }
}
