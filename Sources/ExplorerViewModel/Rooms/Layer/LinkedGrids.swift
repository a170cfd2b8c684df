import ConvArithmetic
import LayerNotation

/// Input, kernel and output side by side: the cell under the cursor lights the cells and taps that
/// it is made of, a colour and a letter a tap.
struct LinkedGrids {
  private let grids: [CellGrid]
  private static let gap = 1

  /// The grids of a state; `nil` of a layer without cells.
  init?(_ state: ExplorerState) {
    grids = CellGrid.all(of: state)
    if grids.isEmpty { return nil }
  }

  private var sizes: [ScreenSize] { grids.map(\.panel.wholeSize) }

  /// Whether all of them are whole in a pane.
  func fit(_ pane: ScreenSize) -> Bool {
    let width = sizes.reduce(-Self.gap) { $0 + $1.columns + Self.gap }
    return width <= pane.columns && sizes.allSatisfy { $0.rows <= pane.rows }
  }

  func draw(_ pane: ScreenSize) -> Frame {
    var frame = Frame(size: pane, spelling: grids.first?.spelling ?? .ascii)
    for (grid, column) in zip(grids, columns) {
      frame.place(grid.draw(grid.panel.wholeSize).frame, row: 0, column: column)
    }
    return frame
  }

  private var columns: [Int] {
    var column = 0
    return sizes.map { size in
      defer { column += size.columns + Self.gap }
      return column
    }
  }

  /// The cell at a place, for a mouse.
  func target(at place: Place) -> ExplorerState.Target? {
    for ((grid, size), column) in zip(zip(grids, sizes), columns) {
      let inGrid = Place(row: place.row, column: place.column - column)
      guard inGrid.row < size.rows, inGrid.column >= 0, inGrid.column < size.columns else {
        continue
      }
      if let cell = grid.cell(at: inGrid, size) { return .gridCell(grid.grid, cell) }
    }
    return nil
  }
}
