/// A text as it is searched: in small letters, without accents, with × as x, and without the
/// hyphens, underscores, points and apostrophes that nobody types the same way.
package struct SearchText: Equatable, Sendable {
  private let bytes: [UInt8]

  package init(_ text: some StringProtocol) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { Self.fold(scalar, into: &bytes) }
    self.bytes = bytes
  }

  package var isEmpty: Bool { bytes.isEmpty }

  /// Whether this text begins with another one.
  package func hasPrefix(_ other: SearchText) -> Bool { bytes.starts(with: other.bytes) }

  /// Whether another text is in this one.
  package func contains(_ other: SearchText) -> Bool {
    guard let first = other.bytes.first else { return true }
    let (count, wanted) = (bytes.count, other.bytes.count)
    var start = 0
    while start + wanted <= count {
      if bytes[start] == first {
        var length = 1
        while length < wanted, bytes[start + length] == other.bytes[length] { length += 1 }
        if length == wanted { return true }
      }
      start += 1
    }
    return false
  }

  private static func fold(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
    switch scalar {
    case "A"..."Z": bytes.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    case "-", "_", ".", "'", "−", "–", "’": break
    case "\0"..."\u{7F}": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case "×": bytes.append(UInt8(ascii: "x"))
    default:
      if scalar.properties.generalCategory == .nonspacingMark { return }
      if let letter = scalar.latinLetter {
        bytes.append(letter)
      } else {
        bytes += scalar.properties.lowercaseMapping.utf8
      }
    }
  }
}

extension Unicode.Scalar {
  /// The small letter below an accent: e of `LATIN CAPITAL LETTER E WITH ACUTE`.
  fileprivate var latinLetter: UInt8? {
    guard let words = properties.name?.utf8.split(separator: UInt8(ascii: " ")),
      words.count > 4, words[0].elementsEqual("LATIN".utf8), words[4].elementsEqual("WITH".utf8),
      words[3].count == 1, let letter = words[3].first
    else { return nil }
    return letter | 0x20
  }
}

/// The words that somebody looks for; all of them have to be there, in any order.
package struct SearchWords: Equatable, Sendable {
  private let words: [SearchText]

  package init(_ text: some StringProtocol) {
    words = text.split(whereSeparator: \.isWhitespace).map { SearchText($0) }
      .filter { !$0.isEmpty }
  }

  package var isEmpty: Bool { words.isEmpty }

  /// Whether all words are in a text.
  package func match(_ text: SearchText) -> Bool { words.allSatisfy(text.contains) }
}
