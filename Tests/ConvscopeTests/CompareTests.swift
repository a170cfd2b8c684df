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

  @Test func `a layer that is refused is refused, with its letter and every reason`() throws {
    let output = try run(["compare", Self.even, "nn.Conv2d(64, 32, 9, groups=5)", "--input", "4"])
    output.expectRefusal(1)
    #expect(output.errorLines.count == 4)
    #expect(output.errorLines.allSatisfy { $0.hasPrefix("convscope: B: ") })
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
