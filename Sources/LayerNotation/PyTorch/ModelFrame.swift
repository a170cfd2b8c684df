/// An open parenthesis and what it belongs to.
struct ModelFrame: Sendable {
  /// The module or group, with the children that have come.
  var node: ModelNode
  let bracket: UInt8
  /// Its own name or number among its siblings.
  let key: String?
  /// The names down to it.
  let path: String
  /// How often the text has it.
  let repetitions: Int
  /// Whether a module holds it.
  let isInsideModel: Bool
  /// Whether its children have their number for a name.
  let isIndexed: Bool
  /// Whether it is a part of the model even without children.
  var isNeeded = false

  /// Whether nothing has come after the parenthesis yet.
  var isFresh = true
  /// Whether arguments stand in its own line, so that no child can begin in a later one.
  var isInline = false
  /// Whether what is wrong with it has been said.
  var isReported = false
  var commas = 0
  /// The name that stands ready for the next child, and how often the text has that.
  var pendingKey: String?
  var pendingRepetitions = 1
  var lastName: String?
  var lastText: String?

  /// The text outside of all parentheses.
  static let top = ModelFrame(
    node: ModelNode(.group, "", at: TextPosition()), bracket: 0, key: nil, path: "",
    repetitions: 1, isInsideModel: false, isIndexed: false)

  var kind: ModelNode.Kind { node.kind }
  var isKept: Bool { isNeeded || !node.children.isEmpty }

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
