/// A text in the part of Markdown that the manual is written in: headings, paragraphs, lists,
/// tables and blocks of code.
nonisolated struct MarkdownPage {
  enum Block: Equatable {
    case heading(level: Int, String)
    case paragraph(String)
    case item(String)
    case table(titles: [String], rows: [[String]])
    case code([String])
  }

  private(set) var blocks: [Block] = []
  /// The lines of the paragraph or item that is being read.
  private var open: [String] = []
  private var isItem = false

  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if line.hasPrefix("```") {
        close()
        let code = lines.prefix { !$0.hasPrefix("```") }
        blocks.append(.code(code.map(String.init)))
        lines = lines.dropFirst(code.count + 1)
      } else if line.hasPrefix("|") {
        close()
        let rows = ([line] + lines.prefix { $0.hasPrefix("|") }).map(Self.cells)
        lines = lines.dropFirst(rows.count - 1)
        // The second line is the rule.
        blocks.append(.table(titles: rows[0], rows: Array(rows.dropFirst(2))))
      } else {
        take(line)
      }
    }
    close()
  }

  private mutating func take(_ line: Substring) {
    let hashes = line.prefix { $0 == "#" }.count
    if hashes > 0, line.dropFirst(hashes).first == " " {
      close()
      blocks.append(.heading(level: hashes, Self.plain(line.dropFirst(hashes + 1))))
    } else if line.hasPrefix("* ") || line.hasPrefix("- ") {
      close()
      isItem = true
      open = [String(line.dropFirst(2))]
    } else if line.allSatisfy(\.isWhitespace) {
      close()
    } else {
      open.append(String(line.drop { $0 == " " }))
    }
  }

  private mutating func close() {
    if !open.isEmpty {
      let text = Self.plain(open.joined(separator: " ")[...])
      blocks.append(isItem ? .item(text) : .paragraph(text))
    }
    (open, isItem) = ([], false)
  }

  /// The cells of a row, between bars that are not escaped.
  private static func cells(_ row: Substring) -> [String] {
    var (cells, cell, isEscaped) = ([String](), "", false)
    for character in row.dropFirst() {
      if character == "|", !isEscaped {
        cells.append(plain(cell.trimmed[...]))
        cell = ""
      } else {
        if isEscaped, character != "|" { cell.append("\\") }
        isEscaped = character == "\\" && !isEscaped
        if !isEscaped { cell.append(character) }
      }
    }
    return cells
  }

  /// A text without its marks: emphasis, code, links and pictures of which the words remain.
  private static func plain(_ marked: Substring) -> String {
    var (text, rest) = ("", marked)
    while let character = rest.popFirst() {
      switch character {
      case "`":
        let fence = 1 + rest.prefix { $0 == "`" }.count
        rest = rest.dropFirst(fence - 1)
        let code = rest.firstRange(of: String(repeating: "`", count: fence))
        text += rest[..<(code?.lowerBound ?? rest.endIndex)]
        rest = rest[(code?.upperBound ?? rest.endIndex)...]
      case "*": continue
      case "\\":
        if let escaped = rest.popFirst() { text.append(escaped) }
      case "!":
        let picture = rest.first == "[" ? link(rest.dropFirst()) : nil
        text += picture.map { "(picture: \(plain($0.words)))" } ?? "!"
        rest = picture?.rest ?? rest
      case "[":
        guard let link = link(rest) else { fallthrough }
        text += plain(link.words) + (link.target.hasPrefix("http") ? " <\(link.target)>" : "")
        rest = link.rest
      default: text.append(character)
      }
    }
    return text
  }

  /// What follows the bracket that opens a link; `nil` where it opens none.
  private static func link(
    _ text: Substring
  ) -> (words: Substring, target: Substring, rest: Substring)? {
    guard let end = text.firstIndex(of: "]"), text[end...].hasPrefix("]("),
      let close = text[end...].firstIndex(of: ")")
    else { return nil }
    let target = text[text.index(end, offsetBy: 2)..<close]
    return (text[..<end], target, text[text.index(after: close)...])
  }
}
