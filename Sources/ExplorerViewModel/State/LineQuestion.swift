import LayerNotation

/// What a line is asked for, besides values and commands.
package enum LineQuestion: Equatable, Sendable {
  /// The name of a new snapshot.
  case snapshot
  /// Whether the snapshot of a name is replaced, or another name.
  case replacement(SnapshotName)
  /// The name of a file that the map is written to; Enter once more replaces one that is there.
  case file(replaces: Bool)
  /// The shape of the input of the whole model.
  case modelInput
  /// The shape of the input of one of its layers.
  case layerInput(Int)

  /// What stands before the line.
  func prompt(_ state: ExplorerState) -> String {
    switch self {
    case .snapshot, .replacement: return "name of the snapshot: "
    case .file: return "file: "
    case .modelInput: return "input of the model, N,C,H,W: "
    case .layerInput(let index):
      return "input of \(state.model?.layers[at: index]?.name ?? "it"), N,C,H,W: "
    }
  }

  /// The question once its line has been changed: another name asks again.
  var edited: LineQuestion {
    if case .file = self { .file(replaces: false) } else { self }
  }
}

extension ExplorerState {
  /// Takes the line; an error is shown, and the line stays as it is.
  mutating func answer(_ question: LineQuestion, _ text: String) -> Effect? {
    do throws(NotationError) {
      switch question {
      case .snapshot: return try keepSnapshot(text, replacing: nil)
      case .replacement(let name): return try keepSnapshot(text, replacing: name)
      case .file(let replaces): return export(to: text, replacing: replaces)
      case .modelInput: try takeModelInput(text)
      case .layerInput(let index): try takeLayerInput(text, index)
      }
    } catch { refuse(error.message) }
    return nil
  }

  /// Leaves the line, and goes back to where it came from.
  mutating func leave(_ question: LineQuestion) {
    switch question {
    case .snapshot, .replacement, .file: mode = .browse
    case .modelInput, .layerInput: openModel()
    }
  }
}
