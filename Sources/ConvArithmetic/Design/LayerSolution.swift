/// A layer that makes the wanted size, and what its rank follows from.
package struct LayerSolution: Hashable, Sendable {
  package let axes: Spatial<AxisGeometry>
  /// Whether its kernel, stride, padding and dilation are those of the layer that it undoes.
  package let hasUndoneNumbers: Bool
  package let evenness: Evenness
  /// What is not as one usually sees it; empty for a usual layer.
  package let unusual: [Habit]
  /// The useful multiplications of one filter, the product of Σc over the axes; `nil` beyond 127
  /// bits.
  package let products: Count?
  /// What the order of solutions follows from, the most important first.
  private let rank: [Int128]
  /// What is unusual in more ways comes last, however even it is; exotic values count once more.
  private static let mostUnusual = 2

  init(_ axes: Spatial<AxisGeometry>, hasUndoneNumbers: Bool = false) {
    self.axes = axes
    self.hasUndoneNumbers = hasUndoneNumbers
    evenness = axes.map { Evenness($0) }.max() ?? .even
    unusual = Habit.allCases.filter { habit in !axes.allSatisfy { habit.isKept(by: $0) } }
    let first = axes[0].coverage.sum
    // Mostly the axes are the same, and the sum is what takes longest.
    products = axes.map { $0 == axes[0] ? first : $0.coverage.sum }.product.fitting
    let numbers = axes.flatMap { axis in
      [axis.kernelSize, axis.stride, axis.dilation, axis.paddingBefore, axis.outputPadding]
    }
    let exotic = Exotic.allCases.count { habit in axes.contains { habit.isMet(by: $0) } }
    let isFarFetched = unusual.count + exotic > Self.mostUnusual
    rank =
      [
        isFarFetched ? 1 : 0, Int128(evenness.rawValue), Int128(exotic),
        Int128(unusual.count), products?.exact ?? Int128.max,
      ]
      + numbers.map { Int128($0) }
  }
}

/// The numbers along one axis that all axes of a square layer have in common; its
/// output_padding may differ where the sizes do.
struct AxisNumbers: Hashable {
  let kernelSize: Int
  let stride: Int
  let padding: Int
  let dilation: Int

  init(_ axis: AxisGeometry) {
    (kernelSize, stride) = (axis.kernelSize, axis.stride)
    (padding, dilation) = (axis.paddingBefore, axis.dilation)
  }
}

extension LayerSolution {
  /// Whether kernel, stride, padding and dilation are the same on all axes.
  package var isSquare: Bool { axes.map { AxisNumbers($0) }.isUniform }

  /// A layer and its input with the numbers of the solution; channels, groups, bias and batch stay.
  package func applied(to subject: LayerCase) -> LayerCase {
    var subject = subject
    subject.layer.direction = axes[0].direction
    subject.layer.kernelSize = axes.map { $0.kernelSize }
    subject.layer.stride = axes.map { $0.stride }
    subject.layer.padding = .explicit(axes.map { $0.paddingBefore })
    subject.layer.dilation = axes.map { $0.dilation }
    subject.layer.outputPadding = axes.map { $0.outputPadding }
    subject.input.size = axes.map { $0.input }
    return subject
  }

  /// The least and the most products of a cell away from the borders, of all axes together.
  package var interiorExtremes: (least: Count, most: Count) {
    OverlapMap(coverage: axes.map { $0.coverage }).interiorExtremes
  }
}

/// How evenly the products of a layer are spread away from the borders.
package enum Evenness: Int, Comparable, Equatable, Sendable {
  /// A ConvTranspose2d whose outputs receive the same: gcd(d, s) = 1 and s divides k. A Conv2d
  /// that reads every input, evenly or not: its products make no pattern in the output.
  case even
  /// A ConvTranspose2d with a checkerboard.
  case uneven
  /// Outputs that nothing reaches, or inputs that nobody reads.
  case gaps

  init(_ axis: AxisGeometry) {
    let coverage = axis.coverage
    if coverage.interiorRange.lowerBound == 0 {
      self = .gaps
    } else {
      self = axis.direction == .convolution || coverage.isEvenInside ? .even : .uneven
    }
  }

  package static func < (left: Evenness, right: Evenness) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What one usually sees in the layers of well-known networks.
package enum Habit: CaseIterable, Equatable, Sendable {
  case kernelSize, stride, padding, dilation, outputPadding

  /// Whether an axis is as usual.
  func isKept(by axis: AxisGeometry) -> Bool {
    let (kernel, stride) = (axis.kernelSize, axis.stride)
    // Patches beside each other, and the even kernels of decoders.
    let isFitted = stride > 1 && (kernel == stride || Int128(kernel) == 2 * Int128(stride))
    switch self {
    case .kernelSize: return isFitted || [3, 5, 7].contains(kernel) || (kernel, stride) == (1, 1)
    case .stride: return stride <= 2 || isFitted
    case .padding: return axis.paddingBefore == 0 || axis.isHalfPadded
    case .dilation: return axis.dilation == 1
    case .outputPadding: return axis.outputPadding == 0
    }
  }
}

/// What PyTorch accepts, and hardly anybody upsamples with.
private enum Exotic: CaseIterable {
  case dilation, outputPaddingOfStride

  /// Whether an axis has it.
  func isMet(by axis: AxisGeometry) -> Bool {
    switch self {
    case .dilation: axis.dilation > 1
    case .outputPaddingOfStride: axis.outputPadding >= axis.stride
    }
  }
}

extension AxisGeometry {
  /// Half of an odd dilated kernel, or half of what a kernel reaches beyond the stride.
  fileprivate var isHalfPadded: Bool {
    let span = Int128(dilation) * Int128(kernelSize - 1) + 1
    let doubled = 2 * Int128(paddingBefore)
    return doubled == span - 1 || doubled == span - Int128(stride)
  }

  /// The factor by which every input grows, or by which every multiple of it shrinks; `nil` where
  /// the ratio of the sizes depends on the input.
  ///
  ///     ConvTranspose2d  o = s·i       where e = s + 2p − output_padding
  ///     Conv2d           o = ⌊(i + r)/s⌋, 0 ≤ r < s,  where e − s ≤ 2p < e
  package var exactScale: AxisGoal? {
    let padding = Int128(paddingBefore) + Int128(paddingAfter)
    let beyond = Int128(dilation) * Int128(kernelSize - 1) + 1 - padding
    switch direction {
    case .convolution:
      guard beyond >= 1, beyond <= Int128(stride) else { return nil }
      return stride == 1 ? .times(1) : .part(stride)
    case .transposed: return beyond + Int128(outputPadding) == stride ? .times(stride) : nil
    }
  }
}

extension LayerSolution: Comparable {
  /// The better one first: not far-fetched, then even, then without dilation and with an
  /// output_padding below the stride, then usual, then cheap in useful multiplications.
  package static func < (left: LayerSolution, right: LayerSolution) -> Bool {
    left.rank.lexicographicallyPrecedes(right.rank)
  }
}
