/// Where every number of a layer comes from: two axes that never mix.
///
/// One sample and one pair of channels of a group; all others are alike.
package struct LayerTrace: Hashable, Sendable {
  package let axes: Spatial<AxisTrace>

  /// The trace of a layer; `nil` where the places that the kernel meets exceed 64 bits.
  package init?(_ pass: ForwardPass) {
    guard let axes = pass.axes.map({ AxisTrace($0) }).complete() else { return nil }
    self.axes = axes
  }

  package var kind: ConvLayer.Kind { axes.height.geometry.kind }

  /// The rows and columns of a grid.
  package func size(of grid: LayerGrid) -> Spatial<Int> { axes.map { $0.size(of: grid) } }

  /// What a cell is: the greater role of its row and its column.
  ///
  /// - Returns: `nil` outside of the grid and of what lies around it.
  package func role(of grid: LayerGrid, at cell: Spatial<Int>) -> CellRole? {
    guard let row = axes.height.role(of: grid, at: cell.height),
      let column = axes.width.role(of: grid, at: cell.width)
    else { return nil }
    return max(row, column)
  }

  /// Everything that a cell is tied to: each link of its row with each link of its column.
  package func links(of grid: LayerGrid, at cell: Spatial<Int>) -> Spatial<Links> {
    Spatial(
      height: axes.height.links(of: grid, at: cell.height),
      width: axes.width.links(of: grid, at: cell.width))
  }

  /// The products of real input cells in kept output cells among them.
  package func usefulLinks(of grid: LayerGrid, at cell: Spatial<Int>) -> Spatial<Links> {
    let links = links(of: grid, at: cell)
    return Spatial(
      height: axes.height.useful(links.height), width: axes.width.useful(links.width))
  }
}

extension Spatial<Links> {
  /// The products: the links of the rows times those of the columns.
  package var products: Count { Count(height.count) * Count(width.count) }

  /// The first products, row by row.
  package func firstProducts(_ most: Int) -> [Spatial<Link>] {
    var products: [Spatial<Link>] = []
    for row in height {
      for column in width {
        guard products.count < most else { return products }
        products.append(Spatial<Link>(height: row, width: column))
      }
    }
    return products
  }
}

extension Spatial<Link> {
  /// The cell of a grid that a product ties.
  package subscript(grid: LayerGrid) -> Spatial<Int> { map { $0[grid] } }
}
