import ConvArithmetic
import LayerNotation

/// The layers that make a wanted size, beside the hyperparameters.
struct SolverView: BodyView {
  let state: ExplorerState
  private static let panelWidth = 30
  private static let leastColumnsWithPanel = 80

  private var paneColumn: Int {
    state.size.columns >= Self.leastColumnsWithPanel ? Self.panelWidth + 1 : 0
  }
  private var side: HyperparameterSide {
    HyperparameterSide(state: state, width: paneColumn, gap: 1)
  }
  private var text: SolverText {
    SolverText(
      state, ScreenSize(columns: state.size.columns - paneColumn, rows: state.size.rows - 2))
  }

  var dropped: [String] { text.dropped }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    if side.contains(place) { return side.target(at: place) }
    return text.index(at: place.row).map { .choice($0) }
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    side.draw(&frame)
    let text = text
    for (row, line) in text.lines.enumerated() {
      frame.write(line, row: row, column: paneColumn)
    }
    if let row = text.cursorRow { frame.cursor = Place(row: row, column: paneColumn + 1) }
    return frame
  }
}
