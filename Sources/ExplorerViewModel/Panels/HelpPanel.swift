/// What the present room is for, all keys, from their table, and the words that are used.
struct HelpPanel: WholeView {
  let state: ExplorerState

  private static let keyWidth = 12
  private static let columnWidth = 39
  /// The words go beside the keys if they have at least so many columns.
  private static let wordsWidth = 60

  var text: TextExtent {
    TextExtent(lines: lines(width: state.size.columns).count, rows: state.pane.rows)
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    frame.write(lines(width: size.columns), scrolledTo: state.scroll)
    return frame
  }

  /// The groups of keys beside each other where there is room; the words below or beside them.
  func lines(width: Int) -> [[Span]] {
    let count =
      [4, 2].first { width >= $0 * Self.columnWidth + (($0 > 2) ? Self.wordsWidth : 0) } ?? 1
    let groups = Command.Group.allCases.map { lines($0, width: count > 1 ? .max : width) }
    let columns = packed(groups, count)
    let keyColumns = columns.count * (Self.columnWidth + 1)
    guard width - keyColumns >= Self.wordsWidth else {
      return room(width) + beside(columns) + [[]] + words(width: width)
    }
    return room(width) + beside(columns + [words(width: width - keyColumns)])
  }

  /// The line that the words begin in.
  var firstWord: Int {
    lines(width: state.size.columns).firstIndex { $0.contains { $0.text == Self.wordsTitle } } ?? 0
  }

  /// The words, each with its meaning.
  static var wordTexts: [String] {
    glossary.map { "\($0["word"]): \($0["meaning"])" }
      + Formula.glossary.map { "\($0.name): \($0.meaning)" }
  }

  private static let wordsTitle = "The words"

  private func room(_ width: Int) -> [[Span]] {
    let room = state.view.room
    return [[Span(" "), Span(room.title, .heading)]]
      + writer(width).paragraph(room.explanation, indent: 2) + [[]]
  }

  /// The texts one below the other in at most so many columns, none longer than necessary; the last
  /// columns may be longer, so the first texts are seen at once.
  private func packed(_ texts: [[[Span]]], _ count: Int) -> [[[Span]]] {
    let all = texts.reduce(0) { $0 + $1.count }
    let tallest = texts.map(\.count).max() ?? 0
    for rows in tallest...max(tallest, all) {
      var columns: [[[Span]]] = []
      for text in texts.reversed() {
        if let first = columns.first, first.count + text.count <= rows {
          columns[0] = text + first
        } else {
          columns.insert(text, at: 0)
        }
      }
      if columns.count <= count { return columns }
    }
    return [texts.flatMap { $0 }]
  }

  /// Texts beside each other, each but the last in a column of its own.
  private func beside(_ columns: [[[Span]]]) -> [[Span]] {
    columns.enumerated().reduce([]) { left, column in
      column.offset == 0
        ? column.element
        : writer(.max).beside(left, column.element, at: column.offset * (Self.columnWidth + 1))
    }
  }

  private func writer(_ width: Int) -> LineWriter {
    LineWriter(width: width, spelling: state.spelling)
  }

  private func lines(_ group: Command.Group, width: Int) -> [[Span]] {
    [[Span(" "), Span(group.rawValue, .heading)]]
      + (Command.byGroup[group] ?? []).filter { !$0.keys.isEmpty }
      .flatMap { entry(Span($0.keyNames, .key), $0.help, width: width) }
  }

  private func words(width: Int) -> [[Span]] {
    [[Span(" "), Span(Self.wordsTitle, .heading)]]
      + Self.glossary.flatMap { entry(Span($0["word"], .value), $0["meaning"], width: width - 1) }
      + [[], [Span(" "), Span("The names in formulas", .heading)]]
      + Formula.glossary.flatMap { entry(Span($0.name, .value), $0.meaning, width: width - 1) }
  }

  private func entry(_ name: Span, _ meaning: String, width: Int) -> [[Span]] {
    writer(width).named(Span("  \(name.text)", name.style), meaning, column: Self.keyWidth)
  }

  private static let glossary = DataRow.all(PackageResources.glossary_tsv)
}
