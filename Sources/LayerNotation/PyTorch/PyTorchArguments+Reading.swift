extension PyTorchLexer {
  /// A call whose parenthesis comes next, from its callee on; `nil` for one with texts, and for a
  /// long one.
  func call(of callee: PyTorchToken) -> ArraySlice<UInt8>? {
    guard byte(at: offset) == UInt8(ascii: "(") else { return nil }
    var (place, depth) = (offset, 0)
    while place < offset + Self.longestCall, let byte = byte(at: place), byte >= 0x20, byte < 0x7F {
      place += 1
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "\\"): return nil
      default: break
      }
      if depth == 0 { return bytes[callee.range.lowerBound..<place] }
    }
    return nil
  }

  private static let longestCall = 512

  /// Reads the arguments of a call, from just after its parenthesis to just after the closing one.
  ///
  /// Where modules follow them, the lexer stands before those. `opened` is the place of the callee.
  mutating func arguments(
    of callee: String, opened: TextPosition
  ) throws(PyTorchProblem) -> (list: [PyTorchArgument], hasChildren: Bool) {
    var arguments: [PyTorchArgument] = []
    var isOnOwnLine = false
    while true {
      let before = place
      let token = next()
      if arguments.isEmpty { isOnOwnLine = token.startsLine }
      if token.kind == .close { return (arguments, false) }
      if isChild(token) {
        guard isOnOwnLine else { throw PyTorchProblem(opened, .unclosed, callee) }
        place = before
        return (arguments, true)
      }
      guard arguments.count < Self.mostArguments else {
        throw PyTorchProblem(token.position, .tooManyArguments, callee, 32)
      }
      arguments.append(try argument(token, of: callee, opened: opened))
      let separator = place
      let end = next()
      switch end.kind {
      case .comma: break
      case .close, .open: place = separator
      case .end: throw PyTorchProblem(opened, .unclosed, callee)
      default: throw PyTorchProblem(end.position, .unexpected, text(end))
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
    if first.kind == .name, !isBeforeArgumentEnd {
      let afterName = place
      if next().kind == .equals { (name, token) = (text(first), next()) } else { place = afterName }
    }
    let isSingle = isBeforeArgumentEnd && Self.singles.contains(token.kind)
    let tokens = isSingle ? [token] : try expression(token, of: callee, opened: opened)
    let end = tokens.last?.range.upperBound ?? token.range.upperBound
    return PyTorchArgument(
      name: name, value: value(tokens[...]), text: text(token.range.lowerBound..<end),
      namePosition: first.position, position: token.position, range: token.range.lowerBound..<end)
  }

  private static let singles: Set<PyTorchToken.Kind> = [.integer, .decimal, .name, .text]

  /// The tokens up to the end of an argument: a comma, a parenthesis or a module after it.
  private mutating func expression(
    _ first: PyTorchToken, of callee: String, opened: TextPosition
  ) throws(PyTorchProblem) -> [PyTorchToken] {
    if first.kind == .symbol, ["'", "\""].contains(text(first)) {
      throw PyTorchProblem(first.position, .unclosedText)
    }
    guard first.kind != .end else { throw PyTorchProblem(opened, .unclosed, callee) }
    var (tokens, depth) = ([first], first.kind == .open ? 1 : 0)
    while tokens.count <= Self.mostTokens {
      let before = place
      let token = next()
      switch token.kind {
      case .end: throw PyTorchProblem(opened, .unclosed, callee)
      case .comma where depth == 0, .close where depth == 0, .open where isChild(token):
        place = before
        return tokens
      case .open: depth += 1
      case .close: depth -= 1
      default: break
      }
      tokens.append(token)
    }
    throw PyTorchProblem(first.position, .unexpected, text(first))
  }

  // MARK: Values

  /// A number, a word, or a list of these; anything else is an expression that is left unread.
  private func value(_ tokens: ArraySlice<PyTorchToken>) -> PyTorchValue {
    guard let first = tokens.first, let last = tokens.last, first.kind == .open,
      last.kind == .close, byte(at: first.range.lowerBound) != UInt8(ascii: "{")
    else { return scalar(tokens) }
    var (items, start) = ([PyTorchValue](), tokens.startIndex + 1)
    for place in start..<tokens.endIndex {
      let isLast = place == tokens.endIndex - 1
      guard isLast || tokens[place].kind == .comma else { continue }
      let item = plain(tokens[start..<place])
      start = place + 1
      // A comma may end the list.
      if item.isEmpty, isLast { break }
      guard item.count == 1 || item.count == 2 && item.first?.kind == .minus else {
        return .expression
      }
      items.append(scalar(item))
    }
    return .list(items)
  }

  /// The number that NumPy's own types print with their name: `2` of `np.int64(2)`, and not of
  /// `np.log2(2)`.
  private func plain(_ tokens: ArraySlice<PyTorchToken>) -> ArraySlice<PyTorchToken> {
    guard tokens.count > 3, let name = tokens.first, name.kind == .name,
      tokens.dropFirst().first?.kind == .open, tokens.last?.kind == .close,
      ["np.", "numpy."].contains(where: text(name).hasPrefix),
      ["int", "uint", "float"].contains(lastPart(name).prefix { !$0.isNumber })
    else { return tokens }
    return tokens.dropFirst(2).dropLast()
  }

  func scalar(_ tokens: ArraySlice<PyTorchToken>) -> PyTorchValue {
    let tokens = plain(tokens)
    guard let first = tokens.first, let last = tokens.last else { return .expression }
    let isNegative = first.kind == .minus && tokens.count == 2
    guard isNegative || tokens.count == 1 else { return .expression }
    switch last.kind {
    case .integer: return integer(last, isNegative: isNegative)
    case .decimal: return decimal(last, sign: isNegative ? -1 : 1)
    case .text where !isNegative: return .word(inside(last))
    case .name where !isNegative: return word(text(last))
    default: return .expression
    }
  }

  /// The value of a number, a text or a word.
  func literal(_ token: PyTorchToken) -> PyTorchValue? {
    let value = scalar([token])
    return value == .expression || value == .tooLarge ? nil : value
  }

  func inside(_ token: PyTorchToken) -> String {
    let (first, range) = (token.range.lowerBound, token.range)
    let marks = range.count >= 6 && byte(at: first + 1) == byte(at: first) ? 3 : 1
    return text(range.dropFirst(marks).dropLast(marks))
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
  func integer(_ token: PyTorchToken, isNegative: Bool = false) -> PyTorchValue {
    guard token.range.count <= Self.longestName else { return .tooLarge }
    var (number, fits, isAfterDigit) = (0, true, false)
    for byte in bytes[token.range] {
      if byte == UInt8(ascii: "_") {
        guard isAfterDigit else { return .expression }
        isAfterDigit = false
        continue
      }
      // Below zero there is one number more.
      let (product, isLong) = number.multipliedReportingOverflow(by: 10)
      let (sum, isLarge) = product.subtractingReportingOverflow(Int(byte) - 0x30)
      (number, fits, isAfterDigit) = (sum, fits && !isLong && !isLarge, true)
    }
    guard isAfterDigit else { return .expression }
    guard fits, isNegative || number != .min else { return .tooLarge }
    return .integer(isNegative ? number : -number)
  }

  private func decimal(_ token: PyTorchToken, sign: Double) -> PyTorchValue {
    guard token.range.count <= Self.longestName, let number = Double(text(token)) else {
      return .expression
    }
    return .decimal(sign * number)
  }
}
