/// The two documents' steps: N(ψλ + γ).
enum DocumentedStepsRule: ConventionRule {
  static let id: StaticString = "documented_steps"
  static let name = "documents, steps"
  static let unit = OperationConvention.Unit.operations
  static let source = OperationConvention.Source(
    name: "moduleprofiler, Conv2d and ConvTranspose2d complexity", version: "commit 5093602")

  static let covers = Features.anyAxes

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q { layer.documented }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    pass.stepCorrections
  }
}

/// The closed form that the documents print at their end.
enum PrintedSummaryRule: ConventionRule {
  static let id: StaticString = "printed_summary"
  static let name = "documents, summary"
  static let unit = OperationConvention.Unit.operations
  static let source = DocumentedStepsRule.source

  static let covers = Features.anyAxes

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q { layer.printedSummary }

  static func count(_ pass: ForwardPass) -> Ratio {
    LayerQuantities<Ratio>(pass: pass).printedSummary
  }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    [Correction(.contradictsSteps, pass[.documented])] + pass.stepCorrections
  }
}

/// What is executed: multiplications, additions and bias additions.
enum ExecutedRule: ConventionRule {
  static let id: StaticString = "executed"
  static let name = "executed"
  static let unit = OperationConvention.Unit.operations
  static let source = OperationConvention.Source(
    name: "a direct implementation, counted by hand", version: nil)
  static let covers = Features.anyAxes

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q { layer.executed }
}
