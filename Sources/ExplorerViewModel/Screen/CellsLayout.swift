import ConvArithmetic
import LayerNotation

/// Where the three grids, their arithmetic and the hyperparameters go.
struct CellsLayout: Equatable {
  /// A grid on the screen.
  struct Pane: Equatable {
    let grid: LayerGrid
    let column: Int
    let size: ScreenSize
  }

  /// The columns of the hyperparameters with the line beside them; 0 where one row has to do.
  let panelWidth: Int
  /// Whether the hyperparameters have a row of their own above the grids.
  let hasStrip: Bool
  let panes: [Pane]
  /// The rows of the grids, below the strip of hyperparameters if there is one.
  let gridRows: Int
  /// The rows of words below the grids and the line.
  let textRows: Int
  /// The grids that a small screen has no room for.
  let dropped: [String]

  /// Grids of some use beside the hyperparameters.
  private static let leastColumnsWithPanel = 110
  private static let leastColumnsForAll = 40
  private static let leastRowsWithStrip = 6
  private static let gap = 2
  /// Three lines of arithmetic, two of words, and the legend.
  private static let leastTextRows = 6
  /// A title, the numbers of the columns, and three rows of cells.
  private static let leastGridRows = 5

  /// The first row of the grids.
  var gridRow: Int { hasStrip ? 1 : 0 }
  /// The row of the line below the grids.
  var lineRow: Int { gridRow + gridRows }

  /// - Parameters:
  ///   - size: Of the view, between title and footer.
  ///   - cursor: Its grid is shown before the others.
  ///   - hasKnobs: Whether the keys are for the hyperparameters.
  ///   - needs: What the whole grids need: input, kernel, output.
  init(
    _ size: ScreenSize, cursor: CellCursor, hasKnobs: Bool,
    needs: [(grid: LayerGrid, size: ScreenSize)]
  ) {
    panelWidth = size.columns >= Self.leastColumnsWithPanel ? 30 : 0
    // On a tiny screen a row of cells is worth more, unless the keys are for the hyperparameters.
    let isNeeded = hasKnobs || needs.isEmpty
    hasStrip = panelWidth == 0 && (size.rows >= Self.leastRowsWithStrip || isNeeded)
    let columns = size.columns - panelWidth
    let shown = columns >= Self.leastColumnsForAll ? needs : needs.filter { $0.grid == cursor.grid }
    dropped = needs.filter { need in !shown.contains { $0.grid == need.grid } }.map(\.grid.word)
    let rows = max(0, size.rows - (hasStrip ? 1 : 0))
    // The words first, as long as a few rows of cells remain; then no more rows than cells.
    let least = min(rows, max(rows - Self.leastTextRows - 1, Self.leastGridRows))
    gridRows = min(least, shown.map(\.size.rows).max() ?? 0)
    textRows = max(0, rows - gridRows - 1)
    let room = columns - 1 - Self.gap * (shown.count - 1)
    let widths = Self.shares(of: room, needs: shown.map(\.size.columns))
    var column = panelWidth + 1
    var panes: [Pane] = []
    for (need, width) in zip(shown, widths) {
      panes.append(
        Pane(
          grid: need.grid, column: column, size: ScreenSize(columns: width, rows: gridRows)))
      column += width + Self.gap
    }
    self.panes = panes
  }

  /// As much as each needs; where that is too much in all, the small ones first and equal parts
  /// of the rest.
  private static func shares(of room: Int, needs: [Int]) -> [Int] {
    var shares = Array(repeating: 0, count: needs.count)
    var left = max(0, room)
    let rising = needs.indices.sorted { (needs[$0], $0) < (needs[$1], $1) }
    for (rank, index) in rising.enumerated() {
      shares[index] = min(needs[index], left / (needs.count - rank))
      left -= shares[index]
    }
    return shares
  }
}
