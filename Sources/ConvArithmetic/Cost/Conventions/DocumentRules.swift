/// The two documents' steps: N(ψλ + γ).
enum DocumentedStepsRule: ConventionRule {
  static let id = "documented_steps"
  static let name = "documents, steps"
  static let unit = OperationConvention.Unit.operations
  static let source = OperationConvention.Source(
    name: "moduleprofiler, Conv2d and ConvTranspose2d complexity", version: "commit 5093602")

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q {
    let perFilter =
      layer.isTransposed
      ? layer.outputCells * layer.kernel + layer.additions
      : layer.outputCells * (2 * layer.kernel - 1)
    let sums = layer.inChannels.divided(by: layer.groups) - 1
    let terms = layer.hasBias ? sums + 1 : sums
    let aggregation = layer.outChannels * layer.outputCells * terms
    return layer.samples * (layer.filters * perFilter + aggregation)
  }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    pass.stepCorrections
  }
}

/// The closed form that the documents print at their end, see ``PrintedSummary``.
enum PrintedSummaryRule: ConventionRule {
  static let id = "printed_summary"
  static let name = "documents, summary"
  static let unit = OperationConvention.Unit.operations
  static let source = DocumentedStepsRule.source

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q {
    let filters = layer.samples * layer.inChannels * layer.outChannels
    guard layer.isTransposed else {
      let pairs = 2 * layer.kernel
      let factor = layer.hasBias ? pairs + 1 : pairs - layer.groups
      return (filters * layer.outputCells * factor).divided(by: layer.groups)
    }
    let perFilter = layer.outputCells * (layer.kernel + 1) + layer.additions
    let total = filters.divided(by: layer.groups) * perFilter
    return layer.hasBias ? total : total - layer.outputs
  }

  static func count(_ pass: ForwardPass) -> Ratio { pass.summary.total }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    [Correction(.contradictsSteps, pass.documented.total)] + pass.stepCorrections
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

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q {
    layer.withBias(2 * layer.products - firstTerms(layer))
  }

  private static func firstTerms<Q: Quantity>(
    _ layer: LayerQuantities<Q>
  ) -> Q {
    guard layer.isTransposed else { return layer.outputs }
    let coverage = layer.pass.overlap.coverage
    return coverage.axes.reduce(layer.samples * layer.outChannels) { product, axis in
      product * .named(axis.reachedName, coverage[axis].reachedCells)
    }
  }
}
