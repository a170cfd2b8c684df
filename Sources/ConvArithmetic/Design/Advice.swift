/// A change of a transposed layer that makes its overlap even and keeps its output size.
///
/// Kernel, dilation, padding and output_padding may change; stride, channels, groups and input
/// stay. As the stride stays, the size is kept for every input: o = (i − 1)s + c, where
/// c = d(k − 1) + 1 − 2p + output_padding is all that the others have a say in.
package struct Advice: Equatable, Sendable {
  package let subject: LayerCase
  package let pass: ForwardPass

  package static let mostOffered = 8
  /// The strides by which a kernel may grow or shrink.
  package static let mostKernelStrides = 2
  /// The steps by which a dilation may change.
  package static let mostDilationSteps = 3

  /// The nearest changes that make the overlap of a layer even.
  ///
  /// Each axis by itself: an even one stays as it is. Axes with the same numbers change alike.
  /// No change leaves more of the trailing cells empty than the present layer does, or computes
  /// nothing on the present input.
  ///
  /// - Returns: The nearest first; none for a Conv2d, for an even layer, and where there is none
  ///   within ``mostKernelStrides`` and ``mostDilationSteps``.
  package static func nearest(to pass: ForwardPass) -> [Advice] {
    guard pass.layer.direction == .transposed, !pass.overlap.isEvenInside else { return [] }
    let subject = LayerCase(layer: pass.layer, input: pass.input)
    return changes(pass.axes).compactMap { axes in
      let subject = subject.with(axes)
      guard let pass = try? subject.forward() else { return nil }
      return Advice(subject: subject, pass: pass)
    }
  }

  /// The nearest changes as they are numbered wherever they are offered: those that dilate
  /// otherwise come last, since hardly anybody does.
  package static func offered(_ pass: ForwardPass) -> [Advice] {
    let all = nearest(to: pass)
    let isOdd = { (advice: Advice) in advice.subject.layer.dilation != pass.layer.dilation }
    return all.filter { !isOdd($0) } + all.filter(isOdd)
  }

  /// The nearest changes of all axes.
  ///
  /// Distances add up, so the nearest are made of the nearest changes of each axis.
  private static func changes(
    _ axes: Spatial<AxisGeometry>
  ) -> some Sequence<Spatial<AxisGeometry>> {
    let isUniform = axes.map { $0.hyperparameters }.isUniform
    let all =
      isUniform
      ? axes[0].evenChanges.compactMap { change in
        axes.map { $0.resized(kernelSize: change.kernelSize, dilation: change.dilation) }.complete()
      }
      : axes.map { $0.evenChanges.prefix(mostOffered) }.combinations()
    return all.map { ($0, $0.distance(from: axes)) }.sorted { $0.1 < $1.1 }.prefix(mostOffered)
      .map(\.0)
  }
}

extension Spatial<AxisGeometry> {
  /// The steps of kernel_size and dilation, the hyperparameters that change, the steps of padding
  /// and output_padding, and the taps, each summed over the axes; then what tells equals apart.
  ///
  /// What is learned comes first: the taps and where they land. Padding and output_padding follow
  /// from the size, so they count for less.
  ///
  /// The numbers come from 64 bits, so no sum of three can overflow.
  fileprivate func distance(from present: Spatial<AxisGeometry>) -> Rank {
    var sums: [Int128] = [0, 0, 0, 0]
    for (new, old) in zip(self, present) {
      func steps(_ numbers: KeyPath<AxisGeometry, Int>...) -> [Int128] {
        numbers.map { abs(Int128(new[keyPath: $0]) - Int128(old[keyPath: $0])) }
      }
      let kernel = steps(\.kernelSize, \.dilation)
      let padding = steps(\.paddingBefore, \.outputPadding)
      sums[0] += kernel.reduce(0, +)
      sums[1] += Int128((kernel + padding).count { $0 > 0 })
      sums[2] += padding.reduce(0, +)
      sums[3] += Int128(new.kernelSize)
    }
    return Rank(numbers: sums + [Int128(first.kernelSize), Int128(first.dilation)])
  }
}

extension AxisGeometry {
  /// The changes that make an axis even, the nearest first; an even axis stays as it is.
  ///
  /// The kernel has to be a multiple of the stride, the dilation without a divisor in common with
  /// it; padding and output_padding follow. So a few dozen pairs are all that is tried.
  fileprivate var evenChanges: [AxisGeometry] {
    guard !coverage.isEvenInside else { return [self] }
    let changes = nearDilations.flatMap { dilation in
      nearKernelSizes.compactMap { resized(kernelSize: $0, dilation: dilation) }
    }
    let present = Spatial(self)
    return changes.map { ($0, Spatial($0).distance(from: present)) }.sorted { $0.1 < $1.1 }
      .map(\.0)
  }

  /// The multiples of the stride within ``Advice/mostKernelStrides`` of the kernel.
  private var nearKernelSizes: [Int] {
    let limit = Int128(Advice.mostKernelStrides) * Int128(stride)
    return (-Advice.mostKernelStrides...Advice.mostKernelStrides + 1).compactMap { step in
      // The quotient plus a few times 64 bits fits in 128.
      let size = (Int128(kernelSize / stride) + Int128(step)) * Int128(stride)
      return size >= 1 && abs(size - Int128(kernelSize)) <= limit ? Int(exactly: size) : nil
    }
  }

  /// The dilations within ``Advice/mostDilationSteps`` that share no divisor with the stride.
  private var nearDilations: [Int] {
    (-Advice.mostDilationSteps...Advice.mostDilationSteps).compactMap { step in
      let (dilation, overflow) = dilation.addingReportingOverflow(step)
      guard !overflow, dilation >= 1 else { return nil }
      return greatestCommonDivisor(dilation, stride) == 1 ? dilation : nil
    }
  }

  /// The axis of the same size with another kernel and dilation.
  ///
  /// The identity o = (i − 1)s + d(k − 1) + 1 − 2p + output_padding leaves one number open:
  /// 2p − output_padding. Of all pairs the one with the least output_padding crops both ends
  /// alike, or nearly.
  ///
  /// - Returns: `nil` where output_padding would have to be as large as stride and dilation, or
  ///   would keep more empty cells than the present one does, or where all taps miss the output:
  ///   that is even, too, with nothing.
  fileprivate func resized(kernelSize: Int, dilation: Int) -> AxisGeometry? {
    let span = Count(dilation) * (Count(kernelSize) - 1)
    let crop = span - self.span + 2 * Count(paddingBefore) - Count(outputPadding)
    let kept = crop < 0 ? 0 - crop : crop.split(by: 2).remainder
    let padding = (crop + kept).floorDivided(by: 2)
    let empty = max(0, Count(outputPadding) - Count(paddingBefore))
    guard kept < Count(max(stride, dilation)), kept - padding <= empty,
      let padding = Int(exactly: padding), let kept = Int(exactly: kept)
    else { return nil }
    let axis = AxisGeometry(
      direction: direction, input: input, output: output, kernelSize: kernelSize, stride: stride,
      dilation: dilation, paddingBefore: padding, paddingAfter: padding, outputPadding: kept)
    return axis.coverage.sum > 0 ? axis : nil
  }
}
