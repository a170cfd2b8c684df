import SeededNumbers
import ConvArithmetic
import ExplorerViewModel
import Testing

/// What is on the screen of a map against the plain loop over all products.
@Suite struct MapLawTests {
  @Test(arguments: 0..<10)
  func `cells one to one have their counts`(seed: UInt64) throws {
    try forEachView(seed, keys: "c") { view in
      for (row, column) in view.places {
        let digits = String(String.UnicodeScalarView(view.cells(row, column).filter { $0 != " " }))
        let origin = view.layout.origin
        let count = view.counts[origin.height + row][origin.width + column]
        guard Int(digits) == count else { return "\(digits) for \(count) at \(row), \(column)" }
      }
      return nil
    }
  }

  @Test(arguments: 0..<10)
  func `a window is full of cells, and the cursor is in it`(seed: UInt64) throws {
    try forEachView(seed, keys: "z") { view in
      for axis in Axis.axes(2) {
        let (first, places) = (view.layout.origin[axis], view.layout.places[axis])
        let room =
          axis == .height
          ? (view.pane.rows - view.layout.corner.row) / view.layout.cellHeight
          : (view.pane.columns - view.layout.corner.column) / view.layout.cellWidth
        guard places == min(room, view.layout.map.size[axis]) else { return "\(places) places" }
        guard (first..<first + places).contains(view.cursor[axis]) else { return "no cursor" }
        // Larger cells only where all of them fit.
        guard view.layout.cellHeight == 1 || view.layout.isWhole else { return "cut" }
        guard first >= 0, first + places <= view.layout.map.size[axis] else { return "outside" }
      }
      return nil
    }
  }

  @Test(arguments: 0..<10)
  func `every place of a cell has its character, however large the cell`(seed: UInt64) throws {
    try forEachView(seed, keys: "z") { view in
      let scale = HeatScale(view.layout.map)
      let (height, width) = (view.layout.cellHeight, view.layout.cellWidth)
      guard height == 1 || 2 * width >= 3 * height else { return "\(width)×\(height)" }
      for (row, column) in view.places {
        let count = view.counts[view.layout.origin.height + row][view.layout.origin.width + column]
        // The box around the inside stands on the cells next to it.
        let scalars = view.cells(row, column).filter { !"┌─┐│└┘".unicodeScalars.contains($0) }
        guard !scalars.isEmpty,
          scalars.allSatisfy({ $0 == scale.level(Count(count)).character })
        else {
          return "\(scalars) for \(count)"
        }
      }
      return nil
    }
  }

  @Test(arguments: 0..<10)
  func `all of a map is seen at first, each cell in a block`(seed: UInt64) throws {
    try forEachView(seed, keys: "") { view in
      for axis in Axis.axes(2) {
        let blocks = (0..<view.layout.places[axis]).map { view.layout.cells($0, axis) }
        guard Set(blocks.joined()) == Set(0..<view.layout.map.size[axis]) else {
          return "\(blocks)"
        }
        guard Set(blocks.map(\.count)).count == 1 else { return "unlike blocks: \(blocks)" }
      }
      return nil
    }
  }

  @Test(arguments: 0..<10)
  func `the ruler stands beside the inside and no other cell`(seed: UInt64) throws {
    try forEachView(seed, keys: "z") { view in
      let (layout, corner) = (view.layout, view.layout.corner)
      guard corner.row > 0 else { return nil }
      let inside = layout.map.coverage.along { axis in
        (0..<layout.places[axis]).filter {
          layout.map.coverage[axis].interior.contains(layout.origin[axis] + $0)
        }
      }
      let lines = (0..<view.pane.rows).filter { view.frame[$0 + 1, 0].scalar == "│" }
      let columns = (0..<view.pane.columns).filter { view.frame[1, $0].scalar != " " }
      guard let (top, bottom) = inside.height.ends, let (left, right) = inside.width.ends else {
        return lines.isEmpty && columns.isEmpty ? nil : "a ruler of nothing"
      }
      let (height, width) = (layout.cellHeight, layout.cellWidth)
      guard lines == Array(1 + top * height..<1 + (bottom + 1) * height) else {
        return "rows \(lines)"
      }
      guard columns.first == 1 + left * width, columns.last == (right + 1) * width else {
        return "columns \(columns)"
      }
      return nil
    }
  }
}

extension [Int] {
  fileprivate var ends: (Int, Int)? { first.flatMap { first in last.map { (first, $0) } } }
}

/// A map in a pane.
private struct MapOnScreen {
  let counts: [[Int]]
  let pane: ScreenSize
  let cursor: Spatial<Int>
  let layout: MapLayout
  let frame: Frame

  init(_ state: ExplorerState, _ pass: ForwardPass, _ pane: ScreenSize) {
    counts = scatter(pass)
    self.pane = pane
    cursor = state.cursorCell(in: pass.overlap)
    layout = MapLayout(
      pass.overlap, pane: pane, heat: state.heatStyle, canStack: false, isZoomed: state.isZoomed,
      cursor: cursor)
    // The legend has the first row.
    frame = MapPanel(state, pass).draw(ScreenSize(columns: pane.columns, rows: pane.rows + 1))
  }

  /// The characters of a place, in all its rows and columns.
  func cells(_ row: Int, _ column: Int) -> [Unicode.Scalar] {
    (0..<layout.cellHeight).flatMap { line in
      let cells = frame.row(1 + layout.corner.row + row * layout.cellHeight + line)
      let first = layout.corner.column + column * layout.cellWidth
      return cells.dropFirst(first).prefix(layout.cellWidth).map(\.scalar)
    }
  }

  /// All places on the screen, by row and column.
  var places: [(Int, Int)] {
    (0..<layout.places.height).flatMap { row in (0..<layout.places.width).map { (row, $0) } }
  }
}

/// Draws many random layers in random panes, the cursor anywhere.
private func forEachView(
  _ seed: UInt64, keys: String, fault: (MapOnScreen) -> String?
) throws {
  var generator = SeededGenerator(seed: seed)
  for _ in 0..<40 {
    let subject = LayerCase.random(using: &generator)
    guard let pass = try? subject.forward() else { continue }
    var state = try ExplorerState.after(keys + "m", subject)
    for _ in 0..<Int.random(in: 0..<12, using: &generator) {
      try state.press(["l", "j", ">", "<PgDn>", "h"].randomElement(using: &generator) ?? "l")
    }
    let pane = ScreenSize(
      columns: .random(in: 4...40, using: &generator), rows: .random(in: 1...12, using: &generator))
    let found = fault(MapOnScreen(state, pass, pane))
    #expect(found == nil, "seed \(seed): \(subject) in \(pane)")
  }
}
