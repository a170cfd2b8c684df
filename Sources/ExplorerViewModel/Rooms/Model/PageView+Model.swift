import LayerNotation

extension PageView {
  /// How a model is opened, where none is.
  static func model(_ state: ExplorerState) -> PageView {
    let paragraphs = [
      "No model is open. Paste what print(model) shows, or its source text, or start with a file:",
      "convscope model.txt", "Then Enter explores one of its layers, and M lists them again.",
    ]
    let width = textWidth(state) - 2
    let lines = paragraphs.flatMap { wrap($0, width: width, state.capabilities.spelling) + [""] }
    return PageView(state, page: Page(lines: lines.map { [Span(" " + $0)] }))
  }
}
