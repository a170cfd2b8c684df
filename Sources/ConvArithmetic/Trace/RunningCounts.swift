/// How many useful products have touched each cell of a window so far.
///
/// The steps that are done are a few boxes, in each of which the axes do not mix. So a window of
/// any layer is known from counts along its sides.
package struct RunningCounts: Sendable {
  private let window: Spatial<Range<Int>>
  /// The links of each place of the window: those in a box of steps, and all of them.
  private let done: [Spatial<[Count]>]
  private let all: Spatial<[Count]>

  /// The window is what is on a screen; places around the grid have no products.
  package init(_ progress: StepProgress, in grid: LayerGrid, _ window: Spatial<Range<Int>>) {
    self.window = window
    let sequence = progress.sequence
    let links = sequence.trace.axes.with(window) { axis, places in
      let cells = 0..<axis.size(of: grid)
      return places.map { cells ~= $0 ? axis.usefulLinks(of: grid, at: $0) : .none }
    }
    all = links.map { $0.map { Count($0.count) } }
    done = progress.boxes.map { box in
      links.with(box) { links, steps in
        links.map { Count($0.within(steps, of: sequence.grid).count) }
      }
    }
  }

  /// The products of a cell so far, and when all is done; none outside of the window.
  package func products(at cell: Spatial<Int>) -> (done: Count, all: Count) {
    guard window.with(cell, { $0.contains($1) }).isAll(true) else { return (0, 0) }
    let place = cell.with(window) { $0 - $1.lowerBound }
    func product(_ counts: Spatial<[Count]>) -> Count { counts.with(place) { $0[$1] }.product }
    return (done.reduce(0) { $0 + product($1) }, product(all))
  }
}
