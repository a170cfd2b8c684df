import ConvArithmetic
import LayerNotation

/// What a lesson waits for or claims: terms about the state, all of which must hold.
package struct LessonCondition: Equatable, Sendable {
  /// The condition as it was written.
  package let text: String
  let terms: [LessonTerm]

  package func holds(in state: ExplorerState) -> Bool { terms.allSatisfy { $0.holds(state) } }

  /// The same words ask for the same.
  package static func == (left: Self, right: Self) -> Bool { left.text == right.text }
}

/// One statement about the state that is true or false.
struct LessonTerm: Sendable {
  /// What a number or a shape really is, for somebody who thought otherwise.
  var number: @Sendable (ExplorerState) -> String? = { _ in nil }
  let holds: @Sendable (ExplorerState) -> Bool
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

  /// Whether it holds for all axes; they differ from a number where one of them does.
  ///
  /// A word for the padding, or an input without a batch, is no number, and differs from all.
  func holds(_ numbers: Spatial<Int>?, _ number: Int) -> Bool {
    guard let numbers else { return self == .notEqual }
    let holding = Axis.allCases.filter { holds(numbers[$0], number) }
    return self == .notEqual ? !holding.isEmpty : holding.count == Axis.allCases.count
  }
}

/// What a layer can be in one word.
package enum LessonStateWord: String, CaseIterable, Sendable {
  case valid, invalid, even, uneven

  func holds(in state: ExplorerState) -> Bool {
    guard let pass = state.pass else { return self == .invalid }
    return switch self {
    case .valid: true
    case .invalid: false
    case .even: pass.overlap.isEvenInside
    case .uneven: !pass.overlap.isEvenInside
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
    case .focus: focus(in: state)
    case .axes: state.scope.rawValue
    }
  }

  private func focus(in state: ExplorerState) -> String {
    if state.isStepping { return "steps" }
    if state.isCellFocused { return state.cellCursor.grid.word }
    return state.isMapFocused ? "map" : state.isListFocused ? "tools" : "values"
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

  func takes(_ count: Int) -> Bool { self == .weight ? count == 4 : (1...4).contains(count) }

  func dimensions(_ pass: ForwardPass) -> [Int] {
    self == .weight ? pass.weight : pass.output.dimensions
  }

  /// Whether a shape is one of so many numbers: all of them, or the sizes alone.
  func holds(_ pass: ForwardPass, _ comparison: Comparison, _ wanted: [Int]) -> Bool {
    if wanted.count == 1 { return comparison.holds(pass.output.size, wanted[0]) }
    let count = wanted.count == 2 ? 2 : .max
    return comparison.holds(isSame: wanted == dimensions(pass).suffix(count))
  }
}
