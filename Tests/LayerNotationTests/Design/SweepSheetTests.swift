import ConvArithmetic
import LayerNotation
import Testing

@Suite struct SweepSheetTests {
  @Test(arguments: [
    ("kernel_size=1..9", Hyperparameter.kernelSize, Array(1...9)), ("k=2..3", .kernelSize, [2, 3]),
    ("input=16..256..80", .input, [16, 96, 176, 256]), ("groups = 1, 2,4", .groups, [1, 2, 4]),
    ("stride=5", .stride, [5]), ("stride=5..5", .stride, [5]),
    ("padding=0..2147483647..2147483647", .padding, [0, 2_147_483_647]),
  ])
  func `a range is read`(text: String, hyperparameter: Hyperparameter, values: [Int]) throws {
    let range = try SweepRange(text)
    #expect(range.hyperparameter == hyperparameter)
    #expect(range.values?.numbers == values)
    let again = try SweptValues(range.values?.text ?? "")
    #expect(again.numbers == values)
  }

  @Test func `a name alone has the usual values, values alone no name`() throws {
    #expect(try SweepRange("dilation") == SweepRange("dilation"))
    #expect(try SweepRange("dilation").values == nil)
    #expect(try SweepRange("1..3").hyperparameter == nil)
  }

  @Test(arguments: [
    "", "=", "1..", "..3", "3..1", "1..9..0", "1...3", "1..2..3..4", "stride=", "stride=-1..3",
    "stride=a", "stride=1,,2", "op=1", "bias", "stride=0..2147483648", "0..1000", "1e3",
    "99999999999999999999", "stride=1..9223372036854775807..1",
  ])
  func `what is not a range is refused`(text: String) {
    #expect(throws: NotationError.self) { try SweepRange(text) }
  }

  @Test func `a list of more than a thousand values is refused`() {
    let list = (0...1_000).map(String.init).joined(separator: ",")
    #expect(throws: NotationError.self) { try SweepRange(list) }
  }

  @Test func `the table has all digits, and the reasons in quotes where they need them`() {
    var start = subject(
      layer(.transposed, 64, 32, Spatial(square: 3)) {
        $0.stride = Spatial(square: 2)
        $0.padding = .explicit(Spatial(square: 1))
      })
    start.layer.outputPadding = Spatial(square: 1)
    let lines = Sweep(start, .groups, values: [1, 3]).table.csv().split(separator: "\n")
    #expect(
      lines == [
        "groups,valid,output_height,output_width,inside_most,inside_least,holes,documented,"
          + "products,useful_products,parameters,reason",
        "1,yes,16,16,4,1,0,5801984,1179648,1083392,18464,",
        "3,no,,,,,,,,,,groups: in_channels 64 is not divisible by groups 3; nearest: groups 2;"
          + " groups: out_channels 32 is not divisible by groups 3; nearest: groups 2",
      ])
  }

  @Test func `every row has as many fields as the line of names`() {
    let huge = subject(layer(.convolution, 1 << 62, 1 << 62, Spatial(square: 3)), input: 3)
    let lines = Sweep(huge, .kernelSize, values: Array(0...5)).table.csv().split(separator: "\n")
    #expect(lines.count == 7)
    for line in lines { #expect(fields(line) == 12, "\(line)") }
  }

  /// The fields of a line, those in quotes as one.
  private func fields(_ line: Substring) -> Int {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.reduce(1) { $0 + $1.element.count { $0 == "," } }
  }
}
