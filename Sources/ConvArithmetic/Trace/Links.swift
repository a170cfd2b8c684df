/// The three grids of a layer that a product ties together.
package enum LayerGrid: CaseIterable, Equatable, Sendable {
  case input, kernel, output
}

/// One product along one axis: which input place and which tap go into which output place.
///
/// Input and output places are counted from their first cell. An input place below 0 or after
/// the last cell is a zero of the padding (Conv2d); such an output place is cropped
/// (ConvTranspose2d).
package struct Link: Hashable, Sendable {
  package let input: Int
  package let tap: Int
  package let output: Int

  package init(input: Int, tap: Int, output: Int) {
    (self.input, self.tap, self.output) = (input, tap, output)
  }

  package subscript(grid: LayerGrid) -> Int {
    switch grid {
    case .input: input
    case .kernel: tap
    case .output: output
    }
  }
}

/// Links that follow each other in equal steps, however many; none is stored.
package struct Links: RandomAccessCollection, Equatable, Sendable {
  package var startIndex: Int { 0 }
  package let endIndex: Int
  private let start: Link
  /// By how much input, tap and output change from one link to the next.
  private let step: Link

  /// - Parameters:
  ///   - count: How many there are; below 1 there are none.
  ///   - start: The first of them.
  ///   - step: What each adds to the one before; the last one must fit in 64 bits.
  init(count: Int, from start: Link, by step: Link) {
    (endIndex, self.start, self.step) = (Swift.max(0, count), start, step)
  }

  static let none = Links(
    count: 0, from: Link(input: 0, tap: 0, output: 0), by: Link(input: 0, tap: 0, output: 0))

  package subscript(position: Int) -> Link {
    Link(
      input: place(position, .input), tap: place(position, .kernel),
      output: place(position, .output))
  }

  /// The links whose place in a grid lies in a range: a run of them, as the steps are equal.
  package func within(_ range: Range<Int>, of grid: LayerGrid) -> Links {
    let step = Int128(step[grid])
    let lower = Int128(range.lowerBound) - Int128(start[grid])
    let upper = Int128(range.upperBound) - Int128(start[grid])
    // The indices j with lower ≤ j·step < upper.
    switch step {
    case 1...: return run(from: ceiling(lower, step), to: ceiling(upper, step))
    case 0: return lower <= 0 && 0 < upper ? self : .none
    default: return run(from: ceiling(1 - upper, -step), to: ceiling(1 - lower, -step))
    }
  }

  private func run(from lower: Int128, to upper: Int128) -> Links {
    let (first, end) = (Swift.max(0, lower), Swift.min(Int128(count), upper))
    guard first < end else { return .none }
    return Links(count: Int(clamping: end - first), from: self[Int(clamping: first)], by: step)
  }

  private func place(_ index: Int, _ grid: LayerGrid) -> Int {
    Int(clamping: Int128(start[grid]) + Int128(index) * Int128(step[grid]))
  }
}

private func ceiling(_ number: Int128, _ divisor: Int128) -> Int128 {
  // Swift rounds toward zero, which is up for a negative number.
  number / divisor + (number % divisor > 0 ? 1 : 0)
}
