/// Text as a word of a POSIX shell, and a line of such words read without a shell.
package enum ShellWords {
  /// Nothing else means the same to every shell without quotes.
  private static let plain = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./:,=+@%".unicodeScalars)

  /// A word that a shell gives on as it is: quoted where that is needed.
  package static func quoted(_ word: String) -> String {
    guard word.isEmpty || !word.unicodeScalars.allSatisfy(plain.contains) else { return word }
    let parts = word.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
    return "'" + parts.map { String(Substring($0)) }.joined(separator: "'\\''") + "'"
  }

  /// Splits a line as a shell does, with both kinds of quotes and the backslash.
  ///
  /// Nothing is put in place of anything else: what a shell would run, expand or redirect is
  /// refused. Ends of lines are spaces.
  package static func split(_ line: String) throws(NotationError) -> [String] {
    var words: [String] = []
    var word: String?
    var unread = Substring(line).unicodeScalars
    while let scalar = unread.popFirst() {
      switch scalar {
      case " ", "\t", "\n", "\r":
        if let finished = word { words.append(finished) }
        word = nil
      case "'", "\"": word = (word ?? "") + (try quotation(scalar, &unread))
      case "\\":
        guard let next = unread.popFirst() else { throw .unfinished }
        // An escaped end of a line joins two lines.
        if next != "\n" { word = (word ?? "") + String(next) }
      case "$", "`", "|", "&", ";", "<", ">", "(", ")", "*", "?", "[", "{", "!":
        throw .meaning(scalar)
      default: word = (word ?? "") + String(scalar)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  /// What stands in quotes, up to their end.
  private static func quotation(
    _ mark: Unicode.Scalar, _ unread: inout Substring.UnicodeScalarView
  ) throws(NotationError) -> String {
    var text = ""
    while let scalar = unread.popFirst() {
      if scalar == mark { return text }
      if mark == "\"", scalar == "$" || scalar == "`" { throw .meaning(scalar) }
      if mark == "\"", scalar == "\\", let next = unread.first,
        "\"\\$`".unicodeScalars.contains(next)
      {
        unread.removeFirst()
        text.unicodeScalars.append(next)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    throw .unfinished
  }
}
