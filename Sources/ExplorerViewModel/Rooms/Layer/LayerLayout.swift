/// Where the parts of the Layer room go, and which of them a small screen has to do without.
///
/// It depends on the screen and the number of axes alone, so that nothing moves when a value changes.
struct LayerLayout {
  /// The columns of the hyperparameters, the line beside them included; the map has the rest.
  let panelWidth: Int
  /// The rows of hyperparameters and map.
  let bodyRows: Int
  let hasMap: Bool
  /// Whether a row below the hyperparameters says what the selected one does.
  let hasNote: Bool
  /// The rows that say what is seen and what to try, or how a cell is made.
  let insightRows: Int
  /// The rows of sizes and counts.
  let sizeRows: Int
  let countRows: Int
  /// The map, right of the hyperparameters.
  let map: ScreenSize
  /// What explains the map on a large screen: its first cell, counted from that of the map, and its
  /// size.
  let aside: (place: Place, size: ScreenSize)?
  /// What a small screen has no room for, the most important first.
  let dropped: [String]

  /// A heading and a row for each hyperparameter.
  private static let parameterRows = 1 + Hyperparameter.mostRows
  /// Hyperparameters and a map of some use.
  private static let leastColumnsWithMap = 56

  /// The layout of a page; a lesson says itself what is seen.
  init(_ size: ScreenSize, axes: Int, hasInsight: Bool, hidden: Hidden = Hidden()) {
    hasMap = size.columns >= Self.leastColumnsWithMap
    panelWidth = !hasMap ? size.columns : size.columns < 130 ? 30 : 42
    var spare = size.rows - Self.parameterRows - 1
    var dropped: [String] = []
    func take(_ rows: Int, _ name: String) -> Int {
      guard spare >= rows else {
        dropped.append(name)
        return 0
      }
      spare -= rows
      return rows
    }
    // In the order of their importance.
    let hasLine = spare >= 0
    sizeRows = hidden.hasSizes ? take(NumberPanel.sizeRows(axes: axes), "sizes") : 0
    let counts = spare >= NumberPanel.countRows ? NumberPanel.countRows : NumberPanel.termRows
    countRows =
      hidden.hasCounts ? take(sizeRows == 0 && hidden.hasSizes ? .max : counts, "operations") : 0
    let insight = hasInsight ? 2 : 0
    insightRows = spare >= insight ? insight : hasInsight && spare >= 1 ? 1 : 0
    hasNote = spare > insightRows
    if !hasLine { dropped.insert("some rows", at: 0) }
    bodyRows = max(0, size.rows - insightRows - sizeRows - countRows - (hasLine ? 1 : 0))
    self.dropped = (hasMap ? [] : ["map"]) + dropped
    let room = ScreenSize(columns: size.columns - panelWidth - 2, rows: bodyRows)
    (map, aside) = Self.split(room)
  }

  // MARK: Map and aside

  private static let leastMap = ScreenSize(columns: 38, rows: 20)
  private static let largestAside = 66

  /// Beside the map where the screen is wide, below it where it is high.
  private static func split(_ room: ScreenSize) -> (ScreenSize, (Place, ScreenSize)?) {
    let beside = min(largestAside, max(LayerAside.least.columns, room.columns / 2))
    if room.columns - beside - 2 >= leastMap.columns, room.rows >= LayerAside.least.rows {
      let map = ScreenSize(columns: room.columns - beside - 2, rows: room.rows)
      let place = Place(row: 0, column: map.columns + 2)
      return (map, (place, ScreenSize(columns: beside, rows: room.rows)))
    }
    let below = min(LayerAside.allRows, room.rows - leastMap.rows)
    guard room.columns >= LayerAside.least.columns, below >= LayerAside.least.rows else {
      return (room, nil)
    }
    let map = ScreenSize(columns: room.columns, rows: room.rows - below)
    let size = ScreenSize(columns: room.columns, rows: below)
    return (map, (Place(row: map.rows, column: 0), size))
  }
}
