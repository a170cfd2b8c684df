/// A module of a model, or what holds several in source.
struct ModelNode: Sendable {
  enum Kind: Sendable {
    /// A class.
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
