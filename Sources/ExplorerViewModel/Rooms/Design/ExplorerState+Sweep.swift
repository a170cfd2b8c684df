extension ExplorerState {
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
