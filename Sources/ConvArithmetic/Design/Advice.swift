/// A change of a transposed layer that makes its overlap even and keeps its output size.
///
/// Kernel, dilation, padding and output_padding may change; stride, channels, groups and input
/// stay. As the stride stays, the size is kept for every input: o = (i − 1)s + c, where
/// c = d(k − 1) + 1 − 2p + output_padding is all that the others have a say in.
package struct Advice: Equatable, Sendable {
  /// The new layer with the same input.
  package let subject: LayerCase
  package let pass: ForwardPass
  /// How near it is to the present layer; less is nearer.
  package let distance: AdviceDistance
}

/// How far an advised layer is from the present one: the first number decides, then the next.
///
/// What is learned comes first: the taps and where they land. Padding and output_padding follow
/// from the size, so they count for less.
package struct AdviceDistance: Equatable, Comparable, Sendable {
  /// The steps of kernel_size and dilation, over all axes.
  package let kernelSteps: Int128
  /// The hyperparameters that change, each on each axis.
  package let changes: Int128
  /// The steps of padding and output_padding, over all axes.
  package let paddingSteps: Int128
  /// The taps of the new kernel along all axes: of two equally near, the cheaper one.
  package let taps: Int128

  package static func < (left: AdviceDistance, right: AdviceDistance) -> Bool {
    (left.kernelSteps, left.changes, left.paddingSteps, left.taps)
      < (right.kernelSteps, right.changes, right.paddingSteps, right.taps)
  }

  /// The numbers come from 64 bits, so no sum of three can overflow.
  fileprivate static func + (left: AdviceDistance, right: AdviceDistance) -> AdviceDistance {
    AdviceDistance(
      kernelSteps: left.kernelSteps + right.kernelSteps, changes: left.changes + right.changes,
      paddingSteps: left.paddingSteps + right.paddingSteps, taps: left.taps + right.taps)
  }
}

extension Advice {
  /// The most changes that are offered.
  package static let mostOffered = 8

  /// The nearest changes that make the overlap of a layer even.
  ///
  /// Each axis by itself: an even one stays as it is. Axes with the same numbers change alike.
  /// No change leaves more of the trailing cells empty than the present layer does, or computes
  /// nothing on the present input.
  ///
  /// - Parameter pass: Any layer.
  /// - Returns: The nearest first; none for a Conv2d, for an even layer, and where there is none
  ///   within ``AxisChange/mostKernelStrides`` and ``AxisChange/mostDilationSteps``.
  package static func nearest(to pass: ForwardPass) -> [Advice] {
    guard pass.layer.direction == .transposed, !pass.overlap.isEvenInside else { return [] }
    return changes(pass.axes).compactMap { Advice($0, pass) }
  }

  /// The nearest changes of all axes.
  ///
  /// Distances add up, so the nearest are made of the nearest changes of each axis.
  private static func changes(_ axes: Spatial<AxisGeometry>) -> [Spatial<AxisChange>] {
    let nearest = axes.map { AxisChange.nearest(to: $0).prefix(mostOffered) }
    if axes.map({ $0.stride }).isUniform, axes.map({ AxisChange($0) }).isUniform {
      return nearest[0].map { Spatial(repeating: $0, count: axes.count) }
    }
    let sorted = nearest.combinations().sorted { left, right in
      let (near, far) = (distance(left, axes), distance(right, axes))
      let (first, other) = (left[0], right[0])
      return near == far
        ? (first.kernelSize, first.dilation) < (other.kernelSize, other.dilation) : near < far
    }
    return Array(sorted.prefix(mostOffered))
  }

  private static func distance(
    _ change: Spatial<AxisChange>, _ present: Spatial<AxisGeometry>
  ) -> AdviceDistance {
    let distances = change.with(present) { $0.distance(from: $1) }
    return distances.dropFirst().reduce(distances[0], +)
  }

  private init?(_ change: Spatial<AxisChange>, _ present: ForwardPass) {
    var subject = LayerCase(layer: present.layer, input: present.input)
    subject.layer.kernelSize = change.map { $0.kernelSize }
    subject.layer.dilation = change.map { $0.dilation }
    subject.layer.padding = .explicit(change.map { $0.padding })
    subject.layer.outputPadding = change.map { $0.outputPadding }
    guard let pass = try? subject.forward() else { return nil }
    self.subject = subject
    self.pass = pass
    distance = Self.distance(change, present.axes)
  }
}
