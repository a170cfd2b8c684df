import PseudoTerminal
import Testing

@Suite struct SweepTests {
  @Test func `the table has a row for each value, and the present one a mark`() throws {
    let output = try run(["sweep", "--over", "kernel_size=1..5"] + documentedExample)
    output.expectResult()
    #expect(output.lines.count == 7)
    #expect(output.lines[0].hasPrefix(" kernel_size  * present"))
    #expect(output.lines[0].hasSuffix("overlap, most:least"))
    #expect(output.lines[4].hasPrefix("*      3          16        4:1      5,801,984 "))
    #expect(output.lines[2].hasSuffix("infinite"))
  }

  @Test func `the plot has another number, by its name`() throws {
    let output = try run([
      "sweep", "--over", "groups", "--plot", "parameters", "--op", "conv2d", "--in-channels", "8",
    ])
    output.expectResult()
    #expect(output.lines[0].hasSuffix(" parameters"))
    #expect(output.lines.count == 6)
  }

  @Test func `refused values stay, with their reasons`() throws {
    let sweep = ["sweep", "--over", "groups=1,3"] + documentedExample
    let text = try run(sweep)
    text.expectResult()
    #expect(text.lines[3].contains("refused in_channels 64 is not divisible by groups 3"))
    let csv = try run(sweep + ["--format", "csv"])
    csv.expectResult()
    #expect(csv.standardOutput.contains("\n3,no,"))
  }

  @Test(arguments: [
    [], ["--over", "1..3"], ["--over", "op=1"], ["--over", "kernel_size=3..1"],
    ["--over", "stride=1..9999"], ["--over", "output_padding=1", "--op", "conv2d"],
    ["--over", "stride=1", "--plot", "beauty"], ["--over", "stride=1", "--format", "yaml"],
  ])
  func `a sweep that makes no sense is wrong usage`(options: [String]) throws {
    try run(["sweep"] + options).expectRefusal(64)
  }

  @Test(arguments: ["text", "csv"])
  func `a C locale gets nothing but ASCII`(format: String) throws {
    let output = try run(
      ["sweep", "--over", "output_padding=0..4", "--format", format] + documentedExample,
      environment: ["LC_ALL": "C"])
    output.expectResult()
    #expect(output.standardOutput.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `the explorer takes a budget, and says what is over`() throws {
    let output = try run(
      ["--print", "80x24", "--budget-macs", "1M", "--budget-ram", "16Ki"] + documentedExample)
    output.expectResult()
    #expect(output.lines.dropFirst().first?.hasSuffix(" ! over MACs") == true)
    try run(["--print", "80x24", "--budget-macs", "much"]).expectRefusal(64)
  }
}
