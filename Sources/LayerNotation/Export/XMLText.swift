extension String {
  /// The text with everything escaped that XML could take for its own.
  package var xmlEscaped: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&apos;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
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
