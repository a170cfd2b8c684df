/// A way to count the operations of a layer: what one tool prints, or what a document defines.
package struct OperationConvention: Sendable {
  /// The key of the count in the output of `convscope batch`.
  package let key: StaticString
  package let name: String
  package let unit: Unit
  package let source: Source

  /// The features of a layer that it is known for.
  package let covers: Features

  private let rule: any ConventionRule.Type

  init<Rule: ConventionRule>(_ rule: Rule.Type) {
    (key, name, unit) = (rule.id, rule.name, rule.unit)
    (source, covers) = (rule.source, rule.covers)
    self.rule = rule
  }

  /// The key as text.
  package var id: String { key.description }

  /// What is counted.
  package enum Unit: Equatable, Sendable {
    /// One multiplication and one addition together.
    case multiplyAccumulates
    /// Single multiplications and additions.
    case operations
  }

  package struct Source: Equatable, Sendable {
    package let name: String
    /// `nil` for what has no versions.
    package let version: String?
  }
}

extension OperationConvention {
  /// What the convention counts for a layer; `nil` where the tool fails on it.
  ///
  /// Exact, where a tool that sums in floating point rounds.
  package func count(_ pass: ForwardPass) -> Ratio? {
    failure(pass) == nil ? rule.count(pass) : nil
  }

  /// The formula that gives this count, down to the numbers of the layer; `nil` where the tool
  /// fails on the layer.
  package func formula(_ pass: ForwardPass) -> Formula? {
    guard failure(pass) == nil else { return nil }
    return rule.value(LayerQuantities<Formula>(pass: pass)).expanded
  }

  /// Why there is no number for a layer; `nil` where there is one.
  package func failure(_ pass: ForwardPass) -> ToolFailure? {
    let missing = pass.layer.features.subtracting(covers)
    return missing.isEmpty ? rule.failure(pass) : .notCovered(missing)
  }

  /// Why the count is not the right one of its unit, cause by cause; none where it is.
  ///
  /// Each is the mistake that remains when those before it are corrected, so the amounts sum to
  /// what the convention counts more than ``Unit/rightCount(_:)``.
  package func deviations(_ pass: ForwardPass) -> [Deviation] {
    guard failure(pass) == nil else { return [] }
    var value = rule.value(LayerQuantities<Count>(pass: pass))
    var deviations: [Deviation] = []
    for correction in rule.allCorrections(pass) {
      let amount = value - correction.corrected
      if amount != 0 { deviations.append(Deviation(cause: correction.cause, amount: amount)) }
      value = correction.corrected
    }
    return deviations
  }
}

extension OperationConvention.Unit {
  /// What a count in this unit should be: the nominal work, as it is executed.
  package func rightCount(_ pass: ForwardPass) -> Count {
    switch self {
    case .multiplyAccumulates: pass[.multiplications]
    case .operations: pass[.executed]
    }
  }
}
