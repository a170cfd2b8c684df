extension Misconception {
  /// The whole table: of the misconceptions of one question the most common come first.
  package static let all: [Misconception] = sizes + channels + counts + overlaps

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
    Misconception(.dilationIgnored) { axis in
      axis.size(padding: axis.padding, span: axis.k - 1)
    },
    Misconception(.paddingCountedOnce) { axis in
      axis.size(padding: axis.p, span: axis.span)
    },
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
    Misconception(.spanOfAllTaps) { axis in
      axis.size(padding: axis.padding, dilatedKernel: axis.d * axis.k)
    },
    Misconception(.minusOneForgotten) { axis in
      axis.isTransposed ? axis.i * axis.s - axis.padding + axis.span + axis.a + 1 : nil
    },
    Misconception(.paddingForgotten) { axis in axis.unpaddedSize },
    Misconception(.strideForgotten) { axis in
      axis.isTransposed
        ? axis.i - 1 - axis.padding + axis.span + axis.a + 1 : axis.room + 1
    },
    Misconception(.strideMultiplied) { axis in
      axis.isTransposed ? nil : axis.room * axis.s + 1
    },
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

  /// The output size without padding.
  fileprivate var unpaddedSize: Formula {
    isTransposed ? steps + span + a + 1 : (i - span - 1).floorDivided(by: s) + 1
  }
}
