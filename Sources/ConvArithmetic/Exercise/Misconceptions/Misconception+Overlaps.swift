extension Misconception {
  /// What is thought of the most products in a cell.
  static let overlaps: [Misconception] = [
    Misconception(.oneAxis, [.maximumOverlap]) { layer in layer.axisMaximum(.height) },
    Misconception(.allTapsMeet, [.maximumOverlap]) { layer in
      layer.hasSeparateTaps ? layer.kernelProduct : nil
    },
    Misconception(.kernelOfOneSide, [.maximumOverlap]) { layer in
      layer.hasSeparateTaps ? layer.kernelSides[0] : nil
    },
    Misconception(.quotientRoundedDown, [.maximumOverlap]) { layer in
      guard Axis.allCases.contains(where: { layer.axis($0).hasRestOfTaps }) else { return nil }
      return layer.product { $0.k.floorDivided(by: $0.s) }
    },
    Misconception(.remainderTaken, [.maximumOverlap]) { layer in
      layer.product { axis in
        axis.k - axis.s * axis.k.floorDivided(by: axis.s)
      }
    },
    Misconception(.dilationIgnored, [.maximumOverlap]) { layer in
      layer.isDilated ? layer.product { $0.k.ceilingDivided(by: $0.s) } : nil
    },
    Misconception(.gapsAsTaps, [.maximumOverlap]) { layer in
      layer.isDilated ? layer.product { ($0.span + 1).ceilingDivided(by: $0.s) } : nil
    },
    Misconception(.axesAdded, [.maximumOverlap]) { layer in
      layer.axisMaximum(.height) + layer.axisMaximum(.width)
    },
    Misconception(.bordersIgnored, [.maximumOverlap]) { layer in
      layer.axisCeiling(.height) * layer.axisCeiling(.width)
    },
  ]
}

extension LayerQuantities where Q == Formula {
  /// The product of a number of both axes.
  fileprivate func product(_ number: (AxisSymbols) -> Formula) -> Formula {
    number(axis(.height)) * number(axis(.width))
  }

  fileprivate var isDilated: Bool { pass.layer.dilation != Spatial(square: 1) }

  /// Whether on some axis not all taps can meet in one cell.
  fileprivate var hasSeparateTaps: Bool {
    for axis in Axis.allCases where axisCeiling(axis).value < self.axis(axis).k.value {
      return true
    }
    return false
  }
}

extension AxisSymbols {
  /// Whether the stride does not divide the kernel.
  fileprivate var hasRestOfTaps: Bool { geometry.kernelSize % geometry.stride != 0 }
}
