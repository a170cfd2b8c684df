/// What a formula is written in: counts, which compute it, or formulas, which spell it.
///
/// A formula that is written once over quantities is computed and shown by the same line, so that
/// what the screen says can never be another formula than the one that gave the number.
protocol Quantity: ExpressibleByIntegerLiteral where IntegerLiteralType == Int {
  static func named(_ name: String, _ value: Count) -> Self

  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self

  /// A quotient that leaves no rest.
  func divided(by divisor: Self) -> Self

  /// ⌊self / divisor⌋, also for a negative dividend.
  func floorDivided(by divisor: Self) -> Self
}

extension Count: Quantity {
  static func named(_ name: String, _ value: Count) -> Count { value }

  func divided(by divisor: Count) -> Count {
    floorDivided(by: divisor)
  }
}

extension Formula: Quantity {
  static func named(_ name: String, _ value: Count) -> Formula { .quantity(name, value) }

  package init(integerLiteral value: Int) { self = .quantity(nil, Count(value)) }

  static func + (left: Formula, right: Formula) -> Formula { .combined(.plus, left, right) }
  static func - (left: Formula, right: Formula) -> Formula { .combined(.minus, left, right) }
  static func * (left: Formula, right: Formula) -> Formula { .combined(.times, left, right) }

  func divided(by divisor: Formula) -> Formula { .combined(.over, self, divisor) }
  func floorDivided(by divisor: Formula) -> Formula { .combined(.floorOver, self, divisor) }
  func ceilingDivided(by divisor: Formula) -> Formula { .combined(.ceilingOver, self, divisor) }
}
