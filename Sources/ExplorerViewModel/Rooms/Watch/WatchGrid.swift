/// One grid of the room: what its cells show, and how they are tied to the one under the cursor.
package struct WatchGrid {
  let scene: WatchScene
  let pane: WatchPane

  package init(_ scene: WatchScene, _ pane: WatchPane) { (self.scene, self.pane) = (scene, pane) }

  /// The grid as a panel, its window around the cell under the cursor or those tied to it.
  package func panel(_ pitch: Pitch) -> GridPanel {
    let (bounds, focus) = (scene.bounds(pane), scene.focus(pane))
    var panel = GridPanel(bounds: bounds.planar(0..<1), focus: focus.planar(0))
    let isActive = pane == WatchPane(scene.cursor.grid)
    if isActive { panel.cursor = panel.focus }
    (panel.box, panel.wanted, panel.spelling) = (
      scene.box(pane)?.planar(0..<1), pitch, scene.spelling
    )
    panel.prefersText = scene.values != nil
    panel.textWidth = max(textWidth, isActive ? scene.typed?.count ?? 0 : 0)
    let (spread, hasRows) = (scene.spread(pane).planar(1), axes > 1)
    panel.label = { axis, index in
      index % spread[axis] == 0 && (hasRows || axis == .width) ? (index / spread[axis]).plain : ""
    }
    let size = pane.grid.map(scene.trace.size) ?? bounds.map(\.count)
    let place = axes == 3 ? [Span(" D \((focus[0] / scene.spread(pane)[0]).plain)", .value)] : []
    panel.title =
      [Span(isActive ? "▸" : " ", .key), Span(name, isActive ? .value : .heading)] + place
      + [Span(" \(size.map(String.init).joined(separator: "×"))", .faint)]
    return panel
  }

  private var axes: Int { scene.trace.axes.count }
  /// The place along the first of three axes that is shown.
  private var slice: Int { axes == 3 ? scene.focus(pane)[0] : 0 }

  private var name: String {
    let isFlipped = scene.values?.isFlipped == true
    return switch pane {
    case .input: "x input"
    case .kernel: isFlipped ? "w flipped" : "w kernel"
    case .output: "y output"
    case .stretched: "z stretched"
    case .flippedKernel: isFlipped ? "w kernel" : "w flipped"
    case .stretchedOutput: "y from z"
    }
  }

  func cell(at place: Place, _ pitch: Pitch, _ size: ScreenSize) -> ExplorerState.Target? {
    panel(pitch).cell(at: place, size)
      .flatMap { scene.cell(pane, $0.raised(to: axes, slice: slice)) }
      .map { .gridCell($0.grid, $0.cell) }
  }

  package func draw(_ pitch: Pitch, _ size: ScreenSize) -> (frame: Frame, marks: [CellMark]) {
    let (panel, axes, slice) = (panel(pitch), axes, slice)
    let window = panel.window(size).raised(to: axes, slice: slice..<slice + 1)
    var cells = WatchCells(scene, pane, window)
    let frame = panel.draw(size) { cell in
      if let typed = scene.typed, cell == panel.cursor { return GridCell(typed, style: .focus) }
      return cells.content(cell.raised(to: axes, slice: slice))
    }
    return (frame, cells.marks)
  }

  /// The columns of the widest text that the grid can come to show, so that nothing moves.
  private var textWidth: Int {
    guard let values = scene.values else {
      let isHeated = pane.grid == scene.trace.plane
      return isHeated ? scene.countWidth : 1
    }
    switch pane {
    case .input, .stretched: return width(of: values.input)
    case .kernel, .flippedKernel: return width(of: values.kernel)
    case .output, .stretchedOutput: return sumWidth(values)
    }
  }

  private func width(of grid: IntegerGrid) -> Int {
    // No number is longer than the least or the largest one.
    [grid.values.min(), grid.values.max()].map { $0?.plain.count ?? 1 }.max() ?? 1
  }

  /// No sum is larger than the largest input times the sum of all weights.
  private func sumWidth(_ values: LayerValues) -> Int {
    let (inputs, weights) = (values.input.values, values.kernel.values)
    let largest = inputs.map(\.magnitude).max() ?? 0
    let sum = weights.reduce(0) { $0 + $1.magnitude }
    let (bound, overflow) = largest.multipliedReportingOverflow(by: sum)
    let hasSign = inputs.contains { $0 < 0 } || weights.contains { $0 < 0 }
    return (overflow ? 20 : String(bound).count) + (hasSign ? 1 : 0)
  }
}
