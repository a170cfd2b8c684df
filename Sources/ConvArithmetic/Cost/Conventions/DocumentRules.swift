/// The two documents' steps: N(ψλ + γ).
enum DocumentedStepsRule: ConventionRule {
  static let id = "documented_steps"
  static let name = "documents, steps"
  static let unit = OperationConvention.Unit.operations
  static let source = OperationConvention.Source(
    name: "moduleprofiler, Conv2d and ConvTranspose2d complexity", version: "commit 5093602")

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) throws(CountOverflow) -> Q {
    let perFilter =
      layer.isTransposed
      ? try layer.outputCells * layer.kernel + layer.additions
      : try layer.outputCells * (2 * layer.kernel - 1)
    let sums = try layer.inChannels.divided(by: layer.groups) - 1
    let terms = layer.hasBias ? try sums + 1 : sums
    let aggregation = try layer.outChannels * layer.outputCells * terms
    return try layer.samples * (layer.filters * perFilter + aggregation)
  }

  static func corrections(_ pass: ForwardPass) throws(CountOverflow) -> [Correction] {
    try pass.stepCorrections
  }
}

/// The closed form that the documents print at their end, see ``PrintedSummary``.
enum PrintedSummaryRule: ConventionRule {
  static let id = "printed_summary"
  static let name = "documents, summary"
  static let unit = OperationConvention.Unit.operations
  static let source = DocumentedStepsRule.source

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) throws(CountOverflow) -> Q {
    let filters = try layer.samples * layer.inChannels * layer.outChannels
    guard layer.isTransposed else {
      let pairs = try 2 * layer.kernel
      let factor = layer.hasBias ? try pairs + 1 : try pairs - layer.groups
      return try (filters * layer.outputCells * factor).divided(by: layer.groups)
    }
    let perFilter = try layer.outputCells * (layer.kernel + 1) + layer.additions
    let total = try filters.divided(by: layer.groups) * perFilter
    return layer.hasBias ? total : try total - layer.outputs
  }

  static func count(_ pass: ForwardPass) throws(CountOverflow) -> Ratio { try pass.summary.total }

  static func corrections(_ pass: ForwardPass) throws(CountOverflow) -> [Correction] {
    try [Correction(.contradictsSteps, pass.documented.total)] + pass.stepCorrections
  }
}

/// What is executed: multiplications, additions and bias additions, see ``ExecutedCount``.
///
/// Twice the products, less one addition for the first term of each cell, plus the biases. Of the
/// cells of a transposed layer before the crop, U_h·U_w are reached.
enum ExecutedRule: ConventionRule {
  static let id = "executed"
  static let name = "executed"
  static let unit = OperationConvention.Unit.operations
  static let source = OperationConvention.Source(
    name: "a direct implementation, counted by hand", version: nil)

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) throws(CountOverflow) -> Q {
    try layer.withBias(2 * layer.products - firstTerms(layer))
  }

  private static func firstTerms<Q: Quantity>(
    _ layer: LayerQuantities<Q>
  ) throws(CountOverflow) -> Q {
    guard layer.isTransposed else { return try layer.outputs }
    let coverage = layer.pass.overlap.coverage
    let rows = Q.named("U_h", try coverage.height.reachedCells)
    let columns = Q.named("U_w", try coverage.width.reachedCells)
    return try layer.samples * layer.outChannels * rows * columns
  }
}
