/// The order in which a layer can be worked through, one kernel position at a time.
package struct StepSequence: Hashable, Sendable {
  package enum Order: CaseIterable, Hashable, Sendable {
    /// Output cell by output cell: each collects what it is made of.
    case gather
    /// Input cell by input cell: each is multiplied with the kernel and added where it lands.
    case scatter
  }

  package let trace: LayerTrace
  package let order: Order

  package init(_ trace: LayerTrace, _ order: Order) {
    self.trace = trace
    self.order = order
  }

  /// The grid whose cells are the steps, row by row.
  package var grid: LayerGrid { order == .gather ? .output : .input }

  private var size: Spatial<Int> { trace.size(of: grid) }

  package var count: Count { Count(size.height) * Count(size.width) }

  /// The cell of a step, counted from 0; `nil` for a step that does not exist.
  package func cell(at step: Count) -> Spatial<Int>? {
    guard step >= 0, case let (row, column) = step.split(by: Count(size.width)),
      let row = Int(exactly: row), let column = Int(exactly: column), row < size.height
    else { return nil }
    return Spatial(height: row, width: column)
  }

  /// The step of a cell; `nil` outside of the grid.
  package func step(at cell: Spatial<Int>) -> Count? {
    guard cell.height >= 0, cell.height < size.height, cell.width >= 0, cell.width < size.width
    else { return nil }
    return (Count(cell.height) * Count(size.width) + Count(cell.width)).fitting
  }

  /// What is done after a number of steps; beyond the last one, everything.
  ///
  /// - Returns: `nil` where the steps are too many to be counted.
  package func progress(after steps: Count) -> StepProgress? {
    let steps = min(max(0, steps), count)
    let (rows, columns) = steps.split(by: Count(size.width))
    guard let rows = Int(exactly: rows), let columns = Int(exactly: columns) else {
      return nil
    }
    return StepProgress(sequence: self, steps: steps, rows: rows, columns: columns)
  }
}

/// What a layer has done after some steps: whole rows of them, and a part of the next row.
///
/// The products so far are those of two boxes of steps, and in each box the axes do not mix. So
/// every count is a product of counts along the axes, and nothing of two dimensions is stored.
package struct StepProgress: Hashable, Sendable {
  package let sequence: StepSequence
  package let steps: Count
  /// The rows of steps that are done.
  package let rows: Int
  /// The steps that are done of the row after them.
  package let columns: Int

  /// Whether the step of a cell is done; the cell is one of the grid that is stepped through.
  package func includes(_ cell: Spatial<Int>) -> Bool {
    cell.height < rows || (cell.height == rows && cell.width < columns)
  }

  /// The useful products so far that touch a cell or tap, as the links of two boxes of steps.
  package func links(of grid: LayerGrid, at cell: Spatial<Int>) -> [Spatial<Links>] {
    let all = sequence.trace.usefulLinks(of: grid, at: cell)
    let stepped = sequence.grid
    let (next, overflow) = rows.addingReportingOverflow(1)
    let whole = all.height.within(0..<rows, of: stepped)
    let begun = overflow ? .none : all.height.within(rows..<next, of: stepped)
    return [
      Spatial(height: whole, width: all.width),
      Spatial(height: begun, width: all.width.within(0..<columns, of: stepped)),
    ]
  }

  /// How many useful products have touched a cell or tap so far.
  package func products(in grid: LayerGrid, at cell: Spatial<Int>) -> Count {
    var sum = Count(0)
    for box in links(of: grid, at: cell) { sum = sum + box.products }
    return sum
  }

  /// All useful products so far.
  package var products: Count {
    let (axes, grid) = (sequence.trace.axes, sequence.grid)
    let whole = axes.height.usefulProducts(ofFirst: rows, in: grid)
    let begun = axes.height.usefulLinks(of: grid, at: rows).count
    let row = axes.width.usefulProducts(ofFirst: axes.width.size(of: grid), in: grid)
    let part = axes.width.usefulProducts(ofFirst: columns, in: grid)
    return whole * row + Count(begun) * part
  }
}

extension AxisTrace {
  /// The useful products of the first cells of the input or output.
  func usefulProducts(
    ofFirst cells: Int, in grid: LayerGrid
  ) -> Count {
    guard cells > 0 else { return 0 }
    let coverage = geometry.coverage
    if grid == plane { return coverage.window(0..<cells)?.sum ?? 0 }
    return Coverage(
      positions: cells, taps: coverage.taps, stride: coverage.stride,
      dilation: coverage.dilation, offset: coverage.offset, size: coverage.size
    ).sum
  }
}
