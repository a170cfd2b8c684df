/// The numbers of one axis of a transposed layer that an advice may change.
package struct AxisChange: Equatable, Sendable {
  let kernelSize: Int
  let dilation: Int
  let padding: Int
  let outputPadding: Int

  /// The strides by which a kernel may grow or shrink.
  package static let mostKernelStrides = 2
  /// The steps by which a dilation may change.
  package static let mostDilationSteps = 3

  /// The present numbers.
  init(_ axis: AxisGeometry) {
    kernelSize = axis.kernelSize
    dilation = axis.dilation
    padding = axis.paddingBefore
    outputPadding = axis.outputPadding
  }

  /// The numbers that keep the size of an axis with another kernel and dilation.
  ///
  /// The identity o = (i − 1)s + d(k − 1) + 1 − 2p + output_padding leaves one number open:
  /// 2p − output_padding. Of all pairs the one with the least output_padding crops both ends
  /// alike, or nearly.
  ///
  /// - Returns: `nil` where output_padding would have to be as large as stride and dilation, or
  ///   would keep more empty cells than the present one does.
  private init?(
    kernelSize: Int, dilation: Int, keeping axis: AxisGeometry
  ) {
    let span = Count(dilation) * (Count(kernelSize) - 1)
    let present = Count(axis.dilation) * (Count(axis.kernelSize) - 1)
    let crop = span - present + 2 * Count(axis.paddingBefore) - Count(axis.outputPadding)
    let kept = crop < 0 ? 0 - crop : crop - 2 * crop.floorDivided(by: 2)
    let padding = (crop + kept).floorDivided(by: 2)
    let empty = max(0, Count(axis.outputPadding) - Count(axis.paddingBefore))
    guard kept < Count(max(axis.stride, dilation)), kept - padding <= empty,
      let padding = Int(exactly: padding), let kept = Int(exactly: kept)
    else { return nil }
    self.kernelSize = kernelSize
    self.dilation = dilation
    self.padding = padding
    outputPadding = kept
  }
}

extension AxisChange {
  /// The changes that make an axis even, the nearest first; an even axis stays as it is.
  ///
  /// The kernel has to be a multiple of the stride, the dilation without a divisor in common with
  /// it; padding and output_padding follow. So a few dozen pairs are all that is tried.
  static func nearest(to axis: AxisGeometry) -> [AxisChange] {
    guard !axis.coverage.isEvenInside else { return [AxisChange(axis)] }
    var changes: [AxisChange] = []
    for dilation in dilations(near: axis) {
      for kernelSize in kernelSizes(near: axis) {
        let change = AxisChange(kernelSize: kernelSize, dilation: dilation, keeping: axis)
        if let change, change.reachesOutput(of: axis) { changes.append(change) }
      }
    }
    return changes.sorted { left, right in
      let (near, far) = (left.distance(from: axis), right.distance(from: axis))
      return near == far ? left.dilation < right.dilation : near < far
    }
  }

  /// The multiples of the stride within ``mostKernelStrides`` of the kernel.
  private static func kernelSizes(near axis: AxisGeometry) -> [Int] {
    let whole = axis.kernelSize / axis.stride
    let limit = Int128(mostKernelStrides) * Int128(axis.stride)
    return (-mostKernelStrides...mostKernelStrides + 1).compactMap { step in
      // The quotient plus a few times 64 bits fits in 128.
      let size = (Int128(whole) + Int128(step)) * Int128(axis.stride)
      let distance = (size - Int128(axis.kernelSize)).magnitude
      return size >= 1 && distance <= limit.magnitude ? Int(exactly: size) : nil
    }
  }

  /// The dilations within ``mostDilationSteps`` that share no divisor with the stride.
  private static func dilations(near axis: AxisGeometry) -> [Int] {
    (-mostDilationSteps...mostDilationSteps).compactMap { step in
      let (dilation, overflow) = axis.dilation.addingReportingOverflow(step)
      guard !overflow, dilation >= 1 else { return nil }
      return greatestCommonDivisor(dilation, axis.stride) == 1 ? dilation : nil
    }
  }

  /// Whether some tap lands in the output, of the same input and size; taps that all miss it make
  /// the overlap even, too, with nothing.
  private func reachesOutput(of axis: AxisGeometry) -> Bool {
    Coverage(
      positions: axis.input, taps: kernelSize, stride: axis.stride, dilation: dilation,
      offset: padding, size: axis.output
    ).sum > 0
  }

  /// How far these numbers are from the present ones.
  func distance(from axis: AxisGeometry) -> AdviceDistance {
    let present = AxisChange(axis)
    func steps(_ numbers: KeyPath<AxisChange, Int>...) -> [Int128] {
      numbers.map { abs(Int128(self[keyPath: $0]) - Int128(present[keyPath: $0])) }
    }
    let kernel = steps(\.kernelSize, \.dilation)
    let padding = steps(\.padding, \.outputPadding)
    return AdviceDistance(
      kernelSteps: kernel.reduce(0, +), changes: Int128((kernel + padding).count { $0 > 0 }),
      paddingSteps: padding.reduce(0, +), taps: Int128(kernelSize))
  }
}

extension AxisGeometry {
  /// Whether a transposed layer maps every input i to exactly s·i along this axis.
  ///
  ///     d(k − 1) + 1 = s + 2p − output_padding
  package var isScaleExact: Bool {
    direction == .transposed && Count(output) == Count(input) * Count(stride)
  }
}
