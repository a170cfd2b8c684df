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
  let line: Int
  let arguments: [PyTorchArgument]?
  /// Its place among the layers.
  let layer: Int?
  var children: [Int] = []
  /// Whether its children stand in lines as `print` writes them.
  var isPrinted = false
  /// Whether names stand between its children in source, so that these are not all.
  var isUncertain = false
  /// Whether its children are left out: `Sequential(...)`.
  var isElided = false
  let isRoot: Bool

  /// Whether the children are all that it has, as far as a text can tell.
  var isComplete: Bool { !isElided && (isPrinted || !isUncertain) }
}
