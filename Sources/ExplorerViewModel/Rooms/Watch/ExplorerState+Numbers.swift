extension ExplorerState {
  /// Takes a typed number; anything else gives a message, and the line stays as it is.
  mutating func takeNumber(_ text: String) {
    let digits = text.filter { !$0.isWhitespace }.replacing("−", with: "-")
    guard !digits.isEmpty else { return mode = .browse }
    guard let number = Int(digits), StepNumbers.range.contains(number) else {
      return say("a number from −99 to 99", .bad)
    }
    mode = .browse
    guard let grid = numberGrid, let values = stepValues else { return }
    var cell = cellCursor.cell(of: grid, in: values.trace)
    if grid == .kernel, values.isFlipped {
      // The kernel is shown flipped.
      cell = cell.with(values.kernel.size) { $1 - 1 - $0 }
    }
    player.numbers.change(cell, of: grid, to: number)
    let name = player.numbers.startingValues.name
    say("\(Command.otherNumbers.keyNames) brings the numbers back: \(name)")
  }

  /// Shows numbers in place of counts, or counts again.
  mutating func toggleNumbers() {
    player.numbers.areShown.toggle()
    if player.numbers.areShown { sayStartingValues() } else { say("counts of products") }
  }

  mutating func cycleNumbers() {
    if player.numbers.areShown { player.numbers.cycle() }
    player.numbers.areShown = true
    sayStartingValues()
  }

  /// Takes the numbers of a name, or of the beginning of one; without it the next ones.
  mutating func takeNumbers(named name: String) {
    guard !name.isEmpty else { return cycleNumbers() }
    guard let place = StartingValues.all.firstIndex(where: { $0.name.contains(name) }) else {
      return refuse("values are \(StartingValues.all.map(\.name).joined(separator: ", "))")
    }
    player.numbers = StepNumbers()
    (player.numbers.start, player.numbers.areShown) = (place, true)
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
    guard stepValues != nil else { return say(Self.tooLargeForNumbers, .notice) }
    say(text)
  }

  /// Why there are no numbers, and how to have some.
  static let tooLargeForNumbers =
    "numbers need an input up to 64×64, a kernel up to 16×16: try :input=5 k=3"
}
