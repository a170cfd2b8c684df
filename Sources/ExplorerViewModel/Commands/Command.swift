/// Something that a person can ask for: by a key, a click, a word in the palette or in plain mode.
///
/// A new one is one more row of `commands.tsv`, and a ``Deed`` of the same name unless it leads to a
/// room or a page; keys, footer, help, palette, plain mode and README follow from it. This is the
/// row alone, so that a text can name a key without knowing what all keys do.
package struct Command: Sendable {
  /// What a command is about; the help shows one group after the other.
  package enum Group: String, CaseIterable, Sendable {
    case change = "Select and change"
    case show = "What is shown"
    case layer = "The layer"
    case design = "Design a layer"
    case network = "The network"
    case learn = "Learn"
    case steps = "Play, in Watch"
    case program = "The program"
  }

  /// What covers the screen, if anything does.
  enum Scene: String { case browse, help, question }

  /// Its name in the table; it begins with a dot if only keys can ask for the command.
  let id: String
  /// The number of its row.
  let place: Int
  package let keys: [KeyPress]
  let hint: Hint?
  /// The keys as text: `↑ k`, or in short, where listing them all would be long.
  package let keyNames: String
  let scenes: [Scene]
  private let row: DataRow

  /// The word that asks for it; empty if only keys can.
  package var name: String { id.hasPrefix(".") ? "" : id }
  /// Other words that mean the same.
  package var words: [String] { row.words("words") }
  package var group: Group { Group(rawValue: row["group"]) ?? .program }
  package var help: String { row["help"] }
  /// An example of the text that may follow the word.
  package var argument: String? { row["argument"].isEmpty ? nil : row["argument"] }

  private init(_ row: DataRow, _ place: Int) {
    (self.row, self.place, id) = (row, place, row["name"])
    keys = (try? KeyPress.keys(row["keys"])) ?? []
    keyNames = row["shown"].isEmpty ? keys.map(\.name).joined(separator: " ") : row["shown"]
    let scenes = row.words("scenes").compactMap(Scene.init)
    self.scenes = scenes.isEmpty ? [.browse] : scenes
    hint = Hint(row, keys.first)
  }
}

extension Command: Equatable {
  package static func == (left: Command, right: Command) -> Bool { left.id == right.id }
}

extension Command {
  /// Every command of the program.
  package static let all = DataRow.all(PackageResources.commands_tsv).enumerated().map {
    Command($1, $0)
  }

  package static let byGroup = Dictionary(grouping: all, by: \.group)

  var isForQuestions: Bool { scenes.contains(.question) }

  /// Whether a key means anything anywhere.
  package static func isBound(_ key: KeyPress) -> Bool { byKey[key] != nil }

  /// The command that a line asks for, and the text after its word.
  static func meant(by line: String) -> (command: Command, text: String)? {
    let words = line.trimmed.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    // `move up` is `move-up`.
    if let command = byWord[words.joined(separator: "-")] { return (command, "") }
    guard let first = words.first, let command = byWord[String(first)] else { return nil }
    let text = words.dropFirst().first.map { String($0.trimmed) } ?? ""
    // `bias no` is an assignment.
    return text.isEmpty || command.argument != nil ? (command, text) : nil
  }

  static let byKey = Dictionary(
    grouping: all.flatMap { command in command.keys.map { (key: $0, command: command) } }, by: \.key
  ).mapValues { $0.map(\.command) }

  private static let byWord = Dictionary(
    all.flatMap { command in
      ([command.name] + command.words).filter { !$0.isEmpty }.map { ($0, command) }
    }, uniquingKeysWith: { first, _ in first })

  /// Keys of earlier editions that no longer exist, and what does the same now.
  package static let gone: [KeyPress: String] = [
    "V": "O opens Overlap, with the verdict", "B": "C opens Cost; m goes on to the budget",
    "x": "Esc leaves the picture, and the cell stays where it is",
  ]
}

// MARK: Those that texts name by their keys

extension Command {
  static let (fix, undo, redo) = (named("fix"), named("undo"), named("redo"))
  static let (transposed, copyLine) = (named("transposed"), named("pytorch"))
  static let (play, otherNumbers, flip) = (named("play"), named("values"), named("flip"))
  static let (page, zoom, sameRows) = (named("page"), named("zoom"), named("rows"))
  static let (audience, baseline) = (named("audience"), named("baseline"))
  static let (quiz, lessons, nextScreen, previousScreen) =
    (named("quiz"), named("lessons"), named("next"), named("back"))
  static let forget = named("forget")
  static let (keep, snapshots, help, quit) =
    (named("keep"), named("snapshots"), named("help"), named("quit"))
  static let (networks, share) = (named("networks"), named("share"))
  static let (sort, filter) = (named(".sort"), named("filter"))
  static let (goBack, palette) = (named(".back"), named(".palette"))

  /// The one that goes to a room; the first room needs no key.
  static func visiting(_ room: Room) -> Command { named(room == .layer ? "home" : room.rawValue) }

  private static func named(_ id: String) -> Command { byID[id] ?? all[0] }

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
