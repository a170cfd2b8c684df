/// The three grids of a layer that a product ties together.
package enum LayerGrid: CaseIterable, Equatable, Sendable { case input, kernel, output }

/// One product along one axis: which input place and which tap go into which output place.
///
/// Input and output places are counted from their first cell. An input place below 0 or after
/// the last cell is in the padding (Conv2d); such an output place is cropped (ConvTranspose2d).
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

/// Links in runs of equal steps, however many; no single one is stored.
///
/// There is one run, but where padding copies cells.
package struct Links: RandomAccessCollection, Equatable, Sendable {
  package var startIndex: Int { 0 }
  package let endIndex: Int
  private let first: Run
  private let others: [Run]

  fileprivate struct Run: Equatable {
    let count: Int
    let start: Link
    /// By how much input, tap and output change from one link to the next.
    let step: Link
  }

  /// The first one, and what each adds to the one before; the last one must fit in 64 bits.
  init(count: Int, from start: Link, by step: Link) {
    self.init(Run(count: Swift.max(0, count), start: start, step: step))
  }

  private init(_ first: Run, _ others: [Run] = []) {
    (self.first, self.others) = (first, others)
    endIndex = others.reduce(first.count) { $0 + $1.count }
  }

  /// All of several, one after the other.
  init(_ all: [Links]) {
    if all.count == 1 {
      self = all[0]
      return
    }
    var runs: [Run] = []
    for links in all where !links.isEmpty {
      if links.first.count > 0 { runs.append(links.first) }
      runs += links.others
    }
    self.init(runs.first ?? Links.none.first, Array(runs.dropFirst()))
  }

  package static let none = Links(
    count: 0, from: Link(input: 0, tap: 0, output: 0), by: Link(input: 0, tap: 0, output: 0))

  package subscript(position: Int) -> Link {
    var (run, index) = (first, position)
    for other in others {
      guard index >= run.count else { break }
      (run, index) = (other, index - run.count)
    }
    return run[index]
  }

  /// The links whose place in a grid lies in a range.
  package func within(_ range: Range<Int>, of grid: LayerGrid) -> Links {
    mapRuns { $0.within(range, of: grid) }
  }

  /// The links that are within a range of padded input cells, with the cells that those copy.
  func within(_ range: Range<Int>, reading rule: CopyRule) -> Links {
    mapRuns { $0.within(range, of: .input).reading(rule) }
  }

  private func mapRuns(_ change: (Run) -> Run) -> Links {
    others.isEmpty ? Links(change(first)) : Links(([first] + others).map { Links(change($0)) })
  }

  /// The first run alone: of an input cell its own reads, if it has any, without those of its copies.
  package var firstRun: Links { Links(first) }

  /// The places of a grid from the least to the greatest; `nil` without links.
  package func hull(_ grid: LayerGrid) -> Range<Int>? {
    let ends = isEmpty ? [] : ([first] + others).flatMap { [$0[0][grid], $0[$0.count - 1][grid]] }
    return ends.min().flatMap { least in ends.max().map { least..<$0 + 1 } }
  }
}

extension Links.Run {
  fileprivate subscript(index: Int) -> Link {
    Link(input: place(index, .input), tap: place(index, .kernel), output: place(index, .output))
  }

  /// Again a run, as the steps are equal.
  fileprivate func within(_ range: Range<Int>, of grid: LayerGrid) -> Links.Run {
    let step = Int128(step[grid])
    let lower = Int128(range.lowerBound) - Int128(start[grid])
    let upper = Int128(range.upperBound) - Int128(start[grid])
    // The indices j with lower ≤ j·step < upper.
    switch step {
    case 1...: return part(from: ceiling(lower, step), to: ceiling(upper, step))
    case 0: return lower <= 0 && 0 < upper ? self : Links.none.first
    default: return part(from: ceiling(1 - upper, -step), to: ceiling(1 - lower, -step))
    }
  }

  private func part(from lower: Int128, to upper: Int128) -> Links.Run {
    let (first, end) = (max(0, lower), min(Int128(count), upper))
    guard first < end else { return Links.none.first }
    return Links.Run(
      count: Int(clamping: end - first), start: self[Int(clamping: first)], step: step)
  }

  fileprivate func reading(_ rule: CopyRule) -> Links.Run {
    let source = rule.source(Int128(start.input))
    return Links.Run(
      count: count, start: Link(input: source, tap: start.tap, output: start.output),
      step: Link(input: rule.slope * step.input, tap: step.tap, output: step.output))
  }

  private func place(_ index: Int, _ grid: LayerGrid) -> Int {
    Int(clamping: Int128(start[grid]) + Int128(index) * Int128(step[grid]))
  }
}

private func ceiling(_ number: Int128, _ divisor: Int128) -> Int128 {
  // Swift rounds toward zero, which is up for a negative number.
  number / divisor + (number % divisor > 0 ? 1 : 0)
}
