import ConvArithmetic

// What stands to the right of a name: a call, an operator between two values, a list.

extension GraphReader {
  /// What an expression may be before it is called.
  private enum Term {
    case value(GraphValue)
    /// A module, or a weight of one, by its path.
    case attribute(String)
    /// A function, by its whole name.
    case function(String)
    /// A method or an attribute of a tensor.
    case method(String, of: GraphValue)
  }

  /// Reads an expression that a token begins.
  mutating func expression(_ first: PyTorchToken) throws(PyTorchProblem) -> GraphValue {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.mostDepth else {
      throw PyTorchProblem(first.position, .tooDeep, Self.mostDepth)
    }
    var left = try operand(first)
    while let name = operatorName() {
      let right = try operand(lexer.next())
      left = call(name, [(nil, left), (nil, right)], at: first.position)
    }
    return left
  }

  /// The function of an operator that comes next; `nil`, and nothing read, for anything else.
  private mutating func operatorName() -> String? {
    // Most operands end a call, or stand in one.
    guard let byte = lexer.peek(), byte != UInt8(ascii: ","), byte != UInt8(ascii: ")"),
      byte != UInt8(ascii: "]"), byte != UInt8(ascii: ";"), !lexer.isAtLineEnd
    else { return nil }
    let before = lexer.place
    let token = lexer.next()
    if token.kind == .minus { return "sub" }
    if token.kind == .symbol, let name = Self.operators[lexer.whole(token)] {
      guard name == "mul" || name == "truediv", let next = lexer.peek(),
        next == lexer.byte(at: token.range.lowerBound)
      else { return name }
      _ = lexer.next()
      return name == "mul" ? "pow" : "floordiv"
    }
    lexer.place = before
    return nil
  }

  private static let operators = [
    "+": "add", "*": "mul", "/": "truediv", "@": "matmul", "%": "mod", "==": "eq", "!=": "ne",
    "<": "lt", "<=": "le", ">": "gt", ">=": "ge", "&": "and", "|": "or", "^": "xor",
  ]

  private mutating func operand(_ first: PyTorchToken) throws(PyTorchProblem) -> GraphValue {
    if first.kind == .minus {
      let value = try inner(lexer.next())
      switch value {
      case .number(let number): return .number(0 &- number)
      case .decimal(let number): return .decimal(-number)
      case .shape: return value
      // `-inf`.
      case .word(let word): return .word("-" + word)
      default: return call("neg", [(nil, value)], at: first.position)
      }
    }
    if first.kind == .symbol, lexer.matches(first, "~") || lexer.matches(first, "*") {
      return try inner(lexer.next())
    }
    var term = try begin(first)
    while let next = try extend(term, first) { term = next }
    return value(of: term, at: first.position)
  }

  /// What stands after a sign; many signs are as deep as many parentheses.
  private mutating func inner(_ first: PyTorchToken) throws(PyTorchProblem) -> GraphValue {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.mostDepth else {
      throw PyTorchProblem(first.position, .tooDeep, Self.mostDepth)
    }
    return try operand(first)
  }

  private mutating func begin(_ token: PyTorchToken) throws(PyTorchProblem) -> Term {
    switch token.kind {
    case .integer: return .value(GraphValue(lexer.integer(token)))
    case .decimal: return .value(GraphValue(lexer.scalar([token])))
    case .text: return .value(.word(lexer.wholeInside(token)))
    case .open: return .value(try list(token))
    case .name: return named(lexer.whole(token))
    case .symbol where lexer.isImaginary(token): return .value(.shape([]))
    case .symbol where token.range.count == 3: return .value(.word("..."))
    default: throw PyTorchProblem(token.position, .unexpected, lexer.text(token))
    }
  }

  private func named(_ name: String) -> Term {
    if name.hasPrefix("torch."), names["torch"] == nil { return .function(name) }
    if let value = names[name] { return .value(value) }
    switch name {
    case "True": return .value(.flag(true))
    case "False": return .value(.flag(false))
    case "None": return .value(.nothing)
    default: break
    }
    guard let point = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return .function(name) }
    let (first, rest) = (name[..<point], String(name[name.index(after: point)...]))
    if first == "self" { return .attribute(rest) }
    return names[String(first)].map { .method(rest, of: $0) } ?? .function(name)
  }

  /// What follows a term: a call, an index, an attribute; `nil` where it ends.
  private mutating func extend(
    _ term: Term, _ first: PyTorchToken
  ) throws(PyTorchProblem) -> Term? {
    switch lexer.peek() {
    case UInt8(ascii: "("):
      let opened = lexer.next()
      if case .function("getattr") = term { return try attribute(opened) }
      return .value(try called(term, try arguments(opened), first))
    case UInt8(ascii: "["):
      let base = value(of: term, at: first.position)
      let opened = lexer.next()
      let indices = try list(opened).items
      let index = indices.count == 1 ? indices[0] : GraphValue.list(indices)
      return .value(item(base, index, at: first.position))
    case UInt8(ascii: "."):
      _ = lexer.next()
      let name = lexer.next()
      guard name.kind == .name else {
        throw PyTorchProblem(name.position, .unexpected, lexer.text(name))
      }
      return extended(term, by: lexer.whole(name), first)
    default: return nil
    }
  }

  private mutating func extended(_ term: Term, by name: String, _ first: PyTorchToken) -> Term {
    if case .attribute(let path) = term { return .attribute(path + "." + name) }
    return .method(name, of: value(of: term, at: first.position))
  }

  /// `getattr(self.layer1, "0")`.
  private mutating func attribute(_ opened: PyTorchToken) throws(PyTorchProblem) -> Term {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.mostDepth else {
      throw PyTorchProblem(opened.position, .tooDeep, Self.mostDepth)
    }
    let first = lexer.next()
    var base = try begin(first)
    while let next = try extend(base, first) { base = next }
    let (comma, name, close) = (lexer.next(), lexer.next(), lexer.next())
    guard comma.kind == .comma, name.kind == .text, close.kind == .close else {
      throw PyTorchProblem(opened.position, .unclosed, "getattr")
    }
    let word = lexer.wholeInside(name)
    if case .function("self") = base { return .attribute(word) }
    return extended(base, by: word, first)
  }

  // MARK: Lists and arguments

  /// The values up to a closing bracket; of `{'out': x}` those after the colons, and of `2:5` a
  /// slice.
  private mutating func list(_ opened: PyTorchToken) throws(PyTorchProblem) -> GraphValue {
    var values: [GraphValue] = []
    try readItems(opened) { values.append($1) }
    // Parentheses around one value are no tuple.
    let isPlain = lexer.byte(at: opened.range.lowerBound) == UInt8(ascii: "(")
    return isPlain && values.count == 1 && !endsWithComma ? values[0] : .list(values)
  }

  /// Whether the list that has just been read is `(x,)`.
  private var endsWithComma: Bool {
    var place = lexer.offset - 2
    while lexer.byte(at: place) == 0x20 { place -= 1 }
    return lexer.byte(at: place) == UInt8(ascii: ",")
  }

  private mutating func arguments(
    _ opened: PyTorchToken
  ) throws(PyTorchProblem) -> [(name: String?, value: GraphValue)] {
    var arguments: [(name: String?, value: GraphValue)] = []
    arguments.reserveCapacity(8)
    try readItems(opened) { arguments.append((name: $0, value: $1)) }
    return arguments
  }

  /// Reads values up to a closing bracket, and hands each over with its name.
  private mutating func readItems(
    _ opened: PyTorchToken, _ take: (String?, GraphValue) -> Void
  ) throws(PyTorchProblem) {
    while true {
      var (name, token) = (String?.none, lexer.next())
      if token.kind == .close { return }
      if token.kind == .name, lexer.isBeforeOneEquals {
        name = lexer.whole(token)
        _ = lexer.next()
        token = lexer.next()
      }
      var value = token.kind == .colon ? GraphValue.nothing : try expression(token)
      var end = token.kind == .colon ? token : lexer.next()
      while end.kind == .colon { (value, end) = try afterColon(value, opened) }
      take(name, value)
      if end.kind == .close { return }
      guard end.kind == .comma else {
        throw PyTorchProblem(
          end.position, end.kind == .end ? .unclosed : .unexpected,
          lexer.text(end.kind == .end ? opened : end))
      }
    }
  }

  /// What follows a colon, and the sign after that: the value of a key, or the end of a slice.
  private mutating func afterColon(
    _ before: GraphValue, _ opened: PyTorchToken
  ) throws(PyTorchProblem) -> (GraphValue, PyTorchToken) {
    let isIndex = lexer.byte(at: opened.range.lowerBound) == UInt8(ascii: "[")
    var (token, value) = (lexer.next(), GraphValue.nothing)
    if ![.close, .comma, .colon].contains(token.kind) {
      value = try expression(token)
      token = lexer.next()
    }
    guard isIndex else { return (value, token) }
    if case .slice(let ends) = before { return (.slice(ends + [value]), token) }
    return (.slice([before, value]), token)
  }

  // MARK: Calls

  private mutating func value(of term: Term, at position: TextPosition) -> GraphValue {
    switch term {
    case .value(let value): return value
    case .attribute(let path): return weight(path, at: position)
    // A constant: `torch.float32`, `inf`.
    case .function(let name): return .word(name)
    case .method(let name, let base): return call(name, [(nil, base)], at: position)
    }
  }

  private mutating func called(
    _ term: Term, _ arguments: [(name: String?, value: GraphValue)], _ first: PyTorchToken
  ) throws(PyTorchProblem) -> GraphValue {
    switch term {
    case .attribute(let path): return apply(path, arguments, at: first.position)
    case .method(let name, let base):
      return call(name, [(nil, base)] + arguments, at: first.position)
    case .function("slice"): return .slice(arguments.map(\.value))
    case .function("device"), .function("torch.device"), .function("float"):
      return .word(lexer.text(first))
    case .function(let name): return call(name, arguments, at: first.position)
    case .value: throw PyTorchProblem(first.position, .unexpected, lexer.text(first))
    }
  }
}
