/// What the names in a source of Python are assigned, and the loops around each place.
///
/// Nothing is run: a name has a value where the text assigns it once, outside of branches and loops.
struct PythonSource: Sendable {
  struct Scope: Sendable {
    let parent: Int?
    let isClass: Bool
    var names: [String: Binding] = [:]
  }

  struct Binding: Sendable {
    /// Where its value stands; `nil` for a name without one value.
    var value: Range<Int>?
    /// What it is assigned last, also where that is not its one value.
    var text: Range<Int>?
    /// The scope in which the value is meant.
    let scope: Int
    /// Whether it is what a parameter has where nobody gives it.
    var isDefault = false
  }

  struct Loop: Sendable {
    let parent: Int?
    /// What it goes over: `range(4)`; `nil` for a loop without an end of its own.
    let rounds: Range<Int>?
    let scope: Int
  }

  struct Region: Sendable {
    let start: Int
    let scope: Int
    let loop: Int?
  }

  /// What a name stands for that a class is called by.
  struct Alias: Sendable {
    let className: String
    /// The class as it is written.
    let text: String
    /// What `functools.partial` puts before the arguments of a call.
    var given: [PyTorchArgument]
    /// Whether a parameter has it where nobody gives it.
    var isDefault = false
  }

  let bytes: [UInt8]
  /// The classes that values are, and whether others may be convolutions, looked for once.
  private var aliases: [Range<Int>: Alias?] = [:]
  private var convolutions: [Range<Int>: Bool] = [:]
  /// The first one is that of the text.
  var scopes = [Scope(parent: nil, isClass: false)]
  var loops: [Loop] = []
  /// In the order of the text.
  var regions: [Region] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var scanner = PythonScanner(bytes)
    scanner.scan(&self)
  }

  /// What a place lies in.
  func region(at offset: Int) -> Region {
    var (low, high) = (0, regions.count)
    while low < high {
      let middle = (low + high) / 2
      if regions[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? regions[low - 1] : Region(start: 0, scope: 0, loop: nil)
  }

  /// The class that a scope is in, for `self.width`.
  func classScope(of scope: Int) -> Int? {
    var place: Int? = scope
    while let current = place, !scopes[current].isClass { place = scopes[current].parent }
    return place
  }

  /// What a name is assigned, as seen from a scope; those of a class are seen in its own lines alone.
  func binding(of name: String, from scope: Int) -> Binding? {
    if name.hasPrefix("self.") { return classScope(of: scope).flatMap { scopes[$0].names[name] } }
    var place: Int? = scope
    while let current = place {
      if current == scope || !scopes[current].isClass, let found = scopes[current].names[name] {
        return found
      }
      place = scopes[current].parent
    }
    return nil
  }

  /// The class of `torch.nn` that a name at a place stands for.
  mutating func module(of name: String, at offset: Int) -> Alias? {
    let alias = alias(of: name, from: region(at: offset).scope)
    let isConvolution = alias.flatMap { ModuleClass.named($0.className) }?.isConvolution ?? false
    return alias?.isDefault ?? false && !isConvolution ? nil : alias
  }

  private mutating func alias(of name: String, from scope: Int, _ depth: Int = 0) -> Alias? {
    guard depth < 32, let binding = binding(of: name, from: scope), let range = binding.value else {
      return nil
    }
    if let known = aliases[range] { return known }
    // For a name that is assigned itself.
    aliases[range] = .some(nil)
    guard let callee = callee(range) else { return nil }
    let className = callee.name.split(separator: ".").last.map(String.init) ?? callee.name
    var alias = Alias(className: className, text: callee.name, given: callee.given)
    if ModuleClass.named(className) == nil {
      guard let inner = self.alias(of: callee.name, from: binding.scope, depth + 1) else {
        return nil
      }
      alias = inner
      alias.given = inner.given.followed(by: callee.given)
    }
    alias.isDefault = alias.isDefault || binding.isDefault
    aliases[range] = alias
    return alias
  }

  /// Nobody writes a class in more bytes.
  private static let longestClass = 1_024

  /// A name, or what `partial(nn.Conv2d, bias=False)` calls, and with what.
  private func callee(_ range: Range<Int>) -> (name: String, given: [PyTorchArgument])? {
    guard range.count <= Self.longestClass else { return nil }
    if bytes[range].allSatisfy({ $0.continuesName || $0 == UInt8(ascii: ".") }) {
      let name = String(decoding: bytes[range], as: UTF8.self)
      return range.count <= PyTorchLexer.longestName ? (name, []) : nil
    }
    var lexer = PyTorchLexer(bytes, from: range.lowerBound)
    let word = lexer.next()
    guard word.kind == .name, lexer.lastPart(word) == "partial", lexer.next().kind == .open,
      let list = try? lexer.arguments(of: "partial", opened: word.position).list,
      lexer.offset == range.upperBound, let first = list.first, first.name == nil,
      !first.isQuoted, case .word(let name) = first.value
    else { return nil }
    return (name, Array(list.dropFirst()))
  }

  /// Whether a name may stand for a convolution: one of several classes, or what `partial` has one in.
  mutating func mayBeConvolution(_ name: String, at offset: Int) -> Bool {
    guard let range = binding(of: name, from: region(at: offset).scope)?.text,
      range.count <= Self.longestClass
    else { return false }
    if let known = convolutions[range] { return known }
    let isConvolution = namesConvolution(range)
    convolutions[range] = isConvolution
    return isConvolution
  }

  private func namesConvolution(_ range: Range<Int>) -> Bool {
    var (lexer, isPartial) = (PyTorchLexer(bytes, from: range.lowerBound), false)
    for number in 0..<range.count {
      let token = lexer.next()
      guard token.kind != .end, token.range.upperBound <= range.upperBound else { return false }
      // After the class, `partial` has its arguments.
      if isPartial, token.kind == .comma { return false }
      guard token.kind == .name else { continue }
      let word = lexer.lastPart(token)
      if number == 0 { isPartial = word == "partial" }
      // What a class makes is none, and what other functions make is not known.
      if lexer.isBeforeParenthesis, number > 0 || word != "partial" { return false }
      if ModuleClass.named(word)?.isConvolution ?? false { return true }
    }
    return false
  }

  /// Gives a name a value, or none where it has another one or depends on a branch.
  mutating func bind(
    _ name: String, _ value: Range<Int>?, text: Range<Int>? = nil, in scope: Int,
    isDefault: Bool = false
  ) {
    let isOwn = name.hasPrefix("self.")
    guard let owner = isOwn ? classScope(of: scope) : scope else { return }
    let text = text ?? value
    var binding = Binding(value: value, text: text, scope: scope, isDefault: isDefault)
    if let old = scopes[owner].names[name] {
      let isSame = old.value.map { bytes[$0] } == value.map { bytes[$0] } && old.scope == scope
      if !isSame { binding.value = nil }
    }
    scopes[owner].names[name] = binding
    if scopes[owner].isClass, !isOwn { bind("self.\(name)", value, text: text, in: scope) }
  }
}
