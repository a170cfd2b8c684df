import ConvArithmetic
import LayerNotation

/// The heatmap over the whole screen.
struct MapView: BodyView {
  let state: ExplorerState

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    guard place.row < size.rows - 1, case .success(let pass) = state.outcome else { return nil }
    let pane = ScreenSize(columns: size.columns, rows: size.rows - 1)
    return MapPanel(state, pass).cell(at: place, pane).map { .cell($0) }
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    let pane = ScreenSize(columns: size.columns, rows: size.rows - 1)
    switch state.outcome {
    case .success(let pass):
      let panel = MapPanel(state, pass)
      frame.place(panel.draw(pane), row: 0, column: 0)
      if let magnifier = panel.magnifier(pane) {
        frame.place(magnifier, row: 1, column: size.columns - magnifier.size.columns)
      }
      let room = size.columns - frame.spelling.width(panel.cursorText) - 4
      let position = panel.positions(pane).first { frame.spelling.width($0) <= room } ?? ""
      frame.write(
        [
          Span(" " + panel.cursorText, .value), Span(position.isEmpty ? "" : "   "),
          Span(position, .faint),
        ], row: size.rows - 1)
    case .failure(let refusal):
      let pane = ScreenSize(columns: size.columns - 1, rows: size.rows)
      frame.place(RefusalPanel(state: state, refusal: refusal).draw(pane), row: 0, column: 1)
    }
    return frame
  }
}
