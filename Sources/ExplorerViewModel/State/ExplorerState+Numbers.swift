import ConvArithmetic
import LayerNotation

extension ExplorerState {
  /// The numbers that the layer is played with, if it is.
  package var stepValues: LayerValues? {
    guard view == .steps, player.numbers.areShown, let trace else { return nil }
    return player.numbers.values(trace)
  }

  /// The grid whose numbers the arrow keys and digits are for.
  package var numberGrid: LayerGrid? {
    guard focus == .picture, stepValues != nil else { return nil }
    return player.grid
  }

  /// The cell under the cursor, as it is shown.
  func numberCursor(_ grid: LayerGrid, in trace: LayerTrace) -> Spatial<Int> {
    let cell = grid == .input ? player.numbers.inputCursor : player.numbers.kernelCursor
    let size = trace.size(of: grid)
    return Spatial(
      height: min(max(0, cell.height), size.height - 1),
      width: min(max(0, cell.width), size.width - 1))
  }

  private mutating func setNumberCursor(_ grid: LayerGrid, _ cell: Spatial<Int>) {
    if grid == .input {
      player.numbers.inputCursor = cell
    } else {
      player.numbers.kernelCursor = cell
    }
  }

  mutating func moveNumber(_ direction: Direction, by distance: Int) {
    guard let grid = numberGrid, let trace else { return }
    var cell = numberCursor(grid, in: trace)
    let axis: Axis = direction == .up || direction == .down ? .height : .width
    let last = trace.size(of: grid)[axis] - 1
    switch direction {
    case .up, .left: cell[axis] -= min(distance, cell[axis])
    case .down, .right: cell[axis] += min(distance, last - cell[axis])
    }
    setNumberCursor(grid, cell)
  }

  /// Gives the keys to a number, where there are numbers.
  mutating func placeNumberCursor(_ cell: Spatial<Int>, in grid: LayerGrid) -> Bool {
    guard stepValues != nil, grid != .output else { return false }
    (focus, player.grid) = (.picture, grid)
    setNumberCursor(grid, cell)
    return true
  }

  /// From the steps to the numbers of the input, those of the kernel, and back.
  mutating func nextPlayerGrid() {
    guard stepValues != nil else {
      message = Message(text: "the numbers can be changed once v shows them", style: .faint)
      return
    }
    switch player.grid {
    case nil: player.grid = .input
    case .input?: player.grid = .kernel
    case .kernel?, .output?: player.grid = nil
    }
  }

  /// Takes a typed number; anything else is said, and the line stays as it is.
  mutating func takeNumber(_ text: String) {
    let digits = text.filter { !$0.isWhitespace }.replacing("−", with: "-")
    guard !digits.isEmpty else { return mode = .browse }
    guard let number = Int(digits), StepNumbers.range.contains(number) else {
      message = Message(text: "a number from −99 to 99", style: .bad)
      return
    }
    mode = .browse
    guard let grid = numberGrid, let values = stepValues else { return }
    var cell = numberCursor(grid, in: values.trace)
    if grid == .kernel, values.isFlipped {
      // What is shown is the flipped kernel.
      let size = values.kernel.size
      cell = Spatial(height: size.height - 1 - cell.height, width: size.width - 1 - cell.width)
    }
    player.numbers.change(cell, of: grid, to: number)
    let key = KeyBinding.keyNames(for: .cycleNumbers)
    let name = player.numbers.startingValues.name
    message = Message(text: "\(key) brings the numbers back: \(name)", style: .faint)
  }
}

extension ExplorerState {
  /// Shows numbers, other ones, or a flipped kernel.
  mutating func changeNumbers(_ action: Action) {
    let wereShown = player.numbers.areShown
    player.numbers.areShown = action != .toggleNumbers || !wereShown
    switch action {
    case .cycleNumbers where wereShown: player.numbers.cycle()
    case .flipKernel: player.numbers.isFlipped.toggle()
    default: break
    }
    guard player.numbers.areShown else {
      message = Message(text: "counts of products", style: .faint)
      return
    }
    guard stepValues != nil else {
      message = Message(text: Self.tooLargeForNumbers, style: .notice)
      return
    }
    let start = player.numbers.startingValues
    let operation = SlidingSum(subject.layer.direction, isFlipped: player.numbers.isFlipped)
    message = Message(
      text: action == .flipKernel
        ? "\(operation.name): \(operation.formula), \(operation.remark)"
        : "\(start.name): \(start.purpose)",
      style: .faint)
  }

  /// Why there are no numbers, and how to have some.
  static let tooLargeForNumbers =
    "numbers need an input within 64×64, a kernel within 16×16: try :input=5 k=3"
}
