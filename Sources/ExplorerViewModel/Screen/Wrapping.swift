/// Breaks a text between its words into lines of at most so many columns, at least one; a longer
/// word is broken after a dot or comma, if it has one.
package func wrap(_ text: String, width: Int, _ spelling: Spelling) -> [String] {
  if spelling.width(text) <= width { return [text] }
  var (lines, used) = ([""], 0)
  for word in text.split(separator: " ") {
    let isLong = spelling.width(word) > width
    for (index, piece) in (isLong ? pieces(of: word, width: width) : [word]).enumerated() {
      let isFirst = lines[lines.count - 1].isEmpty
      let space = isFirst || index > 0 ? "" : " "
      let length = spelling.width(piece)
      if isFirst || used + space.count + length <= width {
        lines[lines.count - 1] += space + piece
        used += space.count + length
      } else {
        lines.append(String(piece))
        used = length
      }
    }
  }
  return lines
}

/// The parts of a word that can stand in different lines: factors, of a longer one groups of
/// digits, and of a long name its parts.
private func pieces(of word: Substring, width: Int) -> [Substring] {
  word.broken(after: "·").flatMap { factor in
    factor.count <= width
      ? [factor]
      : factor.broken(after: ",").flatMap { $0.count <= width ? [$0] : $0.broken(after: ".") }
  }
}

extension Substring {
  /// The parts that end in a character, and what is left.
  fileprivate func broken(after end: Character) -> [Substring] {
    guard let index = firstIndex(of: end), self.index(after: index) < endIndex else {
      return [self]
    }
    return [self[...index]] + self[self.index(after: index)...].broken(after: end)
  }
}
