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
    let name = player.numbers.startingValues.name
    say("\(Command.otherNumbers.keyNames) brings the numbers back: \(name)")
  }
}

extension ExplorerState {
  /// Shows numbers in place of counts, or counts again.
  mutating func toggleNumbers() {
    player.numbers.areShown.toggle()
    if player.numbers.areShown { sayStartingValues() } else { say("counts of products") }
  }

  /// Shows other numbers.
  mutating func cycleNumbers() {
    if player.numbers.areShown { player.numbers.cycle() }
    player.numbers.areShown = true
    sayStartingValues()
  }

  mutating func flipKernel() {
    player.numbers.isFlipped.toggle()
    player.numbers.areShown = true
    let operation = SlidingSum(subject.layer.direction, isFlipped: player.numbers.isFlipped)
    sayOfNumbers("\(operation.name): \(operation.formula), \(operation.remark)")
  }

  private mutating func sayStartingValues() {
    let start = player.numbers.startingValues
    sayOfNumbers("\(start.name): \(start.purpose)")
  }

  private mutating func sayOfNumbers(_ text: String) {
    guard stepValues != nil else {
      message = Message(text: Self.tooLargeForNumbers, style: .notice)
      return
    }
    say(text)
  }

  /// Why there are no numbers, and how to have some.
  static let tooLargeForNumbers =
    "numbers need an input within 64×64, a kernel within 16×16: try :input=5 k=3"
}
