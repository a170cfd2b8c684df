/// Finds the values of expressions in a source: whole numbers, and names that are assigned them.
struct PythonValues: Sendable {
  /// A value, or the names for want of which there is none.
  private struct Finding {
    var value: PyTorchValue?
    var unknown: [String] = []
    var defaults: [String] = []
  }

  var source: PythonSource
  /// What names have from outside; it goes before what the text says.
  let given: [String: Int]
  /// The names without a value that have been met.
  private(set) var unknown: [String] = []
  /// The parameters whose defaults have been taken, with these.
  private(set) var defaults: [String] = []
  private var found: [Int: Finding] = [:]
  private var depth = 0
  /// How often a name without a value has been met.
  private var misses = 0

  private static let mostTokens = 64
  private static let deepest = 64
  private static let mostNames = 8

  init(_ bytes: [UInt8], given: [String: Int]) {
    (source, self.given) = (PythonSource(bytes), given)
  }

  /// The arguments with the values of their expressions, where these are known; ``unknown`` and
  /// ``defaults`` are then those of these arguments.
  mutating func resolve(_ arguments: [PyTorchArgument]) -> [PyTorchArgument] {
    (unknown, defaults) = ([], [])
    return arguments.map { argument in
      guard !argument.isWritten, !argument.isUnpacked else { return argument }
      let scope = source.region(at: argument.range.lowerBound).scope
      return value(of: argument.range, in: scope).map { argument.with($0) } ?? argument
    }
  }

  /// How often the loops around a place go there; `nil` where they do not say that.
  mutating func rounds(at offset: Int) -> Int? {
    var (place, product) = (source.region(at: offset).loop, Count(1))
    while let current = place {
      let loop = source.loops[current]
      guard let range = loop.rounds, let rounds = rounds(over: range, in: loop.scope) else {
        return nil
      }
      (place, product) = (loop.parent, product * Count(rounds))
    }
    return Int(exactly: product)
  }

  /// How many values `range(4)`, `range(1, n)` or `range(0, n, 2)` has; `nil` for anything else.
  mutating func rounds(over range: Range<Int>, in scope: Int) -> Int? {
    let names = (unknown, defaults)
    defer { (unknown, defaults) = names }
    var cursor = PythonCursor(source.bytes, range, in: scope, most: Self.mostTokens)
    guard cursor.takesWord("range"), case .list(let list)? = parenthesis(&cursor, isCall: true),
      cursor.isAtEnd
    else { return nil }
    let numbers = list.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    guard numbers.count == list.count, (1...3).contains(numbers.count) else { return nil }
    let (first, end) = numbers.count == 1 ? (0, numbers[0]) : (numbers[0], numbers[1])
    let step = Int128(numbers.count == 3 ? numbers[2] : 1)
    guard step != 0 else { return nil }
    let span = (Int128(end) - Int128(first)) * step.signum()
    let size = step * step.signum()
    return span <= 0 ? 0 : Int(exactly: (span + size - 1) / size)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: source.bytes[range].prefix(PyTorchLexer.longestName), as: UTF8.self)
  }

  private mutating func miss(_ name: String) -> PyTorchValue? {
    misses += 1
    if unknown.count < Self.mostNames, !unknown.contains(name) { unknown.append(name) }
    return nil
  }

  // MARK: Expressions

  private mutating func value(of range: Range<Int>, in scope: Int) -> PyTorchValue? {
    guard depth < Self.deepest else { return miss(text(range)) }
    depth += 1
    defer { depth -= 1 }
    let (before, missed) = (unknown, misses)
    var cursor = PythonCursor(source.bytes, range, in: scope, most: Self.mostTokens)
    let value = sum(&cursor)
    if value != nil, cursor.isAtEnd { return value }
    // What is not understood has its own text for a name.
    if cursor.isAtEnd, misses > missed { return nil }
    unknown = before
    return given[text(range)].map { .integer($0) } ?? miss(text(range))
  }

  private mutating func sum(_ cursor: inout PythonCursor) -> PyTorchValue? {
    var left = product(&cursor)
    while let sign = cursor.takeOperator(["+", "-"]) {
      left = PyTorchValue.result(left, sign, product(&cursor))
    }
    return left
  }

  private mutating func product(_ cursor: inout PythonCursor) -> PyTorchValue? {
    var left = signed(&cursor)
    while let sign = cursor.takeOperator(["*", "/", "//", "%"]) {
      left = PyTorchValue.result(left, sign, signed(&cursor))
    }
    return left
  }

  private mutating func signed(_ cursor: inout PythonCursor) -> PyTorchValue? {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { return nil }
    if cursor.takeOperator(["-"]) != nil {
      return PyTorchValue.result(.integer(0), "-", signed(&cursor))
    }
    let base = primary(&cursor)
    guard cursor.takeOperator(["**"]) != nil else { return base }
    return PyTorchValue.result(base, "**", signed(&cursor))
  }

  private mutating func primary(_ cursor: inout PythonCursor) -> PyTorchValue? {
    guard let token = cursor.token else { return nil }
    if token.kind == .open { return parenthesis(&cursor, isCall: false) }
    guard [.integer, .decimal, .text, .name].contains(token.kind) else { return nil }
    guard token.kind == .name else { return cursor.takeLiteral() }
    let start = cursor
    let name = cursor.takeName()
    guard cursor.token?.kind == .open else { return self.value(of: name, in: cursor.scope) }
    if ["int", "max", "min"].contains(name),
      case .list(let list)? = parenthesis(&cursor, isCall: true),
      let value = PyTorchValue.result(of: name, list)
    {
      return value
    }
    cursor = start
    let whole = text(cursor.skipPrimary())
    return given[whole].map { .integer($0) } ?? miss(whole)
  }

  /// What stands in a parenthesis: a list, or of one value without a comma that value.
  private mutating func parenthesis(
    _ cursor: inout PythonCursor, isCall: Bool
  ) -> PyTorchValue? {
    var (values, isList, isKnown) = ([PyTorchValue](), isCall || cursor.isAtBracket, true)
    cursor.skip()
    while let token = cursor.token, token.kind != .close {
      let value = sum(&cursor)
      if let value { values.append(value) } else { isKnown = false }
      guard cursor.token?.kind == .comma else { break }
      isList = true
      cursor.skip()
    }
    guard cursor.token?.kind == .close else { return nil }
    cursor.skip()
    return isKnown ? isList ? .list(values) : values.first : nil
  }

  // MARK: Names

  private mutating func value(of name: String, in scope: Int) -> PyTorchValue? {
    switch name {
    case "True": return .flag(true)
    case "False": return .flag(false)
    case "None": return PyTorchValue.none
    default: break
    }
    let plain = name.hasPrefix("self.") ? String(name.dropFirst(5)) : name
    if let number = given[name] ?? given[plain] { return .integer(number) }
    guard let binding = source.binding(of: name, from: scope), let range = binding.value else {
      return miss(name)
    }
    let finding = finding(name, binding, range)
    for name in finding.unknown { _ = miss(name) }
    for text in finding.defaults where !defaults.contains(text) && defaults.count < Self.mostNames {
      defaults.append(text)
    }
    return finding.value
  }

  /// The same, looked for once.
  private mutating func finding(
    _ name: String, _ binding: PythonSource.Binding, _ range: Range<Int>
  ) -> Finding {
    if let known = found[range.lowerBound] { return known }
    // For a name that is assigned itself.
    found[range.lowerBound] = Finding(unknown: [name])
    let before = (unknown, defaults)
    (unknown, defaults) = ([], [])
    var finding = Finding(value: value(of: range, in: binding.scope))
    if binding.isDefault {
      // A default of None is one that the function takes something else for.
      if finding.value == PyTorchValue.none { finding = Finding(unknown: [name]) }
      defaults.append("\(name)=\(text(range))")
    }
    if finding.value == nil, unknown.isEmpty { unknown = [name] }
    (finding.unknown, finding.defaults) = (unknown, defaults)
    (unknown, defaults) = before
    found[range.lowerBound] = finding
    return finding
  }
}
