/// Reads a text once, from front to back, with a stack of open parentheses.
///
/// The stack is bounded, and so is how far each token looks ahead: the time is that of the text's
/// length. What breaks the form of a printed tree (a line cut off, a parenthesis in a log) is put
/// right at the next line that begins a module.
struct ModelReader: Sendable {
  var lexer: PyTorchLexer
  /// The innermost open parenthesis.
  var top = ModelFrame.top
  /// Those around it, the text itself first; empty outside of all.
  var outer: [ModelFrame] = []
  var modules = 0
  var lone = LoneConstructor()
  var layers: [ModelLayer] = []
  /// The constructors of convolutions, by their texts: most come again and again.
  var written: [ArraySlice<UInt8>: (layer: ConvLayer, notes: [Remark])] = [:]
  private(set) var problems: [PyTorchProblem] = []
  var furtherProblems = 0
  /// The names of a source that have no value.
  var variables: [UnknownVariable] = []
  /// The values that names have from outside.
  let given: [String: Int]
  /// What the names of a source stand for, once that is asked for.
  var python: PythonValues?
  var sourceClass: String?
  var isSource = false
  /// Whether it has the source of a `forward`.
  var hasForward = false
  /// The calls of what is neither a module of known effect nor a container.
  var foreignCalls = 0
  /// Those of `F.pad`.
  var functionPads: [(arguments: [PyTorchArgument], position: TextPosition)] = []
  private var isStopped = false
  /// How many of each kind are open.
  private var openBrackets: [UInt8: Int] = [:]
  private var previous: PyTorchToken?
  /// The last name that called nothing, and where it ended.
  var lastWord: (name: String, end: Int)?

  static let mostFrames = 256
  private static let longestPath = 512

  init(_ bytes: [UInt8], given: [String: Int] = [:], readsComments: Bool = false) {
    self.given = given
    lexer = PyTorchLexer(bytes, readsComments: readsComments)
  }

  mutating func read() {
    while !isStopped {
      let token = lexer.next()
      if !hasProblems { lone.see(token, in: lexer, isAfter: !layers.isEmpty) }
      if token.kind == .end { break }
      if token.startsLine { beginLine(token) }
      enter(token)
      take(token)
      previous = token
    }
    if !outer.isEmpty, !isStopped { reportUnclosed() }
    while !outer.isEmpty { pop() }
  }

  private mutating func take(_ token: PyTorchToken) {
    switch token.kind {
    case .open: open(token)
    case .close: close(token)
    case .name: takeName(token)
    case .text: top.lastText = lexer.inside(token)
    case .equals: top.pendingKey = top.lastName
    case .colon:
      if let text = top.lastText, previous?.kind == .text { top.pendingKey = text }
    case .comma:
      top.commas += 1
      top.pendingKey = previous?.kind == .text ? top.lastText : nil
    case .symbol: if token.range.count == 3 { top.node.isElided = true }
    case .integer, .decimal, .minus, .end: break
    }
  }

  var outermost: ModelFrame? { outer.isEmpty ? nil : outer.count > 1 ? outer[1] : top }

  mutating func report(_ problem: PyTorchProblem) {
    if problems.count < ModelLimits.problems {
      problems.append(problem)
    } else {
      furtherProblems += 1
    }
  }

  /// Stops for a text that nobody has written by hand.
  mutating func stop(_ position: TextPosition, _ message: String) {
    guard !isStopped else { return }
    report(PyTorchProblem(position, message))
    isStopped = true
  }

  // MARK: Lines

  private mutating func beginLine(_ token: PyTorchToken) {
    if token.kind == .open, lexer.childHeader(token) != nil {
      closeBroken()
    } else if token.position.column == 1, token.kind != .close {
      while !outer.isEmpty, top.kind != .module, !top.isKept { pop() }
      if beginsRoot(token) {
        reportUnclosed()
        while !outer.isEmpty { pop() }
      }
    }
    guard outer.isEmpty else { return }
    top.pendingKey = nil
    top.lastName = nil
  }

  /// Closes what cannot be open where a printed child begins.
  private mutating func closeBroken() {
    while !outer.isEmpty {
      let isBroken = top.kind != .module || top.isInline
      guard isBroken else { return }
      reportUnclosed()
      pop()
    }
  }

  /// Whether a model begins in the first column while another one is open.
  private func beginsRoot(_ token: PyTorchToken) -> Bool {
    guard let outermost, outermost.kind == .module, outermost.node.isPrinted, token.kind == .name,
      outermost.node.position.column <= token.position.column
    else { return false }
    var ahead = lexer
    return ahead.next().kind == .open && ahead.next().startsLine
  }

  private mutating func reportUnclosed() {
    let module = top.kind == .module ? top : outer.last { $0.kind == .module }
    guard let module, !module.isReported else { return }
    report(PyTorchProblem(module.node.position, .unclosed, module.node.className))
  }

  // MARK: Parentheses

  /// Sees what the first thing after a parenthesis is.
  private mutating func enter(_ token: PyTorchToken) {
    guard top.isFresh else { return }
    top.isFresh = false
    let isChild = token.kind == .close || lexer.childHeader(token) != nil
    top.isInline = !token.startsLine && !isChild
  }

  private mutating func open(_ token: PyTorchToken) {
    if let header = lexer.childHeader(token) { return take(header, token) }
    // The numbers of a list go on in the list inside: `nn.Sequential(first, *[second, third])`.
    let (key, isList) = (top.pendingKey, lexer.byte(at: token.range.lowerBound) == 0x5B)
    let isIndexed = isList && (top.isIndexed || key != nil)
    let first = top.isIndexed ? top.commas : 0
    let repetitions = top.takeKey().repetitions
    push(
      ModelNode(.group, "", at: token.position), bracket: lexer.byte(at: token.range.lowerBound),
      key: key, repetitions: repetitions, isIndexed: isIndexed)
    top.commas = first
  }

  private mutating func take(_ header: ChildHeader, _ token: PyTorchToken) {
    top.node.isPrinted = true
    top.pendingKey = header.key
    top.pendingRepetitions = header.count ?? 1
    if header.count == nil {
      report(PyTorchProblem(token.position, .tooManyRepetitions, header.key))
    }
    lexer.advance(to: header.end)
    switch header.module {
    case .call: break
    case .none:
      _ = lexer.next()
      _ = top.takeKey()
    case .other:
      _ = top.takeKey()
      add(ModelNode(.module, lexer.line(from: header.end), at: token.position))
    }
  }

  mutating func push(
    _ node: ModelNode, bracket: UInt8? = UInt8(ascii: "("), key: String?, repetitions: Int,
    isIndexed: Bool
  ) {
    let (path, bracket) = (top.path(key), bracket ?? 0)
    guard outer.count < Self.mostFrames, path.utf8.count <= Self.longestPath else {
      return stop(node.position, Sentence.tooDeep(Self.mostFrames))
    }
    openBrackets[bracket, default: 0] += 1
    var node = node
    if node.kind == .module { node.path = path }
    outer.append(top)
    top = ModelFrame(
      node: node, bracket: bracket, key: key, path: path, repetitions: repetitions,
      isInsideModel: top.isInsideModel || top.kind == .module, isIndexed: isIndexed)
  }

  private mutating func close(_ token: PyTorchToken) {
    let bracket = lexer.byte(at: token.range.lowerBound).flatMap { Self.opening[$0] } ?? 0
    // A bracket of another kind may have been left open inside.
    guard openBrackets[bracket, default: 0] > 0 else { return }
    while !outer.isEmpty {
      let isClosed = top.bracket == bracket
      pop()
      if isClosed { return }
    }
  }

  private static let opening = [
    UInt8(ascii: ")"): UInt8(ascii: "("), UInt8(ascii: "]"): UInt8(ascii: "["),
    UInt8(ascii: "}"): UInt8(ascii: "{"),
  ]

  private mutating func pop() {
    guard var frame = outer.popLast() else { return }
    swap(&frame, &top)
    openBrackets[frame.bracket, default: 0] -= 1
    if frame.kind == .group, frame.isIndexed, top.isIndexed { top.commas = frame.commas }
    takePadding(of: frame.node)
    if frame.isKept { add(frame.node) }
  }
}
