package enum Direction: Equatable, Sendable {
  case up, down, left, right

  var isVertical: Bool { self == .up || self == .down }
  var isBack: Bool { self == .up || self == .left }
}

/// What the arrow keys are for: to choose a hyperparameter and change it, to move over the cells of
/// the map, of the three grids or of the numbers, from step to step, through what can be chosen,
/// along a text, or from one level of the exercises to another.
package enum ArrowUse: String, Sendable {
  case knobs, map, cells, numbers, steps, list, text, levels

  /// Whether they move over the grids of Watch.
  var areOfGrids: Bool { [.cells, .numbers, .steps].contains(self) }
}
