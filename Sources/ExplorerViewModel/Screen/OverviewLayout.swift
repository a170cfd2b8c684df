import ConvArithmetic

/// Where the parts of the overview go, and which of them a small screen has to do without.
///
/// The parts are dropped in a fixed order, the least important first.
struct OverviewLayout: Equatable {
  /// The columns of the hyperparameters; the map has the rest.
  let panelWidth: Int
  /// The rows of hyperparameters and map.
  let bodyRows: Int
  /// The rows of numbers below, the line above them included.
  let numberRows: Int
  /// The sections of formulas in those rows; 0 for the two size formulas and the table.
  let factSections: Int
  let hasMap: Bool
  let hasNotes: Bool
  let hasWeight: Bool
  let hasCount: Bool
  /// What a small screen has no room for, the most important first.
  let dropped: [String]

  /// A heading and eleven rows.
  private static let parameterRows = 12
  private static let noteRows = 2
  /// A blank row, the weight and the parameters.
  private static let weightRows = 3
  private static let countRows = 2
  /// A line and the two size formulas.
  private static let sizeRows = 3
  /// Hyperparameters and a map of some use.
  private static let leastColumnsWithMap = 56

  /// - Parameters:
  ///   - size: The screen.
  ///   - factRows: The rows of the first section of formulas, of the first two, and so on.
  ///   - mapRows: The rows that the whole map needs, its legend included.
  init(_ size: ScreenSize, factRows: [Int], mapRows: Int) {
    hasMap = size.columns >= Self.leastColumnsWithMap
    panelWidth = !hasMap ? size.columns : Self.panelWidth(size)
    let room = max(0, size.rows - 2)
    var spare = room - Self.parameterRows
    var dropped: [String] = []
    func take(_ rows: Int, _ name: String) -> Bool {
      guard spare >= rows else {
        dropped.append(name)
        return false
      }
      spare -= rows
      return true
    }
    // In the order of their importance.
    let hasSizes = take(Self.sizeRows, "sizes")
    hasCount = take(hasSizes ? Self.countRows : .max, "operations")
    hasWeight = take(Self.weightRows, "weight")
    hasNotes = take(Self.noteRows, "notes")
    if room < Self.parameterRows { dropped.insert("some rows", at: 0) }
    let compact = (hasSizes ? Self.sizeRows : 0) + (hasCount ? Self.countRows : 0)
    let least = room - compact - spare
    let facts = Self.facts(factRows, room: room, least: least, mapRows: mapRows)
    factSections = hasCount ? facts : 0
    numberRows = factSections > 0 ? factRows[factSections - 1] + 1 : compact
    bodyRows = room - numberRows
    self.dropped = (hasMap ? [] : ["map"]) + dropped
  }

  private static func panelWidth(_ size: ScreenSize) -> Int { size.columns < 100 ? 30 : 42 }

  /// The rows that a whole map needs, its legend included.
  ///
  /// Twice the size is worth more than the later formulas, where the first ones still fit.
  static func mapRows(_ map: Spatial<Int>, _ size: ScreenSize, _ heat: HeatStyle, first: Int) -> Int
  {
    let room = ScreenSize(
      columns: size.columns - panelWidth(size) - 2, rows: size.rows - 2 - first - 1 - 1)
    let isDoubled = MapLayout.magnification(map, room, heat) > 1
    let (rows, overflow) = map.height.addingReportingOverflow(1)
    return overflow ? .max : isDoubled ? 2 * map.height + 1 : rows
  }

  /// The rows of formulas at most, whatever the map needs.
  static func mostFactRows(_ size: ScreenSize) -> Int { size.rows - 2 - parameterRows - 1 }

  /// How many sections of formulas a large screen has room for.
  ///
  /// The first section comes before the rest of a large map, the map before the other sections.
  private static func facts(_ factRows: [Int], room: Int, least: Int, mapRows: Int) -> Int {
    guard let first = factRows.first, room - first - 1 >= least else { return 0 }
    let body = max(least, min(mapRows, room - first - 1))
    return factRows.lastIndex { room - $0 - 1 >= body }.map { $0 + 1 } ?? 0
  }
}
