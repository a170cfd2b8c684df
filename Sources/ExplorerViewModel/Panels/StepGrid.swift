import ConvArithmetic
import LayerNotation

/// One grid of the player: what is done of it, and what the last step touches.
struct StepGrid {
  let scene: StepScene
  let pane: StepPane

  init(_ scene: StepScene, _ pane: StepPane) {
    self.scene = scene
    self.pane = pane
  }

  /// The grid as a panel, its window around the last step.
  var panel: GridPanel {
    let bounds = Spatial(height: scene.bounds(pane, .height), width: scene.bounds(pane, .width))
    var panel = GridPanel(
      bounds: bounds,
      focus: Spatial(height: scene.focus(pane, .height), width: scene.focus(pane, .width)))
    if let cursor = scene.cursor, cursor.pane == pane { panel.cursor = cursor.cell }
    panel.spelling = scene.spelling
    panel.textWidth = textWidth
    let hasKeys = scene.cursor?.pane == pane
    let size =
      pane == .stretched
      ? bounds.map { $0.count } : scene.trace.size(of: pane.grid ?? .kernel)
    panel.title = [
      Span(name, hasKeys ? .value : .heading), Span(" \(size.height)×\(size.width)", .faint),
    ]
    return panel
  }

  /// The kernel is called what it is, whichever way round it is shown.
  private var name: String {
    guard scene.values?.isFlipped == true else { return pane.name }
    switch pane {
    case .kernel: return StepPane.flippedKernel.name
    case .flippedKernel: return StepPane.kernel.name
    case .input, .output, .stretched, .stretchedOutput: return pane.name
    }
  }

  private var isHeated: Bool { pane.grid == scene.heated }

  private var textWidth: Int {
    if let values = scene.values {
      let typed = scene.cursor?.pane == pane ? scene.typed?.count ?? 0 : 0
      return max(typed, StepValueCells(scene, values, pane).textWidth)
    }
    guard isHeated, scene.heatStyle.showsNumbers, let most = scene.pass.overlap.maximum.fitting
    else { return 1 }
    return String(describing: most).count
  }

  func draw(_ size: ScreenSize) -> Frame {
    var panel = panel
    let window = panel.window(size)
    let rows = window.height.map { scene.touches(pane, .height, $0) }
    let columns = window.width.map { scene.touches(pane, .width, $0) }
    let cursor = panel.cursor
    let isBoxed = { (cell: Spatial<Int>) in
      cell != cursor && rows[cell.height - window.height.lowerBound]
        && columns[cell.width - window.width.lowerBound]
    }
    panel.isBoxed = isBoxed
    let content = content(window)
    return panel.draw(size) { cell in
      if let typed = scene.typed, cell == cursor { return GridCell(typed, style: .focus) }
      var shown = content(cell)
      // Counts keep their colours, all others are seen to belong together.
      if isBoxed(cell), !shown.isFilled { shown.style = .linked }
      return shown
    }
  }

  private func content(_ window: Spatial<Range<Int>>) -> (Spatial<Int>) -> GridCell {
    guard let values = scene.values else { return StepCells(scene, pane, window).content }
    return StepValueCells(scene, values, pane).content
  }
}

extension HeatStyle {
  /// Whether a cell shows its count rather than a character for it.
  var showsNumbers: Bool {
    switch self {
    case .color, .digits, .halfBlocks: true
    case .ramp, .shades: false
    }
  }
}
