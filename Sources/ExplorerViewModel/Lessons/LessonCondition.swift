extension LessonCondition {
  /// Reads terms with `and` between them: `output=3 and view=map`, `parameters>=100`, `invalid`.
  ///
  /// - Throws: ``LessonError`` for the first term that cannot be read.
  static func read(_ text: String) throws(LessonError) -> LessonCondition {
    var terms: [LessonTerm] = []
    var part: [Substring] = []
    let words = text.words
    for word in words + ["and"] {
      guard word == "and" else {
        part.append(word)
        continue
      }
      guard !part.isEmpty else { throw LessonError("a condition is missing") }
      terms.append(try LessonTerm.read(part.joined(separator: " ")))
      part = []
    }
    return LessonCondition(text: words.joined(separator: " "), terms: terms)
  }
}

extension LessonTerm {
  fileprivate static func read(_ text: String) throws(LessonError) -> LessonTerm {
    guard let start = text.firstIndex(where: { "=!<>".contains($0) }) else {
      if let word = LessonStateWord(rawValue: text) { return LessonTerm { word.holds(in: $0) } }
      let words = LessonStateWord.allCases.map(\.rawValue).joined(separator: ", ")
      throw LessonError(
        "\(quoted(text)) is not a condition; write \(words),"
          + " or a name, a comparison and a value, such as output=3")
    }
    let (name, rest) = (text[..<start].trimmed, text[start...])
    guard let comparison = Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) })
    else { throw LessonError("\(quoted(String(rest))) begins with no comparison") }
    let value = String(rest.dropFirst(comparison.rawValue.count).trimmed)
    return try read(String(name), comparison, value)
  }

  private static func read(
    _ name: String, _ comparison: Comparison, _ value: String
  ) throws(LessonError) -> LessonTerm {
    if let hyperparameter = Hyperparameter(rawValue: name) {
      return try hyperparameter.term(comparison, value)
    }
    if let place = LessonPlace(rawValue: name) { return try place.term(comparison, value) }
    if let shape = LessonShape(rawValue: name) { return try shape.term(comparison, value) }
    guard let fact = LessonFact.all.first(where: { $0.name == name }) else {
      throw LessonError("\(quoted(name)) is not the name of a hyperparameter, shape or number")
    }
    guard let number = Int128(value.filter { $0 != "," }), number >= 0 else {
      throw LessonError("\(name): \(quoted(value)) is not a number")
    }
    return LessonTerm(number: { "\(name)=\(fact.value(in: $0)?.grouped ?? "none")" }) { state in
      if fact.isOfScreen, state.lesson?.hasScreen == false { return true }
      return fact.value(in: state).map { comparison.holds($0, Count(number)) } ?? false
    }
  }
}

enum Comparison: String, CaseIterable, Equatable, Sendable {
  // Of two comparisons that begin alike, the longer one first.
  case notEqual = "!="
  case atMost = "<="
  case atLeast = ">="
  case equal = "="
  case less = "<"
  case greater = ">"

  /// Whether it asks for nothing but the same or another value.
  var isOfEquality: Bool { self == .equal || self == .notEqual }

  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .atMost: left <= right
    case .greater: left > right
    case .atLeast: left >= right
    }
  }

  /// Whether it holds for a value that cannot be ordered.
  func holds(isSame: Bool) -> Bool { isSame == (self == .equal) }

  /// Whether it holds for all axes; they differ from a number where one of them does.
  ///
  /// A word for the padding, or an input without a batch, is not a number, and differs from all.
  func holds(_ numbers: Spatial<Int>?, _ number: Int) -> Bool {
    guard let numbers else { return self == .notEqual }
    let isHolding = numbers.map { holds($0, number) }
    return self == .notEqual ? isHolding.contains(true) : isHolding.isAll(true)
  }
}

/// What a layer can be in one word.
package enum LessonStateWord: String, CaseIterable, Sendable {
  case valid, invalid, even, uneven
  /// The question of the screen has been answered correctly.
  case answered
  /// Every module of the network has an output, and its branches fit; or not.
  case fits, unfit
  /// The network as a whole.
  case networkEven = "network_even"
  case networkUneven = "network_uneven"

  func holds(in state: ExplorerState) -> Bool {
    switch self {
    case .valid: state.pass != nil
    case .invalid: state.pass == nil
    case .even: state.pass?.overlap.isEvenInside == true
    case .uneven: state.pass?.overlap.isEvenInside == false
    case .answered: state.lesson?.isAnswered == true
    case .fits: state.network?.sheet.fits == true
    case .unfit: state.network?.sheet.fits == false
    case .networkEven: state.network?.sheet.isEven == true
    case .networkUneven: state.network?.sheet.isEven == false
    }
  }
}

/// What of the screen a condition can be about.
package enum LessonPlace: String, CaseIterable, Sendable {
  case view, row, focus, axes

  package var values: [String] {
    switch self {
    case .view: View.allCases.map(\.rawValue)
    case .row: Hyperparameter.rows.map(\.rawValue)
    case .focus: ["values", "map", "tools", "steps"] + LayerGrid.allCases.map(\.word)
    case .axes: AxisScope.allCases.map(\.rawValue)
    }
  }

  func value(in state: ExplorerState) -> String {
    switch self {
    case .view: state.view.rawValue
    case .row: state.row.rawValue
    case .axes: state.scope.rawValue
    case .focus where state.isStepping: "steps"
    case .focus where state.isCellFocused: state.cellCursor.grid.word
    case .focus: state.isMapFocused ? "map" : state.isListFocused ? "tools" : "values"
    }
  }

  func term(_ comparison: Comparison, _ value: String) throws(LessonError) -> LessonTerm {
    let value = self == .view ? View(named: value)?.rawValue ?? value : value
    guard comparison.isOfEquality, values.contains(value) else {
      throw LessonError("\(rawValue): \(quoted(value)) is not \(values.joined(separator: ", "))")
    }
    return LessonTerm { state in
      state.lesson?.hasScreen == false || comparison.holds(isSame: self.value(in: state) == value)
    }
  }
}

/// A shape that a condition can be about.
package enum LessonShape: String, CaseIterable, Sendable {
  case output, weight

  package var help: String {
    switch self {
    case .output: "N,C,H,W or C,H,W, or H,W, or one number for both"
    case .weight: "four numbers"
    }
  }

  private func dimensions(_ pass: ForwardPass) -> [Int] {
    self == .weight ? pass.weight : pass.output.dimensions
  }

  /// Whether a shape is one of so many numbers: all of them, or the sizes alone.
  private func holds(
    _ pass: ForwardPass, _ comparison: Comparison, _ wanted: [Int]
  ) -> Bool {
    if wanted.count == 1 { return comparison.holds(pass.output.size, wanted[0]) }
    let count = wanted.count == 2 ? 2 : .max
    return comparison.holds(isSame: wanted == dimensions(pass).suffix(count))
  }

  func term(_ comparison: Comparison, _ text: String) throws(LessonError) -> LessonTerm {
    let parts = text.filter { !"() ".contains($0) }.split(
      separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    let lengths = self == .weight ? 4...4 : 1...4
    guard numbers.count == parts.count, lengths.contains(numbers.count),
      numbers.count == 1 || comparison.isOfEquality
    else { throw LessonError("\(rawValue): \(quoted(text)) is not \(help)") }
    return LessonTerm(number: { state in
      "\(rawValue)=\(state.pass.map { tupleText(dimensions($0)) } ?? "none")"
    }) { state in
      state.pass.map { holds($0, comparison, numbers) } ?? false
    }
  }
}

extension Hyperparameter {
  fileprivate func term(
    _ comparison: Comparison, _ text: String
  ) throws(LessonError) -> LessonTerm {
    let value: HyperparameterValue
    do throws(NotationError) { value = try self.value(text) } catch {
      throw LessonError(error.message)
    }
    if case .number(let wanted) = value {
      return LessonTerm { comparison.holds($0.subject.numbers(self), wanted) }
    }
    guard comparison.isOfEquality else {
      throw LessonError("\(rawValue): only a single number can be more or less")
    }
    return LessonTerm { state in
      let isSame =
        switch value {
        case .perAxis(let wanted): state.subject.numbers(self) == wanted
        case .dimensions(let wanted):
          [state.subject.input.dimensions, Array(state.subject.input.size)].contains(wanted)
        default: state.subject.value(of: self) == value
        }
      return comparison.holds(isSame: isSame)
    }
  }
}
