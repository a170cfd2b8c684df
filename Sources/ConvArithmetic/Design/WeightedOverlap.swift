/// A kernel whose weights are summed where they meet.
package enum OverlapWeights: Equatable, Sendable {
  /// Each weight 1: the sums are the counts of products.
  case ones
  case bilinear
  /// Any small kernel; its numbers are to be divided by the denominator, which is at least 1.
  case kernel(IntegerGrid, denominator: Int)
}

/// The sums of the weights that meet in the cells of a period, away from the borders.
///
/// With an input of ones they are the output. Counts that are even are neither needed for equal
/// sums nor enough: a bilinear kernel of 5 with stride 3 has counts 2, 2, 1 and sums 1, 1, 1.
package struct WeightedOverlap: Equatable, Sendable {
  /// The sums of one axis by their phases: those of the taps t with t·d mod s = r.
  package struct AxisSums: Equatable, Sendable {
    package let stride: Int
    package let denominator: Int
    private let occupied: [Int: Count]

    fileprivate init(_ weights: OverlapWeights, _ coverage: Coverage) {
      let tent = weights == .bilinear ? Tent(coverage.taps) : nil
      (stride, denominator) = (coverage.stride, tent?.denominator ?? 1)
      occupied = (0..<coverage.taps).reduce(into: [:]) { sums, tap in
        let phase = coverage.phase(ofTap: tap)
        sums[phase] = (sums[phase] ?? 0) + Count(tent?[tap] ?? 1)
      }
    }

    /// The sum of a phase, over the ``denominator``; 0 for a phase without taps.
    package subscript(phase: Int) -> Count { occupied[phase] ?? 0 }

    package var range: ClosedRange<Count> { sumRange(occupied.values, of: Count(stride)) }
  }

  /// The axes of weights that are products along them; `nil` for any other kernel.
  package let axes: Spatial<AxisSums>?
  /// The least and the most sum, over the ``denominator``.
  package let range: ClosedRange<Count>
  package let denominator: Count

  /// The sums of a layer's plane; `nil` where an axis has more than 4,096 taps, the kernel has
  /// another size, or a sum does not fit.
  package init?(_ weights: OverlapWeights, _ overlap: OverlapMap) {
    let coverage = overlap.coverage
    let taps = coverage.map { $0.taps }
    guard taps.allSatisfy({ $0 <= Tent.mostTaps }) else { return nil }
    switch weights {
    case .ones, .bilinear:
      let sums = coverage.map { axis in AxisSums(weights, axis) }
      axes = sums
      denominator = sums.map { Count($0.denominator) }.product
      // No weight is negative, so the extrema meet in one cell.
      let ranges = sums.map { $0.range }
      range = ranges.map { $0.lowerBound }.product...ranges.map { $0.upperBound }.product
    case .kernel(let grid, let denominator):
      guard grid.size == taps else { return nil }
      axes = nil
      let sums = Self.sums(grid, coverage)
      range = sumRange(sums.values, of: coverage.map { Count($0.stride) }.product)
      self.denominator = Count(max(1, denominator))
    }
    guard !range.upperBound.isOverflow, !self.denominator.isOverflow else { return nil }
  }

  package var extremes: (least: Ratio, most: Ratio) {
    (Ratio(range.lowerBound, denominator), Ratio(range.upperBound, denominator))
  }

  /// Whether all cells away from the borders have the same sum.
  package var isFlat: Bool { range.lowerBound == range.upperBound }

  private static func sums(
    _ grid: IntegerGrid, _ coverage: Spatial<Coverage>
  ) -> [Spatial<Int>: Count] {
    grid.size.map { 0..<$0 }.combinations().reduce(into: [:]) { sums, taps in
      let phases = taps.with(coverage) { $1.phase(ofTap: $0) }
      sums[phases] = (sums[phases] ?? 0) + Count(grid[taps])
    }
  }
}

/// The least and the most sum; where some phases have no taps, theirs is 0.
private func sumRange(_ sums: some Collection<Count>, of phases: Count) -> ClosedRange<Count> {
  let (least, most) = (sums.min() ?? 0, sums.max() ?? 0)
  return Count(sums.count) == phases ? least...most : min(0, least)...max(0, most)
}
