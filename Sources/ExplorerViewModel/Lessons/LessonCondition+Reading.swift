import ConvArithmetic
import LayerNotation

extension LessonCondition {
  /// Reads terms with `and` between them.
  ///
  /// - Parameter text: Such as `output=3 and view=map`, `parameters>=100`, `invalid`.
  /// - Returns: The condition.
  /// - Throws: ``LessonReason`` for the first term that cannot be read.
  static func read(_ text: String) throws(LessonReason) -> LessonCondition {
    var terms: [LessonTerm] = []
    var part: [Substring] = []
    let words = text.split(whereSeparator: \.isWhitespace)
    for word in words + ["and"] {
      guard word == "and" else {
        part.append(word)
        continue
      }
      guard !part.isEmpty else { throw LessonReason("a condition is missing") }
      terms.append(try LessonTerm.read(part.joined(separator: " ")))
      part = []
    }
    return LessonCondition(text: words.joined(separator: " "), terms: terms)
  }
}

extension LessonTerm {
  fileprivate static func read(_ text: String) throws(LessonReason) -> LessonTerm {
    guard let start = text.firstIndex(where: { "=!<>".contains($0) }) else {
      if let word = LessonStateWord(rawValue: text) { return LessonTerm { word.holds(in: $0) } }
      throw LessonReason(
        "\(quoted(text)) is no condition; write \(words(LessonStateWord.allCases)),"
          + " or a name, a comparison and a value, such as output=3")
    }
    let (name, rest) = (text[..<start].trimmed, text[start...])
    guard let comparison = Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) })
    else { throw LessonReason("\(quoted(String(rest))) begins with no comparison") }
    let value = String(rest.dropFirst(comparison.rawValue.count).trimmed)
    return try read(String(name), comparison, value)
  }

  private static func read(
    _ name: String, _ comparison: Comparison, _ value: String
  ) throws(LessonReason) -> LessonTerm {
    if let hyperparameter = Hyperparameter(rawValue: name) {
      return try hyperparameter.term(comparison, value)
    }
    if let place = LessonPlace(rawValue: name) { return try place.term(comparison, value) }
    if let shape = LessonShape(rawValue: name) { return try shape.term(comparison, value) }
    guard let fact = LessonFact.all.first(where: { $0.name == name }) else {
      throw LessonReason("\(quoted(name)) is no name of a hyperparameter, shape or number")
    }
    guard let number = Int128(value.filter { $0 != "," }), number >= 0 else {
      throw LessonReason("\(name): \(quoted(value)) is not a number")
    }
    return LessonTerm(number: { "\(name)=\(fact.value(in: $0)?.grouped ?? "none")" }) { state in
      if fact.isOfScreen, state.lesson?.hasScreen == false { return true }
      return fact.value(in: state).map { comparison.holds($0, Count(number)) } ?? false
    }
  }
}

extension Hyperparameter {
  fileprivate func term(
    _ comparison: Comparison, _ text: String
  ) throws(LessonReason) -> LessonTerm {
    let value: HyperparameterValue
    do throws(NotationError) { value = try self.value(text) } catch {
      throw LessonReason(error.message)
    }
    if case .number(let wanted) = value {
      return LessonTerm { comparison.holds($0.subject.numbers(self), wanted) }
    }
    guard comparison.isOfEquality else {
      throw LessonReason("\(rawValue): only a single number can be more or less")
    }
    return LessonTerm { state in
      let isSame =
        switch value {
        case .pair(let wanted): state.subject.numbers(self) == wanted
        case .shape(let wanted): state.subject.input == wanted
        default: state.subject.value(of: self) == value
        }
      return comparison.holds(isSame: isSame)
    }
  }
}

extension LessonPlace {
  fileprivate func term(
    _ comparison: Comparison, _ value: String
  ) throws(LessonReason) -> LessonTerm {
    let value = self == .view ? View(named: value)?.rawValue ?? value : value
    guard comparison.isOfEquality, values.contains(value) else {
      throw LessonReason("\(rawValue): \(quoted(value)) is not \(values.joined(separator: ", "))")
    }
    return LessonTerm { state in
      state.lesson?.hasScreen == false || comparison.holds(isSame: self.value(in: state) == value)
    }
  }
}

extension LessonShape {
  fileprivate func term(
    _ comparison: Comparison, _ text: String
  ) throws(LessonReason) -> LessonTerm {
    let parts = text.filter { !"() ".contains($0) }.split(
      separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, takes(numbers.count),
      numbers.count == 1 || comparison.isOfEquality
    else { throw LessonReason("\(rawValue): \(quoted(text)) is not \(help)") }
    return LessonTerm(number: { state in
      "\(rawValue)=\(state.pass.map { tupleText(dimensions($0)) } ?? "none")"
    }) { state in
      state.pass.map { holds($0, comparison, numbers) } ?? false
    }
  }
}

/// The spellings of cases, for a list in a sentence.
private func words(_ cases: [some RawRepresentable<String>]) -> String {
  cases.map(\.rawValue).joined(separator: ", ")
}
