/// Reads the statements of a source one after the other, by their indentation.
struct PythonScanner {
  private struct Block {
    /// Of the line that begins it.
    let column: Int
    let scope: Int
    var loop: Int?
    /// Whether its lines may run any number of times, or not at all.
    var isBranch = false
  }

  private typealias Tokens = ArraySlice<PyTorchToken>

  private var lexer: PyTorchLexer
  private var blocks: [Block] = []

  private static let mostTokens = 1_024
  private static let mostBlocks = 256
  private static let branches: Set<String> = [
    "if", "elif", "else", "try", "except", "finally", "with", "match", "case",
  ]

  init(_ bytes: [UInt8]) { lexer = PyTorchLexer(bytes) }

  mutating func scan(_ source: inout PythonSource) {
    var (line, depth) = ([PyTorchToken](), 0)
    while true {
      let token = lexer.next()
      let isEnd = token.kind == .symbol && depth == 0 && lexer.text(token) == ";"
      if token.kind == .end || isEnd || token.startsLine && (depth == 0 || beginsAnew(token)) {
        take(line, &source)
        (line, depth) = ([], 0)
      }
      if token.kind == .end { return }
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth = max(0, depth - 1) }
      if !isEnd, line.count < Self.mostTokens { line.append(token) }
    }
  }

  /// Whether a parenthesis before has been left open.
  private func beginsAnew(_ token: PyTorchToken) -> Bool {
    token.position.column == 1 && token.kind == .name
      && ["class", "def"].contains(lexer.text(token))
  }

  private mutating func take(_ line: [PyTorchToken], _ source: inout PythonSource) {
    guard let column = line.first?.position.column else { return }
    while let block = blocks.last, block.column >= column { blocks.removeLast() }
    statement(line[...], column, &source)
  }

  private var block: Block { blocks.last ?? Block(column: 0, scope: 0) }

  private mutating func statement(
    _ tokens: Tokens, _ column: Int, _ source: inout PythonSource
  ) {
    guard let first = tokens.first else { return }
    let start = first.range.lowerBound
    source.regions.append(.init(start: start, scope: block.scope, loop: block.loop))
    guard first.kind == .name else { return assign(tokens, &source) }
    guard blocks.count < Self.mostBlocks else { return }
    let rest = tokens.dropFirst()
    switch lexer.text(first) {
    case "async": statement(rest, column, &source)
    case "from", "import":
      // `from torch.nn import Conv2d as Conv`.
      for place in rest.indices.dropFirst().dropLast() where isWord(rest[place], "as") {
        source.bind(lexer.text(rest[place + 1]), range([rest[place - 1]]), in: block.scope)
      }
    case "class": open(rest, column, scope(isClass: true, &source), &source)
    case "def":
      let inside = scope(isClass: false, &source)
      bindParameters(rest, inside.scope, &source)
      open(rest, column, inside, &source)
    case "for": open(rest, column, loop(rest, &source), &source)
    case "while":
      open(rest, column, loop(nil, &source), &source)
    case let word where Self.branches.contains(word):
      var inside = block
      inside.isBranch = true
      open(rest, column, inside, &source)
    default: assign(tokens, &source)
    }
  }

  /// Begins a block, what stands after its colon included.
  private mutating func open(
    _ tokens: Tokens, _ column: Int, _ inside: Block, _ source: inout PythonSource
  ) {
    let new = Block(
      column: column, scope: inside.scope, loop: inside.loop, isBranch: inside.isBranch)
    blocks.append(new)
    let colon = parts(tokens, at: .colon).first?.endIndex ?? tokens.endIndex
    statement(tokens[min(colon + 1, tokens.endIndex)...], column, &source)
  }

  private func scope(isClass: Bool, _ source: inout PythonSource) -> Block {
    source.scopes.append(.init(parent: block.scope, isClass: isClass))
    return Block(column: 0, scope: source.scopes.count - 1)
  }

  private func loop(_ rounds: Range<Int>?, _ source: inout PythonSource) -> Block {
    source.loops.append(.init(parent: block.loop, rounds: rounds, scope: block.scope))
    return Block(
      column: 0, scope: block.scope, loop: source.loops.count - 1, isBranch: true)
  }

  /// A loop over what stands between `in` and the colon.
  private func loop(_ tokens: Tokens, _ source: inout PythonSource) -> Block {
    let head = parts(tokens, at: .colon).first ?? tokens
    bindTargets(of: head, &source)
    let over = head.drop { !isWord($0, "in") }.dropFirst()
    return loop(range(over), &source)
  }

  // MARK: Names

  private func bindTargets(of tokens: Tokens, _ source: inout PythonSource) {
    for token in tokens.prefix(while: { !isWord($0, "in") }) where token.kind == .name {
      source.bind(lexer.text(token), nil, in: block.scope)
    }
  }

  private func bindParameters(_ tokens: Tokens, _ scope: Int, _ source: inout PythonSource) {
    let list = inside(tokens.dropFirst())
    for parameter in parts(list, at: .comma) {
      let sides = parts(parameter, at: .equals)
      guard let name = parameter.first(where: { $0.kind == .name }) else { continue }
      source.bind(
        lexer.text(name), sides.count == 2 ? range(sides[1]) : nil, in: scope, isDefault: true)
    }
  }

  private func assign(_ tokens: Tokens, _ source: inout PythonSource) {
    // In what follows, a name of a comprehension has no value.
    for place in tokens.indices where isWord(tokens[place], "for") {
      bindTargets(of: tokens[(place + 1)...].prefix(8), &source)
    }
    let sides = parts(tokens, at: .equals)
    guard sides.count > 1, let value = sides.last else { return }
    let isPlain = tokens.allSatisfy { $0.kind != .equals || $0.range.count == 1 }
    for target in sides.dropLast() { assign(value, to: target, isPlain: isPlain, &source) }
  }

  private func assign(
    _ value: Tokens, to target: Tokens, isPlain: Bool, _ source: inout PythonSource
  ) {
    let isBare = target.first?.kind == .name
    let targets = parts(
      isBare ? parts(target, at: .colon).first ?? target : inside(target), at: .comma)
    var values = parts(value, at: .comma)
    if values.count != targets.count { values = parts(inside(value), at: .comma) }
    for (place, target) in targets.enumerated() {
      guard let name = target.first, name.kind == .name else { continue }
      let isKnown = isPlain && target.count == 1 && !block.isBranch
      let isPair = targets.count == 1 || values.count == targets.count
      let own = targets.count == 1 ? value : isPair ? values[place] : []
      source.bind(
        lexer.text(name), isKnown && isPair ? range(own) : nil, text: range(own), in: block.scope)
    }
  }

  // MARK: Tokens

  private func isWord(_ token: PyTorchToken, _ word: String) -> Bool {
    token.kind == .name && token.range.count == word.utf8.count && lexer.text(token) == word
  }

  private func range(_ tokens: Tokens) -> Range<Int>? {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// What stands in a parenthesis that comes first.
  private func inside(_ tokens: Tokens) -> Tokens {
    guard tokens.first?.kind == .open else { return [] }
    var depth = 0
    for place in tokens.indices {
      if tokens[place].kind == .open { depth += 1 }
      if tokens[place].kind == .close { depth -= 1 }
      if depth == 0 { return tokens[(tokens.startIndex + 1)..<place] }
    }
    return tokens.dropFirst()
  }

  /// The pieces between tokens of a kind that stand outside of parentheses; an empty last one is
  /// left out.
  private func parts(_ tokens: Tokens, at kind: PyTorchToken.Kind) -> [Tokens] {
    var (pieces, start, depth) = ([Tokens](), tokens.startIndex, 0)
    for place in tokens.indices {
      if tokens[place].kind == .open { depth += 1 }
      if tokens[place].kind == .close { depth -= 1 }
      guard depth == 0, tokens[place].kind == kind else { continue }
      pieces.append(tokens[start..<place])
      start = place + 1
    }
    return start < tokens.endIndex ? pieces + [tokens[start...]] : pieces
  }
}
