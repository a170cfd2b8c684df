import ConvArithmetic

/// What one convention says of a layer, and why that is not the right count, in words.
package struct ConventionFact: Hashable, Sendable {
  package let name: String
  /// The digits, or why there are none.
  package let count: String
  package let unit: String
  /// The count over the right one of its unit, to two places; `–` where there is none.
  package let ratio: String
  /// The formula in symbols; empty where the tool fails.
  package let formula: String
  /// The formula with this layer's numbers; empty where the tool fails.
  package let substituted: String
  /// One sentence for each reason, at least one.
  package let reasons: [String]
  package let source: String
}

extension ConventionFact {
  init(_ convention: OperationConvention, _ pass: ForwardPass) {
    (name, unit, source) = (convention.name, convention.unit.name, convention.source.text)
    let right = try? convention.unit.rightCount(pass)
    let number = (try? convention.count(pass)) ?? nil
    count = number?.grouped ?? (Self.fails(convention, pass) ? "fails" : CountOverflow.words)
    ratio = right.flatMap { number?.quotientText(by: $0) } ?? "–"
    let formula = (try? convention.formula(pass)) ?? nil
    self.formula = formula?.symbols ?? ""
    substituted = formula?.numbers(\.grouped) ?? ""
    reasons =
      (try? Self.reasons(convention, pass)) ?? ["The comparison does not fit in 127 bits."]
  }

  private static func fails(_ convention: OperationConvention, _ pass: ForwardPass) -> Bool {
    ((try? convention.failure(pass)) ?? nil) != nil
  }

  private static func reasons(
    _ convention: OperationConvention, _ pass: ForwardPass
  ) throws(CountOverflow) -> [String] {
    if let failure = try convention.failure(pass) { return [failure.sentence] }
    let deviations = try convention.deviations(pass)
    guard deviations.isEmpty else { return deviations.map(\.sentence) }
    return ["It is the right number of \(convention.unit.rightName)."]
  }
}

extension FactSheet {
  /// What every tool and both documents say, in the order of the catalogue.
  package var conventions: [ConventionFact] {
    OperationConvention.all.map { ConventionFact($0, pass) }
  }

  package static let conventionsTitle = "What the tools say"
}
