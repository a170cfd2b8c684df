/// The plane that is drawn of a layer: the last two axes are its rows and columns, a single axis is
/// one row. Of three axes a plane is a slice, at a place along the first one.
extension Spatial {
  /// The values of rows and columns; a value stands for the rows of a single axis.
  package func planar(_ row: Value) -> Spatial {
    count == 1 ? Spatial(row, self[0]) : Spatial(self[count - 2], self[count - 1])
  }

  /// The values of a plane on so many axes; that of the slice is on the first of three.
  package func raised(to count: Int, slice: Value) -> Spatial {
    switch count {
    case 1: Spatial(width)
    case 2: self
    default: Spatial(slice, height, width)
    }
  }
}

extension OverlapMap {
  /// The map of one slice, without what the place of the slice adds to it.
  package var planar: OverlapMap { OverlapMap(coverage: coverage.planar(.one)) }

  /// What the counts of a plane are multiplied with in the slice that has a cell.
  func factor(at cell: Spatial<Int>) -> Count {
    coverage.count == 3 ? Count(CellCounter(coverage[0]).count(at: cell[0])) : 1
  }
}

extension Axis {
  /// The name of a place along it.
  var place: String { self == .depth ? "slice" : slice }
}
