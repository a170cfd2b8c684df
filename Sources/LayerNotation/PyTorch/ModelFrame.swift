/// An open parenthesis and what it belongs to.
struct ModelFrame: Sendable {
  enum Kind: Sendable {
    /// The text outside of all parentheses.
    case top
    case module
    case group
    case function
  }

  let kind: Kind
  let bracket: UInt8
  let className: String
  let position: TextPosition
  /// Its own name or number among its siblings.
  let key: String?
  /// The names down to it.
  let path: String
  /// How often the text has it.
  let repetitions: Int
  /// Its place among the nodes; a list or a function has none before it holds a module.
  var node: Int?
  /// Whether a module holds it.
  let isInsideModel: Bool
  /// Whether its children have their number for a name.
  let isIndexed: Bool

  /// Whether nothing has come behind the parenthesis yet.
  var isFresh = true
  /// Whether arguments stand in its own line, so that no child can begin in a later one.
  var isInline = false
  /// Whether what is wrong with it has been said.
  var isReported = false
  var isPrinted = false
  var isUncertain = false
  /// Whether it is shortened by `...`.
  var isElided = false
  var commas = 0
  /// The name that stands ready for the next child, and how often the text has that.
  var pendingKey: String?
  var pendingRepetitions = 1
  var lastName: String?
  var lastText: String?

  static let top = ModelFrame(
    kind: .top, bracket: 0, className: "", position: TextPosition(), key: nil, path: "",
    repetitions: 1, node: nil, isInsideModel: false, isIndexed: false)

  /// The names down to a child.
  func path(_ key: String?) -> String {
    guard let key, !key.isEmpty else { return path }
    return path.isEmpty ? key : path + "." + key
  }

  /// The name of the next child: its own, or its number.
  mutating func takeKey() -> (key: String?, repetitions: Int) {
    defer { (pendingKey, pendingRepetitions, lastText) = (nil, 1, nil) }
    let (all, overflow) = repetitions.multipliedReportingOverflow(by: pendingRepetitions)
    return (pendingKey ?? (isIndexed ? "\(commas)" : nil), overflow ? .max : all)
  }
}
