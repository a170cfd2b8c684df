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
  var lexer: PyTorchLexer
  var tensors: [String: Int] = [:]
  var modules: [NamedNetwork.Module] = []
  /// Where each of them stands in the text.
  var lines: [Int] = []
  var input: [Int]?
  /// The name that the present line gives.
  private(set) var target = ""
  var depth = 0
  /// What constructors made so far, by the axes and the text: long networks have few that differ.
  var stages: [Int: [String: Stage]] = [:]

  private static let mostDepth = 64
  private static let makers = ["zeros", "ones", "rand", "randn", "empty"].map { "torch.\($0)" }

  init(_ bytes: [UInt8]) { lexer = PyTorchLexer(bytes) }

  /// Whether a text is meant to be one: a line near its beginning gives a tensor its shape.
  static func isMeant(by bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return start.split(whereSeparator: \.isNewline).contains { line in
      let sides = line.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
      return sides.count == 2 && sides[0].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        && makers.contains { sides[1].hasPrefix("\($0)(") }
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
    guard input == nil, modules.isEmpty, Self.makers.contains(lexer.text(token)),
      lexer.isBeforeParenthesis
    else { return false }
    _ = lexer.next()
    let arguments = try lexer.arguments(of: lexer.text(token), opened: token.position).list
    var numbers = arguments.filter { $0.name == nil }.map(\.value)
    if case .list(let list) = numbers.first { numbers = list }
    input = numbers.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    guard let input, input.count == numbers.count, (2...5).contains(input.count),
      input.allSatisfy({ $0 >= 1 })
    else {
      throw PyTorchProblem(token.position, .noInputShape)
    }
    tensors[target] = 0
    return true
  }

  // MARK: Expressions

  /// Products of tensors with `+` between them, one join after the other.
  mutating func sum() throws(PyTorchProblem) -> Int {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.mostDepth else {
      throw PyTorchProblem(lexer.position, .tooDeep, Self.mostDepth)
    }
    var left = try product()
    while let sign = sign("+") { left = try join([left, try product()], sign) }
    return left
  }

  /// Tensors with `*` between them.
  private mutating func product() throws(PyTorchProblem) -> Int {
    var left = try tensor(lexer.next())
    while let sign = sign("*") { left = try join([left, try tensor(lexer.next())], sign) }
    return left
  }

  /// Reads a sign that goes on with an expression; `nil`, and nothing read, where another one stands.
  private mutating func sign(_ wanted: String) -> PyTorchToken? {
    let before = lexer
    let token = lexer.next()
    if token.kind == .symbol, lexer.text(token) == wanted, !token.startsLine || depth > 1 {
      return token
    }
    lexer = before
    return nil
  }

  private mutating func join(
    _ sources: [Int], _ sign: PyTorchToken
  ) throws(PyTorchProblem) -> Int {
    try add(.join(.add), of: sources, text: lexer.text(sign), at: sign)
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

  mutating func close(_ opened: PyTorchToken) throws(PyTorchProblem) {
    let token = lexer.next()
    guard token.kind == .close else {
      throw PyTorchProblem(opened.position, .unclosed, lexer.text(opened))
    }
  }
}
