import ConvArithmetic
import LayerNotation
import Testing

@Suite struct TableTests {
  private static let table = Table(
    [.init("name"), .init("count", title: "useful → all", .trailing), .init("cells")],
    rows: [
      [.text("a|b *c*"), .number(Count(Int128(1) << 100)), .numbers([1, 2])],
      [.text("2 × 3"), .number(7), .numbers([])],
      [.text("longer than its title"), .number(-12), .text("says \"so\", twice")],
    ])

  @Test(arguments: [Spelling.unicode, .ascii])
  func `in text, each column begins or ends below its title`(_ spelling: Spelling) throws {
    let lines = Self.table.lines(spelling, hasTitles: true)
    #expect(lines.count == 4)
    let ends = try lines.map { line in
      let texts = try #require(
        ["useful → all", "1267650600228229401496703205376", " 7", " -12"]
          .map { spelling.text($0) }.first { line.contains($0) })
      let found = try #require(line.firstRange(of: texts))
      return spelling.width(line[..<found.upperBound])
    }
    // The longest text of the first column, two blanks, and 31 digits.
    #expect(ends == Array(repeating: 21 + 2 + 31, count: 4))
    for line in lines { #expect(line.last != " ") }
  }

  @Test func `without titles, a text is the rows alone`() {
    let table = Table([.init("a"), .init("b", .trailing)], texts: [["x", "10"], ["yyy", "9"]])
    #expect(table.lines(.unicode, hasTitles: false) == ["x    10", "yyy   9"])
    #expect(table.lines(.unicode, hasTitles: true) == ["a     b", "x    10", "yyy   9"])
  }

  @Test func `in Markdown, every line has as many cells as there are columns`() {
    for line in Self.table.markdown() {
      let bare = line.replacing("\\|", with: "")
      #expect(bare.count { $0 == "|" } == 4, "\(line)")
    }
    #expect(Self.table.markdown()[1] == "| --- | ---: | --- |")
    #expect(Self.table.markdown(isRuleSpaced: false)[1] == "|---|---:|---|")
    #expect(
      Self.table.markdown()[2] == "| a\\|b \\*c\\* | 1267650600228229401496703205376 | 1, 2 |")
  }

  @Test func `what a spelling brings in is escaped, too`() {
    let table = Table([.init("a")], texts: [["2·3 → 6"]])
    #expect(table.markdown { Spelling.ascii.text($0) }.last == "| 2\\*3 -\\> 6 |")
  }

  @Test func `comma-separated values come back as they were`() {
    let texts = [
      ["", "a,b", "\"", "\"\""], ["line\nline", "cr\r", "both\r\n", " "],
      ["×", "\"\u{301}", "say \"so\", twice", "170141183460469231731687303715884105727"],
    ]
    let names = ["one", "a,b", "\"x\"", "four"]
    let table = Table(names.map { .init($0) }, texts: texts)
    #expect(read(table.csv()) == [names] + texts)
  }

  @Test func `programs get the keys and all digits`() {
    var writer = JSONWriter()
    writer.object { $0.list("rows", Self.table) }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == """
        {"rows":[{"name":"a|b *c*","count":1267650600228229401496703205376,"cells":[1,2]},\
        {"name":"2 × 3","count":7,"cells":[]},\
        {"name":"longer than its title","count":-12,"cells":"says \\"so\\", twice"}]}
        """)
    #expect(
      Self.table.csv().hasPrefix(
        "name,count,cells\na|b *c*,1267650600228229401496703205376,\"1, 2\"\n"))
  }

  @Test func `rows are as long as there are columns`() {
    let table = Table([.init("a"), .init("b")], texts: [["1"], ["1", "2", "3"], []])
    #expect(table.csv() == "a,b\n1,\n1,2\n,\n")
    #expect(table.prefix(1).csv() == "a\n1\n1\n\n")
  }

  @Test func `a text longer than its column stays whole`() {
    #expect(Spelling.unicode.padded("abc", to: 5) == "abc  ")
    #expect(Spelling.unicode.padded("abc", to: 5, .trailing) == "  abc")
    #expect(Spelling.unicode.padded("abc", to: 2) == "abc")
    #expect(Spelling.unicode.padded("abc", to: 3, .trailing, least: 1) == " abc")
    // Written as two characters, it has a blank less.
    #expect(Spelling.ascii.padded("→", to: 4) == "→  ")
  }

  /// The fields of comma-separated values (RFC 4180, with the line ends of Unix).
  private func read(_ text: String) -> [[String]] {
    var lines: [[String]] = []
    var (fields, field) = ([String](), String.UnicodeScalarView())
    var (isQuoted, hasClosed) = (false, false)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        // Two in quotes stand for one.
        if hasClosed { field.append(scalar) }
        (isQuoted, hasClosed) = (!isQuoted, isQuoted)
      case "," where !isQuoted, "\n" where !isQuoted:
        fields.append(String(field))
        (field, hasClosed) = (.init(), false)
        guard scalar == "\n" else { continue }
        lines.append(fields)
        fields = []
      default: field.append(scalar)
      }
    }
    return lines
  }
}
