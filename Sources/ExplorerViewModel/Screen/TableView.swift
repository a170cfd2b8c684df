import ConvArithmetic

/// A table over the whole screen below one row of hyperparameters, or on a wide screen beside all
/// of them; its head stays where it is, and the rest is scrolled.
struct TableView: BodyView {
  struct Table {
    /// What stays in sight.
    var head: [[Span]] = []
    var lines: [[Span]] = []
    /// The lines of what is chosen.
    var chosenLines = 0..<0
    /// What it leaves out for want of columns.
    var dropped: [String] = []
  }

  let state: ExplorerState
  let table: Table

  private static let panelWidth = 30
  private static let leastColumns = 80
  /// Rows of use below a row of hyperparameters.
  private static let leastRows = 6

  /// A table; `write` makes it for so many columns.
  init(_ state: ExplorerState, write: (_ width: Int) -> Table) {
    self.state = state
    table = write(state.size.columns - Self.tableColumn(state))
  }

  private static func tableColumn(_ state: ExplorerState) -> Int {
    state.size.columns >= leastColumns + panelWidth + 1 ? panelWidth + 1 : 0
  }

  private var column: Int { Self.tableColumn(state) }
  private var hasStrip: Bool { column == 0 && state.size.rows - 2 >= Self.leastRows }
  private var side: HyperparameterSide {
    HyperparameterSide(state: state, width: column, gap: 1, hasStrip: hasStrip)
  }
  /// The rows above the part that is scrolled; on a low screen all is.
  private var headRows: Int {
    let rows = (hasStrip ? 1 : 0) + table.head.count
    return rows + Self.leastRows <= state.size.rows - 2 ? rows : hasStrip ? 1 : 0
  }
  private var fixed: [[Span]] { headRows > (hasStrip ? 1 : 0) ? table.head : [] }
  private var scrolled: [[Span]] { fixed.isEmpty ? table.head + table.lines : table.lines }

  var dropped: [String] { table.dropped }
  var lineCount: Int { headRows + scrolled.count }
  var chosenLines: Range<Int> {
    let offset = fixed.isEmpty ? table.head.count : 0
    // From the first line that is chosen, to where the last one is on the screen.
    return table.chosenLines.lowerBound + offset..<table.chosenLines.upperBound + offset + headRows
  }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    side.contains(place) ? side.target(at: place) : .text
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    side.draw(&frame)
    let strip = hasStrip ? 1 : 0
    for (row, line) in fixed.enumerated() { frame.write(line, row: strip + row, column: column) }
    let pane = ScreenSize(columns: size.columns - column, rows: size.rows - headRows)
    var part = Frame(size: pane, spelling: frame.spelling)
    part.write(scrolled, scrolledTo: state.firstLine(of: lineCount, chosen: chosenLines))
    frame.place(part, row: headRows, column: column)
    return frame
  }
}
