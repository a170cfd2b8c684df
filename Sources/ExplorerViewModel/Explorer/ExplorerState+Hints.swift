extension Command {
  /// What the footer says about the keys that mean something in a state, the most needed first.
  package static func hints(in state: ExplorerState) -> [(keys: String, word: String)] {
    // A picture that is shown alone needs only the keys that leave it.
    let isAlone = state.isPresenting && state.scene == .browse
    let (scene, arrows, view) = (state.scene, state.arrows, state.view)
    return ranked.compactMap { place, scenes, hint, deed in
      guard !isAlone || [goBack.place, quit.place].contains(place), scenes.contains(scene),
        deed.condition(state), let word = deed.hint?(state) ?? hint.word(arrows, view)
      else { return nil }
      return (hint.keys, word)
    }
  }

  /// Those of the same rank in the order of the table; no more of each than every key asks for.
  private static let ranked: [(place: Int, scenes: [Scene], hint: Hint, deed: Deed)] =
    all.compactMap { command in
      command.hint.map { (command.place, command.scenes, $0, command.deed) }
    }
    .sorted { ($0.hint.rank, $0.place) < ($1.hint.rank, $1.place) }
}

extension ExplorerState {
  /// What Enter does, unless it takes something from a list.
  var enterWord: String? {
    switch arrows {
    case .knobs where view.room == .watch && lacksCells: nil
    case .knobs where view.room == .model && network == nil: "networks"
    case .knobs where choiceCount > 0: view.choiceName
    case .knobs: "picture"
    case .map: lacksCells ? nil : "why"
    case .list where view.listsModules:
      network?.isLayerSelected == true ? "explore" : "edit"
    case .levels:
      prediction.map { $0.isAsking ? ($0.isBlank ? "show it" : "answer") : wordAfterAnswer }
    default: nil
    }
  }

  private var wordAfterAnswer: String {
    asksForLesson ? lesson?.isAnswered == true ? "picture" : "again" : "next"
  }

  /// What stands for a word where the arrows are for the hyperparameters.
  func ifKnobs(_ word: @autoclosure () -> String?) -> String? { arrows == .knobs ? word() : nil }
}
