import ConvArithmetic
import Testing

@Suite struct RatioTests {
  @Test(arguments: -30...30, 1...12)
  func `a ratio is equal to its fraction and in lowest terms`(top: Int, bottom: Int) throws {
    let ratio = Ratio(Count(top), Count(bottom))
    #expect(ratio.numerator * Count(bottom) == Count(top) * ratio.denominator)
    #expect(ratio.denominator > 0)
    let common = (2...30).filter { divisor in
      ratio.numerator.value % Int128(divisor) == 0 && ratio.denominator.value % Int128(divisor) == 0
    }
    #expect(common.isEmpty)
  }

  @Test(arguments: [
    (17, 3, "17/3"), (-17, 3, "-17/3"), (34, 6, "17/3"), (-8, 4, "-2"), (0, 7, "0"), (12, 4, "3"),
    (1, 2, "1/2"),
  ])
  func `a ratio is written as a fraction unless it is whole`(
    top: Int, bottom: Int, text: String
  ) throws {
    #expect(Ratio(Count(top), Count(bottom)).description == text)
  }

  @Test func `a numerator whose opposite does not fit throws`() {
    #expect((Ratio(Count(Int128.min), 2)).isOverflow)
  }
}
