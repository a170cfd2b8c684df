import PseudoTerminal
import Testing

@Suite struct CompareTests {
  private static let uneven = "nn.ConvTranspose2d(64, 32, 3, 2, 1, 1)"
  private static let even = "nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1)"

  @Test func `two constructors are compared on the same input`() throws {
    let output = try run(["compare", Self.uneven, Self.even, "--input", "1,64,8,8"])
    output.expectResult()
    let total = try #require(output.lines.first { $0.contains(" total ") })
    let words = total.split(separator: " ").map(String.init)
    #expect(words == ["*", "total", "5,801,984", "10,231,808", "+4,429,824", "×1.76"])
    #expect(!output.standardOutput.contains("same"))
    let all = try run(["compare", Self.uneven, Self.even, "--all"])
    #expect(all.lines.contains { $0.contains("stride") && $0.hasSuffix("same") })
  }

  @Test func `a layer beside itself is all the same`() throws {
    let output = try run(["compare", Self.even, Self.even, "--format", "markdown"])
    output.expectResult()
    #expect(output.lines.last == "All numbers are the same.")
  }

  @Test func `Markdown is a table with all digits`() throws {
    let output = try run(["compare", Self.uneven, Self.even, "--format", "markdown"])
    output.expectResult()
    #expect(output.lines.contains("| Overlap: inside | 4:1 | even | differs |  |"))
    let rows = output.lines.filter { $0.hasPrefix("|") }
    #expect(Set(rows.map { $0.count { $0 == "|" } }) == [6])
  }

  @Test func `a layer that is refused is refused, with its letter and every reason once`() throws {
    let output = try run(["compare", Self.even, "nn.Conv2d(64, 32, 9, groups=5)", "--input", "4"])
    output.expectRefusal(1)
    #expect(output.errorLines.count == 3)
    #expect(output.errorLines.allSatisfy { $0.hasPrefix("convscope: B: ") })
  }

  @Test func `the input is that of both layers`() throws {
    let output = try run([
      "compare", "nn.Conv2d(3, 64, 11, stride=4)", "nn.Conv2d(3, 64, 7, stride=2)", "--input",
      "1,3,227,227",
    ])
    output.expectResult()
    #expect(
      output.lines.prefix(2) == [
        " A nn.Conv2d(3, 64, 11, stride=4) on (1, 3, 227, 227)",
        " B nn.Conv2d(3, 64, 7, stride=2) on (1, 3, 227, 227)",
      ])
  }

  @Test(arguments: [
    ("LeNet-5 C1", "nn.Conv2d(1, 6, 3)", "(1, 1, 32, 32)"),
    ("nn.Conv2d(1, 6, 3)", "LeNet-5 C1", "(1, 1, 32, 32)"),
    ("nn.Conv2d(1, 6, 11)", "Conv2d(1, 6, kernel_size=(3, 3), stride=(1, 1))", "(1, 1, 16, 16)"),
    ("Conv1d(4, 2, 3)", "Conv1d(4, 2, 5)", "(1, 4, 8)"),
    ("Conv3d(4, 2, 3)", "Conv3d(4, 2, 9)", "(1, 4, 16, 16, 16)"),
  ])
  func `where no input is given, one that is known is that of both, or one fits both`(
    a: String, b: String, input: String
  ) throws {
    let output = try run(["compare", a, b])
    #expect(output.ending == .exited(0))
    #expect(output.lines.prefix(2).allSatisfy { $0.hasSuffix(" on \(input)") })
    #expect(!output.standardError.contains("is taken for"))
  }

  @Test func `a file gives its layers, chosen by their paths`() throws {
    let folder = try TemporaryFolder()
    try folder.write(LayerArgumentTests.net, to: "net.txt")
    let path = folder.path + "/net.txt"
    let output = try run([
      "compare", path, path, "--layer-a", "conv1", "--layer-b", "up", "--input", "32",
    ])
    #expect(output.ending == .exited(0))
    #expect(output.lines.first?.hasSuffix("padding=3, bias=False) on (1, 3, 32, 32)") == true)
    #expect(output.lines.dropFirst().first?.hasSuffix(" on (1, 64, 32, 32)") == true)
    let several = try run(["compare", Self.even, path])
    several.expectRefusal(64)
    #expect(several.errorLines.first?.contains("--layer-b chooses one of them") == true)
  }

  @Test(arguments: [
    [], [even], [even, "nn.Linear(3, 4)"], ["x", even],
    [even, even, "--format", "json"], [even, even, "--input", "none"],
  ])
  func `what is no comparison is wrong usage`(arguments: [String]) throws {
    try run(["compare"] + arguments).expectRefusal(64)
  }

  @Test(arguments: ["text", "markdown"])
  func `a C locale gets nothing but ASCII`(format: String) throws {
    let output = try run(
      ["compare", Self.uneven, Self.even, "--format", format], environment: ["LC_ALL": "C"])
    output.expectResult()
    #expect(output.standardOutput.utf8.allSatisfy { $0 < 0x80 })
  }
}
