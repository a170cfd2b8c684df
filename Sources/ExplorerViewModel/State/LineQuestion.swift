/// What a typed line answers, other than a command.
package enum LineQuestion: Equatable, Sendable {
  /// A value of the selected row.
  case value
  /// A number of the input or the kernel.
  case number
  /// The name of a snapshot; Enter once more replaces one that is there.
  case snapshot(replacing: SnapshotName?)
  /// The name of a file that the map is written to; Enter once more replaces one that is there.
  case file(replaces: Bool)
  /// The shape of the input of the whole model.
  case modelInput
  /// The shape of the input of one of its layers.
  case layerInput(Int)
  /// A module of the network: another one in its place, or one after it.
  case module(isNew: Bool)
  /// What the listed modules of the network have; the row that was chosen before.
  case filter(around: Int)

  /// The prompt before the line; `nil` for a line that is typed in its place on the page.
  func prompt(_ state: ExplorerState) -> String? {
    switch self {
    case .value, .number: nil
    case .snapshot: "name of the snapshot: "
    case .file: "file: "
    case .filter: "filter: "
    case .module(let isNew): isNew ? "insert: " : "module: "
    case .modelInput: Self.prompt("the model", state.model?.layers.first)
    case .layerInput(let index):
      (state.model?.layers[at: index]).map { Self.prompt($0.name, $0) }
    }
  }

  /// Asks for the input of a name, which has the axes of a layer: `input of up, N,C,H,W: `.
  private static func prompt(_ name: String, _ layer: ModelLayer?) -> String {
    "input of \(name), \((layer?.layer ?? ConvLayer()).inputLetters): "
  }

  /// The question once its line has been changed: another name asks again.
  var edited: LineQuestion { if case .file = self { .file(replaces: false) } else { self } }
}

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
