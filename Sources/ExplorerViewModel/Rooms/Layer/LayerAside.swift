/// What explains the map of a large screen beside it: why a cell has its number, the counts along
/// one axis, the changes that make them even, and what the layer does to a grey picture.
struct LayerAside {
  let state: ExplorerState
  let pass: ForwardPass
  let scene: WatchScene?

  /// The columns of the changes with their price, the rows of a cell and an axis.
  static let least = ScreenSize(columns: 44, rows: 11)
  /// With all changes that are shown, and grey pictures of some use.
  static let allRows = 30

  private static let barRows = 3
  private static let shownChanges = 3

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    let advice = state.advice
    let sections = sections(size.columns, advice)
    let used = sections.reduce(0) { $0 + $1.rows }
    let gap = size.rows - used >= Self.leastGreyRows + sections.count ? 1 : 0
    var row = 0
    // Each has its rows whatever it says, so that nothing below it moves.
    for (rows, lines) in sections where row + rows <= size.rows {
      frame.write(lines: lines.prefix(rows), row: row)
      row += rows + gap
    }
    let room = ScreenSize(columns: size.columns, rows: size.rows - row)
    if !isTransposed {
      // The window over the input, where all of it is seen.
      guard let grids = scene.flatMap({ GridArrangement($0).whole(room) }) else { return frame }
      frame.place(grids.draw(room, state.spelling).frame, row: row, column: 0)
    } else if state.hintsAtAdvice, room.rows >= Self.leastGreyRows {
      let picture = GreyPicture(pass, fix: advice.first, state.capabilities, state.theme)
      frame.place(picture.draw(room), row: row, column: 0)
    }
    return frame
  }

  private static let leastGreyRows = 9
  /// The columns that the name of the last border takes beyond its cells.
  private static let borderWidth = 6

  private var isTransposed: Bool { pass.layer.direction == .transposed }

  private func sections(_ width: Int, _ advice: [Advice]) -> [(rows: Int, lines: [[Span]])] {
    [(5, cell(width)), (3 + Self.barRows, profile(width))]
      + (isTransposed && state.hintsAtAdvice
        ? [(3 + Self.shownChanges, changes(width, advice))] : [])
  }

  private func cell(_ width: Int) -> [[Span]] {
    guard let scene else { return [] }
    let isMarked = scene.cursor.grid == scene.trace.plane
    let heading = isMarked ? "why this cell" : "how a cell is made"
    let size = ScreenSize(columns: width, rows: 4)
    return [[Span(heading, .heading)]] + CellText(scene).lines(size)
  }

  /// The counts along an axis, an uneven one if there is any.
  private func profile(_ width: Int) -> [[Span]] {
    guard let named = pass.verdict?.axes.named else { return [] }
    let (names, axis) = named.first { !$0.value.isEven } ?? named[0]
    return [[Span("along \(names)", .heading), Span("  \(axis.because)", .faint)]]
      + AxisPattern(axis, barRows: Self.barRows, width: width - Self.borderWidth, state.spelling)
      .lines
  }

  /// The nearest changes that make the overlap even, with their price.
  private func changes(_ width: Int, _ advice: [Advice]) -> [[Span]] {
    let writer = LineWriter(width: width, spelling: state.spelling)
    guard !advice.isEmpty else {
      let text = pass.overlap.isEvenInside ? "it is even, nothing to fix" : Advice.noneText
      return [[Span("fixes", .heading)]] + writer.paragraph(text, .faint, indent: 0)
    }
    let table = AdviceTable(pass, advice, writer)
    let key = Command.fix.keyNames
    let head = [Span("fixes", .heading), Span("  \(key)", .key), Span(" takes the first", .faint)]
    guard table.width <= width else {
      let first = advice[0].changes(from: LayerCase(layer: pass.layer, input: pass.input))
      let text = first.joined(separator: ", ")
      let room = Command.visiting(.overlap).keyNames
      return [head] + writer.paragraph("\(text); \(room) lists all with their prices", indent: 0)
    }
    return [head] + table.head
      + advice.prefix(Self.shownChanges).enumerated().map { table.row($0 + 1, $1, nil) }
  }
}
