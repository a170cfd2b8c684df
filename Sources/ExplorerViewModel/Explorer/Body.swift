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
  case .browse, .asking: break
  }
  if state.isPresenting, [.layer, .watch, .overlap].contains(state.view.room) {
    return PicturePage(state: state)
  }
  switch state.view {
  case .map, .picture: return PicturePage(state: state)
  case .overview: return LayerPage(state)
  case .watch, .stretched: return WatchPage(state)
  case .verdict: return PageView(state, \.verdict)
  case .solver:
    return PageView(always: state) { writer, _ in SolverPage(state: state, writer: writer).page }
  case .compare: return PageView.comparison(state)
  case .sweep: return PageView.sweep(state)
  case .operations: return PageView(state, \.operations)
  case .tools: return PageView(state, \.tools)
  case .formulas: return PageView(state, \.formulas)
  case .budget: return PageView(state, \.budget)
  case .channels: return PageView(state, \.channels)
  case .code: return PageView(state, \.code)
  case .model, .reach, .weights, .evenness, .fits, .totals: return PageView.model(state)
  }
}
