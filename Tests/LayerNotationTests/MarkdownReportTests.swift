import ConvArithmetic
import LayerNotation
import Testing

@Suite struct MarkdownReportTests {
  private static let decoder = subject(
    layer(.transposed, 64, 32, Spatial(square: 3)) {
      $0.stride = Spatial(square: 2)
      $0.padding = .explicit(Spatial(square: 1))
      $0.outputPadding = Spatial(square: 1)
    })

  private func report(spell: (String) -> String = { $0 }) throws -> [Substring] {
    try FactSheet(Self.decoder.forward()).markdown(spell: spell)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func `it begins with the PyTorch line and the shapes`() throws {
    #expect(
      try report().prefix(3) == [
        "# `nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1)`", "",
        "(1, 64, 8, 8) → (1, 32, 16, 16)",
      ])
  }

  @Test func `each section has a table, after them stands the map`() throws {
    let lines = try report()
    let titles = lines.filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) }
    #expect(titles.count == 13)
    #expect(titles.suffix(2) == ["What the tools say", "The map"])
    #expect(lines.count { $0 == "| name | formula | with numbers | value |" } == 11)
    #expect(lines.contains("| tool | count | unit | ratio | why |"))
    #expect(lines.contains("| filters ψ | C\\_in/groups·C\\_out | 64/1·32 | 2,048 |"))
    #expect(
      lines.contains(
        "Uneven inside: output cells away from the borders get from 1·1 to 2·2"
          + " products (even needs gcd(d, s) = 1 and s divides k)."))
  }

  @Test func `a small map stands in numbers at the end, a large one does not`() throws {
    let lines = try report()
    let start = try #require(lines.firstIndex(of: "```text"))
    let map = try MapExport(Self.decoder.forward(), .text).whole
    #expect(lines[(start + 1)...].joined(separator: "\n") == map + "```\n")
    var large = Self.decoder
    large.input.size = Spatial(square: 21)
    #expect(!FactSheet(try large.forward()).markdown().contains("```"))
  }

  @Test func `every row has as many cells as its table`() throws {
    var columns: Int?
    let hostile = { (text: String) in
      text.replacing("·", with: "*").replacing("−", with: "|").replacing("=", with: "\\")
    }
    for line in try report(spell: hostile) {
      guard line.hasPrefix("|") else {
        columns = nil
        continue
      }
      let bars = line.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
      #expect(bars == columns ?? bars, "\(line)")
      columns = bars
    }
  }

  @Test func `tables and headings have a blank line before them`() throws {
    let lines = try report()
    for (before, line) in zip(lines, lines.dropFirst()) {
      if line.hasPrefix("#") { #expect(before.isEmpty, "\(line)") }
      if line.hasPrefix("|") { #expect(before.isEmpty || before.hasPrefix("|"), "\(line)") }
    }
  }

  @Test(arguments: [
    ("a*b*c", "a\\*b\\*c"), ("C_in_x", "C\\_in\\_x"), ("a|b", "a\\|b"), ("a\\b", "a\\\\b"),
    ("`x` [y](z) <b> ~~s~~ #1 &amp;", "\\`x\\` \\[y\\](z) \\<b\\> \\~\\~s\\~\\~ \\#1 \\&amp;"),
    ("⌊(i + 2p)/s⌋·ψ − 1", "⌊(i + 2p)/s⌋·ψ − 1"), ("", ""),
  ])
  func `what Markdown could take for its own is escaped`(text: String, escaped: String) {
    #expect(text.markdown == escaped)
  }
}
