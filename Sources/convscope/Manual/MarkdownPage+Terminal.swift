nonisolated extension MarkdownPage {
  /// The page in lines of a width; code keeps its own lines, however long they are.
  func lines(width: Int, isBold: Bool, _ spelling: Spelling) -> [String] {
    let strong = { (text: String) in isBold ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    var lines: [String] = []
    for (index, block) in blocks.enumerated() {
      let follows = index > 0 && !(block.isItem && blocks[index - 1].isItem)
      if follows { lines.append("") }
      switch block {
      case .heading(let level, let text):
        let title = spelling.text(level == 1 ? text.uppercased() : text)
        lines.append(strong(title))
      case .paragraph(let text):
        lines += wrap(spelling.text(text), width: width, spelling)
      case .item(let text):
        let inner = wrap(spelling.text(text), width: width - 2, spelling)
        lines += inner.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
      case .table(let titles, let rows):
        let spelled = ([titles] + rows).map { $0.map { spelling.text($0) } }
        let table = TextTable(spelled, width: width, spelling)
        if titles.contains(where: { !$0.isEmpty }) { lines += table.lines(0).map(strong) }
        lines += rows.indices.flatMap { table.lines($0 + 1) }
      case .code(let code):
        lines += code.map { $0.isEmpty ? "" : "    " + spelling.text($0) }
      }
    }
    return lines
  }
}

nonisolated extension MarkdownPage.Block {
  fileprivate var isItem: Bool {
    if case .item = self { true } else { false }
  }
}

/// Rows of texts in columns that fit into a width: the widest ones are wrapped.
private nonisolated struct TextTable {
  private static let gap = 2

  private let rows: [[String]]
  private let widths: [Int]
  private let spelling: Spelling

  init(_ rows: [[String]], width: Int, _ spelling: Spelling) {
    let count = rows.map(\.count).max() ?? 0
    let filled = rows.map { $0 + Array(repeating: "", count: count - $0.count) }
    let cells = (0..<count).map { column in filled.map { $0[column] } }
    let least = cells.map { texts in
      texts.flatMap { $0.split(separator: " ") }.map { spelling.width($0) }.max() ?? 0
    }
    var widths = cells.map { $0.map { spelling.width($0) }.max() ?? 0 }
    let room = width - Self.gap * max(0, count - 1)
    while widths.reduce(0, +) > room,
      let widest = widths.indices.filter({ widths[$0] > least[$0] }).max(by: {
        widths[$0] < widths[$1]
      })
    { widths[widest] -= 1 }
    (self.rows, self.widths, self.spelling) = (filled, widths, spelling)
  }

  func lines(_ row: Int) -> [String] {
    let cells = zip(rows[row], widths).map { wrap($0, width: $1, spelling) }
    return (0..<(cells.map(\.count).max() ?? 0)).map { line in
      let parts = zip(cells, widths).map { cell, width in
        spelling.padded(cell.indices.contains(line) ? cell[line] : "", to: width)
      }
      return spelling.line(parts.joined(separator: blanks(Self.gap)))
    }
  }
}
