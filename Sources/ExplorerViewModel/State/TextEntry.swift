/// A line that is being typed, edited at its end.
package struct TextEntry: Equatable, Sendable {
  /// More than any command needs, and short enough for every key to be answered at once.
  private static let limit = 2_000
  package private(set) var text: String

  /// Whether a text is short enough.
  static func holds(_ text: String) -> Bool { text.unicodeScalars.count <= limit }

  init(_ text: String = "") {
    self.text = ""
    insert(text)
  }

  /// Adds text, control characters as spaces, while there is room.
  mutating func insert(_ addition: some StringProtocol) {
    let room = Self.limit - text.unicodeScalars.count
    for scalar in addition.unicodeScalars.prefix(max(0, room)) {
      let isControl = scalar.properties.generalCategory == .control
      text.unicodeScalars.append(isControl ? " " : scalar)
    }
  }

  /// Edits the line as a key asks for; only some characters may be accepted.
  ///
  /// - Returns: Whether the key is one that edits a line.
  mutating func edit(_ key: KeyPress, taking isTaken: (Character) -> Bool = { _ in true }) -> Bool {
    switch key {
    case .character(let character) where isTaken(character): insert(String(character))
    case .pasted(let text): insert(text)
    case .backspace, .delete, .control("h"): if !text.isEmpty { text.removeLast() }
    case .control("u"): text = ""
    case .control("w"): deleteWord()
    default: return false
    }
    return true
  }

  private mutating func deleteWord() {
    while text.last?.isWhitespace == true { text.removeLast() }
    while let last = text.last, !last.isWhitespace { text.removeLast() }
  }
}
