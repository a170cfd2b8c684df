/// Writes JSON, key after key, in the order in which it is told to.
///
/// Integers are written with all their digits, however many they are; the library's encoder would
/// do so too, but only by way of a tree of boxed values.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false
  /// Whether some number of what was written did not fit, so that it is not JSON.
  package private(set) var hasOverflow = false

  package init() {}

  /// One object in one line, with its end.
  package static func line(_ body: (inout JSONWriter) throws -> Void) rethrows -> [UInt8] {
    var writer = JSONWriter()
    try writer.object(body)
    writer.endLine()
    return writer.bytes
  }

  package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    open("{")
    try body(&self)
    close("}")
  }

  package mutating func object(
    _ key: StaticString, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    write(key: key)
    try object(body)
  }

  /// Writes a list of objects around what `body` writes for each element.
  package mutating func list<Element>(
    _ key: StaticString, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    write(key: key)
    open("[")
    for element in elements { object { body(&$0, element) } }
    close("]")
  }

  package mutating func field(_ key: StaticString, _ number: Int128) {
    write(key: key)
    append(number)
  }

  package mutating func field(_ key: StaticString, _ number: Int) { field(key, Int128(number)) }

  package mutating func field(_ key: StaticString, _ numbers: some Sequence<Int>) {
    write(key: key)
    append(numbers)
  }

  /// `null` where a number is missing.
  package mutating func field(_ key: StaticString, _ numbers: [Count?]) {
    write(key: key)
    append(numbers)
  }

  package mutating func field(_ key: StaticString, lists: [[Count?]]) {
    write(key: key)
    append(list: lists) { $0.append($1) }
  }

  package mutating func field(_ key: StaticString, _ text: String) {
    write(key: key)
    append(quoted: text)
  }

  /// A fraction, as a text.
  package mutating func field(_ key: StaticString, _ ratio: Ratio) {
    hasOverflow = hasOverflow || ratio.isOverflow
    field(key, ratio.description)
  }

  package mutating func field(_ key: StaticString, _ flag: Bool) {
    write(key: key)
    append(word: flag ? "true" : "false")
  }

  /// `null` without a number.
  package mutating func field(_ key: StaticString, _ number: Count?) {
    write(key: key)
    append(number)
  }

  /// The fields of a case that `convscope batch` reads; what has PyTorch's default is left out.
  package mutating func fields(_ subject: LayerCase) {
    for assignment in subject.fullAssignments {
      write(named: assignment.hyperparameter.rawValue)
      switch assignment.value {
      case .perAxis(let numbers) where numbers.isUniform: append(Int128(numbers[0]))
      case .padding(.causal): append(subject.layer.paddingEnds)
      case let value: append(value)
      }
    }
  }

  mutating func append(_ value: HyperparameterValue) {
    switch value {
    case .number(let number): append(Int128(number))
    case .perAxis(let numbers): append(numbers)
    case .dimensions(let numbers): append(numbers)
    case .flag(let flag): append(word: flag ? "true" : "false")
    case .padding(.explicit(let ends)): append(ends)
    case .padding, .mode, .op, .unbatched: append(quoted: value.text)
    }
  }

  /// A number for each axis, or a pair of them where the ends of one differ.
  mutating func field(padding ends: Spatial<Ends<Int>>) {
    write(key: "padding")
    if let numbers = Padding.explicit(ends).equal { append(numbers) } else { append(ends) }
  }

  private mutating func append(_ pairs: Spatial<Ends<Int>>?) {
    append(list: pairs.map { Array($0) } ?? []) { $0.append([$1.before, $1.after]) }
  }

  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Takes back all that was written after a length.
  package mutating func truncate(to length: Int) {
    bytes.removeLast(max(0, bytes.count - length))
    (needsComma, hasOverflow) = (false, false)
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    if bracket == "{" { separate() }
    bytes.append(UInt8(truncatingIfNeeded: bracket.value))
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(truncatingIfNeeded: bracket.value))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func write(key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a key that has its quotes and its colon.
  mutating func write(written key: [UInt8]) {
    separate()
    bytes.append(contentsOf: key)
    needsComma = false
  }

  mutating func write(named key: String) {
    separate()
    append(quoted: key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func append(word: StaticString) {
    word.withUTF8Buffer { bytes.append(contentsOf: $0) }
    needsComma = true
  }

  mutating func append(_ numbers: some Sequence<Int>) {
    append(list: numbers) { $0.append(Int128($1)) }
  }

  mutating func append(_ numbers: [Count?]) { append(list: numbers) { $0.append($1) } }

  /// Writes a list around what `append` writes for each element.
  private mutating func append<Elements: Sequence>(
    list elements: Elements, _ append: (inout JSONWriter, Elements.Element) -> Void
  ) {
    open("[")
    for element in elements {
      separate()
      append(&self, element)
    }
    close("]")
  }

  mutating func append(_ number: Count?) {
    guard let exact = number?.exact else {
      hasOverflow = hasOverflow || number != nil
      return append(word: "null")
    }
    append(exact)
  }

  mutating func append(_ number: Int128) {
    needsComma = true
    guard let small = UInt64(exactly: number) else {
      bytes += Array(number.description.utf8)
      return
    }
    // The digits come from the last to the first.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (left, first) = (small, 20)
      repeat {
        first -= 1
        digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: left % 10)
        left /= 10
      } while left > 0
      bytes.append(contentsOf: digits[first...])
    }
  }

  /// A text in quotes; what JSON or a terminal could take for something else is escaped.
  package mutating func append(quoted text: String) {
    needsComma = true
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    var text = text
    let isPlain = text.withUTF8 { characters in
      let isPlain = characters.allSatisfy {
        $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C
      }
      if isPlain { bytes.append(contentsOf: characters) }
      return isPlain
    }
    guard !isPlain else { return }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}":
        let digits = String(scalar.value, radix: 16)
        bytes += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }
}
