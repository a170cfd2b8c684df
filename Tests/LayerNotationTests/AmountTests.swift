import ConvArithmetic
import LayerNotation
import Testing

@Suite struct AmountTests {
  @Test(arguments: [
    ("0", 0), ("100", 100), ("1_000_000", 1_000_000), ("100M", 100_000_000), ("100m", 100_000_000),
    ("1.5G", 1_500_000_000), ("2T", 2_000_000_000_000), ("256K", 256_000), ("256Ki", 262_144),
    ("256KiB", 262_144), ("256kB", 256_000), ("1Mi", 1_048_576), ("0.5Mi", 524_288),
    (" 512 KiB ", 524_288), ("64B", 64), ("1Gi", 1_073_741_824),
  ])
  func `an amount is read exactly`(text: String, value: Int) throws {
    #expect(try Count(amount: text) == Count(value))
  }

  @Test(arguments: [
    "", "K", "-1", "+1", "1e6", "1.5", "0.1Ki", "1..5", "1.", ".5K", "1,000", "1i", "1KK", "1QiB",
    "١", "１", "1 2", "170141183460469231731687303715884105728",
    "9999999999999999999999999999999999T",
    "\u{1B}[31m",
  ])
  func `what is no whole number of something is refused`(text: String) {
    #expect(throws: NotationError.self) { try Count(amount: text) }
  }

  @Test func `a number of a thousand digits is refused at once, and quoted in short`() {
    let text = String(repeating: "9", count: 1_000)
    let error = #expect(throws: NotationError.self) { try Count(amount: text) }
    #expect((error?.message.count ?? .max) < 150)
  }

  @Test(arguments: [
    (0, "0 B"), (1_023, "1,023 B"), (1_024, "1.00 KiB"), (18_560, "18.13 KiB"),
    (1_048_576, "1.00 MiB"), (1_843_968, "1.76 MiB"),
  ])
  func `bytes are said in binary units`(bytes: Int, text: String) {
    #expect(Count(bytes).binaryText == text)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1.00 K"), (118_013_952, "118.01 M")])
  func `other amounts are said in thousands`(amount: Int, text: String) {
    #expect(Count(amount).decimalText == text)
  }

  @Test func `the largest numbers have a text, too`() {
    #expect(Count(Int128.max).binaryText.hasSuffix(" EiB"))
    #expect(Count(Int128.max).decimalText.hasSuffix(" E"))
  }
}
