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
    /// Anything else.
    case symbol
    case end
  }

  let kind: Kind
  let range: Range<Int>
  let position: TextPosition
  /// Whether it is the first of its line.
  let startsLine: Bool
}
