/// An exact integer of up to 127 bits that says where a result does not fit, as NaN does.
///
/// A result that does not fit is an overflow, and so is every result of an overflow. A formula
/// needs no check of its own: the reader of its result asks for the exact number once.
package struct Count: Hashable, Sendable {
  /// The number; the smallest one of 128 bits stands for an overflow.
  fileprivate let bits: Int128

  /// - Parameter value: Any number but the smallest of 128 bits, which is an overflow.
  package init(_ value: Int128) { bits = value }
  package init(_ value: Int) { bits = Int128(value) }

  package static var overflow: Count { Count(Int128.min) }

  package var isOverflow: Bool { bits == .min }

  /// The number; `nil` for an overflow.
  package var exact: Int128? { isOverflow ? nil : bits }

  /// The number in floating point, near enough for a length or a colour.
  package var value: Double {
    // The library takes 128 bits apart digit by digit.
    if let small = Int64(exactly: bits) { return Double(small) }
    return Double(exact ?? .max)
  }

  /// The number itself; `nil` for an overflow.
  package var fitting: Count? { isOverflow ? nil : self }
}

extension Count: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(value) }
}

extension Count: Comparable {
  /// An overflow is larger than every number, also where it comes from a difference.
  package static func < (left: Count, right: Count) -> Bool {
    // Takes the mark of an overflow from the lower end of the numbers to the upper one.
    left.bits &- 1 < right.bits &- 1
  }
}

extension Count: CustomStringConvertible {
  package var description: String { isOverflow ? "> 2^127" : String(bits) }
}

extension Count {
  // Inlined, and without a call while numbers are small: every figure is made of these.
  @inline(__always)
  package static func + (left: Count, right: Count) -> Count {
    left.result(right, left.bits.addingReportingOverflow(right.bits))
  }

  @inline(__always)
  package static func - (left: Count, right: Count) -> Count {
    left.result(right, left.bits.subtractingReportingOverflow(right.bits))
  }

  @inline(__always)
  package static func * (left: Count, right: Count) -> Count {
    guard let small = left.small, let other = right.small else { return left.times(right) }
    let (high, low) = small.multipliedFullWidth(by: other)
    return Count(Int128(high) &<< 64 | Int128(low))
  }

  @inline(never)
  private func times(_ other: Count) -> Count {
    result(other, bits.multipliedReportingOverflow(by: other.bits))
  }

  /// ⌊self / divisor⌋, also for a negative dividend; an overflow for a divisor of 0.
  package func floorDivided(by divisor: Count) -> Count { split(by: divisor).quotient }

  /// The quotient rounded down, and the remainder that it leaves; overflows for a divisor of 0.
  package func split(by divisor: Count) -> (quotient: Count, remainder: Count) {
    if let small = small, let other = divisor.small, other > 0 {
      let (quotient, remainder) = small.quotientAndRemainder(dividingBy: other)
      return remainder < 0
        ? (Count(quotient - 1), Count(remainder + other)) : (Count(quotient), Count(remainder))
    }
    guard let dividend = exact, let divisor = divisor.exact, divisor != 0 else {
      return (.overflow, .overflow)
    }
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    // Swift rounds toward zero where the formulas round down.
    let isTooLarge = remainder != 0 && (remainder < 0) != (divisor < 0)
    return isTooLarge
      ? (Count(quotient - 1), Count(remainder + divisor)) : (Count(quotient), Count(remainder))
  }

  /// The quotient rounded up: ⌈self / divisor⌉; an overflow for a divisor of 0.
  package func ceilingDivided(by divisor: Count) -> Count {
    0 - (0 - self).floorDivided(by: divisor)
  }

  package var magnitude: Count { self < 0 ? 0 - self : self }

  /// The number in half the width, where that holds it.
  private var small: Int? { Int(exactly: bits) }

  /// What an operator computed of this number and another one.
  @inline(__always)
  private func result(_ other: Count, _ computed: (partialValue: Int128, overflow: Bool)) -> Count {
    computed.overflow || isOverflow || other.isOverflow ? .overflow : Count(computed.partialValue)
  }
}

extension Int {
  /// The same number, where 64 bits hold it.
  package init?(exactly count: Count) { self.init(exactly: count.bits) }
}
