/// Over which values a hyperparameter is swept, and what is drawn of it.
package struct SweepState: Equatable, Sendable {
  /// The number that is drawn.
  package internal(set) var number = Figure.overlapRatio
  /// The values that were asked for, by hyperparameter; the others have the usual ones.
  var values: [Hyperparameter: SweptValues] = [:]
  /// The last sweep, kept while nothing changes that it follows from.
  private var last = Kept<Cause, Sweep>()

  struct Cause: Equatable, Sendable {
    let subject: LayerCase
    let hyperparameter: Hyperparameter
    let axes: [Axis]
    let values: [Int]

    var sweep: Sweep { Sweep(subject, hyperparameter, axes: axes, values: values) }
  }

  /// Draws another number, wrapping around.
  mutating func cycle(by offset: Int) { number = Figure.swept.element(from: number, offset) }

  func sweep(_ cause: Cause) -> Sweep { last.value(for: cause) ?? cause.sweep }

  /// Computes a sweep once for all who ask for it.
  mutating func prepare(_ cause: Cause) { last.follow(cause, \.sweep) }
}
