// What a terminal, a logger, a container, a diff or a word processor does to a text of PyTorch.

extension [UInt8] {
  /// The bytes without terminal colours, with the quotes of Python, and with blanks in place of what
  /// stands before each line of a printed tree or of a `forward`.
  ///
  ///     2026-01-01 12:00:00 INFO   (0): Conv2d(
  var plainText: [UInt8] { withoutColours.withPlainQuotes.withoutLogPrefixes }

  // MARK: Colours and quotes

  /// Without each `ESC [ 3 1 m`: its parameters, and the letter that ends it.
  private var withoutColours: [UInt8] {
    guard contains(0x1B) else { return self }
    var (bytes, place) = ([UInt8](), 0)
    bytes.reserveCapacity(count)
    while place < count {
      guard self[place] == 0x1B, place + 1 < count, self[place + 1] == UInt8(ascii: "[") else {
        bytes.append(self[place])
        place += 1
        continue
      }
      place += 2
      while place < count, (0x20..<0x40).contains(self[place]) { place += 1 }
      if place < count, (0x40..<0x7F).contains(self[place]) { place += 1 }
    }
    return bytes
  }

  /// With `'` for ‘ and ’, and `"` for “ and ”, where the text has no such quotes of its own.
  private var withPlainQuotes: [UInt8] {
    guard contains(0xE2) else { return self }
    var signs: [UInt8: UInt8] = [:]
    if !contains(UInt8(ascii: "'")) { (signs[0x98], signs[0x99]) = (0x27, 0x27) }
    if !contains(UInt8(ascii: "\"")) { (signs[0x9C], signs[0x9D]) = (0x22, 0x22) }
    if signs.isEmpty { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for byte in self {
      guard let sign = signs[byte], bytes.suffix(2) == [0xE2, 0x80] else {
        bytes.append(byte)
        continue
      }
      bytes.removeLast(2)
      bytes.append(sign)
    }
    return bytes
  }

  // MARK: Prefixes

  /// Without what stands before each line.
  ///
  /// The first child of a printed tree, or `def forward(`, shows the prefix: what stands before it
  /// and its indentation. Other lines have the same, where numbers may be other ones; at least two
  /// others, for it to be one.
  private var withoutLogPrefixes: [UInt8] {
    guard let prefix = logPrefix else { return self }
    let starts = [0] + indices.filter { self[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    let prefixes = starts.compactMap { start in
      prefixEnd(from: start, by: prefix).map { start..<$0 }
    }
    guard prefixes.count > 2 else { return self }
    // Source has comments here and there.
    let isComment = prefix.first { !$0.isBlank } == UInt8(ascii: "#")
    let lines = starts.count { !($0 >= count || self[$0].isLineEnd) }
    guard !isComment || prefixes.count == lines else { return self }
    var bytes = self
    for place in prefixes.joined() { bytes[place] = UInt8(ascii: " ") }
    return bytes
  }

  private static var longestPrefix: Int { 200 }

  /// What stands before the indentation of the first child or of `forward`; `nil` for nothing.
  private var logPrefix: [UInt8]? {
    var start = 0
    while start < count {
      let end = self[start...].firstIndex(of: UInt8(ascii: "\n")) ?? count
      if let place = child(inLineFrom: start) ?? forward(inLineFrom: start) {
        return self[start..<place].lastIndex { !$0.isBlank }.map { Array(self[start...$0]) }
      }
      start = end + 1
    }
    return nil
  }

  private func forward(inLineFrom start: Int) -> Int? {
    let line = self[start..<Swift.min(count, start + Self.longestPrefix)]
      .prefix { !$0.isLineEnd }
    guard let open = line.firstIndex(of: UInt8(ascii: "(")) else { return nil }
    let word = Array("def forward".utf8)
    return line[..<open].suffix(word.count).elementsEqual(word) ? open - word.count : nil
  }

  /// The parenthesis of the first `(key): Name` near the beginning of a line, with an indentation.
  private func child(inLineFrom start: Int) -> Int? {
    var open: Int?
    for place in start..<Swift.min(count, start + Self.longestPrefix) {
      switch self[place] {
      case UInt8(ascii: "\n"): return nil
      case UInt8(ascii: "("): open = place
      case UInt8(ascii: ")"):
        if let open, place > open + 1, isChild(after: place) {
          let isIndented = open >= start + 2 && self[open - 2..<open].allSatisfy(\.isBlank)
          return isIndented ? open : nil
        }
        open = nil
      case let byte
      where byte.continuesName || [UInt8(ascii: "."), UInt8(ascii: "-")].contains(byte):
        break
      default: open = nil
      }
    }
    return nil
  }

  private func isChild(after close: Int) -> Bool {
    guard close + 3 < count else { return false }
    return self[close + 1] == UInt8(ascii: ":") && self[close + 2] == UInt8(ascii: " ")
      && self[close + 3].continuesName
  }

  /// Where a prefix ends that begins at a place; `nil` where none does.
  private func prefixEnd(from start: Int, by prefix: [UInt8]) -> Int? {
    var (place, wanted) = (start, 0)
    while wanted < prefix.count {
      if let next = prefix.numberEnd(wanted) {
        guard let end = numberEnd(place) else { return nil }
        (place, wanted) = (end, next)
      } else {
        guard place < count, self[place] == prefix[wanted] else { return nil }
        (place, wanted) = (place + 1, wanted + 1)
      }
    }
    let isCut = place < count && self[place].continuesName && prefix.last?.continuesName ?? false
    return isCut ? nil : place
  }

  /// Where a number ends that begins at a place, or after blanks there.
  private func numberEnd(_ start: Int) -> Int? {
    let digits = self[start...].drop(while: \.isBlank).prefix(while: \.isDigit)
    return digits.isEmpty ? nil : digits.endIndex
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }

  fileprivate var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}
