extension ExplorerState {
  mutating func edit(_ question: LineQuestion, _ entry: TextEntry, _ key: KeyPress) -> Effect? {
    var entry = entry
    switch key {
    case .enter: return answer(question, entry.text)
    case .up where question.prompt(self) == nil, .down where question.prompt(self) == nil:
      let effect = answer(question, entry.text)
      if mode == .browse { step(key == .up ? .up : .down) }
      return effect
    case .escape,
      .backspace where entry.text.isEmpty, .delete where entry.text.isEmpty,
      .control("h") where entry.text.isEmpty:
      leave(question)
    default:
      _ = entry.edit(key)
      mode = .asking(question.edited, entry)
      if case .filter(let row) = question { filter(by: entry.text, around: row) }
    }
    return nil
  }

  /// Takes the line; an error is shown, and the line stays as it is.
  mutating func answer(_ question: LineQuestion, _ text: String) -> Effect? {
    do throws(NotationError) {
      switch question {
      case .value: try takeValue(text)
      case .number: takeNumber(text)
      case .snapshot(let name): return try keepSnapshot(text, replacing: name)
      case .file(let replaces): return try export(to: text, replacing: replaces)
      case .modelInput: try takeModelInput(text)
      case .layerInput(let index): try takeLayerInput(text, index)
      case .module(let isNew): takeModule(text, isNew: isNew)
      case .filter(let row): endFilter(text, around: row)
      }
    } catch { refuse(error.message) }
    return nil
  }

  /// Leaves the line, and goes back to where it came from.
  private mutating func leave(_ question: LineQuestion) {
    switch question {
    case .value, .number, .snapshot, .file, .module: mode = .browse
    case .filter(let row):
      mode = .browse
      filter(by: "", around: row)
    case .modelInput, .layerInput: openModel()
    }
  }
}
