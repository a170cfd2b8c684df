// What a logger, a container or a diff writes before each line of a printed model.

extension [UInt8] {
  /// The bytes with blanks in place of what stands before each line of a printed tree.
  ///
  ///     2026-01-01 12:00:00 INFO   (0): Conv2d(
  ///
  /// The first child shows how long it is: a root has no indentation, and its children have two. Other
  /// lines have the same, where digits may be other ones; at least two others, for it to be one.
  var withoutLogPrefixes: [UInt8] {
    guard let prefix = logPrefix else { return self }
    let starts = lineStarts.filter { isPrefixed(from: $0, by: prefix) }
    return starts.count > 2 ? withoutPrefix(prefix, from: starts) : self
  }

  /// The bytes with blanks in place of what stands before a place in its line, and before others that
  /// begin with the same: a prefix, or the sign of a comment.
  func withoutPrefix(before place: Int) -> [UInt8] {
    let start = self[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let last = self[start..<place].lastIndex(where: { !isBlank($0) }) else { return self }
    return withoutPrefix(Array(self[start...last]), from: lineStarts)
  }

  private func withoutPrefix(_ prefix: [UInt8], from starts: [Int]) -> [UInt8] {
    var bytes = self
    for start in starts where isPrefixed(from: start, by: prefix) {
      for place in prefix.indices { bytes[start + place] = UInt8(ascii: " ") }
    }
    return bytes
  }

  private static var longestPrefix: Int { 200 }

  private var lineStarts: [Int] {
    [0] + indices.filter { self[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// What stands before the indentation of the first child; `nil` for nothing, and for a comment.
  private var logPrefix: [UInt8]? {
    for start in lineStarts {
      guard let child = child(inLineFrom: start), child >= start + 3,
        self[child - 2..<child].allSatisfy({ $0 == UInt8(ascii: " ") })
      else { continue }
      let prefix = self[start..<child - 2]
      let first = prefix.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      return first == nil || first == UInt8(ascii: "#") ? nil : Array(prefix)
    }
    return nil
  }

  /// The parenthesis of the first `(key): Name` near the beginning of a line.
  private func child(inLineFrom start: Int) -> Int? {
    var open: Int?
    for place in start..<Swift.min(count, start + Self.longestPrefix) {
      switch self[place] {
      case UInt8(ascii: "\n"): return nil
      case UInt8(ascii: "("): open = place
      case UInt8(ascii: ")"):
        if let open, place > open + 1, isChild(after: place) { return open }
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

  private func isPrefixed(from start: Int, by prefix: [UInt8]) -> Bool {
    start + prefix.count <= count
      && zip(self[start...], prefix).allSatisfy { $0 == $1 || $0.isDigit && $1.isDigit }
  }
}
