/// What modules with equal weights do to the cells of a small plane along one axis.
struct GreyAxis: Equatable, Sendable {
  private let steps: [AxisTaps]
  /// How many products cells away from the borders receive.
  let pattern: OverlapPattern
  /// The most of them: the products of a cell that keeps its grey.
  let most: Int

  /// `nil` where it is not known which cells are read, or they are too many for small pictures.
  init?(_ network: AxisNetwork) {
    guard let steps = network.nodes.map(\.map.taps).complete()?.flatMap({ $0 }),
      // The products of a small plane are few.
      steps.allSatisfy({ max($0.kernelSize, $0.stride, $0.dilation) <= 32 }),
      case .success(let pattern)? = network.overlaps.last,
      let most = Int(exactly: pattern.most), (1...Self.mostProducts).contains(most)
    else { return nil }
    (self.steps, self.pattern, self.most) = (steps, pattern, most)
  }

  private static let mostProducts = 1 << 16
  private static let mostCells = 256

  /// The cells that come out of so many; `nil` for none, and for more than a small picture has.
  func output(_ input: Int) -> Int? {
    var size = Count(input)
    for step in steps {
      size = step.output(size)
      guard size >= 1, size <= Count(Self.mostCells) else { return nil }
    }
    return Int(exactly: size)
  }

  /// The cells of the output that no border is near, of so many of the input.
  private func inside(_ input: Int) -> Range<Int> {
    var (size, first, last) = (Count(input), Count(0), Count(input) - 1)
    for step in steps {
      size = step.output(size)
      let reached = step.inside(first: first, last: last)
      (first, last) = (max(0, reached.first), min(size - 1, reached.last))
      guard first <= last else { return 0..<0 }
    }
    guard let first = Int(exactly: first), let last = Int(exactly: last) else { return 0..<0 }
    return first..<last + 1
  }

  /// The sums that come out of lines of equal length; empty lines where they are too long.
  func sums(_ lines: [[Int]]) -> [[Int]] {
    steps.reduce(lines) { lines, step in
      let cells = step.cells(lines.first?.count ?? 0, most: Self.mostCells) ?? []
      // At most a grey for each product.
      return lines.map { line in cells.map { $0.reduce(0) { $0 + line[$1] } } }
    }
  }

  /// The least and the most products of a cell that no border is near; `nil` where all are border.
  func productsInside(_ input: Int) -> ClosedRange<Int>? {
    let products = sums([Array(repeating: 1, count: input)])[0]
    let inside = inside(input).compactMap { products[at: $0] }
    return inside.min().flatMap { least in inside.max().map { least...$0 } }
  }
}
