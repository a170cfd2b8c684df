/// A value as Python writes it.
enum PyTorchValue: Equatable, Sendable {
  case integer(Int)
  case decimal(Double)
  /// A text between quotes, or a word that `print` shows without them: `padding=same`.
  case word(String)
  case flag(Bool)
  case none
  /// A tuple or a list of numbers and words.
  case list([PyTorchValue])
  /// A whole number that 64 bits do not hold.
  case tooLarge
  /// Anything that has to be computed first: `ngf * 8`.
  case expression
}

/// One argument of a call.
struct PyTorchArgument: Equatable, Sendable {
  /// `nil` for a positional one.
  let name: String?
  let value: PyTorchValue
  /// The value as it is written, or its beginning.
  let text: String
  let namePosition: TextPosition
  let position: TextPosition

  /// What `*` and `**` hand over, in place of one value.
  enum Unpacking: Equatable, Sendable {
    case sequence
    case mapping
  }

  var unpacking: Unpacking? {
    guard name == nil, text.hasPrefix("*") else { return nil }
    return text.hasPrefix("**") ? .mapping : .sequence
  }

  /// Whether it is a text between quotes.
  var isQuoted: Bool { text.hasPrefix("'") || text.hasPrefix("\"") }
}

/// The arguments of a call, and how they ended.
struct PyTorchArguments: Sendable {
  enum End: Sendable {
    case parenthesis
    /// Lines of arguments of their own, and modules below them: `ParametrizedConv2d(`.
    case children
  }

  var list: [PyTorchArgument] = []
  var end = End.parenthesis
}
