/// What a PyTorch text says that makes no layer here, and where.
package struct PyTorchProblem: Error, Equatable, Sendable, CustomStringConvertible {
  package let position: TextPosition
  /// What is wrong, and what would be right, in one sentence, without the place.
  package let message: String

  package init(_ position: TextPosition, _ message: String) {
    (self.position, self.message) = (position, message)
  }

  init(_ position: TextPosition, _ sentence: Sentence, _ parts: any CustomStringConvertible...) {
    self.init(position, sentence.text(parts))
  }

  package var line: Int { position.line }
  package var column: Int { position.column }

  /// The place and the message: `line 3, column 14: kernel_size: 'k' is not a number; …`; of a whole
  /// file the message alone.
  package var description: String {
    line == 0 ? message : "line \(line), column \(column): \(message)"
  }
}
