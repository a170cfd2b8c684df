import ConvArithmetic
import LayerNotation

/// A picture below a row of hyperparameters; of a refused layer the reasons and the last map.
struct PicturePage: BodyView {
  let state: ExplorerState

  private var side: HyperparameterSide {
    HyperparameterSide(state: state, width: 0, hasStrip: true)
  }

  /// What is below the row of hyperparameters.
  private func pane(_ size: ScreenSize) -> ScreenSize {
    ScreenSize(columns: size.columns, rows: size.rows - 1)
  }

  /// The map, a row for the cell under the cursor below it.
  private func map(_ pane: ScreenSize) -> ScreenSize {
    ScreenSize(columns: pane.columns, rows: pane.rows - 1)
  }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    if side.contains(place) { return side.target(at: place) }
    guard state.view == .map, place.row < size.rows - 1, case .success(let pass) = state.outcome
    else { return nil }
    let inMap = Place(row: place.row - 1, column: place.column)
    return MapPanel(state, pass).cell(at: inMap, map(pane(size))).map { .cell($0) }
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    side.draw(&frame)
    let pane = pane(size)
    let picture: Frame =
      switch state.outcome {
      case .success(let pass) where state.view == .map: drawMap(pass, pane)
      case .success(let pass): GreyPicture(pass, state.capabilities, state.theme).draw(pane)
      case .failure(let refusal):
        RefusalPanel(state: state, refusal: refusal).draw(pane, beside: map(pane))
      }
    frame.place(picture, row: 1, column: 0)
    return frame
  }

  private func drawMap(_ pass: ForwardPass, _ pane: ScreenSize) -> Frame {
    var frame = Frame(size: pane, spelling: state.capabilities.spelling)
    let (panel, size) = (MapPanel(state, pass), map(pane))
    frame.place(panel.draw(size), row: 0, column: 0)
    if let magnifier = panel.magnifier(size) {
      frame.place(magnifier, row: 1, column: size.columns - magnifier.size.columns)
    }
    let text = panel.cursorText
    let room = size.columns - frame.spelling.width(text) - 4
    let position = panel.positions(size).first { frame.spelling.width($0) <= room } ?? ""
    frame.write([Span(" \(text)   ", .value), Span(position, .faint)], row: size.rows)
    return frame
  }
}
