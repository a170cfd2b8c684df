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
    append(rows, question.subject.layer.direction)
    if let more = answer.moreText(listed: rows.count) { append(more) }
    if let pass = question.undone, let trip = FactSection.roundTrip(pass, most: 8) {
      append("")
      for line in FactLines(spelling: spelling, width: 100).lines(trip) {
        append(line.map(\.text).joined())
      }
    }
  }

  private mutating func append(_ rows: [SolutionRow], _ direction: ConvLayer.Direction) {
    let columns = Self.columns.filter { $0 != .outputPadding || direction == .transposed }
    let table = Table(
      columns.map { Table.Column($0.title(direction), $0.isNumber ? .trailing : .leading) },
      texts: rows.map { row in columns.map(row.text) })
    for line in table.lines(spelling, hasTitles: true) { append("  " + line) }
  }

  private mutating func append(_ line: String) { text += spelling.line(line) + "\n" }
}
