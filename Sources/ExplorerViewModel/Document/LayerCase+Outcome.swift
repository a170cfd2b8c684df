extension LayerCase {
  var outcome: Result<ForwardPass, Refusal> { Result(catching: forward) }

  /// Gives a hyperparameter a value that is in its range.
  mutating func take(_ assignment: Assignment) throws(NotationError) {
    let hyperparameter = assignment.hyperparameter
    switch assignment.value {
    case .number(let number): try hyperparameter.check([number])
    case .perAxis(let numbers): try hyperparameter.check(numbers)
    case .dimensions(let numbers):
      let shape = TensorShape(dimensions: numbers, axes: layer.axes.count)
      if let shape {
        try Hyperparameter.batch.check(shape.batch.map { [$0] } ?? [])
        try Hyperparameter.inChannels.check([shape.channels])
      }
      try hyperparameter.check(shape.map { Array($0.size) } ?? numbers)
    case .padding(.explicit(let axes)):
      try hyperparameter.check(axes.flatMap { [$0.before, $0.after] })
    case .padding, .flag, .mode, .op, .unbatched: break
    }
    try assign(assignment)
  }
}

extension Hyperparameter {
  func check(_ numbers: some Sequence<Int>) throws(NotationError) {
    for number in numbers where !range.contains(number) { throw .outOfRange(self, number, range) }
  }
}
