import ConvArithmetic
import LayerNotation

/// Input, kernel and output side by side, with everything marked that one cell is tied to, and
/// the arithmetic of that cell below.
struct CellsView: BodyView {
  let state: ExplorerState
  let layout: CellsLayout
  private let grids: [CellGrid]

  private var spelling: Spelling { state.capabilities.spelling }

  init(state: ExplorerState) {
    self.state = state
    grids = CellGrid.all(of: state)
    layout = CellsLayout(
      ScreenSize(columns: state.size.columns, rows: state.size.rows - 2),
      cursor: state.cellCursor, hasKnobs: state.hasKnobs,
      needs: grids.map { ($0.grid, $0.panel.wholeSize) })
  }

  var dropped: [String] { layout.dropped }

  private var side: HyperparameterSide {
    HyperparameterSide(state: state, width: layout.panelWidth, hasStrip: layout.hasStrip)
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: spelling)
    side.draw(&frame)
    switch state.outcome {
    case .failure(let refusal):
      let column = layout.panelWidth + 1
      let pane = ScreenSize(columns: size.columns - column - 1, rows: size.rows - layout.gridRow)
      let panel = RefusalPanel(state: state, refusal: refusal)
      frame.place(panel.draw(pane), row: layout.gridRow, column: column)
    case .success(let pass):
      guard let trace = state.trace else {
        frame.write(
          "the places of this layer exceed 64 bits", row: layout.gridRow,
          column: layout.panelWidth + 1, style: .notice)
        return frame
      }
      drawLine(&frame)
      let marks = drawGrids(&frame)
      drawText(CellText(state, pass, trace, marks), &frame)
    }
    return frame
  }

  private var placed: [(grid: CellGrid, pane: CellsLayout.Pane)] {
    layout.panes.compactMap { pane in grids.first { $0.grid == pane.grid }.map { ($0, pane) } }
  }

  private func drawGrids(_ frame: inout Frame) -> [CellMark] {
    var marks: [CellMark] = []
    for (grid, pane) in placed {
      var drawn = grid.draw(pane.size)
      // The terminal's cursor is where the keys are.
      if state.hasKnobs { drawn.frame.cursor = nil }
      frame.place(drawn.frame, row: layout.gridRow, column: pane.column)
      for mark in drawn.marks where !marks.contains(mark) { marks.append(mark) }
    }
    return marks
  }

  /// The line below the grids, with what the last key changed.
  private func drawLine(_ frame: inout Frame) {
    guard layout.textRows > 0 else { return }
    let (row, start) = (layout.lineRow, layout.panelWidth)
    for column in start..<frame.size.columns {
      frame.write("─", row: row, column: column, style: .line)
    }
    if start > 0 { frame.write("├", row: row, column: start - 1, style: .line) }
    let column = start + 1
    let room = frame.size.columns - column - 3
    if let text = state.lastChange?.text(width: room, spelling) {
      frame.write(" \(text) ", row: row, column: column, style: .key)
    }
  }

  private func drawText(_ text: CellText, _ frame: inout Frame) {
    let column = layout.panelWidth + 1
    let width = frame.size.columns - column - 1
    let lines = text.lines(ScreenSize(columns: width, rows: layout.textRows))
    for (offset, line) in lines.enumerated() {
      frame.write(line, row: layout.lineRow + 1 + offset, column: column, width: width)
    }
  }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    if side.contains(place) { return side.target(at: place) }
    for (grid, pane) in placed {
      let inPane = Place(row: place.row - layout.gridRow, column: place.column - pane.column)
      guard inPane.row < pane.size.rows, inPane.column < pane.size.columns else { continue }
      if let cell = grid.cell(at: inPane, pane.size) {
        return .gridCell(pane.grid, cell)
      }
    }
    return nil
  }
}
