import ConvArithmetic
import LayerNotation

extension PlainSession {
  /// The layers of the model, each with its number.
  var layers: [String] {
    guard let model = state.model else {
      return ["no model is open: convscope --plain model.txt"]
    }
    let lines = model.layers.indices.map { "\($0 + 1)  \(model.line($0))" }
    return [model.countText] + lines + model.problemLines.map { "not understood: \($0)" }
      + ["layer and its number explores one"]
  }

  /// Explores a layer of the model; `nil` for words that make no sense.
  mutating func layer(_ words: [String]) -> [String]? {
    guard let model = state.model else { return layers }
    guard let number = words.first.flatMap({ Int($0) }), words.count <= 2 else { return nil }
    guard model.layers.indices.contains(number - 1) else {
      return ["there is no layer \(number); layers lists them"]
    }
    state.takeLayer(number - 1)
    if words.count == 2 {
      _ = state.answer(.layerInput(number - 1), words[1])
    } else if case .asking(_, let entry) = state.mode {
      // Nobody can be asked here.
      _ = state.answer(.layerInput(number - 1), entry.text)
      return ["its input is not known; \(entry.text) is taken"] + changes
    }
    state.mode = .browse
    return changes
  }
}

extension PlainSession {
  mutating func keep(_ words: [String]) -> [String]? {
    do throws(SnapshotName.Fault) {
      let name = try SnapshotName(words.joined(separator: " "))
      return tell(.keep(name, state.shareLine, overwrites: false))
    } catch {
      return [error.message]
    }
  }

  var snapshots: [String] {
    mutating get {
      _ = tell(.listSnapshots)
      guard !state.snapshots.isEmpty else { return ["no snapshots; keep and a name keeps one"] }
      return state.snapshots.map { snapshot in
        let layer = snapshot.subject?.layer.shorthand ?? "cannot be opened"
        return "\(snapshot.name.text): \(layer)"
      }
    }
  }

  mutating func open(_ words: [String]) -> [String]? {
    guard let name = try? SnapshotName(words.joined(separator: " ")) else { return nil }
    _ = tell(.listSnapshots)
    guard let snapshot = state.snapshots.first(where: { $0.name == name }) else {
      return ["there is no snapshot \(quoted(name.text)); snapshots lists them"]
    }
    state.take(snapshot)
    return [state.message?.text].compactMap(\.self) + summary
  }

  /// What became of an effect, in words.
  private mutating func tell(_ effect: Effect) -> [String] {
    guard let reply = perform(effect) else { return ["nothing is kept here"] }
    state.take(reply)
    state.mode = .browse
    switch reply {
    case .kept(let name): return ["kept as \(quoted(name.text))"]
    case .taken(let name): return ["\(quoted(name.text)) is there already; another name is free"]
    case .failed(let reason): return [reason]
    case .deleted, .snapshots: return []
    }
  }
}
