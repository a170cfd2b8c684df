extension Misconception {
  /// The whole table: of the misconceptions of one question the most common come first.
  package static let all: [Misconception] = sizes + channels + counts + overlaps + networks

  private static let sizes: [Misconception] = [
    Misconception(.paddingAdded) { axis in
      axis.isTransposed ? axis.steps + axis.padding + axis.span + axis.a + 1 : nil
    },
    Misconception(.outputPaddingForgotten) { axis in
      axis.isTransposed ? axis.steps - axis.padding + axis.span + 1 : nil
    },
    Misconception(.quotientRoundedUp) { axis in
      axis.isTransposed ? nil : axis.room.ceilingDivided(by: axis.s) + 1
    },
    Misconception(.dilationIgnored) { $0.size(padding: $0.padding, span: $0.k - 1) },
    Misconception(.paddingCountedOnce) { $0.size(padding: $0.p, span: $0.span) },
    Misconception(.plusOneForgotten) { axis in
      axis.isTransposed
        ? axis.steps - axis.padding + axis.span + axis.a
        : axis.room.floorDivided(by: axis.s)
    },
    Misconception(.outputPaddingOnBothSides) { axis in
      axis.isTransposed ? axis.steps - axis.padding + axis.span + 2 * axis.a + 1 : nil
    },
    Misconception(.strideAlone) { axis in
      guard axis.geometry.stride > 1 else { return nil }
      return axis.isTransposed ? axis.i * axis.s : axis.i.floorDivided(by: axis.s)
    },
    Misconception(.sizeOfOtherKind) { axis in
      axis.isTransposed
        ? axis.room.floorDivided(by: axis.s) + 1 : axis.steps - axis.padding + axis.span + 1
    },
    Misconception(.spanOfAllTaps) { $0.size(padding: $0.padding, dilatedKernel: $0.d * $0.k) },
    Misconception(.minusOneForgotten) { axis in
      axis.isTransposed ? axis.i * axis.s - axis.padding + axis.span + axis.a + 1 : nil
    },
    Misconception(.paddingForgotten) { $0.unpaddedSize },
    Misconception(.strideForgotten) { axis in
      axis.isTransposed
        ? axis.i - 1 - axis.padding + axis.span + axis.a + 1 : axis.room + 1
    },
    Misconception(.strideMultiplied) { $0.isTransposed ? nil : $0.room * $0.s + 1 },
    Misconception(.axesSwapped, Question.Kind.sizes.union([.weightShape])) { question, layer in
      if question.kind == .weightShape {
        return layer.weight.dropLast(layer.kernelSides.count) + layer.kernelSides.reversed()
      }
      let sizes = Spatial<Formula>(question.pass.axes.reversed().map { AxisSymbols($0).size })
      if case .outputSize(let axis) = question.kind { return sizes.map { [$0[axis]] } }
      return sizes.map(layer.shape)
    },
  ]
}

extension AxisSymbols {
  /// What a convolution's kernel can move by: i + 2p − d(k − 1) − 1.
  fileprivate var room: Formula { i + padding - span - 1 }

  /// The output size with another dilated kernel.
  fileprivate func size(padding: Formula, dilatedKernel: Formula) -> Formula {
    isTransposed
      ? steps - padding + dilatedKernel + a
      : (i + padding - dilatedKernel).floorDivided(by: s) + 1
  }

  fileprivate var unpaddedSize: Formula {
    isTransposed ? steps + span + a + 1 : (i - span - 1).floorDivided(by: s) + 1
  }
}
