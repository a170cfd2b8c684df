/// An open parenthesis and what it belongs to.
struct ModelFrame: Sendable {
  var node: ModelNode
  let bracket: UInt8
  /// Its own name or number among its siblings.
  let key: String?
  let path: String
  let repetitions: Int
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
  /// How often a `for` has stood in it.
  var comprehensions = 0
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

/// A module of a model, or what holds several in source.
struct ModelNode: Sendable {
  enum Kind: Sendable {
    case module
    /// A list, or a function that hands on what it gets: `[`, `OrderedDict(`, `weight_norm(`.
    case group
    /// A function that may do anything.
    case function
  }

  let kind: Kind
  let className: String
  let position: TextPosition
  /// Those of a class with a known effect; `nil` where they could not be read.
  var arguments: [PyTorchArgument]?
  /// The names of the modules down to it.
  var path = ""
  /// How many equal modules stand in its place, where they are not children of their own.
  var repetitions = 1
  /// Its place among the layers.
  var layer: Int?
  var children: [ModelNode] = []
  /// Whether its children stand in lines as `print` writes them.
  var isPrinted = false
  /// Whether names stand between its children in source, so that these are not all.
  var isUncertain = false
  /// Whether its children are left out: `Sequential(...)`.
  var isElided = false

  init(_ kind: Kind, _ className: String, at position: TextPosition) {
    (self.kind, self.className, self.position) = (kind, className, position)
  }

  var line: Int { position.line }

  /// Whether the children are all that it has, as far as a text can tell.
  var isComplete: Bool { !isElided && (isPrinted || !isUncertain) }
}
