/// A number of the state that a lesson can ask for by name; the README says what each counts.
package struct LessonFact: Sendable {
  package let name: String
  /// Whether it is about the screen, and not about the layer.
  private(set) var isOfScreen = false
  private let count: @Sendable (ExplorerState) -> Count?

  init(
    name: String, isOfScreen: Bool = false,
    count: @escaping @Sendable (ExplorerState, ForwardPass) -> Count?
  ) {
    (self.name, self.isOfScreen) = (name, isOfScreen)
    self.count = { state in state.pass.flatMap { count(state, $0) } }
  }

  /// A number of the network that is open.
  private init(_ name: String, ofNetwork count: @escaping @Sendable (OpenNetwork) -> Count?) {
    self.name = name
    self.count = { $0.network.flatMap(count) }
  }

  /// The number; `nil` where the layer has none, or it does not fit in 127 bits.
  func value(in state: ExplorerState) -> Count? { count(state)?.fitting }

  /// All of them, by the names of `convscope batch` where that has them.
  package static let all: [LessonFact] = figures + stretching + screen + tools + network

  private static let figures = selected.map { figure in
    LessonFact(name: figure.word) { figure.count($1) }
  }

  private static let selected: [Figure] =
    [.parameters] + Figure.answered.documented + Figure.answered.executed + [.wastedPercent]
    + Figure.ofMap + [.mostInside, .leastInside]

  private static let stretching: [LessonFact] = [
    LessonFact(name: "stretched") {
      StretchedAxis($1.axes.height).map { Count($0.stretchedSize) }
    },
    LessonFact(name: "stretched_padding") {
      StretchedAxis($1.axes.height).map { Count($0.paddingBefore) }
    },
  ]

  private static let tools = OperationConvention.tools.map { tool in
    LessonFact(name: tool.id) { tool.count($1)?.whole }
  }

  /// Of a network: what the chosen module sees of the input along the last axis at most, how far
  /// apart the cells beside each other look, and its whole cost.
  private static let network: [LessonFact] = [
    LessonFact("sees") { $0.sheet.lastReach(of: $0.tensor)?.most },
    LessonFact("jump") { $0.sheet.lastReach(of: $0.tensor)?.jump.whole },
    LessonFact("network_parameters") { $0.sheet.totals.parameters },
    LessonFact("network_multiplications") { $0.sheet.totals.multiplications },
    LessonFact("network_output") { ($0.sheet.flow.shapes.last?.size.last).map { Count($0) } },
  ]

  private static let screen: [LessonFact] = [
    // The count under the cursor of the map.
    LessonFact(name: "cell", isOfScreen: true) { state, pass in
      let cell = state.cursorCell(in: pass.overlap)
      return pass.overlap.coverage.with(cell) { Count(CellCounter($0).count(at: $1)) }.product
    },
    LessonFact(name: "cell_row", isOfScreen: true) { Count(cursor($0, $1).height) },
    LessonFact(name: "cell_column", isOfScreen: true) { Count(cursor($0, $1).width) },
    LessonFact(name: "steps", isOfScreen: true) { state, _ in state.stepProgress?.steps ?? 0 },
    LessonFact(name: "steps_left", isOfScreen: true) { state, _ in
      state.stepSequence.map { $0.count - (state.stepProgress?.steps ?? 0) }
    },
  ]

  /// The cell under the cursor: of the grid that has it, or else of the map.
  private static func cursor(_ state: ExplorerState, _ pass: ForwardPass) -> Spatial<Int> {
    guard state.view.room == .watch, let trace = state.trace else {
      return state.cursorCell(in: pass.overlap)
    }
    return state.cellCursor.cell(of: state.cellCursor.grid, in: trace)
  }
}
