import ConvArithmetic
import LayerNotation

package enum Direction: Equatable, Sendable {
  case up, down, left, right

  var isVertical: Bool { self == .up || self == .down }
  var isBack: Bool { self == .up || self == .left }
}

/// What the arrow keys are for.
package enum ArrowUse: Equatable, Sendable {
  /// ↑↓ choose a hyperparameter, ←→ turn it.
  case knobs
  /// Over the cells of the map, of the three grids, of the numbers.
  case map, cells, numbers
  /// From step to step.
  case steps
  /// Through what can be chosen.
  case list
  /// Along a text.
  case text
  /// From one level of the exercises to another.
  case levels

  /// Whether they move over the grids of Watch.
  var areOfGrids: Bool { [.cells, .numbers, .steps].contains(self) }
  /// Whether all four move a cursor.
  var isPlane: Bool { [.map, .cells, .numbers].contains(self) }
}

extension ExplorerState {
  package var arrows: ArrowUse {
    if mode == .help { return .text }
    if prediction != nil { return .levels }
    if hasKnobs { return .knobs }
    if numberGrid != nil { return .numbers }
    if isStepping { return .steps }
    if isCellFocused { return .cells }
    if isMapFocused { return .map }
    return isListFocused ? .list : .text
  }

  /// Whether slices can be gone through: there is a map or a grid of them.
  var showsSlices: Bool { view.room == .watch || view == .overview || view == .map }

  /// What lies over the screen.
  var scene: Command.Scenes {
    mode == .help ? .help : prediction == nil ? .browse : .question
  }

  // What the footer says of the keys that mean something everywhere.

  var verticalWord: String? {
    switch arrows {
    case .knobs: "select"
    case .list: view.choiceName
    case .text: "scroll"
    case .levels: prediction?.exercise == nil ? nil : "level"
    case .map, .cells, .numbers, .steps: nil
    }
  }

  var horizontalWord: String? {
    switch (arrows, view) {
    case (.knobs, _), (.list, .budget): "change"
    case (.steps, _): "step"
    case (.list, .solver): "goal"
    case (.list, .sweep): "other plot"
    default: nil
    }
  }

  var enterWord: String? {
    switch (arrows, view) {
    case (.knobs, _) where view.room == .watch && lacksCells: nil
    case (.knobs, _):
      choiceCount > 0
        ? view.choiceName : view.room == .watch && player.steps != nil ? "step" : "picture"
    case (.map, _): lacksCells ? nil : "why"
    case (.list, .solver), (.list, .sweep), (.list, .verdict): "take"
    case (.levels, _):
      prediction.map { $0.isAsking ? ($0.isBlank ? "show it" : "answer") : "next" }
    default: nil
    }
  }

  /// What `m` leads to.
  var pageWord: String? {
    switch arrows {
    case .knobs: view.nextPage?.title
    case .cells, .numbers, .steps: "grid"
    default: nil
    }
  }

  var digitWord: String? {
    switch (arrows, view) {
    case (.knobs, _), (.list, .budget): "type"
    case (.numbers, _): "number"
    case (.list, .solver): "size"
    default: nil
    }
  }
}
