/// The heatmap: how many products reach each output cell, or read each input cell.
package struct MapPanel {
  let state: ExplorerState
  let pass: ForwardPass
  let scale: HeatScale
  /// Whether the cell under the cursor is marked.
  var marksCell: Bool
  /// Whether the words above are about that cell.
  var saysCell = false
  /// Whether it is the map of a layer that came before a refused one.
  var isDimmed = false

  package init(_ state: ExplorerState, _ pass: ForwardPass) {
    self.state = state
    self.pass = pass
    marksCell = state.isMapFocused
    scale = HeatScale(pass.overlap, ramp: state.heatStyle.ramp)
  }

  /// What the counts are, in long and short.
  private var titles: [String] {
    pass.layer.direction == .transposed
      ? ["times each output cell is written", "times written"]
      : ["times each input cell is read", "times read"]
  }

  /// The legend in the first row, the map below.
  package func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    guard size.columns > 1, size.rows > 1 else { return frame }
    guard !pass.features.contains(.longCopies) else {
      frame.write(Features.longCopies.refusal("drawn"), row: 0, style: .notice)
      return frame
    }
    let layout = layout(size)
    if isDimmed {
      frame.write("the last valid map", row: 0, style: .faint)
    } else {
      drawLegend(layout, &frame)
    }
    frame.place(drawMap(layout, size), row: 1, column: 0)
    if pass.axes.count == 1 { drawProfile(row: 1 + layout.rows, &frame) }
    return frame
  }

  /// The counts of a single axis as bars, below its cells.
  private func drawProfile(row: Int, _ frame: inout Frame) {
    let rows = frame.size.rows - row
    guard rows >= Self.leastProfile, let axis = pass.verdict?.axes[0] else { return }
    let pattern = AxisPattern(
      axis, barRows: min(Self.mostBarRows, rows - 3), width: frame.size.columns, state.spelling)
    frame.write(lines: pattern.lines, row: row + 1)
  }

  /// A blank row, one of bars, the counts and what they are.
  private static let leastProfile = 4
  private static let mostBarRows = 6

  func layout(_ size: ScreenSize) -> MapLayout {
    MapLayout(
      pass.overlap, pane: ScreenSize(columns: size.columns, rows: size.rows - 1),
      heat: state.heatStyle,
      canStack: HeatStyle.halfBlocks.isPossible(state.capabilities, state.theme),
      isZoomed: state.isZoomed, cursor: cursor)
  }

  var cursor: Spatial<Int> { state.cursorCell(in: pass.overlap) }

  /// What part of the map is on the screen, or how: the longest text that fits; nothing where all of
  /// the map is as it was asked for.
  func position(_ size: ScreenSize, within room: Int, hasKey: Bool = true) -> String {
    guard pass.countRefusal == nil else { return "" }
    let layout = layout(size)
    var texts = positions(layout)
    let key = Command.zoom.keyNames
    let other = layout.showsCells && layout.cellsPerRow == 1 ? "all" : "cells"
    if hasKey { texts = texts.prefix(2).map { "\($0); \(key) shows \(other)" } + texts }
    return texts.first { state.spelling.width($0) <= room } ?? ""
  }

  private func positions(_ layout: MapLayout) -> [String] {
    let isRow = pass.axes.count == 1
    guard layout.showsCells else {
      let block = isRow ? "\(layout.block.width)" : "\(layout.block.height)×\(layout.block.width)"
      let extremes = "least \(pass.overlap.minimum.grouped), most \(pass.overlap.maximum.grouped)"
      return [
        "blocks of \(block) by their mean; \(extremes)", "means of \(block); \(extremes)",
        "means of \(block)",
      ]
    }
    guard !layout.isWhole else {
      return layout.cellsPerRow == 2 && state.heatStyle != .halfBlocks ? ["half blocks"] : []
    }
    let rows = shown(layout, .height)
    let columns = shown(layout, .width)
    if isRow { return ["cells \(columns)", columns] }
    return ["rows \(rows), columns \(columns)", "\(rows) × \(columns)"]
  }

  private func shown(_ layout: MapLayout, _ axis: Axis) -> String {
    let first = layout.origin[axis]
    return "\(first)–\(first + layout.places[axis] - 1)/\(layout.map.size[axis])"
  }

  func cell(at place: Place, _ size: ScreenSize) -> Spatial<Int>? {
    let layout = layout(size)
    let (line, column) = (place.row - 1 - layout.corner.row, place.column - layout.corner.column)
    guard line >= 0, column >= 0, layout.cellWidth > 0 else { return nil }
    let row = line / layout.cellHeight * layout.cellsPerRow
    guard row < layout.places.height, column / layout.cellWidth < layout.places.width else {
      return nil
    }
    let plane = Spatial(
      height: layout.firstCell(row, .height),
      width: layout.firstCell(column / layout.cellWidth, .width))
    return plane.raised(to: pass.axes.count, slice: cursor[0])
  }

  /// Place and count of the cell under the cursor.
  var cursorText: String {
    let coverage = pass.overlap.coverage
    let counts = coverage.with(cursor) { CellCounter($0).count(at: $1) }
    let places = zip(coverage.axes, cursor).map { "\($0.place) \($1)" }.joined(separator: ", ")
    let product = (counts.map { Count($0) }.product.fitting ?? 0).grouped
    let factors = counts.count == 1 ? "" : counts.map(String.init).joined(separator: " × ") + " = "
    return "\(places): \(factors)\(product)"
  }

  private func drawLegend(_ layout: MapLayout, _ frame: inout Frame) {
    let slice = pass.axes.count == 3 ? ["slice \(cursor[0])"] : []
    let whole = [pass.overlap.size.map(\.grouped).joined(separator: "×")] + slice
    let isLong = 2 * frame.spelling.width(whole.joined()) > frame.size.columns
    let size = (isLong && !slice.isEmpty ? slice : whole).joined(separator: ", ")
    let sizeColumn = frame.size.columns - frame.spelling.width(size)
    let entries = layout.showsCells ? legend(layout, sizeColumn - 2) : meanLegend
    // The words go first where there is no room for them and the levels.
    let width = frame.spelling.width(entries)
    let texts =
      saysCell
      ? [cursorText + " " + titles[1], cursorText]
      : titles.map { (layout.showsCells ? "" : "mean ") + $0 }
    let words = texts.first { frame.spelling.width($0) + 2 + width <= sizeColumn - 1 }
    guard words != nil || !saysCell else {
      frame.write(cursorText, row: 0, style: .value)
      return
    }
    var column = words.map { frame.write($0, row: 0, style: saysCell ? .value : .heading) + 2 } ?? 0
    column = frame.write(entries, row: 0, column: column)
    if sizeColumn > column { frame.write(size, row: 0, column: sizeColumn, style: .faint) }
  }

  /// The levels that fit; where not all do, the first and the last ones around an ellipsis.
  private func legend(_ layout: MapLayout, _ width: Int) -> [Span] {
    let spelling = state.spelling
    var shown = scale.levels.map { legend($0, layout) }
    let needed = { spelling.width(shown.joined()) }
    var isCut = false
    while needed() + (isCut ? 4 : 0) > width, shown.count > 2 {
      shown.remove(at: shown.count / 2)
      isCut = true
    }
    if isCut { shown.insert([Span("…  ", .faint)], at: (shown.count + 1) / 2) }
    return Array(shown.joined())
  }

  /// Where the cells show their numbers, the legend does too.
  private func legend(_ level: HeatScale.Level, _ layout: MapLayout) -> [Span] {
    let isNumber = layout.hasNumbers && level.counts.lowerBound == level.counts.upperBound
    let sample = isNumber ? " \(level.counts.text) " : String(level.character)
    let cell = look(Cell(level.character, style: level.style))
    return (isNumber ? [] : [Span(level.counts.text + " ", .faint)])
      + [Span(sample, cell.style), Span("  ")]
  }

  /// All tones, between the least and the most of the map.
  private var meanLegend: [Span] {
    let (least, most) = (pass.overlap.minimum, pass.overlap.maximum)
    let tones = least == most ? [scale.tone(most.value)] : scale.tones
    let holes = least == 0 ? [scale.tone(0)] : []
    return [Span("\(least.grouped) ", .faint)]
      + (holes + tones).map { Span(String($0.scalar), look($0).style) }
      + (least == most ? [] : [Span(" \(most.grouped)", .faint)])
  }
}
