/// What a formula is written in: counts or ratios, which compute it, or formulas, which spell it.
///
/// A formula that is written once over quantities is computed and shown by the same line, so that
/// what the screen says can never be another formula than the one that gave the number.
package protocol Quantity: ExpressibleByIntegerLiteral where IntegerLiteralType == Int {
  /// A number of the layer; the name is made only where it is spelled.
  static func named(_ name: @autoclosure () -> String, _ value: Count) -> Self

  /// What a formula gives, or the formula.
  init(_ formula: Formula)

  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self

  /// The quotient; a count leaves no remainder here.
  func divided(by divisor: Self) -> Self

  /// ⌊self / divisor⌋, also for a negative dividend.
  func floorDivided(by divisor: Self) -> Self

  /// The same quantity, spelled by a name of its own inside of a larger formula.
  func called(_ name: String) -> Self
}

extension Count: Quantity {
  package static func named(_ name: @autoclosure () -> String, _ value: Count) -> Count { value }
  package init(_ formula: Formula) { self = formula.value }

  package func divided(by divisor: Count) -> Count { floorDivided(by: divisor) }
  package func called(_ name: String) -> Count { self }
}

extension Ratio: Quantity {
  package static func named(_ name: @autoclosure () -> String, _ value: Count) -> Ratio {
    Ratio(value)
  }

  package init(_ formula: Formula) { self.init(formula.value) }
  package init(integerLiteral value: Int) { self.init(Count(value)) }

  package static func + (left: Ratio, right: Ratio) -> Ratio {
    // Most are whole, and have nothing to reduce.
    if let whole = left.whole, let other = right.whole { return Ratio(whole + other) }
    return Ratio(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  package static func - (left: Ratio, right: Ratio) -> Ratio {
    if let whole = left.whole, let other = right.whole { return Ratio(whole - other) }
    return left + Ratio(0 - right.numerator, right.denominator)
  }

  package static func * (left: Ratio, right: Ratio) -> Ratio {
    if let whole = left.whole, let other = right.whole { return Ratio(whole * other) }
    return Ratio(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  package func divided(by divisor: Ratio) -> Ratio {
    Ratio(numerator * divisor.denominator, denominator * divisor.numerator)
  }

  package func floorDivided(by divisor: Ratio) -> Ratio { Ratio(divided(by: divisor).floor) }

  package func called(_ name: String) -> Ratio { self }
}

extension Formula: Quantity {
  package static func named(_ name: @autoclosure () -> String, _ value: Count) -> Formula {
    .quantity(name(), value)
  }

  package init(_ formula: Formula) { self = formula }
  package init(integerLiteral value: Int) { self = .quantity(nil, Count(value)) }

  package static func + (left: Formula, right: Formula) -> Formula { .combined(.plus, left, right) }
  package static func - (left: Formula, right: Formula) -> Formula {
    .combined(.minus, left, right)
  }
  package static func * (left: Formula, right: Formula) -> Formula {
    .combined(.times, left, right)
  }

  package func divided(by divisor: Formula) -> Formula { .combined(.over, self, divisor) }
  package func floorDivided(by divisor: Formula) -> Formula { .combined(.floorOver, self, divisor) }
  package func ceilingDivided(by divisor: Formula) -> Formula {
    .combined(.ceilingOver, self, divisor)
  }
  package func called(_ name: String) -> Formula { .part(name, self) }
}
