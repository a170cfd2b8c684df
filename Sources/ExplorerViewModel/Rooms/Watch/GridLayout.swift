/// Where the linked grids are in a pane, and how large their cells are.
struct GridLayout {
  var pitch = Pitch.least
  var placed: [(grid: WatchGrid, place: Place, size: ScreenSize)] = []
  /// Whether all of them are whole.
  var isWhole = true

  /// The rows down to the end of the longest column.
  var rows: Int { placed.map { $0.place.row + $0.size.rows }.max() ?? 0 }

  func draw(_ pane: ScreenSize, _ spelling: Spelling) -> (frame: Frame, marks: [CellMark]) {
    var frame = Frame(size: pane, spelling: spelling)
    var marks: [CellMark] = []
    for item in placed {
      let drawn = item.grid.draw(pitch, item.size)
      frame.place(drawn.frame, row: item.place.row, column: item.place.column)
      marks += drawn.marks.filter { !marks.contains($0) }
    }
    return (frame, marks)
  }

  func target(at place: Place) -> ExplorerState.Target? {
    placed.lazy.compactMap { item in
      let (row, column) = (place.row - item.place.row, place.column - item.place.column)
      guard row >= 0, column >= 0, row < item.size.rows, column < item.size.columns else {
        return nil
      }
      return item.grid.cell(at: Place(row: row, column: column), pitch, item.size)
    }.first
  }
}

/// Grids side by side: the cell under the cursor lights the cells and taps that it is made of, a
/// colour and a letter a tap.
struct GridArrangement {
  private let scene: WatchScene
  /// The grids with the smallest cells; as panels they are made once, not for each size of cells.
  private let panels: [WatchPane: GridPanel]

  init(_ scene: WatchScene) {
    self.scene = scene
    let panes = WatchPane.allCases.map { ($0, WatchGrid(scene, $0).panel(.least)) }
    panels = Dictionary(uniqueKeysWithValues: panes)
  }

  /// Columns of one or two grids each.
  ///
  /// Of the first list that has one that fits, that with the largest cells is taken.
  private var arrangements: [[[[WatchPane]]]] {
    let left: [[WatchPane]] = [[.input, .kernel], [.output]]
    let isStretched = scene.isStretched && scene.stretched != nil
    // Rows of cells stand one below the other.
    if scene.trace.axes.count == 1 {
      let rows: [WatchPane] = [.input, .kernel, .output]
      let others: [WatchPane] = [.stretched, .flippedKernel, .stretchedOutput]
      return isStretched ? [[[rows + others], [rows, others]]] : [[[rows]]]
    }
    guard isStretched else { return [[[[.input], [.kernel], [.output]], left]] }
    return [
      [left + [[.stretched], [.flippedKernel, .stretchedOutput]]],
      [left + [[.stretched], [.flippedKernel]], left + [[.stretched, .flippedKernel]]],
    ]
  }

  /// The largest cells with which all grids are whole; windows of the grids if no cells are small
  /// enough.
  func layout(_ pane: ScreenSize) -> GridLayout { whole(pane) ?? windows(pane) }

  /// Whether all grids fit with the smallest cells.
  func fits(_ pane: ScreenSize) -> Bool {
    arrangements.joined().contains { whole($0, .least, pane) != nil }
  }

  /// All grids as large as they fit, if they fit.
  func whole(_ pane: ScreenSize) -> GridLayout? {
    arrangements.lazy.compactMap { list in
      // What does not fit with the smallest cells does not with larger ones.
      let fitting = list.filter { whole($0, .least, pane) != nil }
      return Pitch.all.lazy.compactMap { pitch in
        fitting.lazy.compactMap { whole($0, pitch, pane) }.first
      }.first
    }.first
  }

  private func whole(
    _ columns: [[WatchPane]], _ pitch: Pitch, _ pane: ScreenSize
  ) -> GridLayout? {
    let sizes = columns.map { $0.map { size($0, pitch) } }
    let rows = sizes.map { $0.reduce(-1) { $0 + $1.rows + 1 } }.max() ?? 0
    let widths = sizes.map { $0.map(\.columns).max() ?? 0 }
    let width = widths.reduce(0, +)
    guard rows <= pane.rows, width + columns.count - 1 <= pane.columns else { return nil }
    let gap = width + 2 * (columns.count - 1) <= pane.columns ? 2 : 1
    var layout = GridLayout(pitch: pitch)
    place(columns, widths, gap, pane.rows, &layout)
    return layout
  }

  private func size(_ pane: WatchPane, _ pitch: Pitch) -> ScreenSize {
    guard var panel = panels[pane] else { return ScreenSize(columns: 0, rows: 0) }
    panel.wanted = pitch
    return panel.wholeSize
  }

  private static let leastWidth = 13

  /// As much for each column as it needs; if that is too much in all, the small ones first and
  /// equal parts of the remainder.
  private func windows(_ pane: ScreenSize) -> GridLayout {
    var columns = arrangements.joined().first { $0.count < 4 } ?? []
    let wanted = WatchPane(scene.cursor.grid)
    while columns.count > 1, columns.count * (Self.leastWidth + 1) > pane.columns,
      let last = columns.lastIndex(where: { !$0.contains(wanted) })
    { columns.remove(at: last) }
    let needs = columns.map { $0.map { size($0, .least).columns }.max() ?? 0 }
    var widths = needs
    var left = max(0, pane.columns - (columns.count - 1))
    for (rank, index) in needs.indices.sorted(by: { needs[$0] < needs[$1] }).enumerated() {
      widths[index] = min(needs[index], left / (needs.count - rank))
      left -= widths[index]
    }
    var layout = GridLayout(isWhole: false)
    place(columns, widths, 1, pane.rows, &layout)
    return layout
  }

  /// Places columns from left to right; of two grids in one, the lower one is whole or not there.
  private func place(
    _ columns: [[WatchPane]], _ widths: [Int], _ gap: Int, _ rows: Int, _ layout: inout GridLayout
  ) {
    let wanted = WatchPane(scene.cursor.grid)
    var column = 0
    for (panes, width) in zip(columns, widths) {
      let needs = panes.map { size($0, layout.pitch).rows }
      let isWhole = needs.reduce(-1) { $0 + $1 + 1 } <= rows
      let hasBoth = isWhole || needs.last ?? 0 <= rows / 2
      let shown =
        hasBoth ? panes[...] : panes.filter { $0 == wanted || !panes.contains(wanted) }[...]
      let lower = hasBoth && panes.count > 1 ? (needs.last ?? 0) + 1 : 0
      var row = 0
      for pane in shown.prefix(isWhole ? panes.count : hasBoth ? 2 : 1) {
        let need = size(pane, layout.pitch).rows
        let height = min(need, row == 0 ? rows - lower : rows - row)
        let place = Place(row: row, column: column)
        layout.placed.append(
          (WatchGrid(scene, pane), place, ScreenSize(columns: width, rows: height)))
        row += max(0, height) + 1
      }
      column += width + gap
    }
  }
}
