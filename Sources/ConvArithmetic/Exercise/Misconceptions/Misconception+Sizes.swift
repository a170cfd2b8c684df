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
    Misconception(.axesSwapped, [.outputShape, .outputHeight, .outputWidth, .weightShape]) {
      question, layer in
      let sizes = question.pass.axes.map { AxisSymbols($0).size }
      switch question.kind {
      case .outputHeight: return [sizes.width]
      case .outputWidth: return [sizes.height]
      case .weightShape: return layer.weight.dropLast(2) + layer.kernelSides.reversed()
      default: return layer.shape(Spatial(height: sizes.width, width: sizes.height))
      }
    },
  ]
}

extension AxisSymbols {
  var isTransposed: Bool { geometry.kind == .convTranspose2d }

  /// From the first position of a transposed layer to its last: (i − 1)s.
  fileprivate var steps: Formula { (i - 1) * s }

  /// What a convolution's kernel can move by: i + 2p − d(k − 1) − 1.
  fileprivate var room: Formula { i + padding - span - 1 }

  /// The output size with another padding or span.
  fileprivate func size(padding: Formula, span: Formula) -> Formula {
    isTransposed
      ? steps - padding + span + a + 1 : (i + padding - span - 1).floorDivided(by: s) + 1
  }

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
