/// The cell whose arithmetic is shown: of the input, of the kernel or of the output.
///
/// Input and output share one place: the one of them that was moved last; where the other one is
/// shown follows from the layer. So both stay together while the hyperparameters change.
package struct CellCursor: Equatable, Sendable {
  /// The grid that the keys move in.
  package internal(set) var grid = LayerGrid.output
  /// The grid of ``place``, input or output.
  var placeGrid = LayerGrid.output
  /// Any place; kept within the layer when it is read.
  var place = Spatial(square: 4)
  /// Any tap; likewise.
  var tap = Spatial(square: 0)
  /// For three axes: which of the slices of another grid that are tied to the cell is shown.
  var link = 0

  /// The cell of a grid that is in the middle of what is shown, a tap, or a place around the cells.
  package func cell(of grid: LayerGrid, in trace: LayerTrace) -> Spatial<Int> {
    let (place, tap) = (place.onAxes(trace.axes.count), tap.onAxes(trace.axes.count))
    return trace.axes.along { axis in
      let links = trace.axes[axis]
      if grid == .kernel { return tap[axis].clamped(to: links.places(of: .kernel)) }
      let place = place[axis].clamped(to: links.places(of: placeGrid))
      return grid == placeGrid ? place : links.counterpart(of: placeGrid, at: place)
    }
  }

  /// Moves to a cell; the keys move in its grid from now on.
  mutating func move(to cell: Spatial<Int>, of grid: LayerGrid) {
    self.grid = grid
    if grid == .kernel {
      tap = cell
    } else {
      (placeGrid, place) = (grid, cell)
    }
  }
}

extension Int {
  /// The number of a range that is nearest; itself in an empty one.
  func clamped(to range: Range<Int>) -> Int {
    range.isEmpty ? self : Swift.min(Swift.max(self, range.lowerBound), range.upperBound - 1)
  }
}
