import ConvArithmetic
import LayerNotation
import Testing

/// Texts that somebody has made to hurt: a reader that went over them again would not end.
@Suite struct HostileTextTests {
  private static let conv = "Conv2d(1, 1, kernel_size=(1, 1), stride=(1, 1))"

  @Test(arguments: [
    "(", ")", "[", "{", "((0): ", "nn.Conv2d(", "Conv2d((", "Sequential(", "x=", "'", "\"", "'''",
    "\\'", "'\\", "\u{0}", "\u{1B}[", "9", "9_", ".", "1e", "-", ",", "\n", "\r", "#", "\\\n", "é",
    "a.",
    "Conv2d(1,", "Conv2d(device=(", "(a):", "(0-9): 9 x ", "((((((((a):", "ReLU(", " ", "\t (",
  ])
  func `a long text of the same is read or refused`(part: String) {
    let text = String(repeating: part, count: (256 << 10) / part.utf8.count)
    #expect(throws: PyTorchProblem.self) {
      let read = try ModelText(reading: text)
      #expect(read.layers.isEmpty)
      #expect(read.problems.count <= ModelLimits.problems)
      throw try #require(read.problems.first)
    }
    #expect(throws: PyTorchProblem.self) { try readLayer(text) }
  }

  @Test(arguments: ["(", "nn.Conv2d(", "Sequential(", "(0): Block(\n", "9", " "])
  func `four megabytes of the same are read or refused`(part: String) {
    let text = String(repeating: part, count: (4 << 20) / part.utf8.count)
    #expect(throws: PyTorchProblem.self) { try readLayer(text) }
    #expect((try? ModelText(reading: text))?.layers.isEmpty ?? true)
  }

  @Test func `a layer after any rubbish that ends in its line is found`() throws {
    for part in ["(", "'", "\"", "[{", "\\", "Foo(", "\u{0}\u{7F}\u{1B}[31m"] {
      let text = String(repeating: part, count: 100) + "\n" + Self.conv
      #expect(try ModelText(reading: text).layers.count == 1, "\(part)")
    }
  }

  @Test func `nesting deeper than anybody's is named`() throws {
    let text =
      (0..<100_000).map { "(\($0)): Block(\n" }.joined() + Self.conv
      + String(repeating: ")", count: 100_000)
    let read = try ModelText(reading: text)
    #expect(read.layers.isEmpty)
    #expect(
      read.problems.map(\.message) == [
        "nested deeper than 256 parentheses, or names too long; the rest is not read"
      ])
    let names = String(repeating: "(\(String(repeating: "n", count: 90))): Block(\n", count: 9)
    #expect(try ModelText(reading: names + Self.conv).problems.count == 1)
  }

  @Test func `more modules than anybody's are named, and those before them read`() throws {
    let others = String(repeating: "(1): ReLU()\n", count: ModelLimits.modules)
    let text = "Sequential(\n(0): \(Self.conv)\n\(others)(2): \(Self.conv)\n)"
    let read = try ModelText(reading: text)
    #expect(
      read.problems.map(\.message) == ["more than 100,000 modules; the rest is not read"])
    let input = TensorShape(batch: 1, channels: 1, size: Spatial(8, 8))
    #expect(read.layers(from: input).map(\.input) == [Spatial(8, 8)])
  }

  @Test func `more problems than anybody reads are counted`() throws {
    let read = try ModelText(reading: String(repeating: "Conv2d(a, b, c)\n", count: 5000))
    #expect(read.problems.count == ModelLimits.problems)
    #expect(read.furtherProblems == 5000 - ModelLimits.problems)
    #expect(read.problems.last?.line == ModelLimits.problems)
  }

  @Test func `a text that is too long is refused with its length`() {
    let text = String(repeating: " ", count: ModelLimits.bytes + 1)
    #expect(throws: PyTorchProblem(TextPosition(), Sentence.tooLong("16,777,217", "16,777,216"))) {
      try ModelText(reading: text)
    }
  }

  @Test func `numbers of a thousand digits are named`() {
    let digits = String(repeating: "9", count: 1000)
    for text in [digits, "-" + digits, digits + ".5", "1e" + digits, "0." + digits, "1_" + digits] {
      #expect(throws: PyTorchProblem.self) {
        try readLayer("nn.Conv2d(1, 1, \(text))")
      }
    }
    for text in ["1e9999", "nan", "inf", "-1", digits, "1e308"] {
      let model = "Sequential(\n(0): Upsample(scale_factor=\(text))\n(1): \(Self.conv)\n)"
      let shape = TensorShape(batch: 1, channels: 1, size: Spatial(square: Int(Int32.max)))
      #expect((try? ModelText(reading: model).layers(from: shape))?.first?.input == nil, "\(text)")
    }
  }

  @Test func `sizes at the end of all numbers are refused`() throws {
    let ends = ["0", "-1", "1", "9223372036854775807", "-9223372036854775808"]
    let modules = [
      "MaxPool2d(kernel_size=#, stride=#, padding=#, dilation=#, ceil_mode=True)",
      "AvgPool2d(#)", "AdaptiveAvgPool2d(output_size=#)", "Upsample(size=#)", "Upsample(#, #)",
      "PixelShuffle(#)", "PixelUnshuffle(#)", "ZeroPad2d(#)", "ReflectionPad2d((#, #, #, #))",
      "BatchNorm2d(#)", "Conv2d(1, 1, #, #, #, #)", "ConvTranspose2d(1, 1, #, #, #, #, 1, True, #)",
    ]
    for module in modules {
      for end in ends {
        for size in [1, Int.max, 0, -1, Int.min] {
          let text = "Sequential(\n(0): \(module.replacing("#", with: end))\n(1): \(Self.conv)\n)"
          let shape = TensorShape(batch: 1, channels: 1, size: Spatial(square: size))
          _ = try ModelText(reading: text).layers(from: shape)
        }
      }
    }
  }
}
