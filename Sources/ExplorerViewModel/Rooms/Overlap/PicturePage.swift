/// A picture below the hyperparameters, or alone, as large as it goes; of a refused layer the
/// reasons and the last map.
struct PicturePage: WholeView {
  let state: ExplorerState

  private var side: HyperparameterSide {
    HyperparameterSide(state: state, width: 0, stripRows: stripRows)
  }

  private var stripRows: Int { state.isPresenting ? 0 : 2 }

  /// What is left for the map; a row of words is below one that is alone or does not fit.
  private func pane(_ size: ScreenSize) -> ScreenSize {
    let all = ScreenSize(columns: size.columns, rows: size.rows - stripRows)
    let withWords = ScreenSize(columns: all.columns, rows: all.rows - 1)
    guard !state.isPresenting else { return withWords }
    let pass = (try? state.outcome.get()) ?? (try? state.former?.forward())
    let fits = pass.map { MapPanel(state, $0).position(all, within: .max).isEmpty } ?? true
    return fits ? all : withWords
  }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    if side.contains(place) { return side.target(at: place) }
    guard state.view != .picture, case .success(let pass) = state.outcome else { return nil }
    if let scene { return GridArrangement(scene).layout(pane(size)).target(at: place) }
    let panel = MapPanel(state, pass)
    let map = map(panel, pane(size))
    let inMap = Place(row: place.row - stripRows, column: place.column - map.column)
    return panel.cell(at: inMap, map.size).map { .cell($0) }
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    side.draw(&frame)
    let (pane, rest) = (pane(size), ScreenSize(columns: size.columns, rows: size.rows - stripRows))
    switch state.outcome {
    case .success(let pass) where state.view == .picture:
      var picture = GreyPicture(pass, fix: state.advice.first, state.capabilities, state.theme)
      picture.isLarge = state.isPresenting
      frame.place(picture.draw(rest), row: stripRows, column: 0)
    case .success(let pass):
      if let scene {
        draw(scene, pane, &frame)
      } else {
        drawMap(pass, pane, hasWords: pane != rest, &frame)
      }
    case .failure(let refusal):
      let panel = RefusalPanel(state: state, refusal: refusal)
      frame.place(panel.draw(rest, beside: pane), row: stripRows, column: 0)
    }
    return frame
  }

  /// The grids of Watch, where they are alone.
  private var scene: WatchScene? { state.view.room == .watch ? WatchScene(state) : nil }

  private func draw(_ scene: WatchScene, _ pane: ScreenSize, _ frame: inout Frame) {
    let drawn = GridArrangement(scene).layout(pane).draw(pane, frame.spelling).frame
    frame.place(drawn, row: 0, column: 0)
    let row = ScreenSize(columns: pane.columns - 2, rows: 1)
    frame.write(lines: CellText(scene).lines(row).prefix(1), row: pane.rows, column: 1)
  }

  private func drawMap(
    _ pass: ForwardPass, _ pane: ScreenSize, hasWords: Bool, _ frame: inout Frame
  ) {
    var panel = MapPanel(state, pass)
    panel.saysCell = !hasWords
    panel.marksCell = state.isMapFocused || !state.isPresenting
    let map = map(panel, pane)
    frame.place(panel.draw(map.size), row: stripRows, column: map.column)
    if let magnifier = panel.magnifier(map.size) {
      let column = map.column + map.size.columns - magnifier.size.columns
      frame.place(magnifier, row: stripRows + 1, column: column)
    }
    guard hasWords else { return }
    let text = panel.marksCell ? panel.cursorText : Insight(state.outcome).seen
    let position = panel.position(pane, within: pane.columns - frame.spelling.width(text) - 4)
    frame.write([Span(" \(text)   ", .value), Span(position, .faint)], row: stripRows + pane.rows)
  }

  /// The map; where it is alone, in the middle of the screen.
  private func map(_ panel: MapPanel, _ pane: ScreenSize) -> (column: Int, size: ScreenSize) {
    guard state.isPresenting else { return (0, pane) }
    let width = min(pane.columns, max(Self.legendWidth, panel.layout(pane).columns))
    return ((pane.columns - width) / 2, ScreenSize(columns: width, rows: pane.rows))
  }

  private static let legendWidth = 60
}
