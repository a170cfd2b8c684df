import ConvArithmetic

// What operators of ONNX make of numbers that are known before anything runs, one by one.
//
// Source: docs/Operators.md of ONNX 1.23.

extension GraphFunction {
  /// Whether it makes a number of one number, and no stage of it.
  var castsNumbers: Bool {
    effectName == "same" && (Self.ownCasts.contains(name) || GraphValue.ofDecimal[name] != nil)
  }

  private static let ownCasts: Set = ["to", "identity", "clamp", "logical_not"]
}

extension GraphArguments {
  /// What a function of one number makes of it; `nil` where that is not known.
  func castOne(_ value: GraphValue) -> GraphValue? {
    switch name {
    case "identity": value
    case "to": self["dtype"]?.number.map { value.cast(to: $0) } ?? value
    case "logical_not": .flag(!value.isTrue)
    case "clamp":
      [("min", "maximum"), ("max", "minimum")].reduce(Optional(value)) { value, end in
        guard let limit = self[end.0], limit != .nothing else { return value }
        return value.flatMap { GraphValue.number(by: end.1, [$0, limit]) }
      }
    default: value.made(by: name)
    }
  }
}

extension GraphValue {
  /// What functions make of a number with a fraction.
  fileprivate static let ofDecimal: [String: @Sendable (Double) -> Double] = [
    "abs": { $0.magnitude }, "neg": { -$0 }, "sign": { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 },
    "floor": { $0.rounded(.down) }, "ceil": { $0.rounded(.up) },
    "round": { $0.rounded(.toNearestOrEven) }, "sqrt": { $0.squareRoot() },
    "reciprocal": { 1 / $0 },
  ]

  fileprivate func made(by word: String) -> GraphValue? {
    if let number, let magnitude = Int(exactly: number.magnitude) {
      switch word {
      case "abs": return .number(magnitude)
      case "neg": return .number(-number)
      case "sign": return .number(number.signum())
      default: break
      }
    }
    return decimal.flatMap { number in
      Self.ofDecimal[word].map { .decimal(Self.single($0(Self.single(number)))) }
    }
  }

  /// The same number as another type.
  ///
  /// Source: `TensorProto.DataType` in onnx.proto3.
  fileprivate func cast(to type: Int) -> GraphValue? {
    let isWhole = [2, 3, 4, 5, 6, 7, 12, 13].contains(type)
    if case .flag(let flag) = self, type != 9 {
      return GraphValue.number(flag ? 1 : 0).cast(to: type)
    }
    guard let decimal else { return type == 9 ? self : nil }
    switch type {
    case 9: return .flag(decimal != 0)
    case 1, 10, 11, 16: return .decimal(decimal)
    case _ where isWhole:
      return number == nil ? Int(exactly: decimal.rounded(.towardZero)).map { .number($0) } : self
    default: return nil
    }
  }

  /// What a function makes of a few numbers.
  static func number(by word: String, _ items: [GraphValue]) -> GraphValue? {
    if word == "where" { return items.count == 3 ? items[items[0].isTrue ? 1 : 2] : nil }
    guard let first = items.first else { return nil }
    var result = first
    for next in items.dropFirst() {
      guard let made = number(by: word, result, next) else { return nil }
      result = made
    }
    return result
  }

  private static func number(
    by word: String, _ left: GraphValue, _ right: GraphValue
  ) -> GraphValue? {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      return compared(word, left, right).map { .flag($0) }
        ?? ofWhole(word, left, right).map { .number($0) }
    case (.flag(let left), .flag(let right)): return ofFlags(word, left, right).map { .flag($0) }
    default:
      guard let left = left.decimal, let right = right.decimal else { return nil }
      let numbers = (single(left), single(right))
      return compared(word, numbers.0, numbers.1).map { .flag($0) }
        ?? ofDecimals(word, numbers.0, numbers.1).map { .decimal(single($0)) }
    }
  }

  /// A number as float32 has it, the usual type of such numbers: 0.29 times 100 is 29 there.
  private static func single(_ number: Double) -> Double { Double(Float(number)) }

  private static func compared<Number: Comparable>(
    _ word: String, _ left: Number, _ right: Number
  ) -> Bool? {
    switch word {
    case "eq": left == right
    case "lt": left < right
    case "le": left <= right
    case "gt": left > right
    case "ge": left >= right
    default: nil
    }
  }

  private static func ofFlags(_ word: String, _ left: Bool, _ right: Bool) -> Bool? {
    switch word {
    case "eq": left == right
    case "logical_and": left && right
    case "logical_or": left || right
    case "logical_xor": left != right
    default: nil
    }
  }

  private static func ofWhole(_ word: String, _ left: Int, _ right: Int) -> Int? {
    var result = (partialValue: left, overflow: false)
    switch word {
    case "add": result = left.addingReportingOverflow(right)
    case "sub": result = left.subtractingReportingOverflow(right)
    case "mul": result = left.multipliedReportingOverflow(by: right)
    case "div": result = left.dividedReportingOverflow(by: right)
    case "fmod": result = left.remainderReportingOverflow(dividingBy: right)
    case "remainder":
      // It has the sign of what divides.
      result = left.remainderReportingOverflow(dividingBy: right)
      let rest = result.partialValue
      if rest != 0, (rest < 0) != (right < 0) { result.partialValue += right }
    case "pow":
      guard (0...62).contains(right) else { return nil }
      return (0..<right).reduce(Optional(1)) { power, _ in
        power.flatMap { ofWhole("mul", $0, left) }
      }
    case "maximum": return max(left, right)
    case "minimum": return min(left, right)
    case "bitwise_and": return left & right
    case "bitwise_or": return left | right
    case "bitwise_xor": return left ^ right
    default: return nil
    }
    return result.overflow ? nil : result.partialValue
  }

  private static func ofDecimals(_ word: String, _ left: Double, _ right: Double) -> Double? {
    switch word {
    case "add": left + right
    case "sub": left - right
    case "mul": left * right
    case "div": left / right
    case "fmod": left.truncatingRemainder(dividingBy: right)
    case "remainder": left - (left / right).rounded(.down) * right
    case "maximum": max(left, right)
    case "minimum": min(left, right)
    case "pow": power(left, right)
    default: nil
    }
  }

  /// A power with a small whole exponent, or a root.
  private static func power(_ base: Double, _ exponent: Double) -> Double? {
    if exponent.magnitude == 0.5 {
      return exponent > 0 ? base.squareRoot() : 1 / base.squareRoot()
    }
    guard let times = Int(exactly: exponent.magnitude), times <= 62 else { return nil }
    let power = repeatElement(base, count: times).reduce(1, *)
    return exponent < 0 ? 1 / power : power
  }
}
