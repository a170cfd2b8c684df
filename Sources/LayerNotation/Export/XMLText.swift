extension String {
  /// The text with everything escaped that XML could take for its own.
  package var xmlEscaped: String {
    escaped(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&apos;"])
  }

  /// The text with other texts for some of its characters.
  package func escaped(_ texts: KeyValuePairs<Unicode.Scalar, String>) -> String {
    unicodeScalars.map { scalar in texts.first { $0.key == scalar }?.value ?? String(scalar) }
      .joined()
  }
}

/// An XML element of other elements, or of nothing.
func xml(
  _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: [String] = []
) -> String {
  let attributes = attributes.map { " \($0)=\"\($1.xmlEscaped)\"" }.joined()
  return content.isEmpty
    ? "<\(name)\(attributes)/>" : "<\(name)\(attributes)>\(content.joined())</\(name)>"
}

/// An XML element of text.
func xml(
  _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
) -> String {
  xml(name, attributes, [text.xmlEscaped])
}
