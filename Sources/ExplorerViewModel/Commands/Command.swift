import LayerNotation

/// Something that a person can ask for: by a key, a click, a word in the palette or in plain mode.
///
/// A new one is one more row; keys, footer, help, palette, plain mode and README follow from it.
package struct Command: Sendable {
  /// What a command is about; the help shows one group after the other.
  package enum Group: String, CaseIterable, Sendable {
    case change = "Select and change"
    case show = "What is shown"
    case layer = "The layer"
    case design = "Design a layer"
    case learn = "Learn"
    case steps = "Play, in Watch"
    case program = "The program"
  }

  /// What lies over the screen, if anything does.
  struct Scenes: OptionSet, Sendable {
    let rawValue: Int
    static let browse = Scenes(rawValue: 1)
    static let help = Scenes(rawValue: 2)
    static let question = Scenes(rawValue: 4)
    static let everywhere: Scenes = [.browse, .help, .question]
  }

  /// What the footer says of a command's keys, where they are needed most.
  struct Hint: Sendable {
    /// How soon it is shown, the least first.
    let rank: Int
    /// The keys as they are shown, if not as help has them.
    let keys: String?
    /// What they do now; `nil` where that need not be said.
    let word: @Sendable (ExplorerState) -> String?

    init(_ rank: Int, keys: String? = nil, word: @escaping @Sendable (ExplorerState) -> String?) {
      (self.rank, self.keys, self.word) = (rank, keys, word)
    }

    /// A hint for where the arrows are for the hyperparameters.
    init(_ rank: Int, _ word: String, keys: String? = nil) {
      self.init(rank, keys: keys) { $0.arrows == .knobs ? word : nil }
    }
  }

  typealias Act = @Sendable (inout ExplorerState, String) -> Effect?
  typealias Answer = @Sendable (PlainWords, String) -> [String]

  /// The word that asks for it; empty for what only keys can do.
  package let name: String
  /// Other words that mean the same.
  package let words: [String]
  package let group: Group
  package let keys: [KeyPress]
  package let help: String
  /// An example of the text that may follow the word.
  package let argument: String?
  let hint: Hint?
  /// The names of the keys in short, where listing them all would be long.
  private let keyRange: String?
  private let scenes: Scenes
  private let condition: @Sendable (ExplorerState) -> Bool
  /// Does it; `nil` for what has no meaning on the screen.
  ///
  /// It has the text after the word, or the character of a key that has no word, and says in a
  /// message what is wrong with it.
  let act: Act?
  /// What plain mode says afterwards; `nil` for what has no meaning there.
  let answer: Answer?

  init(
    _ name: String, or words: [String] = [], _ group: Group, _ keys: [KeyPress],
    named keyRange: String? = nil, _ help: String, argument: String? = nil, hint: Hint? = nil,
    in scenes: Scenes = .browse,
    where condition: @escaping @Sendable (ExplorerState) -> Bool = { _ in true },
    act: (@Sendable (inout ExplorerState) -> Void)? = nil,
    read: (@Sendable (inout ExplorerState, String) -> Void)? = nil, take: Act? = nil,
    say answer: Answer? = nil
  ) {
    (self.name, self.words, self.group, self.keys) = (name, words, group, keys)
    (self.keyRange, self.help, self.argument, self.hint) = (keyRange, help, argument, hint)
    (self.scenes, self.condition, self.answer) = (scenes, condition, answer)
    self.act =
      if let read {
        { state, text in
          read(&state, text)
          return nil
        }
      } else if let act {
        { state, _ in
          act(&state)
          return nil
        }
      } else {
        take
      }
  }
}

extension Command: Equatable {
  package static func == (left: Command, right: Command) -> Bool {
    left.name == right.name && left.keys == right.keys
  }
}

extension Command {
  /// The keys as text: `↑ k`.
  package var keyNames: String { keyRange ?? keys.map(\.name).joined(separator: " ") }

  /// Whether it can be asked for in a state.
  package func applies(to state: ExplorerState) -> Bool {
    scenes.contains(state.scene) && condition(state)
  }

  /// Whether it is for questions, too.
  var isForQuestions: Bool { scenes.contains(.question) }

  /// The one that a key means in a state.
  package static func meant(by key: KeyPress, in state: ExplorerState) -> Command? {
    byKey[key]?.first { $0.applies(to: state) }
  }

  /// Whether a key means anything anywhere.
  package static func isBound(_ key: KeyPress) -> Bool { byKey[key] != nil }

  /// The one that a line asks for, and the text after its word.
  static func meant(by line: String) -> (command: Command, text: String)? {
    let words = line.trimmed.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard let first = words.first, let command = byWord[String(first)] else { return nil }
    let text = words.dropFirst().first.map { String($0.trimmed) } ?? ""
    // `bias no` is an assignment.
    return text.isEmpty || command.argument != nil ? (command, text) : nil
  }

  /// What the footer says of the keys that mean something in a state, what is needed most first.
  package static func hints(in state: ExplorerState) -> [(keys: String, word: String)] {
    // A picture that is shown alone needs only the keys that leave it.
    let isAlone = state.isPresenting && state.scene == .browse
    return ranked.filter {
      $0.command.applies(to: state) && (!isAlone || [goBack, quit].contains($0.command))
    }.compactMap { command, hint in
      hint.word(state).map { (hint.keys ?? command.keys.first?.name ?? "", $0) }
    }
  }

  private static let ranked: [(command: Command, hint: Hint)] = all.compactMap { command in
    command.hint.map { (command, $0) }
  }.sorted { $0.hint.rank < $1.hint.rank }

  private static let byKey = Dictionary(
    grouping: all.flatMap { command in command.keys.map { (key: $0, command: command) } }, by: \.key
  ).mapValues { $0.map(\.command) }

  private static let byWord = Dictionary(
    all.flatMap { command in
      ([command.name] + command.words).filter { !$0.isEmpty }.map { ($0, command) }
    }, uniquingKeysWith: { first, _ in first })

  /// Keys of earlier editions that are gone, and what does the same now.
  package static let gone: [KeyPress: String] = [
    "V": "O opens Overlap, with the verdict", "B": "C opens Cost; m goes on to the budget",
    "x": "Esc leaves the picture, and the cell stays where it is",
  ]
}
