extension Relationship {
  /// The table, in the order of the paper; what is not in the paper stands at its end.
  package static let all: [Relationship] = ordinary + transposed + dilated

  private static let ordinary: [Relationship] = [
    Relationship(.noPaddingUnitStride, for: "ik") {
      $0.isPlain(.convolution) && $0.stride == 1 && $0.isUnpadded
    } statement: {
      $0.i - $0.k + 1
    },
    Relationship(.paddingUnitStride, for: "ikp") {
      $0.isPlain(.convolution) && $0.stride == 1
    } statement: {
      $0.i - $0.k + 2 * $0.p + 1
    },
    Relationship(.halfPadding, for: "ik") {
      $0.isPlain(.convolution) && $0.stride == 1 && $0.isHalfPadded
    } statement: {
      $0.i
    },
    Relationship(.fullPadding, for: "ik") {
      $0.isPlain(.convolution) && $0.stride == 1 && $0.isFullyPadded
    } statement: {
      $0.i + ($0.k - 1)
    },

    // Ordinary layers of any stride.
    Relationship(.noPaddingStrided, for: "iks") {
      $0.isPlain(.convolution) && $0.isUnpadded
    } statement: {
      ($0.i - $0.k).floorDivided(by: $0.s) + 1
    },
    Relationship(.paddingStrided, for: "ikps") {
      $0.isPlain(.convolution)
    } statement: {
      ($0.i + 2 * $0.p - $0.k).floorDivided(by: $0.s) + 1
    },
    Relationship(.pooling, for: "iks") { _ in
      false
    } statement: {
      ($0.i - $0.k).floorDivided(by: $0.s) + 1
    },
  ]

  private static let transposed: [Relationship] = [
    Relationship(.transposedNoPaddingUnitStride, for: "ik") {
      $0.isPlain(.transposed) && $0.stride == 1 && $0.isUnpadded
    } padding: {
      $0.k - 1
    } statement: {
      $0.i + ($0.k - 1)
    },
    Relationship(.transposedPaddingUnitStride, for: "ikp") {
      $0.isPlain(.transposed) && $0.stride == 1
    } padding: {
      $0.k - $0.p - 1
    } statement: {
      $0.i + ($0.k - 1) - 2 * $0.p
    },
    Relationship(.transposedHalfPadding, for: "ik") {
      $0.isPlain(.transposed) && $0.stride == 1 && $0.isHalfPadded
    } padding: {
      $0.p
    } statement: {
      $0.i
    },
    Relationship(.transposedFullPadding, for: "ik") {
      $0.isPlain(.transposed) && $0.stride == 1 && $0.isFullyPadded
    } padding: { _ in
      0
    } statement: {
      $0.i - ($0.k - 1)
    },

    // Transposed layers of any stride: a is what (i + 2p − k) mod s leaves of the convolution.
    Relationship(.transposedNoPaddingStrided, for: "iks") {
      $0.isPlain(.transposed) && $0.stride > 1 && $0.isUnpadded && $0.outputPadding == 0
    } padding: {
      $0.k - 1
    } statement: {
      $0.s * ($0.i - 1) + $0.k
    },
    Relationship(.transposedPaddingStrided, for: "ikps") {
      $0.isPlain(.transposed) && $0.outputPadding == 0
    } padding: {
      $0.k - $0.p - 1
    } statement: {
      $0.s * ($0.i - 1) + $0.k - 2 * $0.p
    },
    Relationship(.transposedAnyInput, for: "ikpsa") {
      $0.isPlain(.transposed)
    } padding: {
      $0.k - $0.p - 1
    } statement: {
      $0.s * ($0.i - 1) + $0.a + $0.k - 2 * $0.p
    },
  ]

  private static let dilated: [Relationship] = [
    Relationship(.dilated, for: "ikpsd") {
      $0.direction == .convolution && $0.isPaddedAlike
    } statement: {
      ($0.i + 2 * $0.p - $0.k - ($0.k - 1) * ($0.d - 1)).floorDivided(by: $0.s) + 1
    },
    // Not in the paper.
    Relationship(.dilatedTransposed, for: "ikpsad") {
      $0.direction == .transposed && $0.dilation > 1
    } padding: {
      $0.span - $0.p
    } statement: {
      $0.s * ($0.i - 1) + $0.a + $0.span + 1 - 2 * $0.p
    },
    Relationship(.same, for: "ikd") {
      $0.direction == .convolution && $0.stride == 1 && $0.isPaddedBySpan
        && !($0.isPlain(.convolution) && $0.isHalfPadded)
    } statement: {
      $0.i
    },
  ]
}

extension AxisGeometry {
  /// Whether it is of a direction, and in the paper's notation: one p for both ends, no dilation.
  fileprivate func isPlain(_ direction: ConvLayer.Direction) -> Bool {
    self.direction == direction && isPaddedAlike && dilation == 1
  }

  fileprivate var isPaddedAlike: Bool { paddingBefore == paddingAfter }

  fileprivate var isUnpadded: Bool { paddingBefore == 0 }

  /// k = 2n + 1 and p = n.
  fileprivate var isHalfPadded: Bool { kernelSize % 2 == 1 && paddingBefore == kernelSize / 2 }

  /// p = k − 1.
  fileprivate var isFullyPadded: Bool { paddingBefore == kernelSize - 1 }

  /// d(k − 1) cells of padding in all.
  fileprivate var isPaddedBySpan: Bool {
    // Factors of 64 bits, so the product does not exceed 127.
    Int128(paddingBefore) + Int128(paddingAfter) == Int128(dilation) * Int128(kernelSize - 1)
  }
}
