import ConvArithmetic

/// Where the parts of the Layer room go, and which of them a small screen has to do without.
struct LayerLayout: Equatable {
  /// The columns of the hyperparameters, the line beside them included; the map has the rest.
  let panelWidth: Int
  /// The rows of hyperparameters and map.
  let bodyRows: Int
  /// The rows below the line that ends hyperparameters and map.
  let numberRows: Int
  /// The sections of formulas below what ``NumberPanel`` says.
  let factSections: Int
  let hasMap: Bool
  /// Whether a row below the hyperparameters says what the selected one does.
  let hasNote: Bool
  /// The rows that say what is seen and what to try, or how a cell is made.
  let insightRows: Int
  /// The rows of sizes and counts.
  let sizeRows: Int
  let countRows: Int
  /// What a small screen has no room for, the most important first.
  let dropped: [String]

  /// A heading and a row for each hyperparameter.
  private static let parameterRows = 1 + HyperparameterRow.all.count
  /// The line below the map, the insight, sizes and counts.
  private static let rowsBelow = 3 + NumberPanel.sizeRows + NumberPanel.countRows
  /// Hyperparameters and a map of some use.
  private static let leastColumnsWithMap = 56

  /// - Parameters:
  ///   - size: The page.
  ///   - hasInsight: Whether it says what is seen; a lesson says that itself.
  ///   - factRows: The rows of the first section of formulas, of the first two, and so on.
  ///   - mapRows: The rows that the whole map needs, its legend included.
  init(_ size: ScreenSize, hasInsight: Bool, factRows: [Int], mapRows: Int) {
    hasMap = size.columns >= Self.leastColumnsWithMap
    panelWidth = !hasMap ? size.columns : Self.panelWidth(size)
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
    sizeRows = take(NumberPanel.sizeRows, "sizes")
    let counts = spare >= NumberPanel.countRows ? NumberPanel.countRows : NumberPanel.termRows
    countRows = take(sizeRows == 0 ? .max : counts, "operations")
    let insight = hasInsight ? 2 : 0
    insightRows = spare >= insight ? insight : hasInsight && spare >= 1 ? 1 : 0
    spare -= insightRows
    hasNote = spare >= 1
    spare -= hasNote ? 1 : 0
    if !hasLine { dropped.insert("some rows", at: 0) }
    let compact = sizeRows + countRows
    let least = Self.parameterRows + (hasNote ? 1 : 0)
    let room = max(0, size.rows - insightRows - compact)
    let facts = Self.facts(factRows, room: room, least: least, mapRows: mapRows)
    factSections = countRows > 0 ? facts : 0
    numberRows = compact + (factSections > 0 ? factRows[factSections - 1] : 0)
    bodyRows = max(0, size.rows - insightRows - numberRows - (hasLine ? 1 : 0))
    self.dropped = (hasMap ? [] : ["map"]) + dropped
  }

  private static func panelWidth(_ size: ScreenSize) -> Int { size.columns < 100 ? 30 : 42 }

  /// The rows that a whole map needs, its legend included.
  ///
  /// Twice the size is worth more than the later formulas, where the first ones still fit.
  static func mapRows(_ map: Spatial<Int>, _ size: ScreenSize, _ heat: HeatStyle, first: Int) -> Int
  {
    let room = ScreenSize(
      columns: size.columns - panelWidth(size) - 2, rows: size.rows - first - 1 - rowsBelow)
    let isDoubled = MapLayout.magnification(map, room, heat) > 1
    let (rows, overflow) = map.height.addingReportingOverflow(1)
    return overflow ? .max : isDoubled ? 2 * map.height + 1 : rows
  }

  /// The rows of formulas at most, whatever the map needs.
  static func mostFactRows(_ size: ScreenSize) -> Int { size.rows - parameterRows - rowsBelow }

  /// How many sections of formulas a large screen has room for.
  ///
  /// The first section comes before the rest of a large map, the map before the other sections.
  private static func facts(_ factRows: [Int], room: Int, least: Int, mapRows: Int) -> Int {
    guard let first = factRows.first, room - first - 1 >= least else { return 0 }
    let body = max(least, min(mapRows, room - first - 1))
    return factRows.lastIndex { room - $0 - 1 >= body }.map { $0 + 1 } ?? 0
  }
}
