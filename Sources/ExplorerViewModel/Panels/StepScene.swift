import ConvArithmetic
import LayerNotation

/// A grid of the player.
enum StepPane: Equatable, Sendable {
  case input, kernel, output
  /// The input of a transposed layer with its zeros, and what follows from it.
  case stretched, flippedKernel, stretchedOutput

  /// The grid whose cells it shows; of the stretched input none.
  var grid: LayerGrid? {
    switch self {
    case .input: .input
    case .kernel: .kernel
    case .output, .stretchedOutput: .output
    case .stretched, .flippedKernel: nil
    }
  }

  var name: String {
    switch self {
    case .input: "input x"
    case .kernel: "kernel w"
    case .output: "output y"
    case .stretched: "stretched z"
    case .flippedKernel: "flipped w"
    case .stretchedOutput: "y from z"
    }
  }
}

/// A layer after some steps, and everything that its grids ask for.
struct StepScene {
  let pass: ForwardPass
  let progress: StepProgress
  let stretched: StretchedLayer?
  let spelling: Spelling
  let heatStyle: HeatStyle
  let scale: HeatScale
  /// The numbers that the layer is played with, if it is.
  let values: LayerValues?
  let numbers: StepNumbers
  /// Where the keys are, if not at the hyperparameters: at a number, or at the last step.
  let cursor: (pane: StepPane, cell: Spatial<Int>)?
  /// The grid that the keys are for; `nil` where they are for the hyperparameters.
  let wanted: StepPane?
  /// A number that is being typed at the cursor.
  let typed: String?

  init?(_ state: ExplorerState) {
    guard case .success(let pass) = state.outcome, let progress = state.stepProgress else {
      return nil
    }
    self.pass = pass
    self.progress = progress
    stretched = StretchedLayer(progress.sequence.trace)
    spelling = state.capabilities.spelling
    heatStyle = state.heatStyle
    scale = HeatScale(pass.overlap, ramp: state.heatStyle.ramp)
    values = state.stepValues
    numbers = state.player.numbers
    if case .typingNumber(let entry) = state.mode {
      typed = entry.text.replacing("-", with: "−")
    } else {
      typed = nil
    }
    let trace = progress.sequence.trace
    let stepped: StepPane = progress.sequence.grid == .input ? .input : .output
    if let grid = state.numberGrid {
      let pane: StepPane = grid == .input ? .input : .kernel
      wanted = pane
      cursor = (pane, state.numberCursor(grid, in: trace))
    } else {
      wanted = state.isPlayerFocused ? stepped : nil
      cursor = state.isPlayerFocused ? progress.lastCell.map { (stepped, $0) } : nil
    }
  }

  /// What stands for a cell that is begun, but for less than the least of the map.
  static let begun = ","

  var trace: LayerTrace { progress.sequence.trace }
  var order: StepSequence.Order { progress.sequence.order }
  /// The grid that is stepped through.
  var stepped: LayerGrid { progress.sequence.grid }

  /// The cell of the last step that is done; `nil` at the start.
  var current: Spatial<Int>? { progress.lastCell }

  /// The grid whose counts grow into the map: what a transposed layer writes, a Conv2d reads.
  var heated: LayerGrid { trace.direction == .transposed ? .output : .input }
}

extension StepScene {
  /// Whether the last step touches a row or column of a grid.
  func touches(_ pane: StepPane, _ axis: Axis, _ index: Int) -> Bool {
    guard let cell = current?[axis] else { return false }
    switch pane {
    case .input, .kernel, .output, .stretchedOutput:
      return pane.grid.map { touches($0, axis, index, cell) } ?? false
    case .flippedKernel:
      return touches(.kernel, axis, trace.size(of: .kernel)[axis] - 1 - index, cell)
    case .stretched:
      guard let stretched = stretched?.axes[axis] else { return false }
      return order == .scatter
        ? stretched.place(ofInput: cell) == index
        : stretched.flippedTap(on: index, ofOutput: cell) != nil
    }
  }

  private func touches(_ grid: LayerGrid, _ axis: Axis, _ index: Int, _ cell: Int) -> Bool {
    if grid == stepped { return index == cell }
    let trace = trace.axes[axis]
    let (end, overflow) = index.addingReportingOverflow(1)
    // The window of a Conv2d covers its padding, too.
    let links =
      grid == .input ? trace.links(of: stepped, at: cell) : trace.usefulLinks(of: stepped, at: cell)
    return !overflow && !links.within(index..<end, of: grid).isEmpty
  }

  /// The cell in the middle of what is shown of a grid; it moves evenly with the steps.
  func focus(_ pane: StepPane, _ axis: Axis) -> Int {
    if let cursor, cursor.pane == pane { return cursor.cell[axis] }
    let cell = current?[axis] ?? 0
    let trace = trace.axes[axis]
    let tap = trace.usefulLinks(of: stepped, at: cell).first?.tap ?? 0
    switch pane {
    case .input: return stepped == .input ? cell : trace.counterpart(of: .output, at: cell)
    case .output, .stretchedOutput:
      return stepped == .output ? cell : trace.counterpart(of: .input, at: cell)
    case .kernel: return tap
    case .flippedKernel: return trace.size(of: .kernel) - 1 - tap
    case .stretched:
      guard let stretched = stretched?.axes[axis] else { return 0 }
      if order == .scatter { return stretched.place(ofInput: cell) }
      let middle = Int128(cell) - Int128(stretched.paddingBefore) + Int128(trace.dilatedSize / 2)
      return Int(clamping: middle)
    }
  }

  /// The rows or columns of a grid: the input of a Conv2d with its padding.
  func bounds(_ pane: StepPane, _ axis: Axis) -> Range<Int> {
    switch pane {
    case .input: return trace.axes[axis].places(of: .input)
    case .kernel, .flippedKernel: return 0..<trace.axes[axis].size(of: .kernel)
    case .output, .stretchedOutput: return 0..<trace.axes[axis].size(of: .output)
    case .stretched:
      guard let stretched = stretched?.axes[axis] else { return 0..<0 }
      // With the cells that a negative padding takes away.
      let places = stretched.places
      return min(0, places.lowerBound)..<max(stretched.stretchedSize, places.upperBound)
    }
  }
}

extension StepScene {
  /// What a place of the stretched input shows: an input cell, or the sign of a zero.
  enum StretchedContent {
    case input(Spatial<Int>)
    case sign(String)
  }

  func stretchedContent(_ place: Spatial<Int>) -> StretchedContent {
    guard let axes = stretched?.axes else { return .sign("?") }
    switch (axes.height.content(at: place.height), axes.width.content(at: place.width)) {
    case (.input(let row), .input(let column)):
      return .input(Spatial(height: row, width: column))
    case (.cropped, _), (_, .cropped), (.outside, _), (_, .outside): return .sign("/")
    case (.outputPaddingZero, _), (_, .outputPaddingZero): return .sign("+")
    case (.paddingZero, _), (_, .paddingZero): return .sign("o")
    case (.stretchingZero, _), (_, .stretchingZero): return .sign(".")
    }
  }

  /// Whether an input cell is in the stretched input by now: over outputs, from the start.
  func isFilled(_ input: Spatial<Int>) -> Bool { order == .gather || progress.includes(input) }
}

extension StepProgress {
  /// The cell of the last step that is done.
  fileprivate var lastCell: Spatial<Int>? {
    sequence.cell(at: steps - 1)
  }
}
