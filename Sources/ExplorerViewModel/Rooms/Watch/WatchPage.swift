/// Input, kernel and output, whole or played step by step, and the arithmetic of the cell under the
/// cursor; on its second page with the stretched input of a transposed layer.
struct WatchPage: WholeView {
  let state: ExplorerState
  private let scene: WatchScene?
  private let layout: GridLayout
  private let panelWidth: Int
  private let stripRows: Int
  private let size: ScreenSize

  /// Grids of some use beside the hyperparameters.
  private static let leastColumnsWithPanel = (watch: 110, stretched: 140)
  private static let leastRowsWithStrip = 6
  private static let leastRowsWithLongStrip = 16

  init(_ state: ExplorerState) {
    self.state = state
    scene = WatchScene(state)
    size = ScreenSize(columns: state.size.columns, rows: state.size.rows - 2)
    let least = Self.leastColumnsWithPanel
    let hasPanel = size.columns >= (state.view == .stretched ? least.stretched : least.watch)
    panelWidth = hasPanel ? 30 : 0
    // On a tiny screen a row of cells matters more, unless the keys are for the hyperparameters.
    let hasStrip = !hasPanel && (size.rows >= Self.leastRowsWithStrip || state.hasKnobs)
    stripRows = !hasStrip ? 0 : size.rows >= Self.leastRowsWithLongStrip ? 2 : 1
    layout = Self.layout(scene, size, panelWidth, stripRows)
  }

  /// The rows for words that are kept free, as long as all grids are whole.
  private static let textRows = [6, 5, 3, 2]
  /// A title, the numbers of the columns, and three rows of cells.
  private static let leastGridRows = 5

  private static func layout(
    _ scene: WatchScene?, _ size: ScreenSize, _ panelWidth: Int, _ stripRows: Int
  ) -> GridLayout {
    guard let scene else { return GridLayout() }
    let columns = size.columns - panelWidth - 1
    let rows = size.rows - stripRows - 1
    let panes = textRows.map { ScreenSize(columns: columns, rows: rows - $0) }
    // If even the fewest words leave too little room, more need not be tried.
    let grids = GridArrangement(scene)
    let fits = panes.last.map(grids.fits) ?? false
    let whole = fits ? panes.lazy.compactMap(grids.whole).first : nil
    let least = min(rows, max(rows - 6, leastGridRows))
    return whole ?? grids.layout(ScreenSize(columns: columns, rows: least))
  }

  var dropped: [String] {
    guard let scene, !layout.isWhole else { return [] }
    let shown = layout.placed.map(\.grid.pane)
    return LayerGrid.allCases.filter { !shown.contains(WatchPane($0)) }.map(\.word)
      + (scene.isStretched && scene.stretched != nil && !shown.contains(.stretched)
        ? ["stretched input"] : [])
  }

  private var side: HyperparameterSide {
    HyperparameterSide(state: state, width: panelWidth, stripRows: stripRows)
  }

  /// The first column of bar and words.
  private var column: Int { panelWidth + 1 }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    side.draw(&frame)
    switch (state.outcome, scene) {
    case (.failure(let refusal), _):
      let pane = ScreenSize(columns: size.columns - column - 1, rows: size.rows - stripRows)
      let panel = RefusalPanel(state: state, refusal: refusal)
      frame.place(panel.draw(pane), row: stripRows, column: column)
    case (.success(let pass), nil):
      frame.write(pass.traceRefusal, row: stripRows, column: column, style: .notice)
    case (.success, let scene?): draw(scene, &frame)
    }
    return frame
  }

  private func draw(_ scene: WatchScene, _ frame: inout Frame) {
    let keysCursor = frame.cursor
    let columns = frame.size.columns - panelWidth
    let bar = StepBar(state: state, scene: scene)
    frame.place(bar.draw(columns), row: stripRows, column: panelWidth)
    let pane = ScreenSize(columns: columns - 1, rows: layout.rows)
    let (drawn, marks) = layout.draw(pane, scene.spelling)
    frame.place(drawn, row: stripRows + 1, column: column)
    // The terminal's cursor is where the keys are.
    if state.hasKnobs { frame.cursor = keysCursor }
    let row = stripRows + 1 + layout.rows
    let size = ScreenSize(columns: columns - 2, rows: frame.size.rows - row)
    let text = CellText(scene, marks)
    for (offset, line) in text.lines(size).enumerated() {
      frame.write(line, row: row + offset, column: column, width: size.columns)
    }
  }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    if side.contains(place) { return side.target(at: place) }
    return layout.target(at: Place(row: place.row - stripRows - 1, column: place.column - column))
  }
}
