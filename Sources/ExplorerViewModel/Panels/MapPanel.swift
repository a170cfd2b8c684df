import ConvArithmetic
import LayerNotation

/// The heatmap: how many products reach each output cell, or read each input cell.
package struct MapPanel {
  let state: ExplorerState
  let pass: ForwardPass
  private let scale: HeatScale

  package init(_ state: ExplorerState, _ pass: ForwardPass) {
    self.state = state
    self.pass = pass
    scale = HeatScale(pass.overlap, ramp: state.heatStyle.ramp)
  }

  /// What the counts are, for the heading.
  private var title: String {
    pass.layer.direction == .transposed ? "taps per output cell" : "reads per input cell"
  }

  /// The legend in the first row, the map below.
  package func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    guard size.columns > 1, size.rows > 1 else { return frame }
    let layout = layout(size)
    drawLegend(layout, &frame)
    drawCells(layout, &frame)
    if state.isMapFocused { drawCursor(layout, &frame) }
    return frame
  }

  func layout(_ size: ScreenSize) -> MapLayout {
    MapLayout(
      pass.overlap, pane: ScreenSize(columns: size.columns, rows: size.rows - 1),
      heat: state.heatStyle, isZoomedOut: state.isZoomedOut, cursor: cursor)
  }

  private var cursor: Spatial<Int> { state.cursorCell(in: pass.overlap) }

  /// What part of the map is on the screen, in long and short; nothing where all of it is.
  func positions(_ size: ScreenSize) -> [String] {
    let layout = layout(size)
    guard !layout.isWhole else { return [] }
    guard layout.block == 1 else {
      let block = "\(layout.block)×\(layout.block)"
      return ["blocks of \(block): least, most", "blocks \(block)"]
    }
    let rows = shown(layout, .height)
    let columns = shown(layout, .width)
    return ["rows \(rows), columns \(columns)", "\(rows) × \(columns)"]
  }

  private func shown(_ layout: MapLayout, _ axis: Axis) -> String {
    let first = layout.origin[axis]
    return "\(first)–\(first + layout.places[axis] - 1)/\(layout.map.size[axis])"
  }

  /// The cell of the map at a place of the panel.
  func cell(at place: Place, _ size: ScreenSize) -> Spatial<Int>? {
    let layout = layout(size)
    guard place.row >= 1, place.column >= 0, layout.cellWidth > 0 else { return nil }
    let row = (place.row - 1) / layout.cellHeight * layout.cellsPerRow
    let column = place.column / layout.cellWidth
    guard row < layout.places.height, column < layout.places.width else { return nil }
    return Spatial(
      height: layout.cells(row, .height).lowerBound, width: layout.cells(column, .width).lowerBound)
  }

  /// Row, column and count of the cell under the cursor.
  var cursorText: String {
    let (height, width) = (pass.overlap.coverage.height, pass.overlap.coverage.width)
    let rows = CellCounter(height).count(at: cursor.height)
    let columns = CellCounter(width).count(at: cursor.width)
    let product = (Count(rows) * Count(columns)).fitting ?? 0
    return "row \(cursor.height), column \(cursor.width): \(rows) × \(columns) = \(product.grouped)"
  }
}

extension MapPanel {
  private func drawLegend(_ layout: MapLayout, _ frame: inout Frame) {
    let size = "\(pass.overlap.size.height)×\(pass.overlap.size.width)"
    let sizeColumn = frame.size.columns - frame.spelling.width(size)
    var column = 0
    let entries = legend(width: sizeColumn - 2)
    // The words go first where there is no room for them and the levels.
    let words = frame.spelling.width(title) + 2
    if words + entries.width <= sizeColumn - 1 {
      column = frame.write(title, row: 0, style: .heading) + 2
    }
    for (level, name) in entries.shown {
      guard let level else {
        column = frame.write(name, row: 0, column: column, style: .faint) + 2
        continue
      }
      // Where the cells show their numbers, the legend does too.
      let isNumber = layout.hasNumbers && level.counts.lowerBound == level.counts.upperBound
      if !isNumber { column = frame.write(name + " ", row: 0, column: column, style: .faint) }
      let sample = isNumber ? " \(name) " : String(level.character)
      column = frame.write(sample, row: 0, column: column, style: cellStyle(level)) + 2
    }
    if sizeColumn > column { frame.write(size, row: 0, column: sizeColumn, style: .faint) }
  }

  /// The levels that fit; where not all do, the first and the last ones around an ellipsis.
  private func legend(width: Int) -> (shown: [(HeatScale.Level?, String)], width: Int) {
    let spelling = state.capabilities.spelling
    var shown = scale.levels.map { (Optional($0), $0.name) }
    var needed = shown.reduce(0) { $0 + spelling.width($1.1) + 4 }
    while needed > width, shown.count > 2 {
      shown.remove(at: shown.count / 2)
      needed = shown.reduce(0) { $0 + spelling.width($1.1) + 4 } + 4
    }
    if shown.count < scale.levels.count { shown.insert((nil, "…"), at: (shown.count + 1) / 2) }
    return (shown, needed)
  }

  private func cellStyle(_ level: HeatScale.Level) -> Style {
    state.heatStyle.isColored ? level.style : .plain
  }

  private func drawCells(_ layout: MapLayout, _ frame: inout Frame) {
    let rows = axisCounts(layout, .height)
    let columns = axisCounts(layout, .width)
    // Rows with the same counts look the same, and a pattern has few different ones.
    var drawnRows: [(counts: ClosedRange<Int>, row: Int)] = []
    for (row, height) in rows.enumerated() {
      if layout.cellsPerRow == 1 {
        if let twin = drawnRows.first(where: { $0.counts == height }) {
          for line in 0..<layout.cellHeight {
            frame.copyRow(twin.row + line, to: row * layout.cellHeight + line + 1)
          }
          continue
        }
        drawnRows.append((height, row * layout.cellHeight + 1))
      }
      for (column, width) in columns.enumerated() {
        let least = Count(height.lowerBound) * Count(width.lowerBound)
        let most = Count(height.upperBound) * Count(width.upperBound)
        guard !most.isOverflow else { continue }
        let place = Place(
          row: row * layout.cellHeight / layout.cellsPerRow + 1,
          column: column * layout.cellWidth)
        if layout.cellsPerRow == 2 {
          drawHalf(scale.level(least), isUpper: row % 2 == 0, at: place, in: &frame)
        } else {
          draw(least...most, layout, at: place, in: &frame)
        }
      }
    }
  }

  /// Draws one of the two cells of the map that share a place of the screen.
  private func drawHalf(
    _ level: HeatScale.Level, isUpper: Bool, at place: Place, in frame: inout Frame
  ) {
    if isUpper {
      frame[place.row, place.column] = Cell("▀", style: level.style, lower: .plain)
    } else {
      frame[place.row, place.column].lower = level.style
    }
  }

  /// Marks the place of the screen that holds the cell under the cursor.
  private func drawCursor(_ layout: MapLayout, _ frame: inout Frame) {
    let row =
      (cursor.height - layout.origin.height) / layout.block * layout.cellHeight
      / layout.cellsPerRow
    let column = (cursor.width - layout.origin.width) / layout.block * layout.cellWidth
    // Two cells share a place then, and the cursor takes all of it.
    if layout.cellsPerRow == 2 { frame[row + 1, column] = Cell() }
    for line in row..<row + layout.cellHeight {
      frame.style(row: line + 1, columns: column..<column + layout.cellWidth, .cursor)
    }
    frame.cursor = Place(row: row + 1, column: column)
  }

  /// The least and the most along one axis behind each place of the screen.
  private func axisCounts(_ layout: MapLayout, _ axis: Axis) -> [ClosedRange<Int>] {
    let coverage = layout.map.coverage[axis]
    let counter = CellCounter(coverage)
    return (0..<layout.places[axis]).map { place in
      let cells = layout.cells(place, axis)
      if cells.count == 1 {
        let count = counter.count(at: cells.lowerBound)
        return count...count
      }
      guard let window = coverage.window(cells), let least = Int(exactly: window.minimum),
        let most = Int(exactly: window.maximum)
      else { return 0...0 }
      return least...max(least, most)
    }
  }

  private func draw(
    _ counts: ClosedRange<Count>, _ layout: MapLayout, at place: Place, in frame: inout Frame
  ) {
    if layout.block > 1 {
      for (offset, count) in [counts.lowerBound, counts.upperBound].enumerated() {
        draw(scale.level(count), "", 1, at: place.column + offset, place.row, &frame)
      }
    } else {
      let number = layout.hasNumbers ? counts.lowerBound.description : ""
      let level = scale.level(counts.lowerBound)
      for line in 0..<layout.cellHeight {
        // The number is in the middle, with nothing but the colour around it.
        let isMiddle = line == (layout.cellHeight - 1) / 2
        draw(
          level, isMiddle || number.isEmpty ? number : " ", layout.cellWidth, at: place.column,
          place.row + line, &frame)
      }
    }
  }

  /// Fills the columns of a cell: with its number, or with the character of its level.
  private func draw(
    _ level: HeatScale.Level, _ number: String, _ width: Int, at column: Int, _ row: Int,
    _ frame: inout Frame
  ) {
    let style = cellStyle(level)
    let digits = Array(number.unicodeScalars)
    for offset in 0..<width {
      let index = offset - (width - digits.count) / 2
      let scalar =
        digits.isEmpty ? level.character : digits.indices.contains(index) ? digits[index] : " "
      frame[row, column + offset] = Cell(scalar, style: style)
    }
  }
}
