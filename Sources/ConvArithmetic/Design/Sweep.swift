/// One hyperparameter of a layer at many values, everything else as it is.
package struct Sweep: Equatable, Sendable {
  package struct Point: Equatable, Sendable {
    package let value: Int
    package let subject: LayerCase
    package let outcome: Result<ForwardPass, Refusal>
  }

  /// More than a person reads, and few enough to be computed at once.
  package static let mostPoints = 1_000

  package let hyperparameter: Hyperparameter
  /// The axes that have the value; those of a hyperparameter without axes are one.
  package let axes: [Axis]
  package let points: [Point]
  package let present: Int?

  /// Computes the layer at each value, in closed form; values beyond ``mostPoints`` are left out.
  ///
  /// `bias` has 0 and 1, `op` leaves the layer as it is. Without axes all get the value.
  package init(
    _ subject: LayerCase, _ hyperparameter: Hyperparameter, axes: [Axis] = [], values: [Int]
  ) {
    let wanted = axes.isEmpty ? subject.layer.axes : axes
    let axes = hyperparameter.isSpatial ? wanted : Array(subject.layer.axes.prefix(1))
    (self.hyperparameter, self.axes) = (hyperparameter, axes)
    points = values.prefix(Self.mostPoints).map { value in
      var changed = subject
      for axis in axes { changed.set(hyperparameter, axis, to: value) }
      if hyperparameter == .bias { changed.layer.bias = value > 0 }
      let outcome = Result(catching: changed.forward)
      return Point(value: value, subject: changed, outcome: outcome)
    }
    present = points.firstIndex { $0.subject == subject }
  }

  /// Some sixteen to thirty-two values that make sense around the present one, which is among them.
  ///
  /// Small numbers go up one by one from the least; large ones in sixteenths of the present one;
  /// groups are those that divide all channels, as long as there are some; `bias` has 0 and 1.
  ///
  /// - Returns: Rising values, at least one, none of them beyond 31 bits.
  package static func usualValues(
    _ subject: LayerCase, _ hyperparameter: Hyperparameter, _ axis: Axis? = nil
  ) -> [Int] {
    if hyperparameter == .bias { return [0, 1] }
    let (least, largest) = (hyperparameter.minimum, Int(Int32.max))
    let number = subject.number(hyperparameter, axis ?? subject.layer.axes[0])
    let present = min(max(number ?? least, least), largest)
    if hyperparameter == .groups {
      let possible = subject.layer.possibleGroups
      if possible.contains(present) { return Array(possible.prefix(mostPoints)) }
    }
    guard present >= usualCount else {
      return Array(least...max(least + usualCount - 1, present + usualCount / 3))
    }
    let step = present / (usualCount * 2 / 3)
    let below = stride(from: present, through: max(least, 1), by: -step).reversed()
    let room = (largest - present) / step
    let above = (1...usualCount * 2 / 3).prefix(room).map { present + $0 * step }
    return below + above
  }

  private static let usualCount = 24
}

extension Figure {
  package static let swept: [Figure] = [
    .output(.height), .output(.width), .overlapRatio, .documented, .usefulMultiplications,
    .multiplications, .parameters,
  ]
}
