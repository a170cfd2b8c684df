import LayerNotation

extension PageView {
  /// How a model is opened, where none is.
  static func model(_ state: ExplorerState) -> PageView {
    let paragraphs = [
      "No model is open. Paste what print(model) shows, or its source text, or start with a file:",
      "convscope model.txt",
      "Then \(KeyPress.enter.name) explores one of its layers, and"
        + " \(Command.visiting(.model).keyNames) lists them again.",
    ]
    return PageView(always: state) { writer, _ in
      Page(lines: paragraphs.flatMap { writer.paragraph($0) + [[]] })
    }
  }
}
