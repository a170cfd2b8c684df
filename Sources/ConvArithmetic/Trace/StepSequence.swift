/// The order in which a layer can be worked through, one kernel position at a time.
package struct StepSequence: Equatable, Sendable {
  package enum Order: CaseIterable, Equatable, Sendable {
    /// Output cell by output cell: each collects what it is made of.
    case gather
    /// Input cell by input cell: each is multiplied with the kernel and added where it lands.
    case scatter
  }

  package let trace: LayerTrace
  package let order: Order

  package init(_ trace: LayerTrace, _ order: Order) { (self.trace, self.order) = (trace, order) }

  /// The grid whose cells are the steps, the last axis running fastest.
  package var grid: LayerGrid { order == .gather ? .output : .input }

  fileprivate var size: Spatial<Int> { trace.size(of: grid) }

  package var count: Count { size.map { Count($0) }.product }

  /// The cell of a step, counted from 0; `nil` for a step that does not exist.
  package func cell(at step: Count) -> Spatial<Int>? { step < count ? place(of: step) : nil }

  /// The step of a cell; `nil` outside of the grid.
  package func step(at cell: Spatial<Int>) -> Count? {
    guard cell.with(size, { 0..<$1 ~= $0 }).isAll(true) else { return nil }
    return zip(cell, size).reduce(Count(0)) { $0 * Count($1.1) + Count($1.0) }.fitting
  }

  /// What is done after a number of steps; beyond the last one, everything.
  ///
  /// - Returns: `nil` where the steps are too many to be counted.
  package func progress(after steps: Count) -> StepProgress? {
    let steps = min(max(0, steps), count)
    return place(of: steps).map { StepProgress(sequence: self, steps: steps, next: $0) }
  }

  /// The cell of a step, or after the last one the place where another line of cells would begin.
  private func place(of step: Count) -> Spatial<Int>? {
    guard step >= 0 else { return nil }
    var (lines, cell) = (step, size)
    for place in cell.indices.dropFirst().reversed() {
      let (quotient, remainder) = lines.split(by: Count(size[place]))
      guard let remainder = Int(exactly: remainder) else { return nil }
      (lines, cell[place]) = (quotient, remainder)
    }
    guard let first = Int(exactly: lines) else { return nil }
    cell[0] = first
    return cell
  }
}

/// What a layer has done after some steps.
///
/// The steps are a few boxes of cells, one for each axis at most, and in each box the axes do not
/// mix. So every count is a product of counts along the axes, and nothing of the whole is stored.
package struct StepProgress: Equatable, Sendable {
  package let sequence: StepSequence
  package let steps: Count
  /// The cell of the first step that is still to come.
  let next: Spatial<Int>

  /// Whether the step of a cell is done; the cell is one of the grid that is stepped through.
  package func includes(_ cell: Spatial<Int>) -> Bool { cell.lexicographicallyPrecedes(next) }

  /// The steps as boxes of cells: those before the next one along the first axis, then those
  /// beside it along the second, and so on.
  var boxes: [Spatial<Range<Int>>] {
    next.indices.filter { next[$0] > 0 }.map { place in
      var box = sequence.size.map { 0..<$0 }
      // Not after the last cell, where all places but the first are 0; so it fits.
      for earlier in 0..<place { box[earlier] = next[earlier]..<next[earlier] + 1 }
      box[place] = 0..<next[place]
      return box
    }
  }

  /// The useful products so far that touch a cell or tap, as the links of boxes of steps.
  package func links(of grid: LayerGrid, at cell: Spatial<Int>) -> [Spatial<Links>] {
    let links = sequence.trace.usefulLinks(of: grid, at: cell)
    return boxes.map { links.with($0) { $0.within($1, of: sequence.grid) } }
  }

  package func products(in grid: LayerGrid, at cell: Spatial<Int>) -> Count {
    links(of: grid, at: cell).reduce(0) { $0 + $1.products }
  }

  package var products: Count {
    boxes.reduce(0) { sum, box in
      sum + sequence.trace.axes.with(box) { $0.usefulProducts(of: $1, in: sequence.grid) }.product
    }
  }
}

extension AxisTrace {
  /// The useful products of a range of cells of the input or output.
  func usefulProducts(of cells: Range<Int>, in grid: LayerGrid) -> Count {
    let coverage = geometry.coverage
    if grid == plane { return coverage.window(cells)?.sum ?? 0 }
    func products(ofFirst positions: Int) -> Count {
      guard positions > 0 else { return 0 }
      var first = coverage
      first.positions = positions
      return first.sum
    }
    return products(ofFirst: cells.upperBound) - products(ofFirst: cells.lowerBound)
  }
}
