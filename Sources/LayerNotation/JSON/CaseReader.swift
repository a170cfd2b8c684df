import ConvArithmetic

/// Reads the usual form of a case in JSON quickly, and leaves every other form to the library.
///
/// The usual form is one object of known keys, each once, with whole numbers of up to 18 digits,
/// plain ASCII words, `true`, `false`, and lists of numbers. Whatever else there is (an escape, a
/// fraction, an unknown key, an error) makes the reader give up, and ``CaseFields`` is decoded by
/// `JSONDecoder` instead, which says what is wrong. So this reader can be quick and need not be
/// complete; a test holds the two against each other.
package struct CaseReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// The fields of a line in the usual form; `nil` for any other line, right or wrong.
  package static func fields(_ bytes: UnsafeRawBufferPointer) -> CaseFields? {
    var reader = CaseReader(bytes: bytes)
    return reader.object()
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private mutating func object() -> CaseFields? {
    var fields = CaseFields()
    guard take("{") else { return nil }
    repeat {
      guard let key = word(), take(":"), read(key, &fields) else { return nil }
    } while take(",")
    guard take("}") else { return nil }
    skipSpace()
    return position == bytes.count ? fields : nil
  }

  private mutating func read(_ key: Range<Int>, _ fields: inout CaseFields) -> Bool {
    if matches(key, "id") {
      guard fields.id == nil, let id = identifier() else { return false }
      fields.id = id
      return true
    }
    guard let hyperparameter = Self.keys.first(where: { matches(key, $0.name) })?.key,
      fields[hyperparameter] == nil, let value = value()
    else { return false }
    fields[hyperparameter] = value
    return true
  }

  private static let keys: [(name: StaticString, key: Hyperparameter)] = [
    ("op", .op), ("input", .input), ("in_channels", .inChannels), ("out_channels", .outChannels),
    ("kernel_size", .kernelSize), ("stride", .stride), ("padding", .padding),
    ("dilation", .dilation), ("output_padding", .outputPadding), ("groups", .groups),
    ("bias", .bias),
  ]

  private mutating func identifier() -> CaseFields.Identifier? {
    if peek() == UInt8(ascii: "\"") { return word().map { .text(text($0)) } }
    return number().map { .number(Count($0)) }
  }

  private mutating func value() -> CaseFields.Value? {
    switch peek() {
    case UInt8(ascii: "\""): return word().map { .word(text($0)) }
    case UInt8(ascii: "t"): return literal("true") ? .flag(true) : nil
    case UInt8(ascii: "f"): return literal("false") ? .flag(false) : nil
    case UInt8(ascii: "["): return list()
    default: return number().map { .numbers([$0], isList: false) }
    }
  }

  private mutating func list() -> CaseFields.Value? {
    guard take("[") else { return nil }
    var numbers: [Int] = []
    repeat {
      guard let number = number() else { return nil }
      numbers.append(number)
    } while take(",")
    return take("]") ? .numbers(numbers, isList: true) : nil
  }
}

extension CaseReader {
  /// A whole number as JSON writes it: no leading zero, no fraction, at most 18 digits.
  private mutating func number() -> Int? {
    skipSpace()
    let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let start = position
    var number = 0
    while position < bytes.count, case let digit = bytes[position] &- 0x30, digit < 10 {
      guard position - start < 18 else { return nil }
      number = number * 10 + Int(digit)
      position += 1
    }
    let length = position - start
    guard length > 0, length == 1 || bytes[start] != 0x30, !continuesNumber else { return nil }
    return isNegative ? -number : number
  }

  private var continuesNumber: Bool {
    guard position < bytes.count else { return false }
    return [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[position])
  }

  /// The inside of a text of plain ASCII.
  private mutating func word() -> Range<Int>? {
    guard take("\"") else { return nil }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return start..<position - 1
      }
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\\") else { return nil }
      position += 1
    }
    return nil
  }

  private mutating func literal(_ word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count, matches(position..<end, word) else { return false }
    position = end
    return true
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func matches(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { $0.elementsEqual(bytes[range]) }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(truncatingIfNeeded: character.value)
    else { return false }
    position += 1
    return true
  }

  private mutating func peek() -> UInt8? {
    skipSpace()
    return position < bytes.count ? bytes[position] : nil
  }

  private mutating func skipSpace() {
    while position < bytes.count, case let byte = bytes[position],
      byte == 0x20 || byte == 0x09 || byte == 0x0D
    { position += 1 }
  }
}
