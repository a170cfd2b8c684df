import ConvArithmetic

/// Where the cells of a map go in a pane.
///
/// One to one, a cell is `cellWidth` columns wide, and the pane is a window that follows the
/// cursor; a map that is much smaller than the pane has larger cells. Zoomed out, a cell of the
/// screen stands for a block of cells of the map, and shows the least and the most of it: a sample
/// of single cells would hide the very period of the pattern.
package struct MapLayout: Sendable {
  package let map: OverlapMap
  /// Cells of the map, along each axis, in one place of the screen; 1 when one to one.
  package let block: Int
  package let cellWidth: Int
  /// The rows of the screen that a cell takes; more than 1 where a small map has much room.
  package let cellHeight: Int
  /// The first cell that is shown.
  package let origin: Spatial<Int>
  /// The places on the screen.
  package let places: Spatial<Int>
  package let hasNumbers: Bool
  /// The cells of the map, one above the other, in one row of the screen: 2 for half blocks.
  package let cellsPerRow: Int

  package init(
    _ map: OverlapMap, pane: ScreenSize, heat: HeatStyle, isZoomedOut: Bool, cursor: Spatial<Int>
  ) {
    self.map = map
    let digits = String(describing: map.maximum.fitting ?? 0).count
    let fit = Self.cellWidth(map, pane, heat, digits)
    let stacked = heat == .halfBlocks ? 2 : 1
    let needsRoom = map.size.height > pane.rows * stacked || map.size.width > pane.columns / fit
    if isZoomedOut, needsRoom {
      (cellWidth, cellHeight, cellsPerRow, hasNumbers) = (2, 1, 1, false)
      block = max(
        1, Self.parts(map.size.height, of: pane.rows),
        Self.parts(map.size.width, of: pane.columns / 2))
      origin = Spatial(square: 0)
    } else {
      let scale = Self.magnification(map.size, pane, heat, cellWidth: fit)
      (cellWidth, cellHeight) = scale > 1 ? (max(fit, 2 * scale), scale) : (fit, 1)
      (cellsPerRow, block) = (stacked, 1)
      hasNumbers = (heat == .digits || heat == .color) && fit > digits
      let shown = Spatial(
        height: pane.rows * stacked / cellHeight, width: pane.columns / cellWidth)
      origin = Spatial(
        height: Self.origin(cursor.height, shown.height, map.size.height),
        width: Self.origin(cursor.width, shown.width, map.size.width))
    }
    places = Spatial(
      height: min(
        pane.rows * cellsPerRow / cellHeight,
        Self.parts(map.size.height - origin.height, of: block, ifZero: 1)),
      width: min(
        pane.columns / cellWidth,
        Self.parts(map.size.width - origin.width, of: block, ifZero: 1)))
  }

  /// Whether the whole map is on the screen, cell by cell.
  package var isWhole: Bool { block == 1 && places == map.size }

  /// The cells of the map behind a place of the screen, along one axis.
  package func cells(_ place: Int, _ axis: Axis) -> Range<Int> {
    let first = origin[axis] + place * block
    return first..<min(map.size[axis], first + block)
  }

  /// Digits need their own width and a space; characters two columns, to look square, or one.
  private static func cellWidth(
    _ map: OverlapMap, _ pane: ScreenSize, _ heat: HeatStyle, _ digits: Int
  ) -> Int {
    let fits = { (width: Int) in width <= pane.columns / map.size.width }
    switch heat {
    case .digits: return digits + 1
    case .color: return fits(digits + 1) ? max(2, digits + 1) : fits(2) ? 2 : 1
    case .ramp, .shades: return fits(2) ? 2 : 1
    case .halfBlocks: return 1
    }
  }

  /// How many rows a cell can have so that all of a map still fits; twice as many columns make it
  /// look square.
  ///
  /// Digits alone would only drift apart, and half blocks are for large maps.
  package static func magnification(
    _ size: Spatial<Int>, _ pane: ScreenSize, _ heat: HeatStyle, cellWidth: Int = 2
  ) -> Int {
    guard heat != .digits, heat != .halfBlocks, size.height > 0, size.width > 0 else { return 1 }
    let columns = pane.columns / size.width
    guard columns >= cellWidth else { return 1 }
    return max(1, min(largestCell, pane.rows / size.height, columns / 2))
  }

  /// More would say no more.
  private static let largestCell = 8

  /// The parts that hold a total: ⌈total / part⌉.
  private static func parts(_ total: Int, of part: Int, ifZero: Int = .max) -> Int {
    part > 0 ? (total - 1) / part + 1 : ifZero
  }

  /// The first cell shown, so that the cursor is in the middle or the window at an end.
  private static func origin(_ cursor: Int, _ shown: Int, _ total: Int) -> Int {
    min(max(0, cursor - shown / 2), max(0, total - shown))
  }
}
