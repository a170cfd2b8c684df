/// Splits a text into the tokens of Python, one at a time, whatever the text is.
///
/// What is not Python becomes a symbol. Every byte is looked at a bounded number of times. The
/// bytes should be UTF-8; others count as letters.
struct PyTorchLexer: Sendable {
  let bytes: [UInt8]
  private(set) var offset = 0
  private(set) var position = TextPosition()
  /// Whether no token has come yet on this line.
  private var isAtLineStart = true
  /// For each quote, and with the highest bit for three of them, the place up to which none ends a
  /// text, so that no byte is looked at again and again.
  private var endlessTexts: [UInt8: Int] = [:]

  /// Whether what follows a `#` at the beginning of a line is read, too.
  private let readsComments: Bool

  init(_ bytes: [UInt8], readsComments: Bool = false) {
    (self.bytes, self.readsComments) = (bytes, readsComments)
  }

  /// Begins at a place of the text; positions are counted from there.
  init(_ bytes: [UInt8], from offset: Int) {
    self.init(bytes)
    self.offset = offset
    isAtLineStart = false
  }

  /// The next token; ``PyTorchToken/Kind/end`` after the last one, however often it is asked for.
  mutating func next() -> PyTorchToken {
    skipSpace()
    let (start, place, startsLine) = (offset, position, isAtLineStart)
    isAtLineStart = false
    let (kind, length) = scan()
    // Only a text may have several lines.
    if kind == .text { advance(by: length) } else { advanceInLine(by: length) }
    return PyTorchToken(kind: kind, range: start..<offset, position: place, startsLine: startsLine)
  }

  /// Skips bytes that have been read already.
  mutating func advance(to end: Int) { advance(by: end - offset) }

  /// Goes to the end of the line, without looking at what stands there.
  mutating func skipLine() { offset = lineEnd(offset) }

  /// A place to come back to.
  struct Place: Sendable {
    fileprivate let offset: Int
    fileprivate let position: TextPosition
    fileprivate let isAtLineStart: Bool
  }

  /// Where it stands; cheaper than the lexer itself.
  var place: Place {
    get { Place(offset: offset, position: position, isAtLineStart: isAtLineStart) }
    set {
      (offset, position) = (newValue.offset, newValue.position)
      isAtLineStart = newValue.isAtLineStart
    }
  }

  /// Whether nothing but space is left of the line.
  var isAtLineEnd: Bool {
    var place = offset
    while let byte = byte(at: place), byte == 0x20 || byte == 0x09 { place += 1 }
    guard let byte = byte(at: place) else { return true }
    return byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "#")
  }

  /// The byte at a distance; `nil` beyond the end.
  func peek(_ distance: Int = 0) -> UInt8? { byte(at: offset + distance) }

  func byte(at place: Int) -> UInt8? {
    place >= 0 && place < bytes.count ? bytes[place] : nil
  }

  /// The text of a range, at most 100 bytes of it.
  func text(_ range: Range<Int>) -> String {
    let shown = range.clamped(to: 0..<bytes.count)
    return String(decoding: bytes[shown].prefix(Self.longestName), as: UTF8.self)
  }

  func text(_ token: PyTorchToken) -> String { text(token.range) }

  /// What is left of a line, at most 100 bytes of it.
  func line(from start: Int) -> String {
    var end = start
    while end < start + Self.longestName, let byte = byte(at: end), byte != 0x0A, byte != 0x0D {
      end += 1
    }
    return text(start..<end)
  }

  static let longestName = 100

  // MARK: White space

  private mutating func skipSpace() {
    while let byte = peek() {
      if byte == 0x20 {
        offset += 1
        position.column += 1
        continue
      }
      // Nothing stands after a comment in its line that its columns would count for.
      if byte == UInt8(ascii: "#"), !readsComments || !isAtLineStart {
        skipLine()
        continue
      }
      if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "#"), byte != UInt8(ascii: "\\") { return }
      let length = spaceLength(byte, at: offset)
      guard length > 0 else { return }
      advance(by: length)
    }
  }

  /// How many bytes of white space stand here, or of the sign of a comment that is read.
  private func spaceLength(_ byte: UInt8, at place: Int) -> Int {
    let next = self.byte(at: place + 1)
    switch byte {
    case 0x20, 0x09...0x0D, UInt8(ascii: "#"): return 1
    case UInt8(ascii: "\\"):
      // A line that goes on below.
      guard next == 0x0D else { return next == 0x0A ? 2 : 0 }
      return self.byte(at: place + 2) == 0x0A ? 3 : 2
    case 0xC2: return next == 0xA0 ? 2 : 0
    case 0xEF: return next == 0xBB && self.byte(at: place + 2) == 0xBF ? 3 : 0
    default: return 0
    }
  }

  private func lineEnd(_ start: Int) -> Int {
    var place = start
    while let byte = byte(at: place), byte != 0x0A, byte != 0x0D { place += 1 }
    return place
  }

  private mutating func advanceInLine(by length: Int) {
    let end = min(offset + length, bytes.count)
    for place in offset..<end where bytes[place] & 0xC0 != 0x80 { position.column += 1 }
    offset = end
  }

  private mutating func advance(by length: Int) {
    for _ in 0..<max(0, length) {
      guard let byte = peek() else { return }
      offset += 1
      // Of a line's end in two bytes, the second counts.
      if byte == 0x0A || byte == 0x0D && peek() != 0x0A {
        position = TextPosition(line: position.line + 1, column: 1)
        isAtLineStart = true
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
    }
  }

  // MARK: What follows in the line

  var isBeforeParenthesis: Bool { follows(UInt8(ascii: "(")) }

  var isBeforeEquals: Bool { follows(UInt8(ascii: "=")) }

  /// Whether the sign that follows is `=`, and not `==`.
  var isBeforeOneEquals: Bool {
    guard let place = placeInLine, byte(at: place) == UInt8(ascii: "=") else { return false }
    return byte(at: place + 1) != UInt8(ascii: "=")
  }

  /// Whether an argument ends here: a comma or a closing bracket follows.
  var isBeforeArgumentEnd: Bool {
    guard let byte = placeInLine.flatMap({ byte(at: $0) }) else { return false }
    return byte == UInt8(ascii: ",") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
  }

  private func follows(_ wanted: UInt8) -> Bool {
    placeInLine.map { byte(at: $0) == wanted } ?? false
  }

  /// Where something stands that is no space; `nil` where the line ends first.
  private var placeInLine: Int? {
    var place = offset
    while let byte = byte(at: place), byte != 0x0A, byte != 0x0D, byte != UInt8(ascii: "#") {
      let length = spaceLength(byte, at: place)
      guard length > 0 else { return place }
      place += length
    }
    return nil
  }

  // MARK: Tokens

  private mutating func scan() -> (PyTorchToken.Kind, length: Int) {
    guard let byte = peek() else { return (.end, 0) }
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return (.open, 1)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return (.close, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return scanText(byte)
    case 0x30...0x39: return scanNumber()
    case UInt8(ascii: "."): return scanPoint()
    case _ where byte.beginsName: return (.name, nameLength)
    default: return scanSymbol(byte)
    }
  }

  private func scanSymbol(_ byte: UInt8) -> (PyTorchToken.Kind, length: Int) {
    let isBeforeEquals = peek(1) == UInt8(ascii: "=")
    switch byte {
    case UInt8(ascii: "="): return isBeforeEquals ? (.symbol, 2) : (.equals, 1)
    case UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      return (.symbol, isBeforeEquals ? 2 : 1)
    case UInt8(ascii: "+"), UInt8(ascii: ":"):
      if isBeforeEquals { return (.equals, 2) }
      return (byte == UInt8(ascii: ":") ? .colon : .symbol, 1)
    case UInt8(ascii: "-"): return (.minus, 1)
    default: return (.symbol, 1)
    }
  }

  private func scanPoint() -> (PyTorchToken.Kind, length: Int) {
    if let next = peek(1), next.isDigit { return scanNumber() }
    let isEllipsis = peek(1) == UInt8(ascii: ".") && peek(2) == UInt8(ascii: ".")
    return (.symbol, isEllipsis ? 3 : 1)
  }

  /// Letters, and dots that letters follow.
  private var nameLength: Int {
    var length = 1
    while let byte = peek(length) {
      let isInside = byte == UInt8(ascii: ".") && (peek(length + 1)?.beginsName ?? false)
      let isHardSpace = byte == 0xC2 && peek(length + 1) == 0xA0
      guard byte.continuesName || isInside, !isHardSpace else { break }
      length += 1
    }
    return length
  }

  /// `64`, `1_000`, `0.1`, `1e-05`; `3x3`, in which letters follow, is not a number.
  private func scanNumber() -> (PyTorchToken.Kind, length: Int) {
    var (kind, length) = (PyTorchToken.Kind.integer, 0)
    while let byte = peek(length) {
      let before = length > 0 ? peek(length - 1) : nil
      let isExponent = before == UInt8(ascii: "e") || before == UInt8(ascii: "E")
      switch byte {
      case 0x30...0x39, UInt8(ascii: "_"): break
      case UInt8(ascii: "."): kind = kind == .integer ? .decimal : .symbol
      case UInt8(ascii: "e"), UInt8(ascii: "E"): kind = kind == .symbol ? .symbol : .decimal
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        guard kind == .decimal, isExponent else { return (kind, length) }
      case _ where byte.continuesName: kind = .symbol
      default: return (kind, length)
      }
      length += 1
    }
    return (kind, length)
  }

  /// A text that ends in its line, or between three quotes in any; otherwise its quote is an
  /// apostrophe.
  private mutating func scanText(_ quote: UInt8) -> (PyTorchToken.Kind, length: Int) {
    let isLong = peek(1) == quote && peek(2) == quote
    let (marks, key) = isLong ? (3, quote | 0x80) : (1, quote)
    guard offset >= endlessTexts[key, default: 0] else { return (.symbol, marks) }
    var length = marks
    while let byte = peek(length), isLong || byte != 0x0A && byte != 0x0D {
      if (0..<marks).allSatisfy({ peek(length + $0) == quote }) { return (.text, length + marks) }
      length += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    endlessTexts[key] = offset + length
    return (.symbol, marks)
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// A letter, an underscore, or a part of any character beyond ASCII.
  var beginsName: Bool {
    self >= 0x80 || self == UInt8(ascii: "_") || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A)
  }

  var continuesName: Bool { beginsName || isDigit }
}
