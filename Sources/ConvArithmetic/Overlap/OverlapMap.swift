/// How many products reach each cell of a plane: c_h(row)·c_w(column), and never stored.
///
/// For a ConvTranspose2d the plane is the output, and unequal counts are the checkerboard (Odena,
/// Dumoulin & Olah, "Deconvolution and Checkerboard Artifacts", Distill, 2016). For a Conv2d it
/// is the input, and the count says how many outputs read the cell.
package struct OverlapMap: Hashable, Sendable {
  package let coverage: Spatial<Coverage>
  /// Counted once, since nearly every number about a layer asks for it.
  private let products: Result<Count, CountOverflow>

  init(coverage: Spatial<Coverage>) {
    self.coverage = coverage
    products = Result { () throws(CountOverflow) in
      try coverage.height.sum * coverage.width.sum
    }
  }

  /// The rows and columns of the plane.
  package var size: Spatial<Int> { coverage.map { $0.size } }

  /// All products that land in the plane.
  package var sum: Count {
    get throws(CountOverflow) { try products.get() }
  }

  package var maximum: Count {
    get throws(CountOverflow) {
      try Count(coverage.height.maximum) * Count(coverage.width.maximum)
    }
  }

  package var minimum: Count {
    get throws(CountOverflow) {
      try Count(coverage.height.minimum) * Count(coverage.width.minimum)
    }
  }

  /// The cells that nothing reaches: all, less the product of the reached rows and columns.
  package var holes: Count {
    get throws(CountOverflow) {
      let reached = try coverage.map { axis throws(CountOverflow) in
        try axis.cells(reachedAtLeast: 1)
      }
      return try Count(size.height) * Count(size.width) - reached.height * reached.width
    }
  }

  /// The document's additions: the sum of (overlap − 1) over all cells, −1 for each hole.
  ///
  /// Source: ConvTranspose2d document, "Operations per filter".
  package var documentedAdditions: Count {
    get throws(CountOverflow) { try sum - Count(size.height) * Count(size.width) }
  }

  /// Whether all cells away from the borders receive the same.
  package var isEvenInside: Bool {
    coverage.height.isEvenInside && coverage.width.isEvenInside
  }

  /// The least and the most that cells away from the borders receive.
  package var interiorExtremes: (least: Count, most: Count) {
    get throws(CountOverflow) {
      let (height, width) = (coverage.height.interiorRange, coverage.width.interiorRange)
      return (
        try Count(height.lowerBound) * Count(width.lowerBound),
        try Count(height.upperBound) * Count(width.upperBound)
      )
    }
  }
}
