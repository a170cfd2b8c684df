import ConvArithmetic
import LayerNotation
import Testing

@Suite struct DigitsTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (-7, "−7"), (999, "999"), (-999, "−999"), (1000, "1,000"),
    (-1000, "−1,000"), (12_345, "12,345"), (123_456, "123,456"), (-123_456, "−123,456"),
    (5_801_984, "5,801,984"), (Int.max, "9,223,372,036,854,775,807"),
    (Int.min, "−9,223,372,036,854,775,808"),
  ])
  func `digits stand in groups of three`(number: Int, text: String) {
    #expect(number.grouped == text)
    #expect(Count(number).grouped == text)
  }

  @Test func `the limits of a count are written in full`() {
    #expect(Count(Int128.max).grouped == "170,141,183,460,469,231,731,687,303,715,884,105,727")
    #expect(Count(-Int128.max).grouped == "−170,141,183,460,469,231,731,687,303,715,884,105,727")
  }

  @Test func `a fraction has both of its parts grouped`() throws {
    #expect(Ratio(17, 3).grouped == "17/3")
    #expect(Ratio(-5000, 3000).grouped == "−5/3")
    #expect(Ratio(10_000_001, 2000).grouped == "10,000,001/2,000")
    #expect(Ratio(-8000, 2).grouped == "−4,000")
    #expect(Ratio(0, 5).grouped == "0")
  }

  @Test(arguments: [
    (5_801_984, 9, "5,801,984"), (99_999_999, 10, "99,999,999"),
    (12_345_678, 9, "≈1.235e7"), (12_344_999, 9, "≈1.234e7"), (12_345_000, 9, "≈1.235e7"),
    (99_994_999, 9, "≈9.999e7"), (99_995_000, 9, "≈1.000e8"), (99_999_999, 9, "≈1.000e8"),
    (5_801_984_000_000_000, 12, "≈5.802e15"), (-12_345_678, 10, "≈−1.235e7"),
    (12_345_678, 8, "≈1.235e7"), (12_345_678, 7, "≈1.23e7"), (12_345_678, 6, "≈1.2e7"),
    (1_234_567_890, 8, "≈1.235e9"), (9_999_999_999, 8, "≈1.00e10"), (9_999_999_999, 6, "≈1e10"),
    (-9_999_999_999, 6, "≈−1e10"), (-1_234_567, 9, "≈−1.235e6"), (-1_234_567, 10, "−1,234,567"),
    (0, 9, "0"),
  ])
  func `a number too long for its place is rounded and says so`(
    number: Int, width: Int, text: String
  ) {
    #expect(Count(number).grouped(within: width) == text)
  }

  @Test func `the limits of a count are rounded as well`() {
    #expect(Count(Int128.max).grouped(within: 51) == Count(Int128.max).grouped)
    #expect(Count(Int128.max).grouped(within: 50) == "≈1.701e38")
    #expect(Count(-Int128.max).grouped(within: 50) == "≈−1.701e38")
  }

  @Test func `no number is longer than its place`() {
    var power = Int128(1)
    while true {
      for number in [power - 1, power, power + 1] {
        for width in 6...60 { #expect(Count(number).grouped(within: width).count <= width) }
        for width in 6...60 { #expect(Count(-number).grouped(within: width).count <= width) }
      }
      let (next, overflow) = power.multipliedReportingOverflow(by: 10)
      guard !overflow else { break }
      power = next
    }
  }

  @Test func `values are written as they are read`() {
    #expect(Spatial(square: 3).text == "3")
    #expect(Spatial(height: 3, width: 5).text == "3,5")
    #expect(Padding.same.text == "same")
    #expect(Padding.valid.text == "valid")
    #expect(Padding.explicit(Spatial(height: 1, width: 2)).text == "1,2")
    let size = Spatial(height: 8, width: 9)
    #expect(TensorShape(batch: 1, channels: 64, size: size).text == "(1, 64, 8, 9)")
    #expect(TensorShape(batch: nil, channels: 64, size: size).text == "(64, 8, 9)")
  }
}
