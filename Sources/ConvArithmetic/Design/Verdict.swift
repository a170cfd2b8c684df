/// Whether the products of a layer meet evenly in its plane.
///
/// Even *overlap* does not rule artefacts out: it says that each cell away from the borders
/// receives as many products as any other, not what the weights make of them.
package struct Verdict: Equatable, Sendable {
  package let direction: ConvLayer.Direction
  package let axes: Spatial<AxisVerdict>
  package let overlap: OverlapMap

  /// `nil` where a number of it does not fit in 127 bits, and for more copies than are counted.
  init?(_ pass: ForwardPass) {
    guard pass.countRefusal == nil else { return nil }
    direction = pass.layer.direction
    overlap = pass.overlap
    guard let axes = pass.overlap.coverage.map({ AxisVerdict($0) }).complete() else { return nil }
    self.axes = axes
  }

  package var isEven: Bool { axes.allSatisfy(\.isEven) }

  /// Whether the popular rule finds even on all axes what is not.
  package var isPopularRuleWrong: Bool { !isEven && axes.allSatisfy(\.isEvenByPopularRule) }

  /// The cells away from the borders that nothing reaches.
  package var holesInside: Count {
    let inside = axes.map { Count($0.interior?.cells.count ?? 0) }
    return inside.product - inside.with(axes) { $0 - $1.holesInside }.product
  }

  /// The scatter of all counts of the plane; `nil` where an axis has none.
  package var variation: Variation? {
    axes.map { $0.variation }.complete().map { $0.dropFirst().reduce($0[0], *) }
  }

  package var interiorVariation: Variation {
    axes.dropFirst().reduce(axes[0].interiorVariation) { $0 * $1.interiorVariation }
  }
}

extension ForwardPass {
  /// Whether the products meet evenly: in the output of a ConvTranspose2d, or how evenly the
  /// input of a Conv2d is read; `nil` where a number does not fit in 127 bits.
  package var verdict: Verdict? { Verdict(self) }
}
