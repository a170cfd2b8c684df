import ConvArithmetic

/// Where the grids of the player, its bar, its words and the hyperparameters go.
struct StepsLayout: Equatable {
  /// A grid on the screen.
  struct Placed: Equatable {
    let pane: StepPane
    let place: Place
    let size: ScreenSize
  }

  /// One or two grids, one above the other.
  struct Column {
    let panes: [(pane: StepPane, size: ScreenSize)]
    /// How soon it gets room: 0 first.
    var rank: Int
    /// Whether it only stands where all columns are whole: what it shows is shown already.
    var isRepetition = false

    var width: Int { panes.map(\.size.columns).max() ?? 0 }
    var rows: Int { panes.reduce(-1) { $0 + $1.size.rows + 1 } }
  }

  let panelWidth: Int
  let hasStrip: Bool
  let barRow: Int
  let panes: [Placed]
  let textRow: Int
  let textRows: Int
  /// The grids that a small screen has no room for.
  let dropped: [String]

  private static let leastColumnsWithPanel = 140
  private static let leastRowsWithStrip = 6
  private static let leastWidth = 18
  private static let gap = 2
  /// A title, the numbers of the columns, and three rows of cells.
  private static let leastGridRows = 5

  /// - Parameters:
  ///   - size: Of the view, between title and footer.
  ///   - columns: From left to right.
  ///   - wanted: The grid that the keys are for, which then must be seen; `nil` where they are for
  ///     the hyperparameters.
  init(_ size: ScreenSize, columns: [Column], wanted: StepPane?) {
    panelWidth = size.columns >= Self.leastColumnsWithPanel ? 31 : 0
    hasStrip = panelWidth == 0 && (size.rows >= Self.leastRowsWithStrip || wanted == nil)
    barRow = hasStrip ? 1 : 0
    let room = size.columns - panelWidth - 1
    let shown = Self.shown(columns, room: room, wanted)
    let widths = Self.widths(shown, room: room)
    let rows = max(0, size.rows - barRow - 1)
    let words = rows >= 10 ? 2 : rows > Self.leastGridRows ? 1 : 0
    let gridRows = min(rows - words, shown.map(\.rows).max() ?? 0)
    var panes: [Placed] = []
    var column = panelWidth + 1
    for (item, width) in zip(shown, widths) {
      panes += Self.placed(
        item, Place(row: barRow + 1, column: column), ScreenSize(columns: width, rows: gridRows),
        wanted)
      column += width + Self.gap
    }
    self.panes = panes
    textRow = barRow + 1 + gridRows
    textRows = max(0, rows - gridRows)
    dropped = columns.filter { !$0.isRepetition }.flatMap { $0.panes.map(\.pane) }
      .filter { pane in !panes.contains { $0.pane == pane } }.map(\.name)
  }

  /// The columns that have a least width each, by their rank, from left to right.
  private static func shown(_ columns: [Column], room: Int, _ wanted: StepPane?) -> [Column] {
    let shown = shown(columns, room: room)
    let own = columns.first { $0.panes.contains { $0.pane == wanted } }
    guard var own, !shown.contains(where: { $0.rank == own.rank }) else { return shown }
    // The grid with the keys before all others.
    own.rank = -1
    return Self.shown(
      columns.map { $0.panes.contains { $0.pane == wanted } ? own : $0 }, room: room)
  }

  private static func shown(_ columns: [Column], room: Int) -> [Column] {
    var ranks: Set<Int> = []
    var (least, whole) = (0, 0)
    for column in columns.sorted(by: { $0.rank < $1.rank }) {
      let isFirst = ranks.isEmpty
      least += min(column.width, leastWidth) + (isFirst ? 0 : gap)
      whole += column.width + (isFirst ? 0 : gap)
      guard isFirst || (column.isRepetition ? whole : least) <= room else { break }
      ranks.insert(column.rank)
    }
    return columns.filter { ranks.contains($0.rank) }
  }

  /// The least for each, then all that it needs, by rank.
  private static func widths(_ columns: [Column], room: Int) -> [Int] {
    var widths = columns.map { min($0.width, leastWidth) }
    var left = room - widths.reduce(gap * (columns.count - 1), +)
    for index in columns.indices.sorted(by: { columns[$0].rank < columns[$1].rank }) {
      let more = min(max(0, left), columns[index].width - widths[index])
      widths[index] += more
      left -= more
    }
    if columns.count == 1 { widths[0] = max(0, min(columns[0].width, room)) }
    return widths
  }

  /// The grids of a column; the lower one where the upper one keeps half of the rows.
  private static func placed(
    _ column: Column, _ place: Place, _ size: ScreenSize, _ wanted: StepPane?
  ) -> [Placed] {
    guard let upper = column.panes.first else { return [] }
    guard let lower = column.panes.dropFirst().first,
      column.rows <= size.rows || lower.size.rows <= size.rows / 2
    else {
      let only = column.panes.first { $0.pane == wanted } ?? upper
      let whole = ScreenSize(columns: size.columns, rows: min(size.rows, only.size.rows))
      return [Placed(pane: only.pane, place: place, size: whole)]
    }
    let rows = min(upper.size.rows, size.rows - lower.size.rows - 1)
    let below = Place(row: place.row + rows + 1, column: place.column)
    return [
      Placed(
        pane: upper.pane, place: place, size: ScreenSize(columns: size.columns, rows: rows)),
      Placed(
        pane: lower.pane, place: below,
        size: ScreenSize(columns: size.columns, rows: lower.size.rows)),
    ]
  }
}
