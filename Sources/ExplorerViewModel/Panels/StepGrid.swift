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
    if pane.grid == scene.stepped, pane != .stretchedOutput { panel.cursor = scene.current }
    panel.spelling = scene.spelling
    panel.textWidth = textWidth
    let isStepped = pane.grid == scene.stepped
    let size =
      pane == .stretched
      ? bounds.map { $0.count } : scene.trace.size(of: pane.grid ?? .kernel)
    panel.title = [
      Span(pane.name, isStepped ? .value : .heading), Span(" \(size.height)×\(size.width)", .faint),
    ]
    return panel
  }

  private var isHeated: Bool { pane.grid == scene.heated }

  private var textWidth: Int {
    guard isHeated, scene.heatStyle.showsNumbers, let most = try? scene.pass.overlap.maximum
    else { return 1 }
    return String(describing: most).count
  }

  func draw(_ size: ScreenSize) -> Frame {
    var panel = panel
    let window = panel.window(size)
    let rows = window.height.map { scene.touches(pane, .height, $0) }
    let columns = window.width.map { scene.touches(pane, .width, $0) }
    let cursor = panel.cursor
    panel.isBoxed = { cell in
      cell != cursor && rows[cell.height - window.height.lowerBound]
        && columns[cell.width - window.width.lowerBound]
    }
    let cells = StepCells(scene, pane, window)
    return panel.draw(size) { cells.content($0) }
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

/// What the cells of a window show.
struct StepCells {
  private let scene: StepScene
  private let pane: StepPane
  private let counts: RunningCounts?

  init(_ scene: StepScene, _ pane: StepPane, _ window: Spatial<Range<Int>>) {
    self.scene = scene
    self.pane = pane
    counts = pane.grid.map { RunningCounts(scene.progress, in: $0, window) }
  }

  func content(_ cell: Spatial<Int>) -> GridCell {
    switch pane {
    case .kernel, .flippedKernel: return tap(cell)
    case .stretched: return stretchedCell(cell)
    case .stretchedOutput:
      return heat(
        Count(scene.stretched?.readings(ofOutput: cell, after: scene.progress).count ?? 0))
    case .input, .output:
      let grid = pane.grid ?? .input
      let size = scene.trace.size(of: grid)
      guard (0..<size.height).contains(cell.height), (0..<size.width).contains(cell.width) else {
        return GridCell("o", style: .faint)
      }
      guard let products = try? counts?.products(at: cell) else { return GridCell("?") }
      return grid == scene.heated
        ? heat(products.done) : state(cell, grid, done: products.done, all: products.all)
    }
  }

  /// A count as the map shows it; the map may have no level for one that is still to grow.
  private func heat(_ count: Count) -> GridCell {
    let level = scene.scale.level(count)
    let isBegun = count > 0 && level.counts.upperBound == 0
    let style: Style = !scene.heatStyle.isColored ? .plain : isBegun ? .heat1 : level.style
    let character = isBegun ? StepScene.begun : String(level.character)
    let text = scene.heatStyle.showsNumbers ? "\(count)" : character
    var cell = GridCell(text, style: style)
    cell.isFilled = scene.heatStyle.isColored
    return cell
  }

  /// Small letters for what is to come, capitals for what is done.
  private func state(
    _ cell: Spatial<Int>, _ grid: LayerGrid, done: Count, all: Count
  ) -> GridCell {
    guard all > 0, let letter = grid.symbol.first else {
      // Nothing is ever done with it: a blind output, or a lost input.
      let mark = scene.trace.role(of: grid, at: cell)?.mark
      return GridCell(mark.map { String($0.character) } ?? "?", style: mark?.style ?? .plain)
    }
    if done == all { return GridCell(letter.uppercased(), style: .value) }
    return done == 0 ? GridCell(String(letter), style: .faint) : GridCell(StepScene.begun)
  }

  private func tap(_ cell: Spatial<Int>) -> GridCell {
    let size = scene.trace.size(of: .kernel)
    let tap =
      pane == .kernel
      ? cell : Spatial(height: size.height - 1 - cell.height, width: size.width - 1 - cell.width)
    return GridCell(TapLetters(size)[tap])
  }

  private func stretchedCell(_ cell: Spatial<Int>) -> GridCell {
    guard let axes = scene.stretched?.axes else { return GridCell("?") }
    let (row, column) = (axes.height.content(at: cell.height), axes.width.content(at: cell.width))
    switch (row, column) {
    case (.input(let height), .input(let width)):
      // Over outputs, all of it is there from the start.
      let isFilled =
        scene.order == .gather
        || scene.progress.includes(Spatial(height: height, width: width))
      return isFilled ? GridCell("X", style: .value) : GridCell("x", style: .faint)
    case (.cropped, _), (_, .cropped), (.outside, _), (_, .outside):
      return GridCell("/", style: .faint)
    case (.outputPaddingZero, _), (_, .outputPaddingZero): return GridCell("+", style: .faint)
    case (.paddingZero, _), (_, .paddingZero): return GridCell("o", style: .faint)
    case (.stretchingZero, _), (_, .stretchingZero): return GridCell(".", style: .faint)
    }
  }
}
