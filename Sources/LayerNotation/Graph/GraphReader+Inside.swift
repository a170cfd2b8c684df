import ConvArithmetic

// Higher-order operations run graphs that stand inside the one that calls them, each as a class.
//
//     conv2d_1 = torch.ops.higher_order.wrap_with_set_grad_enabled(False, submod_1, x, p_a_weight)
//
//     class submod_1(torch.nn.Module):
//         def forward(self, x: "f32[1, 3, 10, 10]", p_a_weight: "f32[4, 3, 3, 3]"):

/// The graphs inside an exported one.
struct GraphsInside: Sendable {
  struct Key: Hashable, Sendable {
    /// The number of the graph around it; `nil` where the outermost one has no class.
    let outer: Int?
    let name: String
  }

  /// Their numbers in the order of the text, and where they begin; `nil` before one is looked for.
  private var places: [Key: (number: Int, place: PyTorchLexer.Place)]?
  /// The number of the graph that is read.
  fileprivate var current: Int?
  /// What its parameters have not taken yet.
  fileprivate var given: ArraySlice<GraphValue> = []
  /// All that it is called with.
  fileprivate var operands: [GraphValue] = []
  /// The operation that runs it, and whether once.
  fileprivate var (word, isOnce) = ("", true)
  /// The operations that something has been said of, as many as a person reads.
  fileprivate var noted: Set<String> = []
  fileprivate static let mostNotes = 100
  fileprivate(set) var depth = 0
  /// How much may still be read, as a graph may be run many times.
  fileprivate var bytesLeft = 0

  private static let mostBytes = 64 << 20

  /// Finds the graph of a name inside the one that is read.
  fileprivate mutating func find(
    _ name: String, in bytes: [UInt8]
  ) -> (number: Int, place: PyTorchLexer.Place)? {
    if places == nil {
      bytesLeft = min(Self.mostBytes, 256 * bytes.count)
      findAll(in: bytes)
    }
    return bytesLeft > 0 ? places?[Key(outer: current, name: name)] : nil
  }

  private mutating func findAll(in bytes: [UInt8]) {
    var (lexer, start, count) = (PyTorchLexer(bytes), 0, 0)
    var found: [Key: (number: Int, place: PyTorchLexer.Place)] = [:]
    var around: [(column: Int, number: Int)] = []
    while let place = bytes.place(of: "def forward(", in: start..<bytes.count) {
      let isFirst = start == 0
      start = place + 1
      guard let (column, name) = Self.classLine(before: place, in: bytes) else { continue }
      if isFirst { current = 0 }
      lexer.advance(to: place)
      while let last = around.last, last.column >= column { around.removeLast() }
      let key = Key(outer: around.last?.number, name: name)
      if found[key] == nil { found[key] = (count, lexer.place) }
      around.append((column, count))
      count += 1
    }
    places = found
  }

  /// The column and the name of the class in the line before.
  private static func classLine(
    before place: Int, in bytes: [UInt8]
  ) -> (column: Int, name: String)? {
    let newline = UInt8(ascii: "\n")
    // Not all of a line that is long.
    let start = Swift.max(0, place - 400)
    guard let end = bytes[start..<place].lastIndex(of: newline) else { return nil }
    let line = (bytes[start..<end].lastIndex(of: newline) ?? start - 1) + 1
    guard let word = bytes.place(of: "class ", in: line..<end) else { return nil }
    let name = bytes[(word + 6)..<end].prefix { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ":") }
    return (word - line, String(decoding: name, as: UTF8.self))
  }
}

extension GraphReader {
  /// The operations that run one graph, once, on what follows it.
  ///
  /// Source: `torch/_higher_order_ops` of PyTorch 2.
  private static let runOnce: Set = [
    "wrap", "wrap_with_set_grad_enabled", "wrap_with_autocast", "wrap_activation_checkpoint",
    "tag_activation_checkpoint", "invoke_subgraph", "hints_wrapper", "strict_mode",
  ]

  /// A call of `torch.ops.higher_order`: what is run once stands in its place, and before it what
  /// is run nobody knows how often, as by `cond` and `while_loop`.
  mutating func run(
    _ word: String, _ arguments: [(name: String?, value: GraphValue)], at position: TextPosition
  ) -> GraphValue {
    let isOnce = Self.runOnce.contains(word)
    var (graphs, operands, sources) = ([String](), [GraphValue](), [GraphValue]())
    for (name, value) in arguments {
      if operands.isEmpty, !isOnce || graphs.isEmpty, let graph = graphName(of: value) {
        graphs.append(graph)
      } else {
        sources.append(value)
        if !graphs.isEmpty, name == nil { value.addOperands(to: &operands) }
      }
    }
    guard !graphs.isEmpty else { return add(word, .recorded, sources, at: position) }
    let before = graph.operations.count
    let results = graphs.map { follow($0, on: operands, of: word) }
    if isOnce, let result = results.first ?? nil { return result }
    let runs = Remark(.runsNotKnown, word)
    let remark = results.contains(nil) ? Remark(.graphsInside, word) : runs
    if inside.noted.count < GraphsInside.mostNotes, inside.noted.insert(remark.text).inserted {
      graph.notes.append(remark)
    }
    for place in before..<graph.operations.count { graph.operations[place].runs = runs }
    let value = add(word, .recorded, sources, at: position)
    graph.operations[graph.operations.count - 1].holdsGraphs = true
    return value
  }

  /// The name of the graph that an attribute is; it is no weight.
  private mutating func graphName(of value: GraphValue) -> String? {
    guard case .result(let tensor) = value, let maker = graph.operation(making: tensor),
      maker.isNoStage
    else { return nil }
    graph.operations[tensor - graph.inputs.count].rule = .graph
    return maker.word
  }

  /// Reads a graph inside, and what it gives back; `nil` where the text does not have it.
  private mutating func follow(
    _ name: String, on operands: [GraphValue], of word: String
  ) -> GraphValue? {
    guard let (number, place) = inside.find(name, in: lexer.bytes) else { return nil }
    let (outer, outerNames, outputs) = (inside, names, graph.outputs)
    let (outerPlace, outerEnd) = (lexer.place, end)
    (inside.current, inside.given, inside.operands) = (number, operands[...], operands)
    (inside.word, inside.isOnce) = (word, Self.runOnce.contains(word))
    inside.depth += 1
    (names, end, lexer.place) = ([:], nil, place)
    // A graph that cannot be read gives back what is not known.
    returned = .unknown
    let start = lexer.offset
    readForward()
    let left = inside.bytesLeft - (lexer.offset - start) - operands.count - 1
    let noted = inside.noted
    inside = outer
    (inside.bytesLeft, inside.noted) = (left, noted)
    (names, graph.outputs, lexer.place, end) = (outerNames, outputs, outerPlace, outerEnd)
    return returned
  }

  /// Gives a parameter of a graph inside what it is called with, or a tensor of its own where that
  /// has other sizes, or may have: a scan hands over one part after the other.
  mutating func bind(_ name: String, _ said: [Int]?) {
    let value = inside.given.popFirst() ?? .unknown
    names[name] = value
    switch value {
    case .result(let tensor):
      let own = graph.said(of: tensor)
      let isOpen = own == nil || said == nil
      let isWhole = inside.isOnce || graph.isAttribute(tensor)
      if isOpen ? isWhole : own == said { return }
    case .unknown where said != nil: break
    default: return
    }
    let sources = value == .unknown ? inside.operands : [value]
    names[name] = add(inside.word, .recorded, sources, at: lexer.position)
    let place = graph.operations.count - 1
    (graph.operations[place].name, graph.operations[place].said) = (name, said)
  }

  /// Reads parameters and lines up to `return`.
  mutating func readForward() {
    readParameters()
    while end == nil {
      let token = lexer.next()
      if token.kind == .end { break }
      readLine(token)
    }
    if end == nil { report(PyTorchProblem(lexer.position, .graphCutOff)) }
  }
}

extension GraphValue {
  /// Adds what a graph inside may take of it: all but words, which name things.
  fileprivate func addOperands(to operands: inout [GraphValue]) {
    switch self {
    case .list(let items): for item in items { item.addOperands(to: &operands) }
    case .word: break
    default: operands.append(self)
    }
  }
}
