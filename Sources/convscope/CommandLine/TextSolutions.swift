import ConvArithmetic
import ExplorerViewModel
import LayerNotation

/// The layers of an answer as an aligned table of plain text.
nonisolated struct TextSolutions {
  private static let columns: [SolutionColumn] = [
    .kernelSize, .stride, .padding, .dilation, .outputPadding, .overlap, .habit, .scale,
    .parameters, .products, .line,
  ]

  private let spelling: Spelling
  private(set) var text = ""

  init(_ question: SolverQuestion, _ answer: SolverAnswer, count: Int, _ spelling: Spelling) {
    self.spelling = spelling
    append("\(question.text): \(answer.countText)")
    append("searched: \(question.limitsText)")
    append("")
    let rows = answer.solutions.prefix(count).map { SolutionRow($0, of: question.subject) }
    append(rows, question.subject.layer.kind)
    let more = answer.count - Count(rows.count)
    if more > 0 { append("\(more.grouped) more; --count lists them") }
    if let pass = question.undone, let trip = FactSection.roundTrip(pass, most: 8) {
      append("")
      for line in FactLines(spelling: spelling, width: 100).lines(trip) {
        append(line.map(\.text).joined())
      }
    }
  }

  private mutating func append(_ rows: [SolutionRow], _ kind: ConvLayer.Kind) {
    let columns = Self.columns.filter { $0 != .outputPadding || kind == .convTranspose2d }
    let table = [columns.map { $0.title(kind) }] + rows.map { row in columns.map(row.text) }
    let widths = columns.indices.map { index in
      table.map { spelling.width($0[index]) }.max() ?? 0
    }
    for row in table {
      var line = ""
      for (index, column) in columns.enumerated() {
        let text = row[index]
        let gap = String(repeating: " ", count: max(0, widths[index] - spelling.width(text)))
        line += "  " + (column.isNumber ? gap + text : text + gap)
      }
      append(line)
    }
  }

  /// Adds a line, without the blanks at its end.
  private mutating func append(_ line: String) {
    var scalars = spelling.spell(line)
    while scalars.last == " " { scalars.removeLast() }
    text += String(String.UnicodeScalarView(scalars)) + "\n"
  }
}
