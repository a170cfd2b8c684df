import ConvArithmetic

/// One constructor, as it is pasted from source or from a printed model.
package struct PyTorchExpression: Hashable, Sendable {
  package let layer: ConvLayer
  /// The class as it is written: `ConvTranspose1d`.
  package let moduleName: String
  /// What it is assigned to, or called in its model.
  package let name: String?
  package let notes: [PyTorchNote]
}

extension ConvLayer {
  /// Reads one constructor: `self.up = nn.ConvTranspose2d(64, 32, 3, stride=2),`.
  ///
  /// - Parameter text: A constructor of `torch.nn`, or a line of a printed model.
  /// - Returns: A layer that PyTorch may still refuse.
  /// - Throws: ``PyTorchProblem`` for anything else.
  package static func read(pytorch text: String) throws(PyTorchProblem) -> ConvLayer {
    try PyTorchExpression(reading: text).layer
  }
}

extension PyTorchExpression {
  /// Reads one constructor, with an assignment in front, a comma, a parenthesis or a method behind.
  ///
  /// - Parameter text: Of any origin.
  /// - Throws: ``PyTorchProblem`` for a text that is no constructor, or more than one.
  package init(reading text: String) throws(PyTorchProblem) {
    guard text.utf8.count <= ModelText.limit else {
      throw PyTorchProblem(
        TextPosition(), .tooLong(bytes: text.utf8.count, limit: ModelText.limit))
    }
    var lexer = PyTorchLexer(Array(text.utf8))
    let (token, name) = try lexer.constructor()
    let className = String(lexer.text(token).split(separator: ".").last ?? "")
    guard let signature = ConvSignature.named(className) else {
      throw PyTorchProblem(token.position, Self.refusal(className))
    }
    _ = lexer.next()
    let arguments = try lexer.arguments(of: className, opened: token.position)
    let call = try ConvCall(signature, name: className, at: token.position, arguments.list)
    (layer, notes) = (try call.layer(), try call.notes())
    (moduleName, self.name) = (className, name)
    try lexer.expectEnd()
  }

  /// What is wrong with a class that is no layer here.
  private static func refusal(_ className: String) -> PyTorchProblem.Reason {
    ConvSignature.refusal(className)
      ?? .notALayer(
        className, meant: nearest(to: className, among: ConvSignature.all.map(\.name)))
  }
}

extension PyTorchLexer {
  /// Goes to the first name that is called, behind an assignment or the name of a child.
  fileprivate mutating func constructor() throws(PyTorchProblem) -> (PyTorchToken, name: String?) {
    var (name, word) = (String?.none, String?.none)
    for _ in 0..<Self.mostWords {
      let token = next()
      switch token.kind {
      case .name where isBeforeParenthesis:
        // A function around it, such as weight_norm(, is none of its business.
        guard text(token).isFunction else { return (token, name) }
        _ = next()
      case .name: word = text(token)
      case .equals: name = word.map { $0.hasPrefix("self.") ? String($0.dropFirst(5)) : $0 }
      case .open:
        guard let header = childHeader(token) else {
          throw PyTorchProblem(token.position, .unexpected(text(token)))
        }
        name = header.key
        advance(to: header.end)
      case .symbol, .colon, .comma, .text, .minus: break
      case .integer, .decimal, .close:
        throw PyTorchProblem(token.position, .unexpected(text(token)))
      case .end:
        throw PyTorchProblem(token.position, word.map { .notALayer($0, meant: nil) } ?? .noLayer)
      }
    }
    throw PyTorchProblem(position, .noLayer)
  }

  /// The most tokens in front of a constructor.
  private static let mostWords = 32

  /// Nothing may follow but what ends a line of source, and methods such as `.to(device)`.
  fileprivate mutating func expectEnd() throws(PyTorchProblem) {
    var depth = 0
    while true {
      let token = next()
      switch token.kind {
      case .end: return
      case .open where depth > 0 || isMethod(token): depth += 1
      case .close: depth = max(0, depth - 1)
      case .comma: break
      case .symbol where text(token) == "." || text(token) == ";": break
      case .name where isMethod(token): break
      case _ where depth > 0: break
      default: throw PyTorchProblem(token.position, .unexpected(text(token)))
      }
    }
  }

  /// Whether a name, or the name in front of a parenthesis, follows a point.
  private func isMethod(_ token: PyTorchToken) -> Bool {
    var place = token.range.lowerBound - 1
    if token.kind == .open {
      while let byte = byte(at: place), byte.continuesName { place -= 1 }
    }
    return byte(at: place) == UInt8(ascii: ".")
  }
}

extension String {
  /// Whether the last part of a name is that of a function: in small letters.
  fileprivate var isFunction: Bool {
    let last = split(separator: ".").last?.drop { $0 == "_" } ?? ""
    let isMisspelt = nearest(to: String(last), among: ConvSignature.all.map(\.name)) != nil
    return !isMisspelt && (last.first?.isLowercase ?? false)
  }
}
