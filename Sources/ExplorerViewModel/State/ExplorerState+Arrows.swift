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
}
