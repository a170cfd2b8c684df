/// Keys that ask for one action, and what help, footer and README say of them.
package struct KeyBinding: Sendable {
  /// What a binding is about; the help screen shows one group after the other.
  package enum Group: String, CaseIterable, Sendable {
    case change = "Select and change"
    case show = "What is shown"
    case layer = "The layer"
    case design = "Design a layer"
    case learn = "Learn"
    case steps = "Play, in Watch"
    case program = "The program"
  }

  package let group: Group
  package let keys: [KeyPress]
  package let action: Action
  package let help: String
  /// What the footer says, for the keys that are needed most.
  package let hint: Hint?
  /// A key or two with a word, and how soon the footer shows them.
  package struct Hint: Sendable {
    package let keys: String
    package let word: String
    package let rank: Int
  }

  /// The names of the keys in short, where listing them all would be long.
  private let shortName: String?

  init(
    _ group: Group, _ keys: [KeyPress], _ action: Action, _ help: String,
    named shortName: String? = nil,
    hint: Hint? = nil
  ) {
    self.group = group
    self.keys = keys
    self.action = action
    self.help = help
    self.hint = hint
    self.shortName = shortName
  }

  /// The keys as text: `↑ k`.
  package var keyNames: String { shortName ?? keys.map(\.name).joined(separator: " ") }

  /// The keys that ask for an action, as text.
  package static func keyNames(for action: Action) -> String {
    binding(for: action)?.keyNames ?? ""
  }

  /// The hints of all bindings, those that are needed most first.
  package static let hints: [Hint] = all.compactMap(\.hint).sorted { $0.rank < $1.rank }

  package static func binding(for key: KeyPress) -> KeyBinding? { table[key] }

  package static func binding(for action: Action) -> KeyBinding? {
    all.first { $0.action == action }
  }

  /// Keys of the first edition that are gone, and what does the same now.
  package static let gone: [KeyPress: String] = [
    "V": "O opens Overlap, with the verdict", "B": "C opens Cost; m goes on to the budget",
    "x": "Esc leaves the picture, and the cell stays where it is",
  ]

  private static let table: [KeyPress: KeyBinding] = {
    var table: [KeyPress: KeyBinding] = [:]
    for binding in all {
      for key in binding.keys where table[key] == nil { table[key] = binding }
    }
    return table
  }()
}
