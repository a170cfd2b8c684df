extension MapPanel {
  /// The map alone, with its ruler and its cursor.
  func drawMap(_ layout: MapLayout, _ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    drawCells(layout, &frame)
    drawRuler(layout, &frame)
    if marksCell, !isDimmed { drawCursor(layout, &frame) }
    return frame
  }

  /// A cell as it is seen in the present style.
  func look(_ cell: Cell) -> Cell {
    guard state.heatStyle.isColored else {
      return Cell(cell.scalar, style: isDimmed ? .faint : .plain)
    }
    // Fewer colours have no greys.
    guard isDimmed, state.capabilities.colors >= 256,
      let level = Style.heat.firstIndex(of: cell.style)
    else { return cell }
    return Cell(
      cell.scalar, style: Style.greys[state.theme == .light ? 8 - level / 2 : 1 + level / 2])
  }

  private func drawCells(_ layout: MapLayout, _ frame: inout Frame) {
    let factor = pass.overlap.factor(at: cursor)
    let rows = means(layout, .height).map { Ratio($0.numerator * factor, $0.denominator) }
    let columns = means(layout, .width)
    // Rows with the same counts look the same, and a pattern has few different ones.
    var drawn: [(means: ArraySlice<Ratio>, line: Int)] = []
    for first in stride(from: 0, to: rows.count, by: layout.cellsPerRow) {
      let means = rows[first..<min(rows.count, first + layout.cellsPerRow)]
      let line = layout.corner.row + first / layout.cellsPerRow * layout.cellHeight
      if let twin = drawn.first(where: { $0.means == means }) {
        for offset in 0..<layout.cellHeight { frame.copyRow(twin.line + offset, to: line + offset) }
        continue
      }
      drawn.append((means, line))
      for (index, width) in columns.enumerated() {
        let column = layout.corner.column + index * layout.cellWidth
        draw(
          means.map { cell($0, width, layout) }, layout, at: Place(row: line, column: column),
          &frame)
      }
    }
  }

  /// The count of each place along an axis, or the mean of its block.
  private func means(_ layout: MapLayout, _ axis: Axis) -> [Ratio] {
    let coverage = layout.map.coverage[axis]
    let counter = CellCounter(coverage)
    return (0..<layout.places[axis]).map { place in
      let cells = layout.cells(place, axis)
      return cells.count == 1
        ? Ratio(Count(counter.count(at: cells.lowerBound)))
        : Ratio(coverage.window(cells)?.sum ?? 0, Count(cells.count))
    }
  }

  /// What a place looks like, and the number in it.
  private func cell(_ height: Ratio, _ width: Ratio, _ layout: MapLayout) -> (Cell, String) {
    guard layout.showsCells else { return (look(scale.tone(height.value * width.value)), "") }
    let count = height.numerator * width.numerator
    let level = scale.level(count)
    return (
      look(Cell(level.character, style: level.style)), layout.hasNumbers ? count.description : ""
    )
  }

  /// Draws what is in one place of the screen: one cell of the map, or two halves.
  private func draw(
    _ cells: [(cell: Cell, number: String)], _ layout: MapLayout, at place: Place,
    _ frame: inout Frame
  ) {
    guard let (cell, number) = cells.first else { return }
    if layout.cellsPerRow == 2 {
      let lower = cells.count > 1 ? cells[1].cell.style : .plain
      frame[place.row, place.column] = Cell("▀", style: cell.style, lower: lower)
      return
    }
    for line in 0..<layout.cellHeight {
      // The number is in the middle, with nothing but the colour around it.
      let isMiddle = line == (layout.cellHeight - 1) / 2
      let text = Array((isMiddle || number.isEmpty ? number : " ").unicodeScalars)
      for offset in 0..<layout.cellWidth {
        let index = offset - (layout.cellWidth - text.count) / 2
        let scalar = text.isEmpty ? cell.scalar : text.indices.contains(index) ? text[index] : " "
        frame[place.row + line, place.column + offset] = Cell(scalar, style: cell.style)
      }
    }
  }

  /// Marks the place of the screen that holds the cell under the cursor.
  private func drawCursor(_ layout: MapLayout, _ frame: inout Frame) {
    let plane = cursor.planar(0)
    let place = plane.along { (plane[$0] - layout.origin[$0]) / layout.block[$0] }
    let row = layout.corner.row + place.height / layout.cellsPerRow * layout.cellHeight
    let column = layout.corner.column + place.width * layout.cellWidth
    // Two cells share a place then, and the cursor takes all of it.
    if layout.cellsPerRow == 2 { frame[row, column] = Cell() }
    for line in row..<row + layout.cellHeight {
      frame.style(row: line, columns: column..<column + layout.cellWidth, .cursor)
    }
    if state.isMapFocused { frame.cursor = Place(row: row, column: column) }
  }

  // MARK: The inside, marked above the map and at its left, or on the border around it

  private func drawRuler(_ layout: MapLayout, _ frame: inout Frame) {
    let inside = layout.map.coverage.map { $0.interior }
    let columns = visible(inside.width, layout, .width)
    let rows = visible(inside.height, layout, .height)
    guard !columns.isEmpty, !rows.isEmpty else { return }
    guard layout.corner.row > 0 else { return drawFrame(rows, columns, layout, &frame) }
    let (first, width) = (layout.corner.column, layout.cellWidth)
    drawBracket(
      from: first + columns.lowerBound * width, to: first + columns.upperBound * width,
      opens: layout.firstCell(columns.lowerBound, .width) == inside.width.lowerBound,
      closes: layout.firstCell(columns.upperBound, .width) == inside.width.upperBound, &frame)
    guard pass.axes.count > 1 else { return }
    for line in 0..<layout.rows - layout.corner.row {
      let first = line * layout.cellsPerRow / layout.cellHeight
      let halves = (rows.contains(first), rows.contains(first + layout.cellsPerRow - 1))
      let bar = halves.0 ? halves.1 ? "█" : "▀" : halves.1 ? "▄" : ""
      let mark = layout.cellsPerRow == 1 && halves.0 ? "│" : bar
      frame.write(mark, row: layout.corner.row + line, style: .line)
    }
  }

  /// Draws a box on the cells next to the inside; only large ones have the room, and numbers stay.
  private func drawFrame(
    _ rows: Range<Int>, _ columns: Range<Int>, _ layout: MapLayout, _ frame: inout Frame
  ) {
    guard layout.isWhole, pass.axes.count > 1, layout.cellHeight > 1, layout.cellWidth > 2 else {
      return
    }
    let (height, width) = (layout.cellHeight, layout.cellWidth)
    let (top, bottom) = (rows.lowerBound * height - 1, rows.upperBound * height)
    let (left, right) = (columns.lowerBound * width - 1, columns.upperBound * width)
    for row in max(0, top)...min(bottom, layout.places.height * height - 1) {
      for column in max(0, left)...min(right, layout.places.width * width - 1) {
        let cell = frame[row, column]
        guard let line = boxLine(row, top, bottom, column, left, right),
          !layout.hasNumbers || cell.scalar == " "
        else { continue }
        frame.write(line, row: row, column: column, style: cell.style)
      }
    }
  }

  private func visible(_ cells: Range<Int>, _ layout: MapLayout, _ axis: Axis) -> Range<Int> {
    let first = layout.origin[axis]
    let shown = cells.clamped(to: first..<first + layout.places[axis])
    return shown.lowerBound - first..<shown.upperBound - first
  }

  /// Draws `┌─ inside ─┐`, with an end only where the inside has one.
  private func drawBracket(
    from start: Int, to end: Int, opens: Bool, closes: Bool, _ frame: inout Frame
  ) {
    for column in start..<end { frame.write("─", row: 0, column: column, style: .line) }
    if opens { frame.write("┌", row: 0, column: start, style: .line) }
    if closes { frame.write("┐", row: 0, column: end - 1, style: .line) }
    let name = " inside "
    if end - start >= name.count + 2 {
      frame.write(name, row: 0, column: (start + end - name.count) / 2, style: .faint)
    }
  }

  // MARK: The magnifier

  /// The cells around the cursor one to one, in a box that goes beside the map; nothing where the
  /// map shows its cells itself, and where there is no room.
  func magnifier(_ size: ScreenSize) -> Frame? {
    let layout = layout(size)
    let used = layout.places.width * layout.cellWidth
    let room = ScreenSize(
      columns: min(Self.widestMagnifier, size.columns - used - 2) - 2, rows: size.rows - 3)
    let heat = state.heatStyle == .halfBlocks ? .color : state.heatStyle
    let isNeeded = !layout.showsCells || layout.cellsPerRow == 2 && heat != state.heatStyle
    guard isNeeded, room.columns >= Self.leastMagnified.columns,
      room.rows >= Self.leastMagnified.rows
    else { return nil }
    let pane = ScreenSize(columns: room.columns, rows: min(room.rows, room.columns / 2))
    let cells = MapLayout.cells(pass.overlap, pane, heat, cursor)
    return boxed(drawMap(cells, ScreenSize(columns: cells.columns, rows: cells.rows)))
  }

  private static let widestMagnifier = 40
  private static let leastMagnified = ScreenSize(columns: 12, rows: 5)

  private func boxed(_ map: Frame) -> Frame {
    let size = ScreenSize(columns: map.size.columns + 2, rows: map.size.rows + 2)
    var frame = Frame(size: size, spelling: map.spelling)
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let line = boxLine(row, 0, size.rows - 1, column, 0, size.columns - 1)
        frame.write(line ?? "", row: row, column: column, style: .line)
      }
    }
    let title = [" around the cursor ", " cursor "].first { $0.count <= map.size.columns }
    frame.write(title ?? "", row: 0, column: 1, style: .faint)
    frame.place(map, row: 1, column: 1)
    // The map beside it has the cursor.
    frame.cursor = nil
    return frame
  }

  /// What a box has in a place of one of its sides; `nil` elsewhere.
  private func boxLine(
    _ row: Int, _ top: Int, _ bottom: Int, _ column: Int, _ left: Int, _ right: Int
  ) -> String? {
    switch (row, column) {
    case (top, left): "┌"
    case (top, right): "┐"
    case (bottom, left): "└"
    case (bottom, right): "┘"
    case (top, _), (bottom, _): "─"
    case (_, left), (_, right): "│"
    default: nil
    }
  }
}
