import SeededNumbers
import ConvArithmetic
import ExplorerViewModel
import Testing

/// What is on the screen of a map against the plain loop over all products.
@Suite struct MapLawTests {
  @Test(arguments: 0..<10)
  func `a window one to one has the counts of its cells`(seed: UInt64) throws {
    try forEachView(seed, keys: "c") { view in
      for (row, column) in view.places {
        let (first, width) = (column * view.layout.cellWidth, view.layout.cellWidth)
        let scalars = view.frame.row(row + 1).dropFirst(first).prefix(width).map(\.scalar)
        let digits = String(String.UnicodeScalarView(scalars.filter { $0 != " " }))
        let origin = view.layout.origin
        let count = view.counts[origin.height + row][origin.width + column]
        guard Int(digits) == count else { return "\(digits) for \(count) at \(row), \(column)" }
      }
      return nil
    }
  }

  @Test(arguments: 0..<10)
  func `a window is full of cells, and the cursor is in it`(seed: UInt64) throws {
    try forEachView(seed, keys: "") { view in
      for axis in Axis.allCases {
        let (first, places) = (view.layout.origin[axis], view.layout.places[axis])
        let room =
          axis == .height ? view.pane.rows : view.pane.columns / view.layout.cellWidth
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
    try forEachView(seed, keys: "") { view in
      let scale = HeatScale(view.layout.map)
      let (height, width) = (view.layout.cellHeight, view.layout.cellWidth)
      guard height == 1 || width >= 2 * height else { return "\(width)×\(height)" }
      for (row, column) in view.places {
        let count = view.counts[view.layout.origin.height + row][view.layout.origin.width + column]
        for line in 0..<height {
          let scalars = view.frame.row(row * height + line + 1).dropFirst(column * width)
            .prefix(width).map(\.scalar)
          guard scalars.allSatisfy({ $0 == scale.level(Count(count)).character }) else {
            return "\(scalars) for \(count)"
          }
        }
      }
      return nil
    }
  }

  @Test(arguments: 0..<10)
  func `a block shows the true least and most of its cells`(seed: UInt64) throws {
    try forEachView(seed, keys: "z") { view in
      guard view.layout.block > 1 else { return nil }
      let scale = HeatScale(view.layout.map)
      for (row, column) in view.places {
        let cells = view.layout.cells(row, .height).flatMap { row in
          view.layout.cells(column, .width).map { view.counts[row][$0] }
        }
        guard let least = cells.min(), let most = cells.max() else { return "an empty block" }
        let shown = [view.frame[row + 1, column * 2], view.frame[row + 1, column * 2 + 1]]
        guard shown.map(\.scalar) == [least, most].map({ scale.level(Count($0)).character })
        else { return "block \(row), \(column): \(shown) for \(least), \(most)" }
      }
      return nil
    }
  }

  @Test(arguments: 0..<10)
  func `the blocks are all of the map, each cell in one`(seed: UInt64) throws {
    try forEachView(seed, keys: "z") { view in
      guard view.layout.block > 1 else { return nil }
      for axis in Axis.allCases {
        let cells = (0..<view.layout.places[axis]).flatMap { view.layout.cells($0, axis) }
        guard cells == Array(0..<view.layout.map.size[axis]) else { return "cells \(cells)" }
      }
      return nil
    }
  }
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
      pass.overlap, pane: pane, heat: state.heatStyle, isZoomedOut: state.isZoomedOut,
      cursor: cursor)
    // The legend has the first row.
    frame = MapPanel(state, pass).draw(ScreenSize(columns: pane.columns, rows: pane.rows + 1))
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
