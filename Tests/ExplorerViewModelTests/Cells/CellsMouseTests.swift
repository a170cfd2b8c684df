import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Clicks and the wheel in the view of the cells.
@Suite struct CellsMouseTests {
  private func event(_ kind: MouseEvent.Kind, _ row: Int, _ column: Int) -> KeyPress {
    .mouse(MouseEvent(kind, at: Place(row: row, column: column)))
  }

  private func cell(_ state: ExplorerState) throws -> Spatial<Int> {
    state.cellCursor.cell(of: state.cellCursor.grid, in: try #require(state.trace))
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `a click places the cursor on the cell that is seen there`(
    columns: Int, rows: Int
  ) throws {
    for grid in LayerGrid.allCases {
      var state = try ExplorerState.on(columns, rows, keys: "W<Enter>")
      let title = try #require(render(state).place(of: "\(grid.symbol) \(grid)"))
      // The third row of cells, and a few columns into the grid.
      for (row, column) in [(title.row + 4, title.column + 3), (title.row + 3, title.column + 5)] {
        _ = state.press(event(.press, row, column))
        #expect(state.cellCursor.grid == grid)
        let frame = render(state)
        // The window of a plane that does not fit moves with its cursor.
        guard grid != .output else { continue }
        #expect(
          frame.places(of: .cursor).contains { place in
            // A click beside a large cell is one on the cell after it.
            (row...row + 1).contains(place.row) && (column...column + 1).contains(place.column)
          },
          "\(grid) at \(row), \(column)")
      }
    }
  }

  @Test func `a drag moves, the wheel rolls`() throws {
    var state = try ExplorerState.on(80, 24, keys: "W<Enter>m")
    let bracket = try #require(render(state).place(of: "[x]"))
    // The cell before is x[2,2], two columns wide.
    _ = state.press(event(.drag, bracket.row + 1, bracket.column + 3))
    #expect(try cell(state) == Spatial(height: 3, width: 3))
    _ = state.press(event(.wheelDown, bracket.row, bracket.column))
    #expect(try cell(state) == Spatial(height: 6, width: 3))
    _ = state.press(event(.wheelUp, bracket.row, bracket.column))
    #expect(try cell(state) == Spatial(height: 3, width: 3))
  }

  @Test func `a click on a hyperparameter gives it the keys`() throws {
    for (columns, rows) in [(80, 24), (120, 40)] {
      var state = try ExplorerState.on(columns, rows, keys: "W<Enter>")
      let place = try #require(render(state).place(of: "stride "))
      _ = state.press(event(.press, place.row, place.column + 1))
      #expect(state.selected == .stride)
      #expect(state.focus == .knobs)
      try state.press("l")
      #expect(state.layer.stride == Spatial(square: 3))
    }
  }

  @Test func `between the grids and below them nothing happens`() throws {
    var state = try ExplorerState.on(80, 24, keys: "W<Enter>")
    let before = state
    for place in [(4, 5), (5, 5), (6, 5), (15, 5), (18, 5), (21, 40), (22, 70), (23, 79), (9, 79)] {
      for kind in [MouseEvent.Kind.press, .drag, .wheelUp, .wheelDown] {
        _ = state.press(event(kind, place.0, place.1))
      }
    }
    #expect(state == before)
  }
}
