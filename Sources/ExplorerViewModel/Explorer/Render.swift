/// The whole screen for one state: rooms and title above, footer below, the page between them.
package func render(_ state: ExplorerState) -> Frame { Screen(state).draw() }

struct Screen {
  let state: ExplorerState
  let body: any BodyView
  let footer: FooterPanel
  private let strip: LessonStrip?

  init(_ state: ExplorerState) {
    self.state = state
    strip = LessonStrip(state)
    body = ExplorerViewModel.body(of: state)
    footer = FooterPanel(
      state: state, dropped: body.dropped, saysReason: !body.hasReasons,
      commands: Command.hints)
  }

  func draw() -> Frame {
    let size = state.size
    var frame = Frame(size: size, spelling: state.spelling)
    frame.theme = state.theme
    let rows = size.rows - 1 - state.headRows - (strip?.rows ?? 0)
    let drawn = body.draw(ScreenSize(columns: size.columns, rows: rows))
    frame.place(drawn, row: state.headRows, column: 0)
    if let bar = state.bar { frame.place(bar.draw(), row: 0, column: 0) }
    let title = TitlePanel(state: state.shown).draw(ScreenSize(columns: size.columns, rows: 1))
    frame.place(title, row: state.headRows - 1, column: 0)
    if let strip { frame.place(strip.draw(), row: size.rows - 1 - strip.rows, column: 0) }
    // A screen of one row has room for the title alone.
    guard size.rows > 1 else { return frame }
    let last = footer.draw(size.columns)
    frame.place(last, row: size.rows - last.size.rows, column: 0)
    return frame
  }
}

extension ExplorerState {
  var bar: RoomBar? {
    hasBar ? RoomBar(room: view.room, columns: size.columns, spelling: spelling) : nil
  }
}
