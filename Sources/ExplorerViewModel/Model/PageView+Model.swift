import LayerNotation

extension PageView {
  /// How a model is opened, where none is.
  static func model(_ state: ExplorerState) -> PageView {
    let lines = [
      "No model is open. Start convscope with one, or paste one here:",
      "", "convscope model.txt      what print(model) shows, or its source text",
      "", "A layer of it is explored with Enter, and the list comes back with M.",
    ]
    return PageView(state, page: Page(lines: lines.map { [Span(" " + $0)] }))
  }
}
