import ConvArithmetic

/// Reads the `forward` of an exported or traced model, one line an operation.
///
///     conv2d: "f32[1, 64, 112, 112]" = torch.ops.aten.conv2d.default(x, p_conv1_weight, None, [2, 2]);
///     layer1_0_relu = getattr(self.layer1, "0").relu(layer1_0_bn1);  layer1_0_bn1 = None
///
/// What stands before the name in a line is passed over, and so is what stands after the expression.
/// The time is that of the text's length.
struct GraphReader {
  var lexer: PyTorchLexer
  var graph: ModelGraph
  /// The modules above a traced `forward`, by their paths.
  var modules = GraphModules()
  /// What a name stands for.
  var names: [String: GraphValue] = [:]
  /// The functions that have been called, by their names in the text.
  var functions: [String: (word: String, function: GraphFunction?)] = [:]
  var stages = SettledStages()
  /// The modules whose numbers have been counted.
  var countedPaths: Set<String> = []
  var depth = 0
  /// Whether the text says what the inputs are.
  var hasSignature = false
  /// The input that the signature has next, if it has them in the order of `forward`.
  var nextInput = 0
  private var sizes = SaidSizes()
  /// Where `return` stands, once it has come.
  var end: Int?
  /// What the last `return` gives back.
  var returned = GraphValue.nothing
  /// The graphs inside this one, and what the one that is read just now is given.
  var inside = GraphsInside()

  static let mostDepth = 64

  init(_ bytes: [UInt8], _ origin: ModelGraph.Origin) {
    lexer = PyTorchLexer(bytes)
    graph = ModelGraph(origin: origin, inputs: [], operations: [], outputs: [], problems: [])
    // A line with its comment is longer.
    let lines = min(bytes.count / 256, ModelGraph.mostOperations)
    names.reserveCapacity(2 * lines)
    graph.inputs.reserveCapacity(2 * lines)
    graph.operations.reserveCapacity(lines)
  }

  mutating func report(_ problem: PyTorchProblem) {
    if graph.problems.count < ModelLimits.problems { graph.problems.append(problem) }
  }

  /// Reads all from the `def forward(` at a place on.
  mutating func read(from place: Int) {
    for problem in modules.problems { report(problem) }
    graph.notes = modules.notes
    lexer.advance(to: place)
    readForward()
    if graph.operations.isEmpty, graph.problems.isEmpty, graph.origin == .exported {
      report(PyTorchProblem(lexer.position, .noOperation))
    }
    readSignature()
    shareParameters()
  }

  // MARK: Lines

  mutating func readLine(_ first: PyTorchToken) {
    guard let line = target(first) else {
      let text = first.range.lowerBound..<lexer.offset
      if lexer.bytes.place(of: " = torch.", in: text) != nil {
        report(PyTorchProblem(first.position, .lineNotRead, lexer.text(text)))
      }
      return
    }
    guard graph.operations.count < ModelGraph.mostOperations else {
      report(
        PyTorchProblem(first.position, .tooManyModules, ModelGraph.mostOperations.grouped))
      return end = lexer.offset
    }
    do throws(PyTorchProblem) {
      let before = graph.operations.count
      if !line.others.isEmpty {
        try unpack(line.others + [line.name].compactMap(\.self))
      } else if let name = line.name {
        // What names give up after their last use: `x = conv1 = None`.
        let value = try expression(lexer.next())
        assign(value, to: name, line.said, isNew: graph.operations.count > before)
      } else {
        try finish(before)
      }
    } catch {
      report(error)
      if let name = line.name { names[lexer.whole(name)] = .unknown }
    }
    lexer.skipLine()
  }

  /// The name that a line gives to something, those before it and commas, and the sizes that it
  /// says, which PyTorch 2.1 and 2.2 write without quotes; no name for `return`.
  ///
  /// Leaves the lexer after the sign, or at the next line.
  private mutating func target(
    _ first: PyTorchToken
  ) -> (others: [PyTorchToken], name: PyTorchToken?, said: PyTorchToken?)? {
    var (name, said, token) = (PyTorchToken?.none, PyTorchToken?.none, first)
    var others: [PyTorchToken] = []
    for _ in 0..<Self.longestPrefix {
      switch token.kind {
      case .name:
        if lexer.matches(token, "return") { return ([], nil, nil) }
        if name != nil { others = [] }
        (name, said) = (token, nil)
      case .colon where name != nil && !lexer.isAtLineEnd:
        token = lexer.next()
        said = lexer.annotation(token)
        if said == nil { continue }
      case .colon: break
      case .comma where name != nil:
        others += [name].compactMap(\.self)
        name = nil
      case .equals:
        if name != nil || !others.isEmpty { return (others, name, said) }
        lexer.skipLine()
        return nil
      default: (others, name, said) = ([], nil, nil)
      }
      guard !lexer.isAtLineEnd else { return nil }
      token = lexer.next()
      if token.kind == .end { return nil }
    }
    lexer.skipLine()
    return nil
  }

  private static let longestPrefix = 48

  /// `x, y, = fx_pytree.tree_flatten_spec(([a, b], {}), self._in_spec)`: each is what it was before.
  private mutating func unpack(_ targets: [PyTorchToken]) throws(PyTorchProblem) {
    let before = graph.operations.count
    _ = try expression(lexer.next())
    var values: [Int] = []
    let made = graph.inputs.count + before
    // The line makes nothing but the specification, which comes last.
    if graph.operations.count == before + 2, let last = graph.operations.last,
      last.word == "tree_flatten_spec", names["self._in_spec"] == .result(made),
      last.sources.last == made, last.sources.dropLast().allSatisfy({ $0 < made })
    {
      values = last.sources.dropLast()
      graph.operations.removeLast(2)
      names["self._in_spec"] = nil
    }
    for (place, target) in targets.enumerated() {
      names[lexer.whole(target)] = values[at: place].map { .result($0) } ?? .unknown
    }
  }

  private mutating func assign(
    _ value: GraphValue, to name: PyTorchToken, _ said: PyTorchToken?, isNew: Bool
  ) {
    let text = lexer.whole(name)
    names[text] = value
    guard case .result(let tensor) = value else { return }
    let place = tensor - graph.inputs.count
    // The first of several tensors has its sizes where it is taken.
    if let said, place >= 0, graph.said(of: tensor) == nil {
      graph.operations[place].said = sizes.read(said, in: lexer)
      graph.operations[place].isComplex = lexer.saysComplex(said)
    }
    // A name for what the line makes.
    if isNew, tensor == last { graph.operations[place].name = text }
  }

  /// The number of the last tensor.
  var last: Int { graph.inputs.count + graph.operations.count - 1 }

  /// `return (conv1,)`: what a class for the results takes are the results.
  private mutating func finish(_ before: Int) throws(PyTorchProblem) {
    end = lexer.offset
    returned = try expression(lexer.next())
    var outputs = returned.results
    if graph.operations.count > before, let last = graph.operations.last,
      case .recorded = last.rule
    {
      outputs = last.sources
      returned = .list(outputs.map { .result($0) })
      graph.operations.removeLast(graph.operations.count - before)
    }
    let made = graph.inputs.count + graph.operations.count
    graph.outputs = outputs.filter { $0 < made }
  }

  // MARK: The signature

  /// `forward(self, p_conv1_weight: "f32[64, 3, 7, 7]", x: "f32[1, 3, 224, 224]")`, or without
  /// sizes.
  mutating func readParameters() {
    var (depth, previous, name) = (0, PyTorchToken.Kind.symbol, PyTorchToken?.none)
    while true {
      let token = lexer.next()
      switch token.kind {
      case .end:
        return report(PyTorchProblem(lexer.position, .graphCutOff))
      case .open: depth += 1
      case .close:
        depth -= 1
        if depth == 0 { return take(&name, nil) }
      case .comma where depth == 1: take(&name, nil)
      case .name where depth == 1 && (previous == .open || previous == .comma): name = token
      case .name where previous == .colon, .text where previous == .colon:
        if let said = lexer.annotation(token) { take(&name, said) }
      default: break
      }
      previous = token.kind
    }
  }

  private mutating func take(_ name: inout PyTorchToken?, _ said: PyTorchToken?) {
    guard let token = name else { return }
    name = nil
    let text = lexer.whole(token)
    guard text != "self" else { return }
    let known = said.flatMap { sizes.read($0, in: lexer) }
    if inside.depth > 0 { return bind(text, known) }
    names[text] = .result(graph.inputs.count)
    graph.inputs.append(ModelGraph.Input(name: text, kind: .user, said: known))
  }
}

extension PyTorchLexer {
  /// The text of a token, all of it.
  func whole(_ token: PyTorchToken) -> String {
    String(decoding: bytes[token.range], as: UTF8.self)
  }

  /// The text between quotes, all of it.
  func wholeInside(_ token: PyTorchToken) -> String {
    String(decoding: bytes[token.range.dropFirst().dropLast()], as: UTF8.self)
  }

  func matches(_ token: PyTorchToken, _ word: StaticString) -> Bool {
    token.range.count == word.utf8CodeUnitCount
      && word.withUTF8Buffer {
        bytes[token.range].elementsEqual($0)
      }
  }

  /// What stands after a colon: a text between quotes, or a word with brackets, such as `f32[1, 64]`
  /// and `Sym(s0)`, in one line.
  ///
  /// Leaves the lexer after it.
  mutating func annotation(_ first: PyTorchToken) -> PyTorchToken? {
    if first.kind == .text { return first }
    guard first.kind == .name, peek() == UInt8(ascii: "[") || peek() == UInt8(ascii: "(") else {
      return nil
    }
    var depth = 0
    repeat {
      guard !isAtLineEnd else { return nil }
      switch next().kind {
      case .open: depth += 1
      case .close: depth -= 1
      default: break
      }
    } while depth > 0
    return PyTorchToken(
      kind: .text, range: first.range.lowerBound..<offset, position: first.position,
      startsLine: first.startsLine)
  }
}
