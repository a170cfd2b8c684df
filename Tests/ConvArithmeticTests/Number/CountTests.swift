import ConvArithmetic
import Testing

@Suite struct CountTests {
  private let largest = Count(Int128.max)
  private let smallest = Count(-Int128.max)

  @Test func `a sum that does not fit overflows`() throws {
    #expect((largest - 1) + 1 == largest)
    #expect((largest + 1).isOverflow)
    #expect((smallest + Count(-1)).isOverflow)
  }

  @Test func `a difference that does not fit overflows`() throws {
    #expect((smallest + 1) - 1 == smallest)
    #expect((smallest - 1).isOverflow)
    #expect((largest - Count(-1)).isOverflow)
    #expect(0 - smallest == largest)
  }

  @Test func `a product that does not fit overflows`() throws {
    let half = Count(Int128(1) << 126)
    #expect((half * Count(-2)).isOverflow)
    #expect((half - 1) * Count(-2) - 1 == smallest)
    #expect((half - 1) * 2 + 1 == largest)
    #expect((half * 2).isOverflow)
    #expect(smallest * Count(-1) == largest)
  }

  @Test func `the largest product of two 64-bit numbers fits`() throws {
    let product = Count(Int.max) * Count(Int.max)
    #expect(product.description == "85070591730234615847396907784232501249")
  }

  @Test func `a quotient that does not exist overflows`() {
    #expect(largest.floorDivided(by: 0).isOverflow)
    #expect(largest.ceilingDivided(by: 0).isOverflow)
    #expect(smallest.floorDivided(by: Count(-1)) == largest)
  }

  @Test func `what is computed from an overflow overflows, and comes after every number`() {
    let overflow = largest + 1
    for number in [smallest, -1, 0, 1, largest, overflow] {
      for result in [
        overflow + number, number + overflow, overflow - number, number - overflow,
        overflow * number, number * overflow, overflow.floorDivided(by: number),
        number.floorDivided(by: overflow), overflow.ceilingDivided(by: number),
      ] {
        #expect(result.isOverflow && result.exact == nil && result.fitting == nil, "\(number)")
      }
      #expect(!(overflow < number) && (number < overflow) != number.isOverflow)
    }
    #expect(overflow == smallest - 1)
    #expect(Ratio(overflow, 1).isOverflow && Ratio(1, overflow).isOverflow)
    #expect(Ratio(overflow, 3).squareRoot(decimals: 2)?.scaled.isOverflow == true)
  }

  @Test func `sums and products overflow just where 127 bits do not hold them`() {
    var random = SplitMix(seed: 127)
    for _ in 0..<20_000 {
      // Numbers of all lengths: their high bits are shifted out.
      let pair = (0..<2).map { _ in
        let wide = Int128(truncatingIfNeeded: random.next()) << 64 | Int128(random.next())
        return wide >> Int128(random.number(in: 1...126))
      }
      let (left, right) = (pair[0], pair[1])
      let product = left.multipliedFullWidth(by: right)
      let isSmall =
        product.high == 0
        ? product.low <= Int128.max.magnitude
        : product.high == -1 && product.low > Int128.max.magnitude + 1
      #expect((Count(left) * Count(right)).exact == (isSmall ? left &* right : nil))
      #expect((Count(left) + Count(right)).exact == left + right)
    }
  }

  @Test(arguments: -25...25, Array(-6 ... -1) + Array(1...6))
  func `quotients are rounded down or up, below zero too`(dividend: Int, divisor: Int) throws {
    let floor = Count(dividend).floorDivided(by: Count(divisor))
    let ceiling = Count(dividend).ceilingDivided(by: Count(divisor))
    let between = (-30...30).filter { quotient in
      // quotient ≤ dividend / divisor, without a division.
      divisor > 0 ? quotient * divisor <= dividend : quotient * divisor >= dividend
    }
    let isExact = dividend.isMultiple(of: divisor)
    #expect(floor == between.last.map { Count($0) })
    #expect(ceiling == floor + (isExact ? 0 : 1))
  }

  @Test func `counts are ordered and written as numbers`() {
    #expect(Count(-3) < 2)
    #expect(Count(-3).description == "-3")
    #expect(largest.description == "170141183460469231731687303715884105727")
  }

  @Test func `a count becomes an Int only where it fits`() throws {
    #expect(Int(exactly: Count(Int.max)) == Int.max)
    #expect(Int(exactly: Count(Int.min)) == Int.min)
    #expect(Int(exactly: Count(Int.max) + 1) == nil)
    #expect(Int(exactly: Count(Int.min) - 1) == nil)
  }
}
