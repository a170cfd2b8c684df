extension Misconception {
  /// Of two convolutions in a row, and of the inputs that fit.
  static let networks: [Misconception] = [
    Misconception(.strideForgotten, kinds { .reach($0) }) { _, axis in 2 * axis.span + 1 },
    Misconception(.dilationIgnored, kinds { .reach($0) }) { _, axis in
      (axis.k - 1) * axis.s + axis.k
    },
    Misconception(.kernelsAdded, kinds { .reach($0) }) { _, axis in 2 * (axis.span + 1) },
    Misconception(.oneLayerAlone, kinds { .reach($0) }) { _, axis in axis.span + 1 },

    Misconception(.paddingForgotten, kinds { .leastInput($0) }) { output, axis in
      (output - 1) * axis.s + axis.span + 1
    },
    Misconception(.paddingCountedOnce, kinds { .leastInput($0) }) { output, axis in
      (output - 1) * axis.s + axis.span + 1 - axis.p
    },
    Misconception(.dilationIgnored, kinds { .leastInput($0) }) { output, axis in
      (output - 1) * axis.s + axis.k - axis.padding
    },
    Misconception(.minusOneForgotten, kinds { .leastInput($0) }) { output, axis in
      output * axis.s + axis.span + 1 - axis.padding
    },
    Misconception(.restIgnored, kinds { .leastInput($0) }) { _, axis in axis.i },
  ]

  private static func kinds(_ kind: (Axis) -> Question.Kind) -> Set<Question.Kind> {
    Set((1...3).flatMap { Axis.axes($0) }.map(kind))
  }

  /// A row about one axis, of the formulas of its output size and of its letters.
  private init(
    _ idea: Idea, _ kinds: Set<Question.Kind>,
    _ wrong: @escaping @Sendable (Formula, AxisSymbols) -> Formula
  ) {
    self.init(idea, kinds) { question, layer in
      question.kind.axis.map {
        [wrong(layer.outputSide($0), AxisSymbols(question.pass.axes[$0]))]
      }
    }
  }
}
