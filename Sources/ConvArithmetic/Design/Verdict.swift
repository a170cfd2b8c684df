/// Whether the products of a layer meet evenly in its plane.
///
/// Even *overlap* does not rule artefacts out: it says that each cell away from the borders
/// receives as many products as any other, not what the weights make of them.
package struct Verdict: Hashable, Sendable {
  package let kind: ConvLayer.Kind
  package let axes: Spatial<AxisVerdict>
  package let overlap: OverlapMap

  /// `nil` where a number of it does not fit in 127 bits.
  init?(_ pass: ForwardPass) {
    kind = pass.layer.kind
    overlap = pass.overlap
    guard let axes = pass.overlap.coverage.map({ AxisVerdict($0) }).complete() else { return nil }
    self.axes = axes
  }
}

extension Verdict {
  package var isEven: Bool { axes.height.isEven && axes.width.isEven }

  /// Whether the popular rule finds even on both axes what is not.
  package var isPopularRuleWrong: Bool {
    !isEven && axes.height.isEvenByPopularRule && axes.width.isEvenByPopularRule
  }

  /// The rows and columns after which the pattern repeats away from the borders.
  package var period: Spatial<Int> { axes.map { $0.period } }

  /// The least and the most that cells away from the borders receive, at whatever size.
  package var interiorExtremes: (least: Count, most: Count) { overlap.interiorExtremes }

  /// Whether this input is large enough for cells that no border touches.
  package var hasInterior: Bool { axes.height.interior != nil && axes.width.interior != nil }

  /// The cells away from the borders that nothing reaches.
  package var holesInside: Count {
    let inside = axes.map { $0.interior.map { Count($0.cells.count) } ?? 0 }
    let reached = axes.map { axis in
      Count(axis.interior?.cells.count ?? 0) - axis.holesInside
    }
    return inside.height * inside.width - reached.height * reached.width
  }

  /// The scatter of all counts of the plane; `nil` where an axis has none.
  package var variation: Variation? {
    guard let rows = axes.height.variation, let columns = axes.width.variation else {
      return nil
    }
    return rows * columns
  }

  /// The scatter of whole periods away from the borders, at whatever size.
  package var interiorVariation: Variation {
    axes.height.interiorVariation * axes.width.interiorVariation
  }
}

extension ForwardPass {
  /// Whether the products meet evenly: in the output of a ConvTranspose2d, or how evenly the
  /// input of a Conv2d is read.
  ///
  package var verdict: Verdict? { Verdict(self) }
}
