import ConvArithmetic
import LayerNotation

/// One of the three grids of a layer, with everything marked that the cursor's cell is tied to.
package struct CellGrid {
  let trace: LayerTrace
  let cursor: CellCursor
  let grid: LayerGrid
  let spelling: Spelling
  /// The counts of the cells that the overlap map is about; without them cells show what they are.
  let heat: CellHeat?

  /// - Parameters:
  ///   - trace: The layer.
  ///   - cursor: The cell whose links are marked.
  ///   - grid: What is drawn.
  ///   - spelling: How it is written.
  ///   - heat: The counts of the cells.
  package init(
    _ trace: LayerTrace, _ cursor: CellCursor, _ grid: LayerGrid, _ spelling: Spelling,
    _ heat: CellHeat?
  ) {
    self.trace = trace
    self.cursor = cursor
    self.grid = grid
    self.spelling = spelling
    self.heat = heat
  }

  /// The grids of a state; none of a layer without cells.
  static func all(of state: ExplorerState) -> [CellGrid] {
    guard let trace = state.trace, case .success(let pass) = state.outcome else { return [] }
    let heat = CellHeat(pass.overlap, state.heatStyle)
    return LayerGrid.allCases.map {
      CellGrid(trace, state.cellCursor, $0, state.capabilities.spelling, heat)
    }
  }

  /// A dilated kernel is drawn with its gaps up to this size, and tap by tap beyond.
  private static let largestSpread = 9

  /// The kernel's cells between one tap and the next; 1 where the gaps are not drawn.
  private var spread: Spatial<Int> {
    guard grid == .kernel else { return Spatial(square: 1) }
    let sizes = Axis.allCases.map { trace.axes[$0].dilatedSize }
    return sizes.allSatisfy { $0 <= Self.largestSpread }
      ? trace.axes.map { $0.geometry.dilation } : Spatial(square: 1)
  }

  /// The grid as a panel, its window around the cell that the cursor points at.
  package var panel: GridPanel {
    let spread = spread
    let focus = focus
    var panel = GridPanel(
      bounds: Spatial(height: bounds(.height), width: bounds(.width)),
      focus: Spatial(height: focus.height * spread.height, width: focus.width * spread.width))
    if cursor.grid == grid { panel.cursor = panel.focus }
    panel.spelling = spelling
    panel.title = title
    panel.label = { axis, index in
      index % spread[axis] == 0 ? (index / spread[axis]).plain : ""
    }
    return panel
  }

  /// Of the kernel, the first tap that the cursor's cell is tied to: it may be too large to be seen
  /// as a whole.
  private var focus: Spatial<Int> {
    var focus = cursor.cell(of: grid, in: trace)
    guard grid == .kernel, cursor.grid != .kernel else { return focus }
    let links = trace.links(of: cursor.grid, at: cursor.cell(of: cursor.grid, in: trace))
    focus.height = links.height.first?.tap ?? focus.height
    focus.width = links.width.first?.tap ?? focus.width
    return focus
  }

  private func bounds(_ axis: Axis) -> Range<Int> {
    let places = trace.axes[axis].places(of: grid)
    return grid == .kernel ? 0..<(places.count - 1) * spread[axis] + 1 : places
  }

  private var title: [Span] {
    let size = trace.size(of: grid)
    let isActive = cursor.grid == grid
    return [
      Span(isActive ? "▸" : " ", isActive ? .key : .plain),
      Span("\(grid.symbol) \(grid.word)", isActive ? .value : .heading),
      Span(" \(size.height)×\(size.width)", .faint),
    ]
  }

  /// The cell of the layer at a place of the panel; a gap belongs to the tap before it.
  package func cell(at place: Place, _ size: ScreenSize) -> Spatial<Int>? {
    panel.cell(at: place, size).map {
      Spatial(height: $0.height / spread.height, width: $0.width / spread.width)
    }
  }

  /// The grid, and the marks that occur in it.
  package func draw(_ size: ScreenSize) -> (frame: Frame, marks: [CellMark]) {
    let panel = panel
    let window = panel.window(size)
    let rows = ties(.height, window.height)
    let columns = ties(.width, window.width)
    var marks: [CellMark] = []
    let counts = grid == trace.plane ? heat?.counts() : nil
    let frame = panel.draw(size) { cell in
      let row = rows[cell.height - window.height.lowerBound]
      let column = columns[cell.width - window.width.lowerBound]
      let (content, occurring) = content(row, column, counts?(cell), isCursor: cell == panel.cursor)
      for mark in occurring where !marks.contains(mark) { marks.append(mark) }
      return content
    }
    return (frame, marks)
  }

  private func ties(_ axis: Axis, _ window: Range<Int>) -> [AxisTie] {
    let (trace, spread) = (trace.axes[axis], spread[axis])
    let place = (grid: cursor.grid, index: cursor.cell(of: cursor.grid, in: self.trace)[axis])
    return window.map { index in
      index % spread == 0
        ? AxisTie(trace, cursor: place, grid, index / spread) : .gap(trace)
    }
  }

  private func content(
    _ row: AxisTie, _ column: AxisTie, _ count: GridCell?, isCursor: Bool
  ) -> (GridCell, [CellMark]) {
    let role = max(row.role ?? .cell, column.role ?? .cell)
    let own = role.mark
    let roles = role == .cell ? [] : [own]
    switch (row.touch, column.touch) {
    case (.tap(let rowTap, let isRowUseful), .tap(let columnTap, let isColumnUseful)):
      let letter = letters[Spatial(height: rowTap, width: columnTap)]
      let isUseful = isRowUseful && isColumnUseful
      let lost: CellRole = trace.direction == .convolution ? .padding : .croppedAfter
      // A tap itself is no zero; it is multiplied with one, or its product is cropped.
      let mark = grid == .kernel && !isUseful ? lost.mark : own
      let tap = Spatial(height: rowTap, width: columnTap)
      let cell = GridCell(
        letter, style: isUseful ? letters.style(tap) : .faint,
        mark: mark.name.isEmpty ? " " : mark.character)
      return (
        cell, [.product(hasLetters: letters.areEnough)] + (mark.name.isEmpty ? roles : [mark])
      )
    case (.none, _), (_, .none):
      if var count, role == .cell || role == .kept {
        if role == .kept { count.mark = own.character }
        return (count, roles)
      }
      let isPlainCursor = isCursor && role == .cell
      let text = isPlainCursor ? cursorText : String(own.character)
      return (GridCell(text, style: own.style), roles)
    case (.gap, _), (_, .gap):
      let gap = CellRole.gap.mark
      return (GridCell(String(gap.character), style: gap.style), [gap])
    }
  }

  private var cursorText: String {
    grid == .kernel ? letters[cursor.cell(of: .kernel, in: trace)] : "@"
  }

  /// The letters of the taps, the same in all grids.
  private var letters: TapLetters { TapLetters(trace.size(of: .kernel)) }
}
