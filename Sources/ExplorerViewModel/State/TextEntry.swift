/// A line that is being typed, edited at its end.
package struct TextEntry: Equatable, Sendable {
  /// More than any command needs, and short enough for every key to be answered at once.
  private static let limit = 2_000
  package private(set) var text: String

  init(_ text: String = "") {
    self.text = ""
    insert(text)
  }

  /// Adds text, control characters as spaces, as far as there is room.
  mutating func insert(_ addition: some StringProtocol) {
    let room = Self.limit - text.unicodeScalars.count
    for scalar in addition.unicodeScalars.prefix(max(0, room)) {
      let isControl = scalar.properties.generalCategory == .control
      text.unicodeScalars.append(isControl ? " " : scalar)
    }
  }

  mutating func deleteLast() {
    if !text.isEmpty { text.removeLast() }
  }

  /// Deletes the last word and the spaces after it.
  mutating func deleteWord() {
    while text.last?.isWhitespace == true { text.removeLast() }
    while let last = text.last, !last.isWhitespace { text.removeLast() }
  }

  mutating func clear() { text = "" }
}
