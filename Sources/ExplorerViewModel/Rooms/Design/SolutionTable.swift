/// The layers of an answer in columns, as many as there is room for.
struct SolutionTable {
  private let solution: SolverResult
  private let present: LayerCase
  private let choice: Int
  private let chosenStyle: Style?
  private let writer: LineWriter
  private let columns: [(column: SolutionColumn, width: Int)]

  /// In front of the first column: what is chosen, and what is the present layer.
  private static let margin = 3
  private static let gap = 2
  /// The columns by importance; if there is no room, the last ones are left out.
  private static let wanted: [SolutionColumn] = [
    .kernelSize, .stride, .padding, .dilation, .outputPadding, .overlap, .relativeProducts, .scale,
    .habit, .relativeParameters, .products, .parameters, .span, .line,
  ]

  init(_ solution: SolverResult, _ state: ExplorerState, _ writer: LineWriter) {
    let direction = solution.question.subject.layer.direction
    (self.solution, self.writer) = (solution, writer)
    (present, choice) = (state.subject, state.choice)
    chosenStyle = state.choiceStyle(choice)
    var widths: [SolutionColumn: Int] = [:]
    var room = writer.width - Self.margin
    for column in Self.wanted where column != .outputPadding || direction == .transposed {
      let title = writer.spelling.width(column.shortTitle(direction))
      let needed = max(title, solution.widths[column] ?? 0)
      guard needed + Self.gap <= room else { continue }
      widths[column] = needed
      room -= needed + Self.gap
    }
    columns = SolutionColumn.allCases.compactMap { column in widths[column].map { (column, $0) } }
  }

  var heading: [Span] {
    let direction = solution.question.subject.layer.direction
    return [Span(blanks(Self.margin), .faint)]
      + columns.map { Span(padded($0.column.shortTitle(direction), $0.column, $0.width), .faint) }
  }

  /// What the short words in the table mean.
  var legend: String { columns.compactMap(\.column.meaning).joined(separator: "; ") }

  var lines: [[Span]] { solution.rows.indices.map(line) }

  private func line(_ row: Int) -> [Span] {
    let style: Style? = row == choice ? chosenStyle : nil
    let isPresent = solution.rows[row].subject == present
    return [Span((style == nil ? "  " : " ▸") + (isPresent ? "=" : " "), style ?? .value)]
      + columns.map { column, width in
        let text = padded(solution.texts[row][column] ?? "", column, width)
        return Span(text, style ?? Self.style(solution.rows[row], column))
      }
  }

  private static func style(_ row: SolutionRow, _ column: SolutionColumn) -> Style {
    switch column {
    case .overlap: row.solution.evenness == .even ? .good : .notice
    case .kernelSize, .stride, .padding, .dilation, .outputPadding: .value
    case .line: .faint
    default: .plain
    }
  }

  private func padded(_ text: String, _ column: SolutionColumn, _ width: Int) -> String {
    writer.spelling.padded(text, to: width, column.isNumber ? .trailing : .leading)
      + blanks(Self.gap)
  }
}

extension SolutionColumn {
  /// The title where columns are few.
  func shortTitle(_ direction: ConvLayer.Direction) -> String {
    self == .scale ? "every" : title(direction)
  }

  fileprivate var meaning: String? {
    switch self {
    case .outputPadding: "op: output_padding"
    case .scale: "every: factor for any input"
    case .span: "e: d(k − 1) + 1"
    case .habit: "rare: unusual"
    default: nil
    }
  }
}
