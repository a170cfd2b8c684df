extension Misconception {
  static let overlaps: [Misconception] = [
    Misconception(.copiesForgotten, [.maximumOverlap]) { layer in
      layer.withoutCopies("max c'") { $0.maximum }
    },
    Misconception(.oneAxis, [.maximumOverlap]) { $0.axisMaximum($0.pass.layer.axes[0]) },
    Misconception(.allTapsMeet, [.maximumOverlap]) { $0.hasSeparateTaps ? $0.kernelProduct : nil },
    Misconception(.kernelOfOneSide, [.maximumOverlap]) { layer in
      layer.hasSeparateTaps ? layer.kernelSides[0] : nil
    },
    Misconception(.quotientRoundedDown, [.maximumOverlap]) { layer in
      guard !layer.pass.axes.allSatisfy({ $0.kernelSize % $0.stride == 0 }) else { return nil }
      return layer.ofAxes { $0.k.floorDivided(by: $0.s) }
    },
    Misconception(.remainderTaken, [.maximumOverlap]) { layer in
      layer.ofAxes { axis in axis.k - axis.s * axis.k.floorDivided(by: axis.s) }
    },
    Misconception(.dilationIgnored, [.maximumOverlap]) { layer in
      layer.isDilated ? layer.ofAxes { $0.k.ceilingDivided(by: $0.s) } : nil
    },
    Misconception(.gapsAsTaps, [.maximumOverlap]) { layer in
      layer.isDilated ? layer.ofAxes { ($0.span + 1).ceilingDivided(by: $0.s) } : nil
    },
    Misconception(.axesAdded, [.maximumOverlap]) { layer in
      let axes = layer.pass.layer.axes
      return axes.dropFirst().reduce(layer.axisMaximum(axes[0])) { $0 + layer.axisMaximum($1) }
    },
    Misconception(.bordersIgnored, [.maximumOverlap]) { layer in
      let inside = layer.product(layer.axisCeiling)
      // Copies may be read more often than any cell inside.
      return inside.value > layer.pass.overlap.maximum ? inside : nil
    },
  ]
}

extension LayerQuantities where Q == Formula {
  fileprivate func ofAxes(_ number: (AxisSymbols) -> Formula) -> Formula {
    product { number(axis($0)) }
  }

  fileprivate var isDilated: Bool { !pass.layer.dilation.isAll(1) }

  /// Whether on some axis not all taps can meet in one cell.
  fileprivate var hasSeparateTaps: Bool {
    pass.layer.axes.contains { axisCeiling($0).value < axis($0).k.value }
  }
}
