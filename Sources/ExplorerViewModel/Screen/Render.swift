import ConvArithmetic
import LayerNotation

/// The whole screen for one state: title above, footer below, the view between them.
package func render(_ state: ExplorerState) -> Frame { Screen(state).draw() }

/// The parts of the screen, and where they go.
struct Screen {
  /// What fills the rows between title and footer.
  enum Body {
    case help(HelpPanel)
    case list(ListPanel)
    case overview(Overview)
    case operations(OperationsView)
    case map(MapView)
    case cells(CellsView)
    case prediction(PredictionView)
    case steps(StepsView)
    case channels(ChannelsView)
  }

  var state: ExplorerState
  let body: Body
  var footer: FooterPanel
  /// The hyperparameters at the left of the body, where there are any.
  var panel: HyperparameterPanel?
  private let strip: LessonStrip?

  init(_ state: ExplorerState) {
    self.state = state
    strip = LessonStrip(state)
    body = Body(state)
    panel = body.panel
    footer = FooterPanel(state: state)
    footer.dropped = body.dropped
    if case .overview(let overview) = body { footer.saysReason = !overview.layout.hasMap }
  }

  func draw() -> Frame {
    let size = state.size
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    frame.theme = state.theme
    frame.place(drawnBody, row: 1, column: 0)
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

  private var drawnBody: Frame {
    let rows = state.size.rows - 2 - (strip?.rows ?? 0)
    let size = ScreenSize(columns: state.size.columns, rows: rows)
    return switch body {
    case .help(let panel): panel.draw(size)
    case .list(let panel): panel.draw(size)
    case .overview(let overview): overview.draw(size)
    case .operations(let operations): operations.draw(size)
    case .map(let map): map.draw(size)
    case .cells(let cells): cells.draw(size)
    case .prediction(let prediction): prediction.draw(size)
    case .steps(let steps): steps.draw(size)
    case .channels(let channels): channels.draw(size)
    }
  }
}

extension Screen.Body {
  /// What a state shows, and the only place that decides whether anything is seen that follows
  /// from the layer; the title has a sign of its own.
  fileprivate init(_ outside: ExplorerState) {
    if outside.mode == .browse, let prediction = outside.prediction {
      self = .prediction(PredictionView(state: outside.shown, prediction: prediction))
      return
    }
    let state = outside.inside
    self =
      switch (state.mode, state.view) {
      case (.help, _): .help(HelpPanel(state: state))
      case (.presets(let selected), _): .list(.presets(state, selected: selected))
      case (.lessons(let selected), _): .list(.lessons(state, selected: selected))
      case (_, .overview): .overview(Overview(state))
      case (_, .operations): .operations(OperationsView(state: state))
      case (_, .map): .map(MapView(state: state))
      case (_, .cells): .cells(CellsView(state: state))
      case (_, .steps): .steps(StepsView(state: state))
      case (_, .channels): .channels(ChannelsView(state: state))
      }
  }

  /// The hyperparameters beside it, where there are any.
  fileprivate var panel: HyperparameterPanel? {
    switch self {
    case .overview(let view): view.panel
    case .operations(let view): view.panel
    case .cells(let view): view.panel
    case .steps(let view): view.panel
    case .channels(let view): view.panel
    case .help, .list, .map, .prediction: nil
    }
  }

  /// What it has no room for.
  fileprivate var dropped: [String] {
    switch self {
    case .overview(let view): view.layout.dropped
    case .operations(let view): view.dropped
    case .cells(let view): view.layout.dropped
    case .steps(let view): view.layout.dropped
    case .channels(let view): view.dropped
    case .help, .list, .map, .prediction: []
    }
  }
}

/// How far the text of a state can be scrolled.
func scrollLimit(_ state: ExplorerState) -> Int {
  let state = state.inside
  let rows = max(0, state.size.rows - 2)
  if state.mode == .browse, let prediction = state.prediction {
    let view = PredictionView(state: state.shown, prediction: prediction)
    return max(0, view.lines(state.size.columns).count - rows)
  }
  switch (state.mode, state.view) {
  case (.help, _):
    return max(0, HelpPanel(state: state).lines(width: state.size.columns).count - rows)
  case (_, .operations):
    return max(0, OperationsView(state: state).lines.count - rows)
  case (_, .overview), (_, .map), (_, .cells), (_, .steps), (_, .channels): return 0
  }
}

/// The heatmap over the whole screen.
struct MapView {
  let state: ExplorerState

  /// The cell of the map at a place of the view, for a mouse.
  func cell(at place: Place, _ size: ScreenSize) -> Spatial<Int>? {
    guard place.row < size.rows - 1, case .success(let pass) = state.outcome else { return nil }
    let pane = ScreenSize(columns: size.columns, rows: size.rows - 1)
    return MapPanel(state, pass).cell(at: place, pane)
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    let pane = ScreenSize(columns: size.columns, rows: size.rows - 1)
    switch state.outcome {
    case .success(let pass):
      let panel = MapPanel(state, pass)
      frame.place(panel.draw(pane), row: 0, column: 0)
      let position = panel.positions(pane).first ?? ""
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

/// All formulas beside the hyperparameters, which can be changed meanwhile.
struct OperationsView {
  let state: ExplorerState
  private static let panelWidth = 30
  private static let leastColumnsWithPanel = 80

  private var hasPanel: Bool { state.size.columns >= Self.leastColumnsWithPanel }
  private var textColumn: Int { hasPanel ? Self.panelWidth + 1 : 0 }

  private var text: OperationsText? {
    guard case .success(let pass) = state.outcome else { return nil }
    return OperationsText(state, pass, width: state.size.columns - textColumn)
  }

  var lines: [[Span]] { text?.lines ?? [] }

  /// The hyperparameters, where there is room for them.
  var panel: HyperparameterPanel? { side.panel }

  private var side: HyperparameterSide {
    HyperparameterSide(state: state, width: textColumn, gap: 1)
  }

  /// What is at a place of the view, for a mouse.
  func target(at place: Place) -> ExplorerState.Target? {
    side.contains(place) ? side.target(at: place) : .text
  }

  /// What of the counts a narrow screen has no room for.
  var dropped: [String] {
    guard case .success = state.outcome else { return [] }
    return OperationsText.dropped(width: state.size.columns - textColumn)
  }

  /// The lines of the chosen tool.
  var selectedLines: Range<Int> { text?.selectedLines ?? 0..<0 }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    let pane = ScreenSize(columns: size.columns - textColumn, rows: size.rows)
    side.draw(&frame)
    if case .failure(let refusal) = state.outcome {
      let pane = ScreenSize(columns: pane.columns - 1, rows: pane.rows)
      let reasons = RefusalPanel(state: state, refusal: refusal).draw(pane)
      frame.place(reasons, row: 0, column: textColumn + 1)
    }
    frame.write(lines, scrolledTo: state.scroll, column: textColumn)
    return frame
  }
}
