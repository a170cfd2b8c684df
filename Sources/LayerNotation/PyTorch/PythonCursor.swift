/// The tokens of an expression, and how far they have been taken.
struct PythonCursor {
  let scope: Int
  private let lexer: PyTorchLexer
  private var tokens: ArraySlice<PyTorchToken>

  /// An expression of more tokens than `most` has a last one that is not understood.
  init(_ bytes: [UInt8], _ range: Range<Int>, in scope: Int, most: Int) {
    self.scope = scope
    var lexer = PyTorchLexer(bytes, from: range.lowerBound)
    var tokens: [PyTorchToken] = []
    while tokens.count <= most {
      let token = lexer.next()
      if token.kind == .end || token.range.lowerBound >= range.upperBound { break }
      tokens.append(token)
    }
    self.tokens = tokens[...]
    self.lexer = lexer
  }

  var token: PyTorchToken? { tokens.first }
  var isAtEnd: Bool { tokens.isEmpty }

  var isAtBracket: Bool {
    token.map { lexer.byte(at: $0.range.lowerBound) == UInt8(ascii: "[") } ?? false
  }

  mutating func skip() { tokens = tokens.dropFirst() }

  mutating func takeName() -> String {
    defer { skip() }
    return token.map { lexer.text($0) } ?? ""
  }

  mutating func takesWord(_ word: String) -> Bool {
    guard let token, token.kind == .name, lexer.text(token) == word else { return false }
    skip()
    return true
  }

  mutating func takeLiteral() -> PyTorchValue? {
    defer { skip() }
    return token.flatMap { lexer.literal($0) }
  }

  /// The sign that comes next, if it is one of these; `//` and `**` are two tokens.
  mutating func takeOperator(_ signs: [String]) -> String? {
    guard let first = token, [.symbol, .minus].contains(first.kind) else { return nil }
    var sign = lexer.text(first)
    let second = tokens.dropFirst().first
    if ["/", "*"].contains(sign), let second, second.range.lowerBound == first.range.upperBound,
      lexer.text(second) == sign
    {
      sign += sign
    }
    guard signs.contains(sign) else { return nil }
    tokens = tokens.dropFirst(sign.utf8.count)
    return sign
  }

  /// Takes a name and all calls and subscripts of it: `channels[i]`, `len(x)`.
  mutating func skipPrimary() -> Range<Int> {
    let start = token?.range.lowerBound ?? 0
    var (end, depth) = (token?.range.upperBound ?? 0, 0)
    skip()
    while let token, depth > 0 || token.kind == .open {
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth -= 1 }
      end = token.range.upperBound
      skip()
    }
    return start..<end
  }
}

extension PyTorchValue {
  /// What Python makes of two numbers; `nil` for no number, and for one that does not fit.
  static func result(_ left: PyTorchValue?, _ sign: String, _ right: PyTorchValue?) -> PyTorchValue?
  {
    if case .integer(let left) = left, case .integer(let right) = right, sign != "/" {
      return whole(left, sign, right).map { .integer($0) }
    }
    guard let left = left?.number, let right = right?.number else { return nil }
    switch sign {
    case "+": return .decimal(left + right)
    case "-": return .decimal(left - right)
    case "*": return .decimal(left * right)
    case "/" where right != 0: return .decimal(left / right)
    default: return nil
    }
  }

  /// `int(x)`, `max(a, b)`, `min(a, b)`.
  static func result(of function: String, _ values: [PyTorchValue]) -> PyTorchValue? {
    if function == "int" {
      guard values.count == 1, let number = values[0].number else { return nil }
      if case .integer = values[0] { return values[0] }
      return Int(exactly: number.rounded(.towardZero)).map { .integer($0) }
    }
    let numbers = values.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    guard numbers.count == values.count, numbers.count > 1 else { return nil }
    return (function == "max" ? numbers.max() : numbers.min()).map { .integer($0) }
  }

  private var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number): number
    default: nil
    }
  }

  /// Quotients are rounded down, and a remainder has the sign of the divisor.
  private static func whole(_ left: Int, _ sign: String, _ right: Int) -> Int? {
    let (left, right) = (Int128(left), Int128(right))
    switch sign {
    case "+": return Int(exactly: left + right)
    case "-": return Int(exactly: left - right)
    case "*": return Int(exactly: left * right)
    case "//", "%":
      guard right != 0 else { return nil }
      let (quotient, remainder) = left.quotientAndRemainder(dividingBy: right)
      let isBelow = remainder != 0 && (remainder < 0) != (right < 0)
      return Int(
        exactly: sign == "//" ? quotient - (isBelow ? 1 : 0) : remainder + (isBelow ? right : 0))
    case "**": return power(Int(left), Int(right))
    default: return nil
    }
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int? {
    guard exponent >= 0 else { return nil }
    guard !(-1...1).contains(base) else {
      return base == 0 ? exponent == 0 ? 1 : 0 : base == 1 || exponent % 2 == 0 ? 1 : -1
    }
    var result = 1
    for _ in 0..<min(exponent, 64) {
      let (product, overflow) = result.multipliedReportingOverflow(by: base)
      if overflow { return nil }
      result = product
    }
    return exponent > 64 ? nil : result
  }
}
