/// What fills the rows between title and footer: one type says all that the screen asks of a view.
protocol BodyView: Sendable {
  /// What it has no room for.
  var dropped: [String] { get }
  /// Whether it says the reasons of a refusal, which need a place in the footer otherwise.
  var hasReasons: Bool { get }
  /// The lines of its text, where that can be scrolled.
  var lineCount: Int { get }
  /// The lines of what is chosen in it.
  var chosenLines: Range<Int> { get }
  func draw(_ size: ScreenSize) -> Frame
  /// What is at a place of it, for a mouse.
  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target?
}

extension BodyView {
  var dropped: [String] { [] }
  var hasReasons: Bool { true }
  var lineCount: Int { 0 }
  var chosenLines: Range<Int> { 0..<0 }
  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? { nil }
}

/// What a state shows, and the only place that decides whether anything is seen that follows
/// from the layer; the title has a sign of its own.
func body(of outside: ExplorerState) -> any BodyView {
  if outside.mode == .browse, let prediction = outside.prediction {
    return PredictionView(state: outside.shown, prediction: prediction)
  }
  let state = outside.inside
  switch state.mode {
  case .help: return HelpPanel(state: state)
  case .choosing(let chooser): return ChooserPanel(state, chooser)
  case .browse, .typing, .typingNumber, .command, .asking: break
  }
  switch state.view {
  case .overview where state.isPresenting, .verdict where state.isPresenting, .map, .picture:
    return PicturePage(state: state)
  case .overview: return LayerPage(state)
  case .operations: return PageView.operations(state)
  case .cells: return CellsView(state: state)
  case .steps: return StepsView(state: state)
  case .channels: return ChannelsView(state: state)
  case .solver: return SolverView(state: state)
  case .verdict: return PageView.verdict(state)
  case .code: return PageView.code(state)
  case .compare: return TableView.comparison(state)
  case .sweep: return TableView.sweep(state)
  case .budget: return PageView.budget(state)
  case .model: return PageView.model(state)
  }
}

/// How far the text of a state can be scrolled.
func scrollLimit(_ state: ExplorerState) -> Int {
  max(0, body(of: state).lineCount - max(0, state.inside.size.rows - 2))
}
