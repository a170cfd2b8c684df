// MARK: Names and loops of a source

/// A name without a value, on which layers depend.
struct UnknownVariable: Sendable {
  let name: String
  /// What is wrong with the first layer that depends on it.
  let problem: PyTorchProblem
  var places = 1

  /// The same, said once for all of them.
  var summary: PyTorchProblem {
    PyTorchProblem(
      problem.position, places == 1 ? .unknownVariable : .unknownVariables, name, places.grouped)
  }
}

extension ModelReader {
  /// Whether something was not understood.
  var hasProblems: Bool { !problems.isEmpty || !variables.isEmpty }

  /// The arguments with the values of what names stand for, in a source.
  mutating func resolve(
    _ arguments: [PyTorchArgument]
  ) -> (list: [PyTorchArgument], unknown: [String], defaults: [Remark]) {
    guard isSource, !arguments.allSatisfy(\.isWritten) else { return (arguments, [], []) }
    var values = python ?? PythonValues(lexer.bytes, given: given)
    python = nil
    let list = values.resolve(arguments)
    python = values
    let unpacked = arguments.filter(\.isUnpacked).map(\.text)
    let defaults = values.defaults.joined(separator: ", ")
    return (
      list, values.unknown + unpacked, defaults.isEmpty ? [] : [Remark(.usesDefaults, defaults)]
    )
  }

  /// Notes what is wrong with the layer that has been begun, by the names without which it is not
  /// known.
  mutating func miss(_ names: [String], _ problem: PyTorchProblem) {
    top.isReported = true
    if !isSource || names.isEmpty { return report(problem) }
    for name in names {
      if let place = variables.firstIndex(where: { $0.name == name }) {
        variables[place].places += 1
      } else if variables.count < ModelLimits.problems {
        variables.append(UnknownVariable(name: name, problem: problem))
      } else {
        furtherProblems += 1
      }
    }
  }

  /// A class by another name, with what is to be said of that and the arguments that it gives.
  typealias Alias = (className: String, defaults: [Remark], given: [PyTorchArgument])

  /// The class that a name in a source stands for, with a remark where it does by default:
  /// `conv = nn.Conv2d`; and the arguments that it gives a call.
  mutating func aliased(_ token: PyTorchToken) -> Alias? {
    guard isSource || outer.isEmpty && top.pendingKey != nil && !top.node.isPrinted else {
      return nil
    }
    let name = lexer.text(token)
    var values = python ?? PythonValues(lexer.bytes, given: given)
    python = nil
    defer { python = values }
    return values.source.module(of: name, at: token.range.lowerBound).map { alias in
      (
        alias.className,
        alias.isDefault ? [Remark(.usesDefaults, "\(name)=\(alias.text)")] : [],
        alias.given.map { $0.moved(to: token.position) }
      )
    }
  }

  /// Notes a layer of a class that is not known.
  mutating func missLayer(_ name: String, _ token: PyTorchToken) {
    guard python?.source.mayBeConvolution(name, at: token.range.lowerBound) ?? false else { return }
    miss([name], PyTorchProblem(token.position, .unknownVariable, name))
  }

  /// How often the loops around a place make what stands there; `nil` where that is not known.
  mutating func rounds(at offset: Int) -> Int? {
    guard isSource else { return 1 }
    var values = python ?? PythonValues(lexer.bytes, given: given)
    python = nil
    defer { python = values }
    return values.rounds(at: offset).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Counts what stands before a `for` in a list as often as it is made; the lexer stands after that
  /// word.
  ///
  /// - Returns: Whether the number of rounds is known, and the clause has been read.
  mutating func takeComprehension() -> Bool {
    top.comprehensions += 1
    guard isSource, !outer.isEmpty, !top.node.children.isEmpty, top.comprehensions <= 8 else {
      return false
    }
    guard let clause = comprehension, clause.isPlain, let rounds = rounds(of: clause.over) else {
      for child in top.node.children { multiply(child, by: nil) }
      return false
    }
    for place in top.node.children.indices {
      multiply(top.node.children[place], by: rounds)
      top.node.children[place].repeatAgain(rounds)
    }
    lexer = clause.end
    return true
  }

  private mutating func rounds(of range: Range<Int>) -> Int? {
    var values = python ?? PythonValues(lexer.bytes, given: given)
    python = nil
    defer { python = values }
    let scope = values.source.region(at: range.lowerBound).scope
    return values.rounds(over: range, in: scope).flatMap { $0 > 0 ? $0 : nil }
  }

  private mutating func multiply(_ node: ModelNode, by rounds: Int?) {
    if let place = node.layer { layers[place].multiply(by: rounds) }
    for child in node.children { multiply(child, by: rounds) }
  }

  /// What a `for` goes over, where the lexer stands after it; `isPlain` is false for one with an `if`.
  private var comprehension: (over: Range<Int>, isPlain: Bool, end: PyTorchLexer)? {
    var (ahead, depth, start, end) = (lexer, 0, Int?.none, 0)
    for _ in 0..<72 {
      let before = ahead
      let token = ahead.next()
      let word = token.kind == .name ? ahead.text(token) : ""
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth -= 1 }
      if token.kind == .end { return nil }
      if let start, depth < 0 || depth == 0 && ["for", "if", "async"].contains(word) {
        return start < end ? (start..<end, word != "if", before) : nil
      }
      if depth < 0 { return nil }
      if start == nil, word == "in" { start = token.range.upperBound }
      end = token.range.upperBound
    }
    return nil
  }
}

extension ModelNode {
  mutating func repeatAgain(_ rounds: Int) {
    let (all, overflow) = repetitions.multipliedReportingOverflow(by: rounds)
    repetitions = overflow ? .max : all
  }
}

extension ModelLayer {
  /// Counts it so many times as often; as it is, with a remark, where that is not known.
  mutating func multiply(by rounds: Int?) {
    guard let rounds else {
      if !isNoted(.inLoop) { notes.append(Remark(.inLoop)) }
      return
    }
    let (all, overflow) = repetitions.multipliedReportingOverflow(by: rounds)
    repetitions = overflow ? .max : all
  }
}
