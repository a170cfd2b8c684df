/// An exact integer of up to 127 bits whose arithmetic throws where a result does not fit.
///
/// The operators throw, so one `try` before a formula covers all of it, and the formula stays
/// readable: `try filters * operationsPerFilter + aggregation`.
package struct Count: Hashable, Sendable {
  package let value: Int128

  package init(_ value: Int128) { self.value = value }
  package init(_ value: Int) { self.value = Int128(value) }
}

/// A result that does not fit in 127 bits.
package struct CountOverflow: Error, Hashable, Sendable {
  package init() {}
}

extension Count: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(value) }
}

extension Count: Comparable {
  package static func < (left: Count, right: Count) -> Bool { left.value < right.value }
}

extension Count: CustomStringConvertible {
  package var description: String { String(value) }
}

extension Count {
  package static func + (left: Count, right: Count) throws(CountOverflow) -> Count {
    try Count(left.value.addingReportingOverflow(right.value))
  }

  package static func - (left: Count, right: Count) throws(CountOverflow) -> Count {
    try Count(left.value.subtractingReportingOverflow(right.value))
  }

  package static func * (left: Count, right: Count) throws(CountOverflow) -> Count {
    // Nearly all numbers are small, and half the width is a multiple of the speed.
    if let small = left.small, let other = right.small {
      let (product, overflow) = small.multipliedReportingOverflow(by: other)
      if !overflow { return Count(product) }
    }
    return try Count(left.value.multipliedReportingOverflow(by: right.value))
  }

  /// The quotient rounded down, also for a negative dividend: ⌊self / divisor⌋.
  package func floorDivided(by divisor: Count) throws(CountOverflow) -> Count {
    try split(by: divisor).quotient
  }

  /// The quotient rounded down, and the rest that it leaves.
  func split(by divisor: Count) throws(CountOverflow) -> (quotient: Count, rest: Count) {
    if let small = small, let other = divisor.small, other > 0 {
      let (quotient, rest) = small.quotientAndRemainder(dividingBy: other)
      return rest < 0 ? (Count(quotient - 1), Count(rest + other)) : (Count(quotient), Count(rest))
    }
    let quotient = try Count(value.dividedReportingOverflow(by: divisor.value))
    let rest = try Count(value.remainderReportingOverflow(dividingBy: divisor.value))
    // Swift rounds toward zero where the formulas round down.
    let isTooLarge = rest.value != 0 && (rest.value < 0) != (divisor.value < 0)
    return isTooLarge ? (try quotient - 1, try rest + divisor) : (quotient, rest)
  }

  /// The number in half the width, where that holds it.
  private var small: Int? { Int(exactly: value) }

  /// The quotient rounded up: ⌈self / divisor⌉.
  package func ceilingDivided(by divisor: Count) throws(CountOverflow) -> Count {
    try 0 - (0 - self).floorDivided(by: divisor)
  }

  private init(_ result: (partialValue: Int128, overflow: Bool)) throws(CountOverflow) {
    guard !result.overflow else { throw CountOverflow() }
    self.init(result.partialValue)
  }
}

extension Int {
  /// The same number, where 64 bits hold it.
  package init?(exactly count: Count) { self.init(exactly: count.value) }
}
