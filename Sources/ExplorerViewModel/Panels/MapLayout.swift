/// Where the cells of a map go in a pane.
///
/// At first all of the map is seen: cell by cell where that fits, else in half blocks, else in
/// blocks of cells. The other way is a window, one to one, that follows the cursor. A map that is
/// much smaller than the pane has larger cells.
package struct MapLayout: Sendable {
  /// The map, of three axes that of a slice.
  package let map: OverlapMap
  /// The cells of the map, along each axis, in one place of the screen; 1 when one to one.
  package let block: Spatial<Int>
  package let cellWidth: Int
  /// The rows of the screen that a cell takes; more than 1 where a small map has much room.
  package let cellHeight: Int
  package let origin: Spatial<Int>
  package let places: Spatial<Int>
  package let hasNumbers: Bool
  /// The places, one above the other, in one row of the screen: 2 for half blocks.
  package let cellsPerRow: Int
  /// Where the first place is: below and right of the ruler of the inside, where there is one.
  package let corner: Place

  /// Digits start as a window; `canStack` says whether the terminal can show half blocks, and
  /// `isZoomed` asks for the other way.
  package init(
    _ map: OverlapMap, pane: ScreenSize, heat: HeatStyle, canStack: Bool, isZoomed: Bool,
    cursor: Spatial<Int>
  ) {
    // A row of half blocks would be half a row.
    let stacks = canStack && heat.isColored && map.coverage.count > 1
    let cells = Self.cells(map, pane, heat, cursor)
    let halves = stacks ? Self.cells(map, pane, .halfBlocks, cursor) : cells
    if cells.isWhole || (heat == .digits) != isZoomed {
      self = cells
    } else {
      self = halves.isWhole ? halves : Self(map, pane, blocksPerRow: stacks ? 2 : 1)
    }
  }

  var columns: Int { corner.column + places.width * cellWidth }

  var rows: Int { corner.row + (places.height + cellsPerRow - 1) / cellsPerRow * cellHeight }

  /// Whether the cells are one to one.
  package var showsCells: Bool { block.isAll(1) }

  /// Whether the whole map is on the screen, cell by cell.
  package var isWhole: Bool { showsCells && places == map.size }

  /// The cells of the map that a place of the screen shows, along one axis.
  ///
  /// All blocks have the same length, so that a pattern has the same mean in each of them: the
  /// last one may reach back over the one before.
  package func cells(_ place: Int, _ axis: Axis) -> Range<Int> {
    let first = min(firstCell(place, axis), max(0, map.size[axis] - block[axis]))
    return first..<first + min(block[axis], map.size[axis] - first)
  }

  /// The first cell that belongs to a place of the screen and to no earlier one.
  func firstCell(_ place: Int, _ axis: Axis) -> Int { origin[axis] + place * block[axis] }

  // MARK: One to one

  /// All cells or a window, with a ruler where that leaves the cells as they are.
  static func cells(
    _ map: OverlapMap, _ pane: ScreenSize, _ heat: HeatStyle, _ cursor: Spatial<Int>
  ) -> MapLayout {
    let bare = MapLayout(map, pane, cells: heat, cursor, Place(row: 0, column: 0))
    guard bare.map.hasFrame else { return bare }
    let ruled = MapLayout(map, pane, cells: heat, cursor, Place(row: 1, column: 1))
    let isBand = map.coverage.count == 1
    let isFlat = bare.cellHeight == 1 || isBand
    let isWorthIt =
      bare.isWhole
      ? ruled.isWhole && ruled.hasNumbers == bare.hasNumbers && isFlat
      : isBand || pane.rows >= leastRowsWithRuler
    return isWorthIt ? ruled : bare
  }

  /// Those of a window that is too small to spare one of them.
  private static let leastRowsWithRuler = 8

  private init(
    _ whole: OverlapMap, _ pane: ScreenSize, cells heat: HeatStyle, _ cursor: Spatial<Int>,
    _ corner: Place
  ) {
    let (map, cursor, band) = (whole.planar, cursor.planar(0), whole.band(pane))
    let digits = String(describing: whole.maximum.fitting ?? 0).count
    let pane = ScreenSize(columns: pane.columns - corner.column, rows: pane.rows - corner.row)
    let fit = Self.cellWidth(map, pane, heat, digits)
    let scale = Self.magnification(map.size, pane, heat, cellWidth: fit)
    let stacked = heat == .halfBlocks ? 2 : 1
    let widest = min(2 * scale, pane.columns / max(1, map.size.width))
    (cellWidth, cellHeight) = scale > 1 ? (max(fit, widest), scale) : (fit, band)
    let room = Spatial(
      height: pane.rows * stacked / cellHeight, width: pane.columns / cellWidth)
    let origin = map.size.along { firstShown(around: cursor[$0], room[$0], of: map.size[$0]) }
    (self.map, self.origin, self.corner, cellsPerRow) = (map, origin, corner, stacked)
    block = map.size.map { _ in 1 }
    hasNumbers = (heat == .digits || heat == .color) && fit > digits
    places = map.size.along { min(room[$0], map.size[$0] - origin[$0]) }
  }

  /// Digits need their own width and a space; characters two columns, to look square, or one.
  private static func cellWidth(
    _ map: OverlapMap, _ pane: ScreenSize, _ heat: HeatStyle, _ digits: Int
  ) -> Int {
    let number = max(2, digits + 1)
    let widths =
      switch heat {
      case .digits: [digits + 1]
      case .color: number <= widestNumber ? [number, 2, 1] : [2, 1]
      case .ramp, .shades: [2, 1]
      case .halfBlocks: [1]
      }
    // In a window, the cells are as wide as they need.
    return widths.first { $0 <= pane.columns / map.size.width } ?? widths[0]
  }

  /// Wider cells would be bars.
  private static let widestNumber = 6

  /// How many rows a cell can have so that all of a map still fits; twice as many columns make it
  /// look square, and half as many more will do.
  ///
  /// Digits alone would only drift apart, and half blocks are for large maps.
  package static func magnification(
    _ size: Spatial<Int>, _ pane: ScreenSize, _ heat: HeatStyle, cellWidth: Int = 2
  ) -> Int {
    guard heat != .digits, heat != .halfBlocks, size.height > 0, size.width > 0 else { return 1 }
    let columns = pane.columns / size.width
    guard columns >= cellWidth else { return 1 }
    return max(1, min(pane.rows / size.height, columns * 2 / 3))
  }

  // MARK: In blocks

  private init(_ whole: OverlapMap, _ pane: ScreenSize, blocksPerRow stacked: Int) {
    let map = whole.planar
    cellHeight = whole.band(pane)
    let isNarrow = stacked == 2 || whole.coverage.count == 1
    (cellWidth, cellsPerRow, hasNumbers) = (isNarrow ? 1 : 2, stacked, false)
    let room = Spatial(
      height: pane.rows * stacked / cellHeight, width: pane.columns / cellWidth)
    let block = Self.blocks(map, room)
    (self.map, self.block, corner) = (map, block, Place(row: 0, column: 0))
    origin = map.size.map { _ in 0 }
    places = map.size.along { min(room[$0], Self.parts(map.size[$0], of: block[$0])) }
  }

  /// The length of the blocks along each axis, so that all of the map fits.
  ///
  /// Both are about the same, for a square map to look square, unless that would leave less than
  /// ``leastPlaces`` along one of them.
  private static func blocks(_ map: OverlapMap, _ room: Spatial<Int>) -> Spatial<Int> {
    let least = map.size.with(room) { parts($0, of: $1) }
    let common = least.max() ?? 1
    return map.coverage.with(least) { coverage, least in
      aligned(max(least, min(common, coverage.size / leastPlaces)), coverage)
    }
  }

  private static let leastPlaces = 8

  /// The next multiple of the period: any other block would show a pattern that is not there,
  /// the beat of its length and the period.
  ///
  /// A period of several blocks is seen as it is. One that leaves less than two blocks is not.
  private static func aligned(_ length: Int, _ coverage: Coverage) -> Int {
    let missing = (coverage.period - length % coverage.period) % coverage.period
    let isSeen = length == 1 || coverage.period / blocksThatShowAPeriod >= length
    return isSeen || length > coverage.size / 2 - missing ? length : length + missing
  }

  private static let blocksThatShowAPeriod = 4

  /// How many parts hold a total: ⌈total / part⌉; the total itself without a part.
  private static func parts(_ total: Int, of part: Int) -> Int {
    part > 0 ? (total - 1) / part + 1 : total
  }
}

extension OverlapMap {
  /// The rows of the screen that a row of small cells takes: those of a single axis are a band.
  fileprivate func band(_ pane: ScreenSize) -> Int {
    coverage.count == 1 ? max(1, min(3, pane.rows - 1)) : 1
  }

  /// Whether an inside can be marked: there is one, and it is not all.
  fileprivate var hasFrame: Bool {
    coverage.allSatisfy { !$0.interior.isEmpty } && coverage.contains { $0.interior != 0..<$0.size }
  }
}
