/// An element of an XML document as a strict reader of XML 1.0 sees it: without comments, sections
/// of character data and document types, which nothing here writes.
struct MarkupReader {
  struct Element {
    let name: String
    var attributes: [String: String] = [:]
    var children: [Element] = []
    var text = ""

    subscript(name: String) -> [Element] { children.filter { $0.name == name } }

    /// It and all that is in it.
    var all: [Element] { [self] + children.flatMap(\.all) }
  }

  struct Fault: Error, CustomStringConvertible { let description: String }

  private var rest: Substring

  static func document(_ text: String) throws -> Element {
    let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"#
    guard text.hasPrefix(declaration) else { throw Fault(description: "no declaration") }
    var reader = MarkupReader(rest: text.dropFirst(declaration.count))
    reader.skipSpace()
    let root = try reader.element()
    reader.skipSpace()
    guard reader.rest.isEmpty else { throw Fault(description: "after the root: \(reader.rest)") }
    return root
  }

  private mutating func element() throws -> Element {
    try take("<")
    var element = Element(name: try name())
    while rest.first?.isWhitespace == true {
      skipSpace()
      if ["/", ">"].contains(rest.first) { break }
      let attribute = try name()
      try take("=\"")
      let value = rest.prefix { !"\"<".contains($0) }
      rest = rest.dropFirst(value.count)
      try take("\"")
      guard element.attributes.updateValue(try plain(value), forKey: attribute) == nil else {
        throw Fault(description: "twice: \(attribute)")
      }
    }
    if rest.hasPrefix("/>") {
      rest = rest.dropFirst(2)
      return element
    }
    try take(">")
    while !rest.hasPrefix("</") {
      let text = rest.prefix { $0 != "<" }
      element.text += try plain(text)
      rest = rest.dropFirst(text.count)
      if !rest.hasPrefix("</") { element.children.append(try self.element()) }
    }
    try take("</\(element.name)>")
    return element
  }

  private mutating func name() throws -> String {
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_:-.".contains($0)) }
    guard name.first.map({ $0.isLetter || $0 == "_" }) == true else {
      throw Fault(description: "no name: \(rest.prefix(40))")
    }
    rest = rest.dropFirst(name.count)
    return String(name)
  }

  /// A text without its references; a `&` that begins none is an error.
  private func plain(_ text: Substring) throws -> String {
    let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    let parts = text.split(separator: "&", omittingEmptySubsequences: false)
    return try parts.dropFirst().reduce(String(parts.first ?? "")) { text, part in
      guard let end = part.firstIndex(of: ";"), let character = entities[String(part[..<end])]
      else { throw Fault(description: "reference: &\(part)") }
      return text + character + part[part.index(after: end)...]
    }
  }

  private mutating func take(_ text: String) throws {
    guard rest.hasPrefix(text) else {
      throw Fault(description: "\(rest.prefix(40)) in place of \(text)")
    }
    rest = rest.dropFirst(text.count)
  }

  private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }
}
