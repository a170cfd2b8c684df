/// The hyperparameters of a view that shows something else: at its left with a line beside them,
/// or in a row or two above it.
struct HyperparameterSide {
  let state: ExplorerState
  /// The columns at the left, the line included; 0 where there is no room for them.
  let width: Int
  /// Blank columns before the line.
  var gap = 0
  /// The rows above it; 0 if there is no room for them, either.
  var stripRows = 0

  private var strip: HyperparameterStrip { HyperparameterStrip(state: state, rows: stripRows) }

  var panel: HyperparameterPanel? {
    guard width > 0 else { return nil }
    let size = ScreenSize(columns: width - 1 - gap, rows: state.size.rows - 2)
    return HyperparameterPanel(state: state, size: size, hasNotes: size.rows >= 14)
  }

  func draw(_ frame: inout Frame) {
    if stripRows > 0 { frame.place(strip.draw(frame.size.columns), row: 0, column: 0) }
    guard let panel else { return }
    frame.place(panel.draw(), row: 0, column: 0)
    frame.line(column: width - 1, rows: frame.size.rows)
  }

  /// Whether a place of the view belongs to the hyperparameters.
  func contains(_ place: Place) -> Bool { place.row < stripRows || place.column < width - 1 }

  func target(at place: Place) -> ExplorerState.Target? {
    if place.row < stripRows { return strip.item(at: place, state.size.columns).map { .row($0) } }
    return panel?.target(at: place.row).map { .row($0) }
  }
}
