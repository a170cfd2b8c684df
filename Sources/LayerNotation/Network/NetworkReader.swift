import ConvArithmetic

/// Reads a network from lines of Python, each of which makes a tensor of earlier ones.
///
///     x = torch.zeros(1, 3, 32, 32)
///     conv1 = nn.Conv2d(3, 8, 3, padding=1)(x)
///     add = torch.relu(conv1) + x
///
/// A module is called as `nn.Class(…)(tensor)` or as a function of it; tensors are added,
/// multiplied, and concatenated by `torch.cat`. What else stands there is a problem.
struct NetworkReader {
  private var lexer: PyTorchLexer
  private var tensors: [String: Int] = [:]
  private var modules: [NamedNetwork.Module] = []
  private var input: [Int]?
  /// The name that the present line gives.
  private var target = ""
  private var depth = 0

  private static let mostDepth = 64

  init(_ bytes: [UInt8]) { lexer = PyTorchLexer(bytes) }

  /// Whether a text is meant to be one: a line near its beginning gives a tensor its shape.
  static func isMeant(by bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return start.split(whereSeparator: \.isNewline).contains {
      $0.hasPrefix("x = torch.") && $0.contains("(")
    }
  }

  mutating func network() throws(PyTorchProblem) -> NamedNetwork {
    while true {
      let token = lexer.next()
      switch token.kind {
      case .end: return try finish(token)
      case .symbol where lexer.text(token) == ";": break
      case .name: try statement(token)
      default: throw PyTorchProblem(token.position, .unexpected, lexer.text(token))
      }
    }
  }

  private func finish(_ end: PyTorchToken) throws(PyTorchProblem) -> NamedNetwork {
    guard !modules.isEmpty else { throw PyTorchProblem(end.position, .noLayer) }
    let axes = modules.lazy.compactMap(\.stage.axes).first
    let dimensions = input ?? modules.lazy.compactMap(\.layer).first?.proposedInput.dimensions
    guard let dimensions,
      let shape = TensorShape(dimensions: dimensions, axes: axes ?? dimensions.count - 2)
    else { throw PyTorchProblem(TextPosition(), .noInputShape) }
    return NamedNetwork(modules, input: shape)
  }

  // MARK: Statements

  /// `name = expression`; `name = None` and `return name` say nothing.
  private mutating func statement(_ name: PyTorchToken) throws(PyTorchProblem) {
    target = lexer.text(name)
    if target == "return" { return _ = lexer.next() }
    let equals = lexer.next()
    guard equals.kind == .equals else {
      throw PyTorchProblem(name.position, .unexpected, target)
    }
    let before = lexer
    let value = lexer.next()
    if lexer.text(value) == "None" { return }
    if value.kind == .name, try takesShape(value) { return }
    lexer = before
    tensors[target] = try sum()
  }

  /// `torch.zeros(1, 3, 32, 32)`, or another call that makes a tensor: the network's input.
  private mutating func takesShape(_ token: PyTorchToken) throws(PyTorchProblem) -> Bool {
    let makers = ["zeros", "ones", "rand", "randn", "empty"].map { "torch.\($0)" }
    guard input == nil, modules.isEmpty, makers.contains(lexer.text(token)),
      lexer.isBeforeParenthesis
    else { return false }
    _ = lexer.next()
    let arguments = try lexer.arguments(of: lexer.text(token), opened: token.position).list
    var numbers = arguments.filter { $0.name == nil }.map(\.value)
    if case .list(let list) = numbers.first { numbers = list }
    input = numbers.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    guard let input, input.count == numbers.count, (2...5).contains(input.count) else {
      throw PyTorchProblem(token.position, .noInputShape)
    }
    tensors[target] = 0
    return true
  }

  // MARK: Expressions

  /// Tensors with `+` or `*` between them, one join after the other.
  private mutating func sum() throws(PyTorchProblem) -> Int {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.mostDepth else {
      throw PyTorchProblem(lexer.position, .tooDeep, Self.mostDepth)
    }
    var left = try tensor(lexer.next())
    while true {
      let before = lexer
      let token = lexer.next()
      let sign = lexer.text(token)
      guard token.kind == .symbol, ["+", "*"].contains(sign), !token.startsLine || depth > 1 else {
        lexer = before
        return left
      }
      left = add(.join(.add), of: [left, try tensor(lexer.next())], text: sign)
    }
  }

  private mutating func tensor(_ token: PyTorchToken) throws(PyTorchProblem) -> Int {
    switch token.kind {
    case .open where lexer.text(token) == "(":
      let inside = try sum()
      try close(token)
      return inside
    case .name where lexer.isBeforeParenthesis: return try call(token)
    case .name:
      let name = lexer.text(token)
      if let tensor = tensors[name] { return tensor }
      // The first name that nothing made is the input.
      guard modules.isEmpty, input == nil, !tensors.values.contains(0) else {
        throw PyTorchProblem(token.position, .unknownTensor, name)
      }
      tensors[name] = 0
      return 0
    case .end: throw PyTorchProblem(token.position, .noLayer)
    default: throw PyTorchProblem(token.position, .unexpected, lexer.text(token))
    }
  }

  private mutating func close(_ opened: PyTorchToken) throws(PyTorchProblem) {
    let token = lexer.next()
    guard token.kind == .close else {
      throw PyTorchProblem(opened.position, .unclosed, lexer.text(opened))
    }
  }

  // MARK: Calls

  private mutating func call(_ token: PyTorchToken) throws(PyTorchProblem) -> Int {
    let name = lexer.lastPart(token)
    let opened = lexer.next()
    switch name {
    case "cat", "concat", "concatenate": return try concatenation(token)
    case "add", "mul":
      let left = try sum()
      guard lexer.next().kind == .comma else {
        throw PyTorchProblem(token.position, .unclosed, name)
      }
      let right = try sum()
      try close(opened)
      return add(.join(.add), of: [left, right], text: name == "add" ? "+" : "*")
    default: break
    }
    if let known = ModuleClass.named(name) { return try apply(known, name, token) }
    guard let (name, known) = ModuleClass.function(lexer.text(token)) else {
      throw PyTorchProblem(token.position, .unknownEffect, lexer.text(token))
    }
    return try function(known, name, token)
  }

  /// `cat([a, b], 1)`, or with `dim=1`.
  private mutating func concatenation(_ token: PyTorchToken) throws(PyTorchProblem) -> Int {
    let list = lexer.next()
    guard list.kind == .open else {
      throw PyTorchProblem(list.position, .unexpected, lexer.text(list))
    }
    var sources: [Int] = []
    while true {
      sources.append(try sum())
      let separator = lexer.next()
      if separator.kind == .close { break }
      guard separator.kind == .comma else {
        throw PyTorchProblem(list.position, .unclosed, lexer.text(list))
      }
    }
    var dimension = PyTorchValue.integer(0)
    let next = lexer.next()
    if next.kind == .comma {
      dimension = try lexer.arguments(of: "cat", opened: token.position).list.first?.value ?? .none
    } else if next.kind != .close {
      throw PyTorchProblem(token.position, .unclosed, "cat")
    }
    guard dimension == .integer(1) || dimension == .integer(-3) else {
      throw PyTorchProblem(token.position, .otherDimension)
    }
    return add(.join(.concatenate), of: sources, text: "cat")
  }

  /// `nn.Class(…)(tensor)`.
  private mutating func apply(
    _ known: ModuleClass, _ name: String, _ token: PyTorchToken
  ) throws(PyTorchProblem) -> Int {
    let start = token.range.lowerBound
    let arguments = try lexer.arguments(of: name, opened: token.position).list
    let text = String(decoding: lexer.bytes[start..<lexer.offset], as: UTF8.self)
    let opened = lexer.next()
    guard opened.kind == .open else { throw PyTorchProblem(token.position, .notApplied, name) }
    let source = try sum()
    try close(opened)
    return add(try stage(known, name, token, arguments), of: [source], text: text)
  }

  /// `F.max_pool2d(tensor, 2)`, which is written as the module that does the same.
  private mutating func function(
    _ known: ModuleClass, _ name: String, _ token: PyTorchToken
  ) throws(PyTorchProblem) -> Int {
    let source = try sum()
    var arguments: [PyTorchArgument] = []
    let next = lexer.next()
    if next.kind == .comma {
      arguments = try lexer.arguments(of: name, opened: token.position).list
    } else if next.kind != .close {
      throw PyTorchProblem(token.position, .unclosed, name)
    }
    // The tensor is an argument of that one function in its row.
    if name == "F.pad" { arguments.insert(.unwritten(at: token.position), at: 0) }
    let stage = try stage(known, name, token, arguments)
    let text = stage.padModule ?? arguments.call(of: name)
    return add(stage, of: [source], text: text)
  }

  private func stage(
    _ known: ModuleClass, _ name: String, _ token: PyTorchToken, _ arguments: [PyTorchArgument]
  ) throws(PyTorchProblem) -> Stage {
    guard modules.count < NamedNetwork.mostModules else {
      throw PyTorchProblem(token.position, .tooManyModules, NamedNetwork.mostModules.grouped)
    }
    let axes = known.axes ?? modules.lazy.compactMap(\.stage.axes).first
    let call = try ModuleCall(
      known, name: name, at: token.position, axes: axes ?? input.map { max(1, $0.count - 2) } ?? 2,
      arguments)
    guard let stage = try call.stages(isSource: true).first else {
      throw PyTorchProblem(token.position, .unknownEffect, name)
    }
    return stage
  }

  /// - Returns: The tensor that the module makes.
  private mutating func add(_ stage: Stage, of sources: [Int], text: String) -> Int {
    modules.append(NamedNetwork.Module(target, stage, of: sources, text: text))
    return modules.count
  }
}

extension ModuleClass {
  /// The class whose module does what a function of `torch` or `torch.nn.functional` does:
  /// `F.max_pool2d` is `MaxPool2d`; `nil` for one that takes weights, and for one not known.
  fileprivate static func function(_ name: String) -> (name: String, known: ModuleClass)? {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    if last == "pad" { return named("F.pad").map { ("F.pad", $0) } }
    return calledAs(last == "interpolate" ? "upsample" : last)
      .flatMap { $0.known.isConvolution ? nil : $0 }
  }
}

extension Stage {
  /// The module that pads as this stage does; `nil` for one that does something else.
  fileprivate var padModule: String? {
    let pads = maps.compactMap { map in
      if case .pad(let before, let after, let mode) = map { (before, after, mode) } else { nil }
    }
    guard let mode = pads.first?.2, pads.count == maps.count else { return nil }
    // The last axis comes first.
    let cells = pads.reversed().flatMap { [$0.0, $0.1] }
    return "nn.\(mode.module(axes: pads.count))(\(tupleText(cells)))"
  }
}

extension PyTorchArgument {
  fileprivate static func unwritten(at position: TextPosition) -> PyTorchArgument {
    PyTorchArgument(
      name: nil, value: .none, text: "", namePosition: position, position: position)
  }
}

extension [PyTorchArgument] {
  /// A call with these arguments: `nn.MaxPool2d(2, stride=1)`.
  func call(of className: String) -> String {
    let words = map { ($0.name.map { "\($0)=" } ?? "") + $0.text }
    return "nn.\(className)(\(words.joined(separator: ", ")))"
  }
}
