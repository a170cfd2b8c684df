/// The numbers that a small layer is played with, and where they can be changed.
package struct StepNumbers: Equatable, Sendable {
  package struct Cell: Hashable, Sendable {
    let grid: LayerGrid
    let cell: Spatial<Int>
  }

  /// What can be typed: more would be hard to follow.
  package static let range = -99...99

  package internal(set) var areShown = false
  /// Whether the kernel is flipped first.
  package internal(set) var isFlipped = false
  /// The place of these numbers in the list of them.
  var start = 0
  /// What was typed over the example numbers, by cell as stored.
  package private(set) var changes: [Cell: Int] = [:]

  package var startingValues: StartingValues {
    StartingValues.all[at: start] ?? StartingValues.all[0]
  }

  /// Removes what was typed, or if there is nothing, takes the next numbers.
  mutating func cycle() {
    if changes.isEmpty { start = (start + 1) % StartingValues.all.count }
    changes = [:]
  }

  mutating func change(_ cell: Spatial<Int>, of grid: LayerGrid, to number: Int) {
    changes[Cell(grid: grid, cell: cell)] = number
  }

  /// What was typed, in a share line: `x:0:1:-5`.
  var shareTexts: [String] {
    changes.map { "\($0.grid.symbol):\($0.cell.shareText):\($1)" }.sorted()
  }

  /// Adopts what was typed elsewhere; false for a text that is not a number.
  mutating func put(shareText: String) -> Bool {
    let parts = shareText.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let colon = parts[1].lastIndex(of: ":"),
      let grid = [LayerGrid.input, .kernel].first(where: { $0.symbol == parts[0] }),
      let cell = Spatial(shareText: parts[1][..<colon]),
      let number = Int(parts[1][parts[1].index(after: colon)...]), Self.range.contains(number),
      changes.count < Self.mostChanges
    else { return false }
    change(cell, of: grid, to: number)
    return true
  }

  /// As many as there are cells in the largest input and kernel.
  private static let mostChanges = mostCells.input + mostCells.kernel
  private static let mostCells = (input: 64 * 64, kernel: 16 * 16)

  /// Whether numbers of the kernel were typed.
  var isEdited: Bool { changes.keys.contains { $0.grid == .kernel } }

  /// The weights that a kernel of a size is multiplied with; `nil` where it is too large.
  func kernel(_ size: Spatial<Int>) -> IntegerGrid? {
    guard var kernel = startingValues.kernel(size) else { return nil }
    for (place, number) in changes where place.grid == .kernel { kernel[place.cell] = number }
    return isFlipped ? kernel.flipped : kernel
  }

  /// The numbers of a layer; `nil` for one that is too large for a person to follow.
  func values(_ trace: LayerTrace) -> LayerValues? {
    let (input, kernel) = (trace.size(of: .input), trace.size(of: .kernel))
    guard kernel.allSatisfy({ $0 <= StretchedLayer.largestKernel }),
      input.map({ Count($0) }).product <= Count(Self.mostCells.input),
      kernel.map({ Count($0) }).product <= Count(Self.mostCells.kernel),
      var values = LayerValues(trace, startingValues)
    else { return nil }
    values.isFlipped = isFlipped
    for (place, number) in changes {
      switch place.grid {
      case .input: values.input[place.cell] = number
      case .kernel: values.kernel[place.cell] = number
      case .output: break
      }
    }
    return values
  }
}

extension Spatial<Int> {
  /// The numbers without anything that a shell or a list of marks would split.
  var shareText: String { map(String.init).joined(separator: ":") }

  init?(shareText: some StringProtocol) {
    let sides = shareText.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = sides.compactMap { Int($0) }
    guard numbers.count == sides.count else { return nil }
    self.init(numbers)
  }
}
