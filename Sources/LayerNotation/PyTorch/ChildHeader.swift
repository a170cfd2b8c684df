/// The beginning of a child in a printed model: `(conv1): `, `(0-2): 3 x `.
struct ChildHeader: Equatable, Sendable {
  enum Module: Equatable, Sendable {
    case call
    /// `None`: no module.
    case none
    /// A text of a module's own.
    case other
  }

  let key: String
  /// How many equal modules stand in its place; `nil` for more than a billion.
  let count: Int?
  let module: Module
  /// Where the class begins.
  let end: Int
}

extension PyTorchLexer {
  /// The header that a parenthesis begins; `nil` where it begins anything else.
  ///
  /// Looks at a bounded number of bytes.
  func childHeader(_ token: PyTorchToken) -> ChildHeader? {
    let open = token.range.lowerBound
    guard token.kind == .open, byte(at: open) == UInt8(ascii: "("), let close = keyEnd(open + 1),
      byte(at: close + 1) == UInt8(ascii: ":")
    else { return nil }
    let (count, start) = repetition(spaceEnd(close + 2))
    guard let module = module(at: start, isAtLineStart: token.startsLine) else { return nil }
    return ChildHeader(key: text(open + 1..<close), count: count, module: module, end: start)
  }

  /// The place of the parenthesis that closes a key of at least one byte.
  private func keyEnd(_ start: Int) -> Int? {
    for place in start..<start + Self.longestName {
      switch byte(at: place) {
      case UInt8(ascii: ")"): return place > start ? place : nil
      case UInt8(ascii: "("), UInt8(ascii: ","), nil: return nil
      case let byte? where byte < 0x20: return nil
      default: break
      }
    }
    return nil
  }

  /// The end of the bytes from a place on that are of one kind, as far as is looked.
  private func end(of start: Int, _ isInside: (UInt8) -> Bool) -> Int {
    var place = start
    while place < start + Self.longestName, let byte = byte(at: place), isInside(byte) {
      place += 1
    }
    return place
  }

  private func spaceEnd(_ start: Int) -> Int {
    end(of: start) { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  /// `3 x `, and where it ends; 1 for anything else.
  private func repetition(_ start: Int) -> (count: Int?, end: Int) {
    let place = end(of: start, \.isDigit)
    guard place > start, [0x20, UInt8(ascii: "x"), 0x20].elementsEqual(bytes[place...].prefix(3))
    else { return (1, start) }
    let count = Int(text(start..<place)).flatMap { $0 <= Self.mostRepetitions ? $0 : nil }
    return (count, spaceEnd(place + 3))
  }

  private static let mostRepetitions = 1_000_000_000

  private func module(at start: Int, isAtLineStart: Bool) -> ChildHeader.Module? {
    let nameEnd = end(of: start) { $0.continuesName || $0 == UInt8(ascii: ".") }
    // In the same line: a module of its own words may have another one below.
    let next = byte(at: end(of: nameEnd) { $0 == 0x20 })
    if next == UInt8(ascii: "("), byte(at: start)?.beginsName ?? false { return .call }
    if text(start..<nameEnd) == "None" { return ChildHeader.Module.none }
    return isAtLineStart && byte(at: start) != nil ? .other : nil
  }
}
