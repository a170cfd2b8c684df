/// Over which values a hyperparameter is swept, and what is drawn of it.
package struct SweepState: Equatable, Sendable {
  /// The number that is drawn.
  package internal(set) var number = Figure.overlapRatio
  /// The values that were asked for, by hyperparameter; the others have the usual ones.
  var values: [Hyperparameter: SweptValues] = [:]
  /// The last sweep, kept while nothing changes that it follows from.
  private var last: Derived<(cause: Cause, sweep: Sweep)?> = Derived(nil)

  struct Cause: Equatable, Sendable {
    let subject: LayerCase
    let hyperparameter: Hyperparameter
    let axes: [Axis]
    let values: [Int]

    var sweep: Sweep { Sweep(subject, hyperparameter, axes: axes, values: values) }
  }

  /// Draws another number, wrapping around.
  mutating func cycle(by offset: Int) { number = Figure.swept.element(from: number, offset) }

  func sweep(_ cause: Cause) -> Sweep {
    if let kept = last.value, kept.cause == cause { return kept.sweep }
    return cause.sweep
  }

  /// Computes a sweep once for all who ask for it.
  mutating func prepare(_ cause: Cause) {
    guard last.value?.cause != cause else { return }
    last = Derived((cause, cause.sweep))
  }
}

extension ExplorerState {
  /// The layer over the values of the selected hyperparameter; `nil` for one that it does not have.
  package var currentSweep: Sweep? { sweepCause.map(sweep.sweep) }

  private var sweepCause: SweepState.Cause? {
    guard row.applies(to: subject.layer.direction) else { return nil }
    let values = sweep.values[row]?.numbers ?? Sweep.usualValues(subject, row, scopeAxes[0])
    return SweepState.Cause(
      subject: subject, hyperparameter: row, axes: scopeAxes, values: values)
  }

  /// Computes the sweep that is seen, once for each key.
  mutating func prepareSweep() { if view == .sweep, let sweepCause { sweep.prepare(sweepCause) } }

  /// Begins to choose at the value that the layer has.
  mutating func choosePresentValue() {
    if view == .sweep { choices[.sweep] = currentSweep?.present ?? 0 }
  }

  mutating func takeSweptValue() {
    guard let sweep = currentSweep, let point = sweep.points[at: choice] else { return }
    change(to: point.subject)
    say("\(sweep.name) is \(sweep.text(point)) now", .good)
    // The usual values may be others around the new one.
    choices[.sweep] = currentSweep?.present ?? choice
    showChoice()
  }

  /// Sweeps as a text says, and shows it.
  mutating func takeSweep(_ text: String) {
    do throws(NotationError) {
      if text.isEmpty { show(.sweep) } else { try beginSweep(SweepRange(text), plot: sweep.number) }
    } catch { refuse(error.message) }
  }

  /// Selects what is to be swept, and shows it.
  ///
  /// - Throws: ``NotationError`` for a hyperparameter that the present kind of layer has not.
  package mutating func beginSweep(_ range: SweepRange, plot: Figure) throws(NotationError) {
    if let hyperparameter = range.hyperparameter {
      guard hyperparameter != .op, hyperparameter.applies(to: subject.layer.direction) else {
        throw NotationError("\(hyperparameter.rawValue): a \(subject.layer.op.moduleName) has none")
      }
      row = hyperparameter
    }
    sweep.values[row] = range.values
    sweep.number = plot
    show(.sweep)
  }
}
