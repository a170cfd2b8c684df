/// A layer that makes the wanted size, and what its rank follows from.
package struct LayerSolution: Hashable, Sendable {
  package let axes: Spatial<AxisGeometry>
  /// Whether its kernel, stride, padding and dilation are those of the layer that it undoes.
  package let hasUndoneNumbers: Bool
  package let evenness: Evenness
  /// What is not as one usually sees it; empty for a usual layer.
  package let unusual: [Hyperparameter]
  /// The useful multiplications of one filter, ΠΣc over the axes; `nil` beyond 127 bits.
  package let products: Count?
  /// What the order of solutions follows from.
  private let rank: Rank
  /// What is unusual in more ways comes last, however even it is; exotic values count once more.
  private static let mostUnusual = 2
  /// What one usually sees in the layers of well-known networks.
  private static let habits: [Hyperparameter] = [
    .kernelSize, .stride, .padding, .dilation, .outputPadding,
  ]

  init(_ axes: Spatial<AxisGeometry>, hasUndoneNumbers: Bool = false) {
    self.axes = axes
    self.hasUndoneNumbers = hasUndoneNumbers
    let coverage = axes.map { $0.coverage }
    evenness = Evenness(coverage, axes[0].direction)
    unusual = Self.habits.filter { habit in !axes.allSatisfy { $0.isUsual(habit) } }
    let first = coverage[0].sum
    // Mostly the axes are the same, and the sum is what takes longest.
    products = coverage.map { $0 == coverage[0] ? first : $0.sum }.product.fitting
    // What PyTorch accepts, and hardly anybody upsamples with.
    let exotic = [
      axes.contains { $0.dilation > 1 }, axes.contains { $0.outputPadding >= $0.stride },
    ].count { $0 }
    let isFarFetched = unusual.count + exotic > Self.mostUnusual
    let numbers = [isFarFetched ? 1 : 0, evenness.rawValue, exotic, unusual.count].map {
      Int128($0)
    }
    rank = Rank(
      numbers: numbers + [products?.exact ?? .max]
        + axes.flatMap { $0.hyperparameters.map { Int128($0) } })
  }
}

extension AxisGeometry {
  /// Kernel, stride, dilation, padding and output_padding.
  var hyperparameters: [Int] { [kernelSize, stride, dilation, paddingBefore, outputPadding] }

  /// The numbers that all axes of a square layer have in common; its output_padding may differ
  /// where the sizes do.
  var squareNumbers: SIMD4<Int> { SIMD4(kernelSize, stride, dilation, paddingBefore) }
}

extension LayerCase {
  /// A layer and its input with the numbers of some axes; channels, groups, bias and batch stay.
  package func with(_ axes: Spatial<AxisGeometry>) -> LayerCase {
    var subject = self
    subject.layer.direction = axes[0].direction
    subject.layer.kernelSize = axes.map { $0.kernelSize }
    subject.layer.stride = axes.map { $0.stride }
    if layer.padding != .causal || !axes.allSatisfy(\.isCausal) {
      subject.layer.padding = .explicit(axes.map { Ends($0.paddingBefore, $0.paddingAfter) })
    }
    subject.layer.paddingMode = axes[0].paddingMode
    subject.layer.dilation = axes.map { $0.dilation }
    subject.layer.outputPadding = axes.map { $0.outputPadding }
    subject.input.size = axes.map { $0.input }
    return subject
  }
}

extension AxisGeometry {
  fileprivate var isCausal: Bool {
    direction == .convolution && paddingAfter == stride - 1
      && Count(paddingBefore) == span - Count(paddingAfter)
  }
}

extension LayerSolution {
  package var isSquare: Bool { axes.map { $0.squareNumbers }.isUniform }

  /// The least and the most products of a cell away from the borders, of all axes together.
  package var interiorExtremes: (least: Count, most: Count) {
    OverlapMap(coverage: axes.map { $0.coverage }).interiorExtremes
  }
}

/// How evenly the products of a layer are spread away from the borders.
package enum Evenness: Int, Equatable, Sendable {
  /// A ConvTranspose2d whose outputs receive the same: gcd(d, s) = 1 and s divides k. A Conv2d
  /// that reads every input, evenly or not: its products make no pattern in the output.
  case even
  case uneven
  /// Outputs that nothing reaches, or inputs that nobody reads.
  case gaps

  fileprivate init(_ coverage: Spatial<Coverage>, _ direction: ConvLayer.Direction) {
    let hasGaps = coverage.contains { $0.interiorRange.lowerBound == 0 }
    let isEven = direction == .convolution || coverage.allSatisfy(\.isEvenInside)
    self = hasGaps ? .gaps : isEven ? .even : .uneven
  }
}

extension AxisGeometry {
  /// Whether a number is one that well-known networks have.
  fileprivate func isUsual(_ hyperparameter: Hyperparameter) -> Bool {
    // Patches beside each other, and the even kernels of decoders.
    let isFitted = stride > 1 && (kernelSize == stride || Int128(kernelSize) == 2 * Int128(stride))
    return switch hyperparameter {
    case .kernelSize: isFitted || [3, 5, 7].contains(kernelSize) || (kernelSize, stride) == (1, 1)
    case .stride: stride <= 2 || isFitted
    case .padding: (paddingBefore, paddingAfter) == (0, 0) || isHalfPadded
    case .dilation: dilation == 1
    default: outputPadding == 0
    }
  }

  /// Half of an odd dilated kernel, or half of what a kernel reaches beyond the stride.
  fileprivate var isHalfPadded: Bool {
    let doubled = Count(paddingBefore) + Count(paddingAfter)
    return doubled == span || doubled == span + 1 - Count(stride)
  }

  /// The factor by which every input grows, or by which every multiple of it shrinks; `nil` where
  /// the ratio of the sizes depends on the input.
  ///
  ///     ConvTranspose2d  o = s·i       where e = s + 2p − output_padding
  ///     Conv2d           o = ⌊(i + r)/s⌋, 0 ≤ r < s,  where e − s ≤ 2p < e
  package var exactScale: AxisGoal? {
    let beyond = span + 1 - Count(paddingBefore) - Count(paddingAfter)
    switch direction {
    case .convolution:
      guard beyond >= 1, beyond <= Count(stride) else { return nil }
      return stride == 1 ? .times(1) : .part(stride)
    case .transposed:
      return beyond + Count(outputPadding) == Count(stride) ? .times(stride) : nil
    }
  }
}

extension LayerSolution: Comparable {
  /// The better one first: not far-fetched, then even, then without dilation and with an
  /// output_padding below the stride, then usual, then cheap in useful multiplications.
  package static func < (left: LayerSolution, right: LayerSolution) -> Bool {
    left.rank < right.rank
  }
}
