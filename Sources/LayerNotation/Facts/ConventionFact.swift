import ConvArithmetic

/// What one convention says of a layer, and why that is not the right count, in words.
package struct ConventionFact: Equatable, Sendable {
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

  package init(_ convention: OperationConvention, _ pass: ForwardPass) {
    (name, unit, source) = (convention.name, convention.unit.name, convention.source.text)
    let number = convention.count(pass)
    count = number?.words ?? "fails"
    ratio = number?.quotientText(by: convention.unit.rightCount(pass)) ?? "–"
    let formula = convention.formula(pass)
    self.formula = formula?.symbols ?? ""
    substituted = formula?.numbers(\.grouped) ?? ""
    reasons = Self.reasons(convention, pass)
  }

  private static func reasons(_ convention: OperationConvention, _ pass: ForwardPass) -> [String] {
    if let failure = convention.failure(pass) { return [failure.sentence] }
    let deviations = convention.deviations(pass)
    guard convention.count(pass)?.isOverflow == false,
      !convention.unit.rightCount(pass).isOverflow,
      !deviations.contains(where: \.amount.isOverflow)
    else {
      return ["The comparison does not fit in 127 bits."]
    }
    guard deviations.isEmpty else { return deviations.map(\.sentence) }
    return ["It is the right number of \(convention.unit.rightName)."]
  }
}
