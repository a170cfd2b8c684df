import ConvArithmetic
import LayerNotation

/// The arithmetic of the cell under the cursor, what the cell is, and what the marks mean.
struct CellText {
  private let arithmetic: CellArithmetic
  private let marks: [CellMark]
  private let spelling: Spelling

  init(_ state: ExplorerState, _ pass: ForwardPass, _ trace: LayerTrace, _ marks: [CellMark]) {
    let grid = state.cellCursor.grid
    arithmetic = CellArithmetic(pass, trace, grid, state.cellCursor.cell(of: grid, in: trace))
    self.marks = marks
    spelling = state.capabilities.spelling
  }

  /// The products that are tried to be written out; more of them nobody reads.
  private static let mostProducts = 16

  /// The lines that fit: the arithmetic first, the legend at the bottom.
  func lines(_ size: ScreenSize) -> [[Span]] {
    guard size.rows > 0 else { return [] }
    let words = wordLines(size)
    let legend = size.rows > words.count + 1 ? legendLine(size.columns) : nil
    let room = size.rows - words.count - (legend == nil ? 0 : 1)
    var lines = equation(ScreenSize(columns: size.columns, rows: room)).map { [Span($0, .value)] }
    lines += words
    guard let legend else { return lines }
    let rest = size.rows - lines.count - 1
    lines += relations(rest, columns: size.columns)
    return lines + Array(repeating: [], count: max(0, size.rows - lines.count - 1)) + [legend]
  }

  /// What the cell is, and what is summed besides, where both fit.
  private func wordLines(_ size: ScreenSize) -> [[Span]] {
    let words = arithmetic.words.capitalizedFirst
    let texts = [arithmetic.channels.map { "\(words); \($0)." }, "\(words)."].compactMap { $0 }
    let room = max(0, min(3, size.rows - 1))
    return fitting(texts, ScreenSize(columns: size.columns, rows: room)).map { [Span($0)] }
  }

  /// The lines of the first text that fits; of the last one, if none does, with its rest in one
  /// line, so that it is seen to be cut.
  private func fitting(_ texts: [String], _ size: ScreenSize) -> [String] {
    let wrapped = texts.map { wrap($0, width: size.columns, spelling) }
    if let whole = wrapped.first(where: { $0.count <= size.rows }) { return whole }
    guard let last = wrapped.last, size.rows > 0 else { return [] }
    return last.prefix(size.rows - 1) + [last[(size.rows - 1)...].joined(separator: " ")]
  }

  /// Why it is these cells, along each axis, where there is room.
  private func relations(_ rows: Int, columns: Int) -> [[Span]] {
    guard rows >= 2 else {
      return rows == 1 ? [[Span("not shown: the equations along H and W", .notice)]] : []
    }
    let lines = Axis.allCases.flatMap { axis in
      let size = ScreenSize(columns: columns - 3, rows: max(1, (rows - 1) / 2))
      return relation(axis, size).enumerated().map { index, line in
        [Span(index == 0 ? "\(axis.letter)  " : "   ", .heading), Span(line, .faint)]
      }
    }
    return (lines.count < rows ? [[]] : []) + lines
  }

  /// As many solutions as the lines hold.
  private func relation(_ axis: Axis, _ size: ScreenSize) -> [String] {
    let counts = stride(from: Self.mostProducts, through: 1, by: -1)
    return fitting(counts.map { arithmetic.relation(axis, most: $0) }, size)
  }

  /// All products where they fit, otherwise one term for all of them.
  private func equation(_ size: ScreenSize) -> [String] {
    fitting([Self.mostProducts, 0].map { arithmetic.equation(most: $0) }, size)
  }

  /// What the marks on the screen mean, in the order of their table, as many as fit.
  private func legendLine(_ width: Int) -> [Span]? {
    // What is cropped after has the mark of what is cropped before.
    let products = [true, false].map { CellMark.product(hasLetters: $0) }
    let order = products + CellRole.allCases.dropLast().map(\.mark)
    var spans: [Span] = []
    var room = width
    for mark in order where marks.contains(mark) {
      let gap = spans.isEmpty ? "" : "  "
      room -= gap.count + 2 + spelling.width(mark.name)
      // Its rest says that there is more.
      guard room >= 0 else { return spans + [Span(" …", .faint)] }
      spans += [Span(gap), Span(String(mark.character), mark.style), Span(" \(mark.name)", .faint)]
    }
    return spans.isEmpty ? nil : spans
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
