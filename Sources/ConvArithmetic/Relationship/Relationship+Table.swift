extension Relationship {
  /// The table, in the order of the paper; what is not in the paper stands at its end.
  package static let all: [Relationship] = ordinary + transposed + dilated

  private static let ordinary: [Relationship] = [
    Relationship(.noPaddingUnitStride, for: "ik", { $0.isUnpadded }) { $0.i - $0.k + 1 },
    Relationship(.paddingUnitStride, for: "ikp", { $0.isPaddedAlike }) {
      $0.i - $0.k + 2 * $0.p + 1
    },
    Relationship(.halfPadding, for: "ik", { $0.isHalfPadded }) { $0.i },
    Relationship(.fullPadding, for: "ik", { $0.isFullyPadded }) { $0.i + ($0.k - 1) },
    // Of any stride.
    Relationship(.noPaddingStrided, for: "iks", { $0.isUnpadded }) {
      ($0.i - $0.k).floorDivided(by: $0.s) + 1
    },
    Relationship(.paddingStrided, for: "ikps", { $0.isPaddedAlike }) {
      ($0.i + 2 * $0.p - $0.k).floorDivided(by: $0.s) + 1
    },
    Relationship(.pooling, for: "iks", { _ in false }) {
      ($0.i - $0.k).floorDivided(by: $0.s) + 1
    },
  ]

  private static let transposed: [Relationship] = [
    Relationship(
      .transposedNoPaddingUnitStride, for: "ik", { $0.isUnpadded }, padding: { $0.k - 1 },
      { $0.i + ($0.k - 1) }),
    Relationship(
      .transposedPaddingUnitStride, for: "ikp", { _ in true }, padding: { $0.k - $0.p - 1 },
      { $0.i + ($0.k - 1) - 2 * $0.p }),
    Relationship(
      .transposedHalfPadding, for: "ik", { $0.isHalfPadded }, padding: { $0.p }, { $0.i }),
    Relationship(
      .transposedFullPadding, for: "ik", { $0.isFullyPadded }, padding: { _ in 0 },
      { $0.i - ($0.k - 1) }),
    // Of any stride: a is what (i + 2p − k) mod s leaves of the convolution.
    Relationship(
      .transposedNoPaddingStrided, for: "iks", { $0.stride > 1 && $0.isUnpadded },
      padding: { $0.k - 1 }, { $0.s * ($0.i - 1) + $0.k }),
    Relationship(
      .transposedPaddingStrided, for: "ikps", { _ in true }, padding: { $0.k - $0.p - 1 },
      { $0.s * ($0.i - 1) + $0.k - 2 * $0.p }),
    Relationship(
      .transposedAnyInput, for: "ikpsa", { _ in true }, padding: { $0.k - $0.p - 1 },
      { $0.s * ($0.i - 1) + $0.a + $0.k - 2 * $0.p }),
  ]

  private static let dilated: [Relationship] = [
    Relationship(.dilated, for: "ikpsd", { $0.isPaddedAlike }) {
      ($0.i + 2 * $0.p - $0.k - ($0.k - 1) * ($0.d - 1)).floorDivided(by: $0.s) + 1
    },
    // Not in the paper.
    Relationship(
      .dilatedTransposed, for: "ikpsad", { $0.dilation > 1 }, padding: { $0.span - $0.p },
      { $0.s * ($0.i - 1) + $0.a + $0.span + 1 - 2 * $0.p }),
    Relationship(
      .same, for: "ikd",
      { $0.isPaddedBySpan && !($0.dilation == 1 && $0.isHalfPadded) }, { $0.i }),
    Relationship(
      .unequalPadding, for: "ikpsd",
      { !$0.isPaddedAlike && !($0.stride == 1 && $0.isPaddedBySpan) }, { $0.size }),
  ]
}

extension AxisGeometry {
  /// One p for both ends, as in the paper.
  fileprivate var isPaddedAlike: Bool { paddingBefore == paddingAfter }

  /// All padding is d(k − 1).
  fileprivate var isPaddedBySpan: Bool { Count(paddingBefore) + Count(paddingAfter) == span }

  fileprivate var isUnpadded: Bool { isPaddedAlike && paddingBefore == 0 }

  /// k = 2n + 1 and p = n.
  fileprivate var isHalfPadded: Bool {
    isPaddedAlike && kernelSize % 2 == 1 && paddingBefore == kernelSize / 2
  }

  /// p = k − 1.
  fileprivate var isFullyPadded: Bool { isPaddedAlike && paddingBefore == kernelSize - 1 }
}
