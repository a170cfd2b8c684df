import ConvArithmetic

/// A number of the state that a lesson can ask for by name.
package struct LessonFact: Sendable {
  package let name: String
  package let help: String
  /// Whether it is about the screen, and not about the layer.
  let isOfScreen: Bool
  private let count: @Sendable (ExplorerState, ForwardPass) -> Count?

  /// A number of the layer.
  private init(
    _ name: String, _ help: String, _ count: @escaping @Sendable (ForwardPass) -> Count?
  ) {
    self.init(name, help, isOfScreen: false) { _, pass in count(pass) }
  }

  private init(
    _ name: String, _ help: String, isOfScreen: Bool,
    _ count: @escaping @Sendable (ExplorerState, ForwardPass) -> Count?
  ) {
    (self.name, self.help, self.isOfScreen, self.count) = (name, help, isOfScreen, count)
  }

  /// The number; `nil` where the layer has none, or it does not fit in 127 bits.
  func value(in state: ExplorerState) -> Count? {
    guard case .success(let pass) = state.outcome else { return nil }
    return count(state, pass)?.fitting
  }
}

extension LessonFact: Equatable {
  package static func == (left: LessonFact, right: LessonFact) -> Bool { left.name == right.name }
}

extension LessonFact {
  /// All of them, by the names of `convscope batch` where that has them.
  package static let all: [LessonFact] = ofLayerAndScreen + tools

  /// Those that no tool has said.
  package static let ofLayerAndScreen: [LessonFact] = layer + overlap + screen

  private static let layer: [LessonFact] = [
    LessonFact("parameters", "weights and biases") { $0.parameters },
    LessonFact("filters", "ψ") { $0.documented.filters },
    LessonFact("per_filter", "λ") { $0.documented.operationsPerFilter },
    LessonFact("additions_per_filter", "A, of a transposed layer") {
      $0.documented.additionsPerFilter
    },
    LessonFact("aggregation", "γ") { $0.documented.aggregation },
    LessonFact("total", "operations as documented") { $0.documented.total },
    LessonFact("multiplications", "products really formed") { $0.executed.multiplications },
    LessonFact("additions", "additions that combine them") { $0.executed.additions },
    LessonFact("bias_additions", "one for each output, with bias") {
      $0.executed.biasAdditions
    },
    LessonFact("useful_multiplications", "products of a real input in a kept output") {
      $0.executed.usefulMultiplications
    },
    LessonFact("useful_additions", "additions that combine those") {
      $0.executed.usefulAdditions
    },
    LessonFact("wasted_percent", "products that are not useful, of 100, rounded", wastedPercent),
  ]

  /// The share of products that are not useful, in whole percent, rounded half up.
  private static let wastedPercent: @Sendable (ForwardPass) -> Count? = { pass in
    // Of one sample, since an empty batch has no products to divide by.
    let count = pass.executed.perSample
    let (all, useful) = (count.multiplications, count.usefulMultiplications)
    return (200 * (all - useful) + all).floorDivided(by: 2 * all)
  }

  private static let overlap: [LessonFact] = [
    LessonFact("sum", "all products in the map") { $0.overlap.sum },
    LessonFact("max", "the most in a cell of the map") { $0.overlap.maximum },
    LessonFact("min", "the least") { $0.overlap.minimum },
    LessonFact("holes", "cells with none") { $0.overlap.holes },
    LessonFact("inside_max", "the most away from the borders") {
      $0.overlap.interiorExtremes.most
    },
    LessonFact("inside_min", "the least there") { $0.overlap.interiorExtremes.least },
    LessonFact("stretched", "rows of the stretched input, of a transposed layer") {
      StretchedAxis($0.axes.height).map { Count($0.stretchedSize) }
    },
    LessonFact("stretched_padding", "zeros in front of it, p′") {
      StretchedAxis($0.axes.height).map { Count($0.paddingBefore) }
    },
  ]

  private static let tools = OperationConvention.tools.map { tool in
    LessonFact(tool.id, "what \(tool.name) prints") { tool.count($0)?.whole }
  }

  private static let screen: [LessonFact] = [
    LessonFact("cell", "the count under the cursor of the map", isOfScreen: true) { state, pass in
      let cell = state.cursorCell(in: pass.overlap)
      let counts = Axis.allCases.map {
        Count(CellCounter(pass.overlap.coverage[$0]).count(at: cell[$0]))
      }
      return counts.reduce(1) { $0 * $1 }
    },
    LessonFact("cell_row", "its row, or that of the cell in brackets", isOfScreen: true) {
      Count(cursor($0, $1).height)
    },
    LessonFact("cell_column", "its column, likewise", isOfScreen: true) {
      Count(cursor($0, $1).width)
    },
    LessonFact("steps", "the steps that are played so far", isOfScreen: true) { state, _ in
      state.stepProgress?.steps
    },
    LessonFact("steps_left", "the steps that are not played yet", isOfScreen: true) { state, _ in
      guard let done = state.stepProgress?.steps else { return nil }
      return state.stepSequence.map { $0.count - done }
    },
  ]

  /// The cell under the cursor: of the grid that has it, or else of the map.
  private static func cursor(_ state: ExplorerState, _ pass: ForwardPass) -> Spatial<Int> {
    guard state.view == .cells, let trace = state.trace else {
      return state.cursorCell(in: pass.overlap)
    }
    return state.cellCursor.cell(of: state.cellCursor.grid, in: trace)
  }
}
