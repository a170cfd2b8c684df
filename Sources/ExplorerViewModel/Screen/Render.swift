/// The whole screen for one state: title above, footer below, the view between them.
package func render(_ state: ExplorerState) -> Frame { Screen(state).draw() }

/// The parts of the screen, and where they go.
struct Screen {
  var state: ExplorerState
  let body: any BodyView
  var footer: FooterPanel
  /// The hyperparameters at the left of the body, where there are any.
  var panel: HyperparameterPanel?
  private let strip: LessonStrip?

  init(_ state: ExplorerState) {
    self.state = state
    strip = LessonStrip(state)
    body = ExplorerViewModel.body(of: state)
    panel = body.panel
    footer = FooterPanel(state: state)
    footer.dropped = body.dropped
    footer.saysReason = !body.hasReasons
  }

  func draw() -> Frame {
    let size = state.size
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    frame.theme = state.theme
    let rows = size.rows - 2 - (strip?.rows ?? 0)
    let drawn = body.draw(ScreenSize(columns: size.columns, rows: rows))
    frame.place(drawn, row: 1, column: 0)
    let title = TitlePanel(state: state.shown).draw(ScreenSize(columns: size.columns, rows: 1))
    frame.place(title, row: 0, column: 0)
    if let strip { frame.place(strip.draw(), row: size.rows - 1 - strip.rows, column: 0) }
    // A screen of one row has room for the title alone.
    if size.rows > 1 { drawFooter(&frame) }
    return frame
  }

  func drawFooter(_ frame: inout Frame) {
    frame.place(footer.draw(state.size.columns), row: state.size.rows - 1, column: 0)
  }
}
