/// A typed text as it may be shown: short, and without characters that do more than stand there.
package func quoted(_ text: String) -> String {
  let shown = printable(String(text.unicodeScalars.prefix(40)))
  return "'" + shown + (text.unicodeScalars.count > 40 ? "…'" : "'")
}

/// A text from outside in which a question mark stands for every character that a terminal could
/// take for a command, or that changes how the text around it is shown.
package func printable(_ text: String, keeping kept: Set<Unicode.Scalar> = []) -> String {
  // Nearly every text is as it may be shown.
  if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
  return String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { isPrintable($0) || kept.contains($0) ? $0 : "?" }))
}

/// Whether no terminal takes a character for a command, or turns the direction of text by it.
package func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return 0x20..<0x7F ~= scalar.value }
  return switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
    false
  default: true
  }
}
