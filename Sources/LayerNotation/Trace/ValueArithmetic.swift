/// What one step of a layer does with its numbers.
package struct ValueArithmetic: Sendable {
  private let values: LayerValues
  private let grid: LayerGrid
  private let cell: Spatial<Int>

  /// A step through the input or the output of a small layer.
  package init(_ values: LayerValues, _ grid: LayerGrid, _ cell: Spatial<Int>) {
    (self.values, self.grid, self.cell) = (values, grid, cell)
  }

  /// The arithmetic of the step, weight times input, `y[1,2] = 0·2 + 2·(−1) = −2`; of an input cell,
  /// what it adds where.
  ///
  /// More than `most` products are not written out.
  package func equation(most: Int) -> String {
    let links = values.trace.usefulLinks(of: grid, at: cell)
    let count = links.products
    let products = links.firstProducts(count > Count(most) ? 0 : most)
    let name = grid.name(cell)
    return grid == .input ? scattered(name, products, count) : gathered(name, products, count)
  }

  private func gathered(_ name: String, _ products: [Spatial<Link>], _ count: Count) -> String {
    let sum = values.output(at: cell)
    guard !sum.isOverflow else { return "\(name) exceeds 127 bits" }
    guard count > 0 else { return "\(name) = 0, nothing is added" }
    guard !products.isEmpty else { return "\(name) = \(sum.plain), of \(count.grouped) products" }
    let terms = products.map { product in
      let (weight, input) = (values.weights[product[.kernel]], values.input[product[.input]])
      return "\(factor(weight))·\(factor(input))"
    }
    return "\(name) = \(terms.joined(separator: " + ")) = \(sum.plain)"
  }

  private func scattered(_ name: String, _ products: [Spatial<Link>], _ count: Count) -> String {
    let start = "\(name) = \(values.input[cell].plain)"
    guard count > 0 else { return "\(start) goes into no output" }
    guard !products.isEmpty else {
      return "\(start), times a weight each, is added to \(count.grouped) outputs"
    }
    let additions = products.map { product in
      let weight = Count(values.weights[product[.kernel]])
      let number = (weight * Count(values.input[cell])).plain
      return "\(number) to \(LayerGrid.output.name(product[.output]))"
    }
    return "\(start) adds " + additions.joined(separator: ", ")
  }

  private func factor(_ number: Int) -> String { number < 0 ? "(\(number.plain))" : number.plain }
}

extension Count {
  /// The digits, with a true minus.
  package var plain: String { (self < 0 ? "−" : "") + magnitude.description }
}
