/// A text as it is searched: in small letters, without accents, with × as x, and without the
/// hyphens, underscores, points and apostrophes that nobody types the same way.
package struct SearchText: Hashable, Sendable {
  fileprivate let bytes: [UInt8]

  package init(_ text: some StringProtocol) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { Self.fold(scalar, into: &bytes) }
    self.bytes = bytes
  }

  package var isEmpty: Bool { bytes.isEmpty }

  package func hasPrefix(_ other: SearchText) -> Bool { bytes.starts(with: other.bytes) }

  fileprivate func isIn(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = bytes.first else { return true }
    var start = text.startIndex
    while start + bytes.count <= text.endIndex {
      if text[start] == first {
        var length = 1
        while length < bytes.count, text[start + length] == bytes[length] { length += 1 }
        if length == bytes.count { return true }
      }
      start += 1
    }
    return false
  }

  fileprivate static func fold(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
    switch scalar {
    case "A"..."Z": bytes.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    case "-", "_", ".", "'", "−", "–", "’": break
    case "\0"..."\u{7F}": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case "×": bytes.append(UInt8(ascii: "x"))
    default:
      if scalar.properties.generalCategory == .nonspacingMark { return }
      // The name of a scalar is slow to look up, and letters alone have accents.
      if scalar.properties.isAlphabetic, let letter = scalar.latinLetter {
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
    words = text.words.map { SearchText($0) }.filter { !$0.isEmpty }
  }

  package var isEmpty: Bool { words.isEmpty }

  fileprivate func match(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    words.allSatisfy { $0.isIn(text) }
  }

  package func match(_ text: SearchText) -> Bool {
    text.bytes.withUnsafeBufferPointer { match($0[...]) }
  }
}

/// Many names with the words that they are also found by, folded once to be searched at each key.
package struct SearchIndex: Equatable, Sendable {
  private var bytes: [UInt8] = []
  /// Where each name ends in the bytes, and where its words end.
  private var nameEnds: [Int] = []
  private var ends: [Int] = []

  package init(_ texts: some Sequence<(name: String, words: String)>) {
    // Equal words that follow one another are folded once.
    var (last, folded) = ("", SearchText(""))
    for (name, words) in texts {
      append(name)
      nameEnds.append(bytes.count)
      if words != last { (last, folded) = (words, SearchText(words)) }
      bytes.append(UInt8(ascii: " "))
      bytes += folded.bytes
      ends.append(bytes.count)
    }
  }

  package var count: Int { ends.count }

  /// The places of the texts that have all words, and the first one whose name has them.
  package func matches(_ words: SearchWords) -> (places: [Int], named: Int?) {
    bytes.withUnsafeBufferPointer { bytes in
      var (places, named): ([Int], Int?) = ([], nil)
      var start = 0
      for place in ends.indices {
        if words.match(bytes[start..<ends[place]]) {
          places.append(place)
          if named == nil, words.match(bytes[start..<nameEnds[place]]) { named = place }
        }
        start = ends[place]
      }
      return (places, named)
    }
  }

  private mutating func append(_ text: String) {
    for scalar in text.unicodeScalars { SearchText.fold(scalar, into: &bytes) }
  }
}
