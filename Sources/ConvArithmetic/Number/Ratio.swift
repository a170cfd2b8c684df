/// An exact fraction in lowest terms, with a positive denominator.
package struct Ratio: Equatable, Sendable {
  package let numerator: Count
  package let denominator: Count

  /// The quotient of two integers, the second at least 1.
  package init(_ numerator: Count, _ denominator: Count) {
    guard !numerator.isOverflow, !denominator.isOverflow else {
      (self.numerator, self.denominator) = (.overflow, .overflow)
      return
    }
    var (divisor, remainder) = (numerator.magnitude, denominator)
    while remainder > 0 {
      (divisor, remainder) = (remainder, divisor.split(by: remainder).remainder)
    }
    self.numerator = numerator.floorDivided(by: divisor)
    self.denominator = denominator.floorDivided(by: divisor)
  }

  /// Whether a number of it does not fit in 127 bits.
  package var isOverflow: Bool { numerator.isOverflow || denominator.isOverflow }

  /// The same ratio; `nil` where a number does not fit.
  package var fitting: Ratio? { isOverflow ? nil : self }

  package init(_ whole: Count) { (numerator, denominator) = (whole, 1) }

  /// The same number in floating point, near enough for a length or a colour.
  package var value: Double { numerator.value / denominator.value }

  package var floor: Count { numerator.floorDivided(by: denominator) }

  /// The same number, where it is whole.
  package var whole: Count? { denominator == 1 ? numerator : nil }
}

extension Ratio: CustomStringConvertible {
  package var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}
