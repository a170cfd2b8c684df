/// The whole screen for one state: rooms and title above, footer below, the page between them.
package func render(_ state: ExplorerState) -> Frame {
  var picture = Picture()
  picture.show(state)
  return picture.frame
}

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

  /// The parts from the lowest to the uppermost: the footer may cover the end of the page.
  var parts: [Part] {
    let size = state.size
    let line = ScreenSize(columns: size.columns, rows: 1)
    let rows = size.rows - 1 - state.headRows - (strip?.rows ?? 0)
    var parts = body.parts(ScreenSize(columns: size.columns, rows: rows))
    for index in parts.indices { parts[index].place.row += state.headRows }
    if let bar = state.bar { parts.append(Part(bar, row: 0, line)) }
    let title = TitlePanel(state: state.shown.unselected)
    parts.append(Part(title, row: state.headRows - 1, line))
    if let strip { parts.append(Part(strip.draw(), row: size.rows - 1 - strip.rows)) }
    // A screen of one row has room for the title alone.
    guard size.rows > 1 else { return parts }
    let last = footer.draw(size.columns)
    return parts + [Part(last, row: size.rows - last.size.rows)]
  }
}

extension ExplorerState {
  var bar: RoomBar? {
    guard hasBar else { return nil }
    return RoomBar(
      room: view.room, escapes: leavesRoom, columns: size.columns, spelling: spelling)
  }
}
