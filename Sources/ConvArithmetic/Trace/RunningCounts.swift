/// How many useful products have touched each cell of a window so far.
///
/// The steps that are done are whole rows and a part of the next one: two boxes, in each of which
/// the axes do not mix. So a window of any layer is known from counts along its two sides.
package struct RunningCounts: Sendable {
  private struct Side {
    /// In the whole rows of steps, or in all columns.
    var whole: [Int] = []
    /// In the row that is begun, or in its columns so far.
    var begun: [Int] = []
    /// When all is done.
    var all: [Int] = []
  }

  private let window: Spatial<Range<Int>>
  private var rows = Side()
  private var columns = Side()

  /// - Parameters:
  ///   - progress: The steps that are done.
  ///   - grid: The grid of the window.
  ///   - window: Rows and columns that are on a screen; places around the grid have no products.
  package init(_ progress: StepProgress, in grid: LayerGrid, _ window: Spatial<Range<Int>>) {
    self.window = window
    let (axes, stepped) = (progress.sequence.trace.axes, progress.sequence.grid)
    let (next, overflow) = progress.rows.addingReportingOverflow(1)
    for row in window.height {
      let links = axes.height.usefulLinks(of: grid, at: row)
      rows.all.append(links.count)
      rows.whole.append(links.within(0..<progress.rows, of: stepped).count)
      rows.begun.append(
        overflow ? 0 : links.within(progress.rows..<next, of: stepped).count)
    }
    for column in window.width {
      let links = axes.width.usefulLinks(of: grid, at: column)
      columns.all.append(links.count)
      columns.begun.append(links.within(0..<progress.columns, of: stepped).count)
    }
    columns.whole = columns.all
  }

  /// The products of a cell so far, and when all is done; none outside of the window.
  package func products(
    at cell: Spatial<Int>
  ) -> (done: Count, all: Count) {
    guard window.height.contains(cell.height), window.width.contains(cell.width) else {
      return (0, 0)
    }
    let (row, column) = (
      cell.height - window.height.lowerBound, cell.width - window.width.lowerBound
    )
    let whole = Count(rows.whole[row]) * Count(columns.whole[column])
    let begun = Count(rows.begun[row]) * Count(columns.begun[column])
    return (whole + begun, Count(rows.all[row]) * Count(columns.all[column]))
  }
}
