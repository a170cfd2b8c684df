import ConvArithmetic

extension NotationError {
  /// What is wrong, and what would be right, in one sentence.
  package var message: String {
    switch self {
    case .unknownName(let name, let candidates):
      "\(quoted(name)) names no single hyperparameter; there are \(candidates.joined(separator: ", "))"
    case .unreadableValue(let hyperparameter, let text):
      "\(hyperparameter.rawValue): \(quoted(text)) is not \(hyperparameter.expected)"
    case .outOfRange(let hyperparameter, let number, let range):
      "\(hyperparameter.rawValue): \(number.grouped) is not in \(range.lowerBound)…\(range.upperBound.grouped)"
    case .doesNotApply(.outputPadding, _, let op):
      "output_padding: a \(op.moduleName) has none; only a ConvTranspose2d has"
    case .doesNotApply(let hyperparameter, let text, let op):
      "\(hyperparameter.rawValue): a \(op.moduleName) takes numbers, not \(quoted(text))"
    case .missingEquals(let text):
      "\(quoted(text)) is no assignment; write name=value, such as kernel_size=3,5"
    }
  }
}

/// A typed text as it may be shown: short, and without characters that do more than stand there.
package func quoted(_ text: String) -> String {
  let shown = printable(String(text.unicodeScalars.prefix(40)))
  return "'" + shown + (text.unicodeScalars.count > 40 ? "…'" : "'")
}

/// A text from outside in which a question mark stands for every character that a terminal could
/// take for a command, or that changes how the text around it is shown.
package func printable(_ text: String, keeping kept: Set<Unicode.Scalar> = []) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { isPrintable($0) || kept.contains($0) ? $0 : "?" }))
}

/// Whether no terminal takes a character for a command, or turns the direction of text by it.
package func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
    .paragraphSeparator:
    false
  default: true
  }
}

extension NotationError: CustomStringConvertible {
  package var description: String { message }
}

extension Hyperparameter {
  /// What its value looks like.
  package var expected: String {
    switch self {
    case .op: LayerOp.offered.map(\.functionName).joined(separator: " or ")
    case .bias: "yes or no"
    case .batch: "a number, or none for an unbatched input"
    case .inChannels, .outChannels, .groups: "a number"
    case .input: "N,C,H,W or C,H,W or H,W"
    case .padding: "a number, or two as H,W, or same or valid"
    case .kernelSize, .stride, .dilation, .outputPadding: "a number, or two as H,W"
    }
  }
}
