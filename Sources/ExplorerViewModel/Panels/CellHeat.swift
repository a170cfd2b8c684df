import ConvArithmetic

/// The counts of the cells that the overlap map of a layer is about, as grids show them.
package struct CellHeat {
  private let map: OverlapMap
  private let style: HeatStyle
  private let scale: HeatScale

  package init(_ map: OverlapMap, _ style: HeatStyle) {
    (self.map, self.style) = (map, style)
    scale = HeatScale(map, ramp: style.ramp)
  }

  /// What each cell shows: its count where one character holds it, else its level;
  /// `nil` for a place around the map.
  func counts() -> (Spatial<Int>) -> GridCell? {
    let counters = map.coverage.map { CellCounter($0) }
    return { cell in
      guard Axis.allCases.allSatisfy({ (0..<map.size[$0]).contains(cell[$0]) }) else { return nil }
      let count =
        Count(counters.height.count(at: cell.height)) * Count(counters.width.count(at: cell.width))
      let level = scale.level(count)
      let text = count <= 9 ? "\(count)" : String(level.character)
      var shown = GridCell(text, style: style.isColored ? level.style : .plain)
      shown.isFilled = style.isColored
      return shown
    }
  }
}
