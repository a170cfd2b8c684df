extension PyTorchLexer {
  /// Reads the arguments of a call, from behind its parenthesis to behind the closing one.
  ///
  /// - Parameters:
  ///   - callee: The class, for what is said of it.
  ///   - opened: Where its name stands.
  /// - Returns: The arguments; where modules follow them, the lexer stands in front of those.
  /// - Throws: ``PyTorchProblem`` for what is no list of arguments, or no bounded one.
  mutating func arguments(
    of callee: String, opened: TextPosition
  ) throws(PyTorchProblem) -> PyTorchArguments {
    var arguments = PyTorchArguments()
    var isOnOwnLine = false
    while true {
      let before = self
      let token = next()
      if arguments.list.isEmpty { isOnOwnLine = token.startsLine }
      if token.kind == .close { return arguments }
      if isChild(token) {
        guard isOnOwnLine else { throw PyTorchProblem(opened, .unclosed(callee)) }
        arguments.end = .children
        self = before
        return arguments
      }
      guard arguments.list.count < Self.mostArguments else {
        throw PyTorchProblem(token.position, .tooManyArguments(of: callee, limit: 32))
      }
      arguments.list.append(try argument(token, of: callee, opened: opened))
      let separator = self
      let end = next()
      switch end.kind {
      case .comma: break
      case .close, .open: self = separator
      case .end: throw PyTorchProblem(opened, .unclosed(callee))
      default: throw PyTorchProblem(end.position, .unexpected(text(end)))
      }
    }
  }

  private static let mostArguments = 32
  /// The most tokens of a value that is not a number, a word or a list of these.
  private static let mostTokens = 64

  private func isChild(_ token: PyTorchToken) -> Bool {
    token.startsLine && childHeader(token) != nil
  }

  private mutating func argument(
    _ first: PyTorchToken, of callee: String, opened: TextPosition
  ) throws(PyTorchProblem) -> PyTorchArgument {
    var (name, token) = (String?.none, first)
    if first.kind == .name {
      let behindName = self
      if next().kind == .equals {
        (name, token) = (text(first), next())
      } else {
        self = behindName
      }
    }
    let before = self
    var value = try value(token, of: callee, opened: opened)
    var end = offset
    if !isBehindValue {
      // More than a value: go over it again.
      self = before
      try skipExpression(token, of: callee, opened: opened)
      (value, end) = (.expression, offset)
    }
    return PyTorchArgument(
      name: name, value: value, text: text(token.range.lowerBound..<end),
      namePosition: first.position, position: token.position)
  }

  /// Whether a value can end here.
  private var isBehindValue: Bool {
    var ahead = self
    let token = ahead.next()
    switch token.kind {
    case .comma, .close, .end: return true
    case .open: return isChild(token)
    default: return false
    }
  }

  /// A number, a word, or a list of these; anything else is an expression that is left unread.
  private mutating func value(
    _ token: PyTorchToken, of callee: String, opened: TextPosition
  ) throws(PyTorchProblem) -> PyTorchValue {
    guard token.kind != .end else { throw PyTorchProblem(opened, .unclosed(callee)) }
    if token.kind == .symbol, ["'", "\""].contains(text(token)) {
      throw PyTorchProblem(token.position, .unclosedText)
    }
    guard token.kind == .open, byte(at: token.range.lowerBound) != UInt8(ascii: "{") else {
      return scalar(token)
    }
    var values: [PyTorchValue] = []
    while values.count < Self.mostArguments {
      let token = next()
      if token.kind == .close { return .list(values) }
      guard token.kind != .open else { return .expression }
      values.append(scalar(token))
      switch next().kind {
      case .comma: break
      case .close: return .list(values)
      default: return .expression
      }
    }
    return .expression
  }

  /// Goes to the end of an argument: a comma, a parenthesis or a module in front of it.
  private mutating func skipExpression(
    _ first: PyTorchToken, of callee: String, opened: TextPosition
  ) throws(PyTorchProblem) {
    var depth = first.kind == .open ? 1 : 0
    for _ in 0..<Self.mostTokens {
      let before = self
      let token = next()
      switch token.kind {
      case .end: throw PyTorchProblem(opened, .unclosed(callee))
      case .comma where depth == 0, .close where depth == 0, .open where isChild(token):
        self = before
        return
      case .open: depth += 1
      case .close: depth -= 1
      default: break
      }
    }
    throw PyTorchProblem(first.position, .unexpected(text(first)))
  }
}

// MARK: Single values
extension PyTorchLexer {
  fileprivate mutating func scalar(_ token: PyTorchToken) -> PyTorchValue {
    switch token.kind {
    case .integer: return integer(token, sign: "")
    case .decimal: return decimal(token, sign: 1)
    case .minus:
      let number = next()
      switch number.kind {
      case .integer: return integer(number, sign: "-")
      case .decimal: return decimal(number, sign: -1)
      default: return .expression
      }
    case .text: return .word(inside(token))
    case .name: return word(text(token))
    default: return .expression
    }
  }

  /// A text without its quotes.
  func inside(_ token: PyTorchToken) -> String {
    let marks =
      token.range.count >= 6
        && byte(at: token.range.lowerBound + 1)
          == byte(at: token.range.lowerBound)
      ? 3 : 1
    let start = min(token.range.lowerBound + marks, token.range.upperBound)
    return text(start..<max(start, token.range.upperBound - marks))
  }

  private func word(_ name: String) -> PyTorchValue {
    switch name {
    case "True": .flag(true)
    case "False": .flag(false)
    case "None": .none
    default: .word(name)
    }
  }

  /// Digits, and single underscores between them.
  private func integer(_ token: PyTorchToken, sign: String) -> PyTorchValue {
    guard token.range.count <= Self.longestName else { return .tooLarge }
    let digits = text(token).split(separator: "_", omittingEmptySubsequences: false)
    guard !digits.contains(where: \.isEmpty) else { return .expression }
    return Int(sign + digits.joined()).map { .integer($0) } ?? .tooLarge
  }

  private func decimal(_ token: PyTorchToken, sign: Double) -> PyTorchValue {
    guard token.range.count <= Self.longestName, let number = Double(text(token)) else {
      return .expression
    }
    return .decimal(sign * number)
  }
}
