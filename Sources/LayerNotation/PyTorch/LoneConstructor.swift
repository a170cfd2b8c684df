/// Follows the tokens of a text, to say why it is not one constructor and no more.
///
/// An assignment, the name of a child or a function such as `weight_norm(` may come before it, and
/// a comma, a parenthesis or methods such as `.to(device)` after it.
struct LoneConstructor: Sendable {
  private(set) var problem: PyTorchProblem?
  private var tokens = 0
  /// The last name that calls nothing.
  private var word: String?
  /// The open parentheses of methods after the constructor.
  private var depth = 0

  private static let mostTokens = 32

  /// Sees the next token outside of the arguments of known classes; the lexer stands just after it.
  ///
  /// `isAfter` says whether the constructor has come.
  mutating func see(_ token: PyTorchToken, in lexer: PyTorchLexer, isAfter: Bool) {
    guard problem == nil else { return }
    tokens += 1
    let reason = isAfter ? reasonAfter(token, lexer) : reasonBefore(token, lexer)
    problem = reason.map { PyTorchProblem(token.position, $0) }
  }

  private mutating func reasonBefore(
    _ token: PyTorchToken, _ lexer: PyTorchLexer
  ) -> String? {
    guard tokens <= Self.mostTokens else { return Sentence.noLayer() }
    switch token.kind {
    case .name where lexer.isBeforeParenthesis: return refusal(lexer.lastPart(token))
    case .name: word = lexer.text(token)
    case .open where lexer.childHeader(token) == nil: return Sentence.unexpected(lexer.text(token))
    case .integer, .decimal, .close: return Sentence.unexpected(lexer.text(token))
    case .end: return word.map { Self.noLayer($0, meant: nil) } ?? Sentence.noLayer()
    case .open, .equals, .symbol, .colon, .comma, .text, .minus: break
    }
    return nil
  }

  /// What is wrong with a call that makes no layer; a function around one may be anything.
  private func refusal(_ name: String) -> String? {
    if let reason = ModuleClass.refusal(name) { return reason }
    if ModuleClass.named(name)?.isConvolution ?? false { return nil }
    let meant = ModuleClass.meant(by: name)
    let plain = name.drop { $0 == "_" }
    let isFunction = plain.first?.isLowercase ?? false
    if isFunction, ModuleClass.meant(by: String(plain)) == nil { return nil }
    return Self.noLayer(name, meant: meant)
  }

  private static func noLayer(_ name: String, meant: String?) -> String {
    let names = LayerOp.all.map(\.moduleName).joined(separator: ", ")
    return Sentence.notALayer(name, names, meant.map { Sentence.didYouMean($0) } ?? "")
  }

  private mutating func reasonAfter(
    _ token: PyTorchToken, _ lexer: PyTorchLexer
  ) -> String? {
    let isInside = depth > 0
    switch token.kind {
    case .name where (isInside || lexer.isMethod(token)) && lexer.isBeforeParenthesis: depth += 1
    case .open where isInside: depth += 1
    case .close: depth = max(0, depth - 1)
    case .end, .comma: break
    case .name where lexer.isMethod(token): break
    case .symbol where [".", ";"].contains(lexer.text(token)): break
    case _ where isInside: break
    default: return Sentence.unexpected(lexer.text(token))
    }
    return nil
  }
}

extension PyTorchLexer {
  func lastPart(_ token: PyTorchToken) -> String {
    let name = text(token)
    let last = name.utf8.split(separator: UInt8(ascii: ".")).last
    return last.map { String(Substring($0)) } ?? ""
  }

  /// Whether a name follows a point: `.to(`.
  func isMethod(_ token: PyTorchToken) -> Bool {
    byte(at: token.range.lowerBound - 1) == UInt8(ascii: ".")
  }
}
