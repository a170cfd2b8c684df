/// What the footer says about a command's keys, where they are needed most.
struct Hint: Sendable {
  /// Its rank in the footer, the lowest first.
  let rank: Int
  /// The keys as they are shown.
  let keys: String
  /// What they do in a view, for a use of the arrows; in any view if none is named.
  private let cases: [(uses: [ArrowUse], views: [View], word: String)]
  /// What they do, if that depends on more.
  private let other: (@Sendable (ExplorerState) -> String?)?

  /// A hint of `commands.tsv`, such as `knobs: select; list budget: change`.
  init?(_ row: DataRow, _ key: KeyPress?, _ other: (@Sendable (ExplorerState) -> String?)?) {
    guard let rank = Int(row["rank"]) else { return nil }
    (self.rank, self.other) = (rank, other)
    keys = row["hint keys"].isEmpty ? key?.name ?? "" : row["hint keys"]
    cases = row["hint"].split(separator: ";").map { text in
      let parts = text.split(separator: ":")
      let names = (parts.first ?? "").split(separator: " ").map(String.init)
      let uses = names.compactMap(ArrowUse.init)
      // The pages stand after the uses of the arrows, one of which is called like a page.
      let views = names.dropFirst(uses.count).compactMap(View.init(rawValue:))
      return (uses, views, String((parts.last ?? "").trimmed))
    }
  }

  /// What the keys do now; `nil` if that need not be said.
  func word(_ state: ExplorerState) -> String? {
    if let word = other?(state) { return word }
    let (arrows, view) = (state.arrows, state.view)
    let found = cases.first { uses, views, _ in
      uses.contains(arrows) && (views.isEmpty || views.contains(view))
    }
    return found.map { $0.word.filled(["choice": view.choiceName]) }
  }
}

extension Command {
  /// What the footer says about the keys that mean something in a state, the most needed first.
  package static func hints(in state: ExplorerState) -> [(keys: String, word: String)] {
    // A picture that is shown alone needs only the keys that leave it.
    let isAlone = state.isPresenting && state.scene == .browse
    return ranked.filter {
      $0.command.applies(to: state) && (!isAlone || [goBack, quit].contains($0.command))
    }.compactMap { command, hint in hint.word(state).map { (hint.keys, $0) } }
  }

  /// Those of the same rank in the order of the table.
  private static let ranked: [(command: Command, hint: Hint)] = all.enumerated()
    .compactMap { row, command in command.hint.map { (row: row, command: command, hint: $0) } }
    .sorted { ($0.hint.rank, $0.row) < ($1.hint.rank, $1.row) }
    .map { ($0.command, $0.hint) }
}

extension ExplorerState {
  /// What Enter does, unless it takes something from a list.
  var enterWord: String? {
    switch arrows {
    case .knobs where view.room == .watch && lacksCells: nil
    case .knobs where choiceCount > 0: view.choiceName
    case .knobs: view.room == .watch && player.steps != nil ? "step" : "picture"
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
