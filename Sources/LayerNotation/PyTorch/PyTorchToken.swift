/// A place in a text; lines and columns count from 1, columns in Unicode scalars.
package struct TextPosition: Comparable, Sendable {
  package var line = 1
  package var column = 1

  package init(line: Int = 1, column: Int = 1) { (self.line, self.column) = (line, column) }

  package static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A piece of Python, by its bytes.
struct PyTorchToken: Equatable, Sendable {
  enum Kind: Hashable, Sendable {
    /// `nn.Conv2d`, with its dots; also `True` and `None`.
    case name
    case integer
    /// A number with a point or an exponent.
    case decimal
    /// Between quotes, which belong to its range.
    case text
    case open, close, comma, colon, minus
    /// `=`, and what else assigns: `+=`, `:=`.
    case equals
    case symbol
    case end
  }

  let kind: Kind
  let range: Range<Int>
  let position: TextPosition
  let startsLine: Bool
}

enum PyTorchValue: Equatable, Sendable {
  case integer(Int)
  case decimal(Double)
  /// A text between quotes, or a word that `print` shows without them: `padding=same`.
  case word(String)
  case flag(Bool)
  case none
  /// A tuple or a list of numbers and words.
  case list([PyTorchValue])
  case tooLarge
  /// Anything that has to be computed first: `ngf * 8`.
  case expression
}

struct PyTorchArgument: Equatable, Sendable {
  /// `nil` for a positional one.
  let name: String?
  let value: PyTorchValue
  /// The value as it is written, or its beginning.
  let text: String
  let namePosition: TextPosition
  let position: TextPosition
  /// The bytes of the value.
  var range = 0..<0

  func with(_ value: PyTorchValue) -> PyTorchArgument {
    PyTorchArgument(
      name: name, value: value, text: text, namePosition: namePosition, position: position,
      range: range)
  }

  /// The same at another place, where a call is given it.
  func moved(to position: TextPosition) -> PyTorchArgument {
    PyTorchArgument(
      name: name, value: value, text: text, namePosition: position, position: position,
      range: range)
  }

  /// Whether `*` or `**` hands over any number of values.
  var isUnpacked: Bool { name == nil && text.hasPrefix("*") }
  var isMapping: Bool { isUnpacked && text.hasPrefix("**") }

  /// Whether its value stands there, and no name has to be looked for.
  var isWritten: Bool {
    switch value {
    case .word: isQuoted
    case .list(let list): !list.contains { if case .word = $0 { true } else { false } }
    case .expression: false
    case .integer, .decimal, .flag, .none, .tooLarge: true
    }
  }

  /// Whether it is a whole number without a name.
  var isNumber: Bool { if case .integer = value { name == nil } else { false } }

  var isQuoted: Bool { text.hasPrefix("'") || text.hasPrefix("\"") }
}

extension [PyTorchArgument] {
  /// Those that `functools.partial` gives a call before its own: of two for a keyword the later one
  /// holds.
  func followed(by later: [PyTorchArgument]) -> [PyTorchArgument] {
    guard !isEmpty else { return later }
    let kept = filter { argument in
      argument.name == nil || !later.contains { $0.name == argument.name }
    }
    let all = kept + later
    func isPlaced(_ argument: PyTorchArgument) -> Bool {
      argument.name == nil && !argument.isMapping
    }
    return all.filter(isPlaced) + all.filter { !isPlaced($0) }
  }
}
