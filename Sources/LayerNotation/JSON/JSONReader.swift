/// Reads JSON strictly by RFC 8259, value after value, in one pass.
///
/// All that the grammar does not have is an error: a comma too many, a control character or half a
/// surrogate pair in a text, a leading zero, a comment, a byte order mark. Nothing is read beyond
/// 512 levels of nesting, so that no text can use up the stack.
struct JSONReader {
  /// A value, as far as a case can have it.
  enum Value: Equatable, Sendable {
    case null
    case flag(Bool)
    /// A whole number however it is written: `100`, `100.0`, `1e2`.
    case number(Int128)
    /// Any other number that a double holds: `1.25`.
    case fraction(Double)
    case text(String)
    /// A list of whole numbers that all fit in 64 bits.
    case numbers([Int])
    /// A list of such numbers and fractions.
    case fractions([Double])
    /// A list of such lists, at least one.
    case lists([[Int]])
    /// An object, another list, or a whole number of more than 127 bits.
    case other
  }

  /// The bytes are not JSON, or not UTF-8.
  struct Fault: Error, Equatable, Sendable {}

  private static let deepest = 512

  private let bytes: UnsafeRawBufferPointer
  private var position = 0
  private var depth = 0
  private var isASCII = true

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Reads any value; nothing is kept of those that no case can have.
  mutating func value() throws(Fault) -> Value {
    switch next {
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "["): return try list()
    case UInt8(ascii: "{"):
      try object { reader throws(Fault) in
        _ = try reader.text()
        try reader.colon()
        _ = try reader.value()
      }
      return .other
    case UInt8(ascii: "t"): return try literal("true", .flag(true))
    case UInt8(ascii: "f"): return try literal("false", .flag(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return try number()
    }
  }

  /// Reads an object around the fields, key and value, that `field` reads.
  mutating func object(_ field: (inout JSONReader) throws(Fault) -> Void) throws(Fault) {
    try elements("{", "}", field)
  }

  /// Reads a list around the elements that `element` reads.
  mutating func list(_ element: (inout JSONReader) throws(Fault) -> Void) throws(Fault) {
    try elements("[", "]", element)
  }

  mutating func colon() throws(Fault) { guard take(":") else { throw Fault() } }

  /// Expects that nothing follows, and that all was UTF-8.
  mutating func end() throws(Fault) {
    guard next == nil, isASCII || String(validating: bytes, as: UTF8.self) != nil else {
      throw Fault()
    }
  }

  /// The byte that comes next after white space.
  var next: UInt8? {
    mutating get {
      while position < bytes.count, case let byte = bytes[position],
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      { position += 1 }
      return position < bytes.count ? bytes[position] : nil
    }
  }

  private mutating func list() throws(Fault) -> Value {
    var numbers: [Int] = []
    numbers.reserveCapacity(4)
    var fractions: [Double] = []
    var lists: [[Int]] = []
    var isOther = false
    try elements("[", "]") { reader throws(Fault) in
      let value = try reader.value()
      if case .number(let number) = value, let small = Int(exactly: number) {
        numbers.append(small)
        if !fractions.isEmpty { fractions.append(Double(small)) }
      } else if case .fraction(let number) = value {
        if fractions.isEmpty { fractions = numbers.map { Double($0) } }
        fractions.append(number)
      } else if case .numbers(let list) = value {
        lists.append(list)
      } else {
        isOther = true
      }
    }
    guard !isOther, lists.isEmpty || numbers.isEmpty && fractions.isEmpty else { return .other }
    if !fractions.isEmpty { return .fractions(fractions) }
    return lists.isEmpty ? .numbers(numbers) : .lists(lists)
  }

  private mutating func elements(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar,
    _ element: (inout JSONReader) throws(Fault) -> Void
  ) throws(Fault) {
    guard take(open), depth < Self.deepest else { throw Fault() }
    depth += 1
    defer { depth -= 1 }
    if take(close) { return }
    repeat { try element(&self) } while take(",")
    guard take(close) else { throw Fault() }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(truncatingIfNeeded: character.value) else { return false }
    position += 1
    return true
  }

  private mutating func literal(_ word: StaticString, _ value: Value) throws(Fault) -> Value {
    let left = bytes[position...].prefix(word.utf8CodeUnitCount)
    guard word.withUTF8Buffer({ $0.elementsEqual(left) }) else { throw Fault() }
    position += left.count
    return value
  }

  // MARK: Texts

  /// Reads a text, if it is one of some, given by their bytes, and has no escapes; its index.
  mutating func take(oneOf texts: [[UInt8]]) -> Int? {
    guard next == UInt8(ascii: "\"") else { return nil }
    let start = position + 1
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
    guard end < bytes.count else { return nil }
    let index = texts.firstIndex { text in
      text.count == end - start && text.indices.allSatisfy { text[$0] == bytes[start + $0] }
    }
    if index != nil { position = end + 1 }
    return index
  }

  mutating func text() throws(Fault) -> String {
    guard take("\"") else { throw Fault() }
    let start = position
    try skipPlain()
    var text = String(decoding: bytes[start..<position], as: UTF8.self)
    while bytes[position] != UInt8(ascii: "\"") {
      text.unicodeScalars.append(try escape())
      let start = position
      try skipPlain()
      text += String(decoding: bytes[start..<position], as: UTF8.self)
    }
    position += 1
    return text
  }

  /// Goes on to the next quotation mark or backslash.
  private mutating func skipPlain() throws(Fault) {
    while position < bytes.count, case let byte = bytes[position], byte >= 0x20 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      if byte >= 0x80 { isASCII = false }
      position += 1
    }
    throw Fault()
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    // After the backslash.
    position += 1
    switch Unicode.Scalar(try byte()) {
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": return try scalar()
    case let scalar where "\"\\/".unicodeScalars.contains(scalar): return scalar
    default: throw Fault()
    }
  }

  /// The scalar of `\u0041`, or of the pair `\ud83e\uddee`, after its first two characters.
  private mutating func scalar() throws(Fault) -> Unicode.Scalar {
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, try byte() == UInt8(ascii: "\\"), try byte() == UInt8(ascii: "u"),
      case let low = try hexadecimal(), (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw Fault() }
    return scalar
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      let digit = Character(Unicode.Scalar(try byte())).hexDigitValue
      guard let digit else { throw Fault() }
      unit = unit << 4 + UInt32(digit)
    }
    return unit
  }

  private mutating func byte() throws(Fault) -> UInt8 {
    guard position < bytes.count else { throw Fault() }
    position += 1
    return bytes[position - 1]
  }

  // MARK: Numbers

  private mutating func number() throws(Fault) -> Value {
    let isNegative = next == UInt8(ascii: "-")
    let start = position
    if isNegative { position += 1 }
    let whole = try digits()
    guard whole.count == 1 || bytes[whole.lowerBound] != UInt8(ascii: "0") else { throw Fault() }
    let fraction = takeHere(".") ? try digits() : 0..<0
    let exponent = takeHere("e") || takeHere("E") ? try exponent() : 0
    guard whole.count > 18 || !fraction.isEmpty || exponent != 0 else {
      let magnitude = bytes[whole].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return .number(Int128(isNegative ? -magnitude : magnitude))
    }
    let value = Self.value(
      isNegative, Array(bytes[whole]) + bytes[fraction], exponent - fraction.count)
    let number = Double(String(decoding: bytes[start..<position], as: UTF8.self))
    guard value == .other, let number, number.isFinite, number != number.rounded() else {
      return value
    }
    return .fraction(number)
  }

  /// The whole number of some digits times a power of ten, if it is one and fits.
  private static func value(_ isNegative: Bool, _ digits: [UInt8], _ exponent: Int) -> Value {
    guard let last = digits.lastIndex(where: { $0 != UInt8(ascii: "0") }) else { return .number(0) }
    let zeros = digits.count - 1 - last + exponent
    guard zeros >= 0 else { return .other }
    var number: Int128 = 0
    for digit in digits[...last] + repeatElement(UInt8(ascii: "0"), count: min(zeros, 40)) {
      let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
      // Below zero there is room for one more.
      let unit = Int128(digit - 0x30)
      let (sum, carry) = tenfold.addingReportingOverflow(isNegative ? -unit : unit)
      guard !overflow, !carry else { return .other }
      number = sum
    }
    return .number(number)
  }

  /// The power of ten; beyond 32 bits all are alike.
  private mutating func exponent() throws(Fault) -> Int {
    let isNegative = takeHere("-")
    if !isNegative { _ = takeHere("+") }
    let magnitude = bytes[try digits()].reduce(0) { min(1 << 32, $0 * 10 + Int($1 - 0x30)) }
    return isNegative ? -magnitude : magnitude
  }

  private mutating func digits() throws(Fault) -> Range<Int> {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    guard position > start else { throw Fault() }
    return start..<position
  }

  /// Takes a character that stands right here, without white space before it.
  private mutating func takeHere(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(truncatingIfNeeded: character.value)
    else { return false }
    position += 1
    return true
  }
}
