/// Reads a formula as a person would, and computes it with exact fractions.
///
///     sum      product (("+" | "−") product)*
///     product  value (("·" | "/") value)*
///     value    number | name | "(" sum ")" | "⌊" sum "⌋" | "⌈" sum "⌉" | "−" value
struct FormulaReader {
  enum Failure: Error {
    case unknownName(String)
    case unexpected(String)
    case notWhole
  }

  private var rest: Substring
  private let names: [String: Int128]

  /// The whole number that a formula gives.
  static func evaluate(_ text: String, _ names: [String: Int128] = [:]) throws -> Int128 {
    var reader = FormulaReader(rest: withSigns(text.filter { $0 != " " })[...], names: names)
    let value = try reader.sum()
    guard reader.rest.isEmpty else { throw Failure.unexpected(String(reader.rest)) }
    guard value.numerator % value.denominator == 0 else { throw Failure.notWhole }
    return value.numerator / value.denominator
  }

  /// The text with a sign where a person leaves it out: 2p, s(i − 1), (i − 1)s.
  private static func withSigns(_ text: String) -> String {
    var signed = ""
    for next in text {
      if let last = signed.last,
        last.isNumber && next.isLowercase || last.isLowercase && next == "("
          || last == ")" && next.isLowercase || last == "'" && next == "("
      {
        signed.append("·")
      }
      signed.append(next)
    }
    return signed
  }

  private struct Fraction {
    var numerator: Int128
    var denominator: Int128 = 1
  }

  private mutating func take(_ characters: String) -> Character? {
    guard let first = rest.first, characters.contains(first) else { return nil }
    return rest.removeFirst()
  }

  private mutating func sum() throws -> Fraction {
    var value = try product()
    while let sign = take("+−") {
      let term = try product()
      let signed = sign == "+" ? term.numerator : -term.numerator
      value.numerator = value.numerator * term.denominator + signed * value.denominator
      value.denominator *= term.denominator
    }
    return value
  }

  private mutating func product() throws -> Fraction {
    var value = try self.value()
    while let sign = take("·/") {
      let factor = try self.value()
      value.numerator *= sign == "·" ? factor.numerator : factor.denominator
      value.denominator *= sign == "·" ? factor.denominator : factor.numerator
    }
    return value
  }

  private mutating func value() throws -> Fraction {
    if take("(") != nil { return try closed(by: ")") }
    if take("⌊") != nil {
      let value = try closed(by: "⌋")
      let remainder = value.numerator % value.denominator
      let quotient = value.numerator / value.denominator
      return Fraction(numerator: remainder < 0 ? quotient - 1 : quotient)
    }
    if take("⌈") != nil {
      let value = try closed(by: "⌉")
      let (quotient, remainder) = value.numerator.quotientAndRemainder(
        dividingBy: value.denominator)
      return Fraction(numerator: remainder > 0 ? quotient + 1 : quotient)
    }
    if take("−") != nil {
      let value = try self.value()
      return Fraction(numerator: -value.numerator, denominator: value.denominator)
    }
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "'" }
    rest = rest[word.endIndex...]
    if let number = Int128(word) { return Fraction(numerator: number) }
    guard let number = names[String(word)] else { throw Failure.unknownName(String(word)) }
    return Fraction(numerator: number)
  }

  private mutating func closed(by end: String) throws -> Fraction {
    let value = try sum()
    guard take(end) != nil else { throw Failure.unexpected(String(rest)) }
    return value
  }
}
