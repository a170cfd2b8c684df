package enum HyperparameterValue: Equatable, Sendable {
  /// A number: of the layer, or on all axes.
  case number(Int)
  case perAxis(Spatial<Int>)
  /// `same`, `valid` or `causal`, or ends of which some differ; those of one axis hold for all.
  ///
  /// Indirect, so that the many other values of a line of a batch are no larger for it.
  indirect case padding(Padding)
  case flag(Bool)
  case mode(PaddingMode)
  case op(LayerOp)
  /// The numbers of an input: its size, or its shape; how many they are says which.
  case dimensions([Int])
  case unbatched
}

extension Hyperparameter {
  /// Reads a value of any range: `3`, `3,5`, `(3, 5)`, `0:1`, `same`, `yes`,
  /// `1,64,8,8`, `none`.
  package func value(_ text: String) throws(NotationError) -> HyperparameterValue {
    let word = text.lowercased().trimmed
    guard let value = words.first(where: { $0.key == word })?.value ?? numbers(text) else {
      throw .unreadableValue(self, text)
    }
    return value
  }

  /// The words that it takes, and what they mean.
  var words: [(key: String, value: HyperparameterValue)] {
    switch self {
    case .op: Self.ops
    case .padding: [Padding.same, .valid, .causal].map { ($0.text, .padding($0)) }
    case .bias:
      ["yes", "true", "on", "1"].map { ($0, .flag(true)) }
        + ["no", "false", "off", "0"].map { ($0, .flag(false)) }
    case .batch: [("none", .unbatched)]
    case .paddingMode: PaddingMode.allCases.map { ($0.rawValue, .mode($0)) }
    default: []
    }
  }

  /// The names of functions, and those of modules in small letters.
  private static let ops: [(key: String, value: HyperparameterValue)] =
    LayerOp.all.flatMap { op -> [(key: String, value: HyperparameterValue)] in
      let module = op.moduleName.lowercased()
      return [(op.functionName, .op(op))] + (module == op.functionName ? [] : [(module, .op(op))])
    }

  private func numbers(_ text: String) -> HyperparameterValue? {
    if self == .padding, text.contains(":") { return Self.unequalPadding(text) }
    guard ![.op, .bias, .paddingMode].contains(self), let numbers = Self.list(text) else {
      return nil
    }
    switch numbers.count {
    case 1: return .number(numbers[0])
    case 2...5 where self == .input: return .dimensions(numbers)
    case 2...3 where isSpatial: return Spatial(numbers).map { .perAxis($0) }
    default: return nil
    }
  }

  /// `0:1` for all axes, or as much for each, of equal ends one number: `0:1,2`.
  private static func unequalPadding(_ text: String) -> HyperparameterValue? {
    let axes = list(text) { part -> Ends<Int>? in
      let ends = part.split(separator: ":", omittingEmptySubsequences: false)
      let numbers = ends.compactMap { Int($0.trimmed) }
      guard let first = numbers.first, numbers.count == ends.count, numbers.count <= 2 else {
        return nil
      }
      return Ends(first, numbers.last ?? first)
    }
    return axes.flatMap { Spatial($0) }.map { .padding(.explicit($0)) }
  }

  /// Whole numbers between commas.
  private static func list(_ text: String) -> [Int]? { list(text) { Int($0) } }

  /// Values between commas, in parentheses or brackets or not.
  private static func list<Value>(_ text: String, _ read: (Substring) -> Value?) -> [Value]? {
    var inner = text.trimmed
    for (open, close) in [("(", ")"), ("[", "]")] where inner.hasPrefix(open) {
      guard inner.hasSuffix(close) else { return nil }
      inner = inner.dropFirst().dropLast()
    }
    let parts = inner.split(separator: ",", omittingEmptySubsequences: false)
    let values = parts.compactMap { read($0.trimmed) }
    return values.count == parts.count ? values : nil
  }
}

extension Character {
  /// Whether it is white space; what Unicode says is looked up outside of ASCII alone.
  package var isSpace: Bool {
    guard let asciiValue else { return isWhitespace }
    return asciiValue == 0x20 || 0x09...0x0D ~= asciiValue
  }
}

extension StringProtocol {
  /// What stands between white space.
  package var words: [SubSequence] { split(whereSeparator: \.isSpace) }

  package var trimmed: SubSequence {
    guard let first = firstIndex(where: { !$0.isSpace }),
      let last = lastIndex(where: { !$0.isSpace })
    else { return self[endIndex...] }
    return self[first...last]
  }
}

extension HyperparameterValue {
  /// As the command line takes it.
  var text: String {
    switch self {
    case .number(let number): "\(number)"
    case .perAxis(let numbers): numbers.text
    case .padding(let padding): padding.text
    case .flag(let flag): flag ? "yes" : "no"
    case .mode(let mode): mode.rawValue
    case .op(let op): op.functionName
    case .dimensions(let numbers): numbers.map(String.init).joined(separator: ",")
    case .unbatched: "none"
    }
  }
}
