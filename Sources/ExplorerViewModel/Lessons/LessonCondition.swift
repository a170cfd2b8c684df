import ConvArithmetic
import LayerNotation

/// What a lesson waits for or claims: terms about the state, all of which must hold.
package struct LessonCondition: Equatable, Sendable {
  /// The condition as it was written.
  package let text: String
  let terms: [LessonTerm]

  package func holds(in state: ExplorerState) -> Bool {
    terms.allSatisfy { $0.holds(in: state) }
  }
}

/// One statement about the state that is true or false.
enum LessonTerm: Equatable, Sendable {
  case word(LessonStateWord)
  case place(LessonPlace, isEqual: Bool, String)
  case shape(LessonShape, Comparison, [Int])
  case hyperparameter(Hyperparameter, Comparison, HyperparameterValue)
  case fact(LessonFact, Comparison, Count)

  func holds(in state: ExplorerState) -> Bool {
    let hasScreen = state.lesson?.hasScreen ?? true
    switch self {
    case .word(let word): return word.holds(in: state)
    case .place(let place, let isEqual, let value):
      return !hasScreen || (place.value(in: state) == value) == isEqual
    case .shape(let shape, let comparison, let numbers):
      return shape.holds(in: state, comparison, numbers)
    case .hyperparameter(let hyperparameter, let comparison, let value):
      return hyperparameter.holds(in: state.subject, comparison, value)
    case .fact(let fact, let comparison, let number):
      guard hasScreen || !fact.isOfScreen else { return true }
      guard let value = fact.value(in: state) else { return false }
      return comparison.holds(value, number)
    }
  }
}

extension LessonTerm {
  /// What a number or a shape really is, for somebody who thought otherwise.
  func number(in state: ExplorerState) -> String? {
    switch self {
    case .fact(let fact, _, _): "\(fact.name)=\(fact.value(in: state)?.grouped ?? "none")"
    case .shape(let shape, _, _): "\(shape.rawValue)=\(shape.text(in: state))"
    case .word, .place, .hyperparameter: nil
    }
  }
}

/// How two values are compared.
enum Comparison: String, CaseIterable, Equatable, Sendable {
  // Of two that begin alike, the longer one first.
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

  /// Whether it holds for both axes; they differ from a number where one of them does.
  func holds(_ numbers: [Int], _ number: Int) -> Bool {
    self == .notEqual
      ? numbers.contains { $0 != number } : numbers.allSatisfy { holds($0, number) }
  }
}

/// What a layer can be in one word.
package enum LessonStateWord: String, CaseIterable, Sendable {
  case valid, invalid, even, uneven

  package var help: String {
    switch self {
    case .valid: "the layer exists"
    case .invalid: "PyTorch refuses the layer"
    case .even: "the overlap is even inside"
    case .uneven: "it is not"
    }
  }

  func holds(in state: ExplorerState) -> Bool {
    switch (self, state.outcome) {
    case (.valid, .success), (.invalid, .failure): true
    case (.even, .success(let pass)): pass.overlap.isEvenInside
    case (.uneven, .success(let pass)): !pass.overlap.isEvenInside
    case (.valid, .failure), (.invalid, .success), (.even, .failure), (.uneven, .failure): false
    }
  }
}

/// What of the screen a condition can be about.
package enum LessonPlace: String, CaseIterable, Sendable {
  case view, row, focus, axes

  package var help: String {
    switch self {
    case .view: "what is shown"
    case .row: "the selected hyperparameter"
    case .focus: "what the arrow keys move in"
    case .axes: "the axes that a key changes"
    }
  }

  package var values: [String] {
    switch self {
    case .view: View.allCases.map(\.rawValue)
    case .row: HyperparameterRow.all.map(\.hyperparameter.rawValue)
    case .focus: ["values", "map", "tools", "steps"] + LayerGrid.allCases.map(\.word)
    case .axes: AxisScope.allCases.map(\.word)
    }
  }

  func value(in state: ExplorerState) -> String {
    switch self {
    case .view: state.view.rawValue
    case .row: state.row.hyperparameter.rawValue
    case .focus: focus(in: state)
    case .axes: state.scope.word
    }
  }
}

extension LessonPlace {
  private func focus(in state: ExplorerState) -> String {
    if state.isStepping { return "steps" }
    if state.isCellFocused { return state.cellCursor.grid.word }
    return state.isMapFocused ? "map" : state.isListFocused ? "tools" : "values"
  }
}

extension AxisScope {
  var word: String {
    switch self {
    case .both: "both"
    case .height: "h"
    case .width: "w"
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

  /// The shape by how many numbers it is compared with; `nil` where there is none.
  private func numbers(_ pass: ForwardPass, _ count: Int) -> [Int]? {
    switch (self, count) {
    case (.weight, 4): pass.weight
    case (.output, 1), (.output, 2): [pass.output.size.height, pass.output.size.width]
    case (.output, 3...4): pass.output.dimensions
    default: nil
    }
  }

  fileprivate func text(in state: ExplorerState) -> String {
    guard case .success(let pass) = state.outcome else { return "none" }
    return tupleText(self == .weight ? pass.weight : pass.output.dimensions)
  }

  func takes(_ count: Int) -> Bool { self == .weight ? count == 4 : (1...4).contains(count) }

  fileprivate func holds(
    in state: ExplorerState, _ comparison: Comparison, _ wanted: [Int]
  ) -> Bool {
    guard case .success(let pass) = state.outcome, let numbers = numbers(pass, wanted.count)
    else { return false }
    if wanted.count == 1 { return comparison.holds(numbers, wanted[0]) }
    return comparison.holds(isSame: numbers == wanted)
  }
}

extension Hyperparameter {
  fileprivate func holds(
    in subject: LayerCase, _ comparison: Comparison, _ value: HyperparameterValue
  ) -> Bool {
    switch value {
    case .number(let wanted):
      let axes: [Axis] = isSpatial ? Axis.allCases : [.height]
      let numbers = axes.compactMap { subject.number(self, $0) }
      // A word for the padding, or an input without a batch, is no number.
      guard numbers.count == axes.count else { return comparison == .notEqual }
      return comparison.holds(numbers, wanted)
    case .pair(let wanted):
      let isSame = Axis.allCases.allSatisfy { subject.number(self, $0) == wanted[$0] }
      return comparison.holds(isSame: isSame)
    case .padding(let wanted): return comparison.holds(isSame: subject.layer.padding == wanted)
    case .flag(let wanted): return comparison.holds(isSame: subject.layer.bias == wanted)
    case .op(let wanted): return comparison.holds(isSame: subject.layer.op == wanted)
    case .shape(let wanted): return comparison.holds(isSame: subject.input == wanted)
    case .unbatched: return comparison.holds(isSame: subject.input.batch == nil)
    }
  }
}
