import ConvArithmetic

extension ExplorerState {
  /// The links of the layer; `nil` of a layer that is refused.
  package var trace: LayerTrace? {
    guard case .success(let pass) = outcome else { return nil }
    return LayerTrace(pass)
  }

  /// Whether the arrow keys move from cell to cell; without a layer there are none.
  package var isCellFocused: Bool {
    guard view == .cells, focus == .picture, case .success = outcome else { return false }
    return true
  }

  mutating func moveCell(_ direction: Direction, by distance: Int) {
    guard let trace else { return }
    let grid = cellCursor.grid
    var cell = cellCursor.cell(of: grid, in: trace)
    let axis: Axis = direction == .up || direction == .down ? .height : .width
    let places = trace.axes[axis].places(of: grid)
    let before = cell[axis].subtractingReportingOverflow(places.lowerBound)
    let behind = (places.upperBound - 1).subtractingReportingOverflow(cell[axis])
    switch direction {
    case .up, .left: cell[axis] -= before.overflow ? distance : min(distance, before.partialValue)
    case .down, .right:
      cell[axis] += behind.overflow ? distance : min(distance, behind.partialValue)
    }
    cellCursor.move(to: cell, of: grid)
  }

  /// Goes on to the next grid, to a cell there that the present one is tied to.
  mutating func nextGrid() {
    let (old, new) = (cellCursor.grid, cellCursor.grid.next)
    guard let trace else { return cellCursor.grid = new }
    let cell = cellCursor.cell(of: old, in: trace)
    let shown = cellCursor.cell(of: new, in: trace)
    var next = shown
    for axis in Axis.allCases {
      let links = trace.axes[axis].links(of: old, at: cell[axis])
      // Of a tap, the cells that are shown already, for it is tied to cells everywhere.
      guard old != .kernel, !links.isEmpty else { continue }
      next[axis] = links[links.count / 2][new]
    }
    cellCursor.move(to: next, of: new)
  }
}
