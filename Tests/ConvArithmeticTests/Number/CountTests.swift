import ConvArithmetic
import Testing

@Suite struct CountTests {
  private let largest = Count(Int128.max)
  private let smallest = Count(Int128.min)

  @Test func `a sum that does not fit throws`() throws {
    #expect(try (largest - 1) + 1 == largest)
    #expect(throws: CountOverflow()) { try largest + 1 }
    #expect(throws: CountOverflow()) { try smallest + Count(-1) }
  }

  @Test func `a difference that does not fit throws`() throws {
    #expect(try (smallest + 1) - 1 == smallest)
    #expect(throws: CountOverflow()) { try smallest - 1 }
    #expect(throws: CountOverflow()) { try largest - Count(-1) }
    #expect(throws: CountOverflow()) { try 0 - smallest }
  }

  @Test func `a product that does not fit throws`() throws {
    let half = Count(Int128(1) << 126)
    #expect(try half * Count(-2) == smallest)
    #expect(try (half - 1) * 2 + 1 == largest)
    #expect(throws: CountOverflow()) { try half * 2 }
    #expect(throws: CountOverflow()) { try smallest * Count(-1) }
  }

  @Test func `the largest product of two 64-bit numbers fits`() throws {
    let product = try Count(Int.max) * Count(Int.max)
    #expect(product.description == "85070591730234615847396907784232501249")
  }

  @Test func `a quotient that does not exist throws`() {
    #expect(throws: CountOverflow()) { try largest.floorDivided(by: 0) }
    #expect(throws: CountOverflow()) { try largest.ceilingDivided(by: 0) }
    #expect(throws: CountOverflow()) { try smallest.floorDivided(by: Count(-1)) }
  }

  @Test(arguments: -25...25, Array(-6 ... -1) + Array(1...6))
  func `quotients are rounded down or up, below zero too`(dividend: Int, divisor: Int) throws {
    let floor = try Count(dividend).floorDivided(by: Count(divisor))
    let ceiling = try Count(dividend).ceilingDivided(by: Count(divisor))
    let between = (-30...30).filter { quotient in
      // quotient ≤ dividend / divisor, without a division.
      divisor > 0 ? quotient * divisor <= dividend : quotient * divisor >= dividend
    }
    let isExact = dividend.isMultiple(of: divisor)
    #expect(floor == between.last.map { Count($0) })
    #expect(try ceiling == floor + (isExact ? 0 : 1))
  }

  @Test func `counts are ordered and written as numbers`() {
    #expect(Count(-3) < 2)
    #expect(Count(-3).description == "-3")
    #expect(largest.description == "170141183460469231731687303715884105727")
  }

  @Test func `a count becomes an Int only where it fits`() throws {
    #expect(Int(exactly: Count(Int.max)) == Int.max)
    #expect(Int(exactly: Count(Int.min)) == Int.min)
    #expect(try Int(exactly: Count(Int.max) + 1) == nil)
    #expect(try Int(exactly: Count(Int.min) - 1) == nil)
  }
}
