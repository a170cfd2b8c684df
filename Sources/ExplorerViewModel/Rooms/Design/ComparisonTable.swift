import ConvArithmetic
import LayerNotation

/// Two layers side by side: A, B, what lies between them, and what one is of the other.
package struct ComparisonTable {
  private let sheet: ComparisonSheet
  private let spelling: Spelling
  private let width: Int
  private let showsSame: Bool

  /// The table of a comparison.
  ///
  /// - Parameters:
  ///   - sheet: What is compared.
  ///   - width: The columns of a line at most.
  ///   - spelling: How it is written.
  ///   - showsSame: Whether rows that are the same are there, too.
  package init(_ sheet: ComparisonSheet, width: Int, _ spelling: Spelling, showsSame: Bool) {
    (self.sheet, self.width) = (sheet, width)
    (self.spelling, self.showsSame) = (spelling, showsSame)
  }

  /// All of it as text.
  package func text(_ a: LayerCase, _ b: LayerCase) -> String {
    let lines = head(a, b) + lines.filter { $0 != hidden }
    var frame = Frame(
      size: ScreenSize(columns: width, rows: lines.count), spelling: spelling)
    for (row, line) in lines.enumerated() { frame.write(line, row: row) }
    return frame.text + "\n"
  }

  private var nameWidth: Int { width < 60 ? 17 : 19 }
  // A shape needs thirteen columns without its spaces.
  private var hasRatio: Bool { width >= 70 }
  private var hasDifference: Bool { width >= 60 }
  private var ratioWidth: Int { hasRatio ? 10 : 0 }
  private var numberWidth: Int {
    let room = width - nameWidth - ratioWidth - 1
    return min(24, max(8, room / (hasDifference ? 3 : 2)))
  }

  var dropped: [String] {
    (hasDifference ? [] : ["differences"]) + (hasRatio ? [] : ["ratios"])
  }

  /// The columns' names, which stay in sight.
  func head(_ a: LayerCase, _ b: LayerCase) -> [[Span]] {
    let layers = [("A", a), ("B", b)].map { letter, subject in
      let spans = [
        Span(" \(letter) ", .heading), Span(subject.layer.pytorchLine, .plain),
        Span(" on \(subject.input.text)", .faint),
      ]
      // The input is among the rows, too.
      let needed = spans.reduce(0) { $0 + spelling.width($1.text) }
      return needed <= width ? spans : Array(spans.dropLast())
    }
    var columns = [Span(spelling.padded(said, to: nameWidth + 1), .faint), ending("A", .heading)]
    columns.append(ending("B", .heading))
    if hasDifference { columns.append(ending("B − A", .heading)) }
    if hasRatio { columns.append(ending("B / A", .heading, ratioWidth)) }
    return layers + [columns]
  }

  private var differenceCount: Int { sheet.differences.reduce(0) { $0 + $1.rows.count } }

  /// How many rows differ.
  private var said: String {
    let count = differenceCount
    return count == 0 ? " all the same" : " * differs: \(count)"
  }

  var lines: [[Span]] {
    let hidesSame = !showsSame && differenceCount > 0
    let sections = hidesSame ? sheet.differences : sheet.sections
    let refusals =
      refusal("A", sheet.reasonsOfA) + refusal("B", sheet.reasonsOfB)
    return refusals
      + sections.filter { !$0.rows.isEmpty }.flatMap { section in
        [[Span(" \(section.title)", .heading)]] + section.rows.map(line)
      } + (hidesSame ? [hidden] : [])
  }

  /// How many rows are left out.
  private var hidden: [Span] {
    let count = sheet.sections.reduce(0) { $0 + $1.rows.count } - differenceCount
    let key = Command.sameRows.keyNames
    return [
      Span(" \(count) rows are the same; ", .faint), Span(key, .key),
      Span(" shows them", .faint),
    ]
  }

  private func refusal(_ letter: String, _ reasons: [String]) -> [[Span]] {
    guard !reasons.isEmpty else { return [] }
    return [[Span(" \(letter) has no output: PyTorch refuses it", .bad)]]
      + reasons.flatMap { reason in
        wrap(reason, width: width - 4, spelling).map { [Span("   \($0)")] }
      }
  }

  private func line(_ row: ComparisonSheet.Row) -> [Span] {
    let texts = row.texts(within: numberWidth - 1)
    let isSame = row.isSame == true
    let style: Style = isSame ? .faint : .plain
    let mark = isSame ? "   " : row.isSame == nil ? " ? " : " * "
    var spans = [
      Span(mark, .notice),
      Span(spelling.padded(row.name, to: nameWidth - 2), isSame ? .faint : .plain),
      ending(texts.a, style), ending(texts.b, isSame ? .faint : .value),
    ]
    if hasDifference { spans.append(ending(texts.difference, style)) }
    if hasRatio { spans.append(ending(texts.ratio, style, ratioWidth)) }
    return spans
  }

  private func ending(_ text: String, _ style: Style, _ width: Int? = nil) -> Span {
    let width = width ?? numberWidth
    // A tuple without its spaces may still fit.
    let shown = spelling.width(text) < width ? text : text.filter { $0 != " " }
    return Span(spelling.padded(shown, to: width, .trailing, least: 1), style)
  }
}

extension TableView {
  /// The kept layer and the present one.
  static func comparison(_ state: ExplorerState) -> TableView {
    TableView(state) { width in
      let table = ComparisonTable(
        state.comparisonSheet, width: width, state.capabilities.spelling,
        showsSame: state.comparison.showsSame)
      return Table(
        head: table.head(state.comparison.kept ?? state.subject, state.subject),
        lines: table.lines, dropped: table.dropped)
    }
  }
}
