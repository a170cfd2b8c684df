/// Where every number of a layer comes from: axes that never mix.
///
/// One sample and one pair of channels of a group; all others are alike.
package struct LayerTrace: Equatable, Sendable {
  package let axes: Spatial<AxisTrace>

  /// What of a layer it does not follow: more copies than can be looked at.
  package static func lacks(_ pass: ForwardPass) -> Features {
    pass.features.subtracting(.shortCopies)
  }

  /// The trace of a layer; `nil` for one with what it does not follow, and where the places that the
  /// kernel meets exceed 64 bits.
  package init?(_ pass: ForwardPass) {
    guard Self.lacks(pass).isEmpty, let axes = pass.axes.map({ AxisTrace($0) }).complete() else {
      return nil
    }
    self.axes = axes
  }

  package var direction: ConvLayer.Direction { axes[0].geometry.direction }
  /// The grid whose cells the overlap map counts.
  package var plane: LayerGrid { axes[0].plane }

  package func size(of grid: LayerGrid) -> Spatial<Int> { axes.map { $0.size(of: grid) } }

  /// What a cell is: the greatest of the roles that it has along the axes; `nil` outside of the
  /// grid and of what lies around it.
  package func role(of grid: LayerGrid, at cell: Spatial<Int>) -> CellRole? {
    axes.with(cell) { $0.role(of: grid, at: $1) }.complete()?.max()
  }

  /// The input cell whose value a place of the input has; `nil` for a zero and outside.
  package func source(of place: Spatial<Int>) -> Spatial<Int>? {
    axes.with(place) { $0.source(of: $1) }.complete()
  }

  /// Whether a cell is one of the grid, and none of the places around it.
  package func contains(_ cell: Spatial<Int>, in grid: LayerGrid) -> Bool {
    cell.with(size(of: grid)) { 0..<$1 ~= $0 }.isAll(true)
  }

  /// Everything that a cell is tied to: each link along one axis with each along the others.
  ///
  /// Of an input cell through its copies, too; of a copy only its own.
  package func links(of grid: LayerGrid, at cell: Spatial<Int>) -> Spatial<Links> {
    let hasCopies = contains(cell, in: grid)
    return axes.with(cell) { $0.links(of: grid, at: $1, hasCopies: hasCopies) }
  }

  /// The products of real input cells in kept output cells among them.
  package func usefulLinks(of grid: LayerGrid, at cell: Spatial<Int>) -> Spatial<Links> {
    axes.with(links(of: grid, at: cell)) { $0.useful($1) }
  }
}

extension Spatial<Links> {
  package var products: Count { map { Count($0.count) }.product }

  /// The first products, the last axis running fastest.
  package func firstProducts(_ most: Int) -> [Spatial<Link>] {
    Array(map { $0.prefix(most) }.combinations().prefix(most))
  }
}

extension Spatial<Link> {
  package subscript(grid: LayerGrid) -> Spatial<Int> { map { $0[grid] } }
}
