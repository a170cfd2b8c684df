/// How many products reach each cell of a plane: c_h(row)·c_w(column), and never stored.
///
/// For a ConvTranspose2d the plane is the output, and unequal counts are the checkerboard (Odena,
/// Dumoulin & Olah, "Deconvolution and Checkerboard Artifacts", Distill, 2016). For a Conv2d it
/// is the input, and the count says how many outputs read the cell.
package struct OverlapMap: Hashable, Sendable {
  package let coverage: Spatial<Coverage>
  /// The products that land along each axis; counted once, since nearly every number needs them.
  let sums: Spatial<Count>

  package init(coverage: Spatial<Coverage>) {
    self.coverage = coverage
    sums = coverage.map { $0.sum }
  }

  package var sum: Count { sums.product }

  package var size: Spatial<Int> { coverage.map { $0.size } }

  package var maximum: Count { coverage.map { $0.maximum }.product }

  package var minimum: Count { coverage.map { $0.minimum }.product }

  package var cells: Count { size.map { Count($0) }.product }

  /// The cells that nothing reaches: all, less the product of those that are reached on each axis.
  package var holes: Count { cells - coverage.map { $0.cells(reachedAtLeast: 1) }.product }

  /// The document's additions: the sum of (overlap − 1) over all cells, −1 for each hole.
  ///
  /// Source: ConvTranspose2d document, "Operations per filter".
  package var documentedAdditions: Count { sum - cells }

  package var isEvenInside: Bool { coverage.allSatisfy(\.isEvenInside) }

  /// Whether each axis has a whole period of cells away from the borders, so that this input shows
  /// what is said of them.
  package var showsInside: Bool { coverage.allSatisfy { $0.interior.count >= $0.period } }

  /// The least and the most that cells away from the borders receive, on inputs that are large
  /// enough to have them.
  package var interiorExtremes: (least: Count, most: Count) {
    let ranges = coverage.map { $0.interiorRange }
    return (
      ranges.map { Count($0.lowerBound) }.product, ranges.map { Count($0.upperBound) }.product
    )
  }
}
