import ConvArithmetic
import LayerNotation

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
      guard let products = counts?.products(at: cell), !products.all.isOverflow else {
        return GridCell("?")
      }
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
    switch scene.stretchedContent(cell) {
    case .input(let input):
      return scene.isFilled(input) ? GridCell("X", style: .value) : GridCell("x", style: .faint)
    case .sign(let sign): return GridCell(sign, style: .faint)
    }
  }
}
