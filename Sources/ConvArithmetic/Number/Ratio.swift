/// An exact fraction in lowest terms, with a positive denominator.
package struct Ratio: Hashable, Sendable {
  package let numerator: Count
  package let denominator: Count

  /// The quotient of two integers.
  ///
  /// - Parameters:
  ///   - numerator: Any number.
  ///   - denominator: At least 1.
  /// - Throws: ``CountOverflow`` where a number does not fit.
  package init(_ numerator: Count, _ denominator: Count) throws(CountOverflow) {
    var (divisor, rest) = (numerator < 0 ? try 0 - numerator : numerator, denominator)
    while rest > 0 {
      (divisor, rest) = (rest, try divisor - divisor.floorDivided(by: rest) * rest)
    }
    self.numerator = try numerator.floorDivided(by: divisor)
    self.denominator = try denominator.floorDivided(by: divisor)
  }

  /// A whole number.
  package init(_ whole: Count) { (numerator, denominator) = (whole, 1) }

  /// The same number, where it is whole.
  package var whole: Count? { denominator == 1 ? numerator : nil }
}

extension Ratio: CustomStringConvertible {
  package var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}
