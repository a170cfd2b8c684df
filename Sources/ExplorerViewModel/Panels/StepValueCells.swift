import ConvArithmetic
import LayerNotation

/// The numbers of a grid: those of input and kernel, and what has been added up so far.
struct StepValueCells {
  private let scene: StepScene
  private let values: LayerValues
  private let pane: StepPane
  private let isDone: Bool

  init(_ scene: StepScene, _ values: LayerValues, _ pane: StepPane) {
    self.scene = scene
    self.values = values
    self.pane = pane
    isDone = scene.progress.sequence.count == scene.progress.steps
  }

  /// The columns of the widest number that the grid can come to show, so that nothing moves.
  var textWidth: Int {
    switch pane {
    case .input, .stretched: width(of: values.input)
    case .kernel, .flippedKernel: width(of: values.kernel)
    case .output, .stretchedOutput: outputWidth
    }
  }

  private func width(of grid: IntegerGrid) -> Int {
    grid.values.map(\.plain.count).max() ?? 1
  }

  /// No sum is larger than the largest input times the sum of all weights.
  private var outputWidth: Int {
    let inputs = values.input.values
    let weights = values.kernel.values
    let largest = inputs.map(\.magnitude).max() ?? 0
    let sum = weights.reduce(0) { $0 + $1.magnitude }
    let (bound, overflow) = largest.multipliedReportingOverflow(by: sum)
    let hasSign = inputs.contains { $0 < 0 } || weights.contains { $0 < 0 }
    return (overflow ? 20 : String(bound).count) + (hasSign ? 1 : 0)
  }

  func content(_ cell: Spatial<Int>) -> GridCell {
    switch pane {
    case .input: return inputCell(cell)
    case .kernel: return GridCell(values.weights[cell].plain)
    case .flippedKernel: return GridCell(values.weights.flipped[cell].plain)
    case .output: return sum(cell, values.output(at: cell, after: scene.progress).fitting)
    case .stretchedOutput:
      return sum(
        cell,
        scene.stretched.flatMap { values.output(at: cell, of: $0, after: scene.progress).fitting })
    case .stretched:
      switch scene.stretchedContent(cell) {
      case .input(let input):
        return scene.isFilled(input)
          ? GridCell(values.input[input].plain, style: .value) : GridCell("x", style: .faint)
      case .sign(let sign): return GridCell(sign, style: .faint)
      }
    }
  }

  private func inputCell(_ cell: Spatial<Int>) -> GridCell {
    let size = values.input.size
    guard (0..<size.height).contains(cell.height), (0..<size.width).contains(cell.width) else {
      return GridCell("o", style: .faint)
    }
    return GridCell(values.input[cell].plain)
  }

  /// What is added up in an output cell so far; a dot where nothing has come yet.
  private func sum(_ cell: Spatial<Int>, _ sum: Count?) -> GridCell {
    guard let sum else { return GridCell("?", style: .bad) }
    let products = scene.progress.products(in: .output, at: cell).fitting ?? 0
    let isWhole =
      isDone || (scene.order == .gather && scene.progress.includes(cell))
    guard isWhole || products > 0 else { return GridCell(".", style: .faint) }
    return GridCell(sum.plain, style: isWhole ? .value : .plain)
  }
}
