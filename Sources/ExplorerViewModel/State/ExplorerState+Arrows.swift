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

  /// Whether there are slices to go through: of a map or of a grid.
  var showsSlices: Bool { view.room == .watch || view == .overview || view == .map }

  var scene: Command.Scene { mode == .help ? .help : prediction == nil ? .browse : .question }

  /// Whether the keys are for the hyperparameters; a layer that is refused has no picture.
  package var hasKnobs: Bool { focus == .knobs || pass == nil && !isListFocused }

  /// Whether there is a layer whose cells are not drawn.
  var lacksCells: Bool { pass != nil && trace == nil }

  /// Whether the arrow keys move from cell to cell; without a layer there are none.
  package var isCellFocused: Bool { view.room == .watch && focus == .picture && trace != nil }

  /// The numbers that the layer is played with, if it is.
  package var stepValues: LayerValues? {
    guard view.room == .watch, player.numbers.areShown, let trace else { return nil }
    return player.numbers.values(trace)
  }

  /// The grid under the cursor whose numbers the digits are for.
  package var numberGrid: LayerGrid? {
    let grid = cellCursor.grid
    guard isCellFocused, !player.isPlaying, grid != .output, let trace = stepValues?.trace else {
      return nil
    }
    let cell = cellCursor.cell(of: grid, in: trace)
    return trace.contains(cell, in: grid) ? grid : nil
  }

  /// The steps of the layer in the chosen order; `nil` for a layer that has none.
  package var stepSequence: StepSequence? {
    trace.map { StepSequence($0, player.order(of: $0.direction)) }
  }

  /// What has been played of the layer so far; `nil` for the whole picture.
  package var stepProgress: StepProgress? {
    player.steps.flatMap { stepSequence?.progress(after: $0) }
  }

  package var isStepping: Bool {
    isCellFocused && stepProgress.map { $0.sequence.grid == cellCursor.grid } == true
  }
}
