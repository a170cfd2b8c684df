/// One cell of a grid as it is drawn.
package struct GridCell: Equatable, Sendable {
  /// The character in the gap before the cell.
  package var mark: Unicode.Scalar
  /// The tap that ties the cell to the one under the cursor; several, as far as there is room.
  package var letter = ""
  /// Shown against the right edge of the cell.
  package var text: String
  package var style: Style
  /// Whether the whole cell has the style, as real cells do.
  package var isFilled: Bool

  package init(
    _ text: String, style: Style = .plain, mark: Unicode.Scalar = " ", isFilled: Bool = false
  ) {
    (self.text, self.style, self.mark, self.isFilled) = (text, style, mark, isFilled)
  }
}

/// The columns and rows from one cell of a grid to the next, the gap before a cell included.
package struct Pitch: Equatable, Sendable {
  package let columns: Int
  package let rows: Int

  package init(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }

  /// From the largest cells to the smallest.
  static let all = [
    (12, 6), (10, 5), (8, 4), (6, 3), (5, 3), (5, 2), (4, 2), (4, 1), (3, 1), (2, 1),
  ].map { Pitch(columns: $0, rows: $1) }
  package static let least = Pitch(columns: 2, rows: 1)

  /// The rows between cells, which have room for the lines of a box.
  var gap: Int { rows > 1 ? 1 : 0 }
  /// The row of a cell's text, counted from its gap.
  var textRow: Int { gap + (rows - gap - 1) / 2 }
}

/// A window on a plane of small cells, with a title and with numbers for rows and columns.
///
/// What a cell shows is asked of a closure, for the cells of the window alone; so the plane may be
/// of any size. The cursor stands between brackets, readable without colours.
package struct GridPanel {
  /// The first row of the panel.
  package var title: [Span] = []
  /// The rows and columns that exist; they may begin below 0.
  package let bounds: Spatial<Range<Int>>
  /// The cell in the middle of the window, as far as the bounds allow.
  package let focus: Spatial<Int>
  /// The cell between brackets.
  package var cursor: Spatial<Int>?
  /// The cells that have a line around them, if there is room for one.
  package var box: Spatial<Range<Int>>?
  /// The columns of a cell's text at most.
  package var textWidth = 1
  /// Whether a text is preferred to a letter, if there is no room for both.
  package var prefersText = false
  /// What a cell takes; a long text takes more.
  package var wanted = Pitch.least
  /// What is written beside a row or above a column; nothing for an empty text.
  package var label: (Axis, Int) -> String = { _, index in index.plain }
  package var spelling = Spelling.unicode

  package init(bounds: Spatial<Range<Int>>, focus: Spatial<Int>) {
    (self.bounds, self.focus) = (bounds, focus)
  }

  /// The title and the numbers of the columns.
  private static let headRows = 2

  private var pitch: Pitch { Pitch(columns: max(wanted.columns, textWidth + 1), rows: wanted.rows) }

  /// The columns of a cell after its text, which has room for a letter before it.
  private var margin: Int { max(0, pitch.columns - 1 - textWidth - 2) / 2 }

  /// The columns before the cells: the widest number of a row, and one between.
  private var labelWidth: Int {
    let range = bounds.height
    guard !range.isEmpty else { return 1 }
    return 1 + max(width(.height, range.lowerBound), width(.height, range.upperBound - 1))
  }

  private func width(_ axis: Axis, _ index: Int) -> Int { spelling.width(label(axis, index)) }

  package var wholeSize: ScreenSize {
    // More than any screen has.
    let most = Int(Int32.max)
    let cells = bounds.map { min(most, $0.count) }
    return ScreenSize(
      columns: max(spelling.width(title), cells.width * pitch.columns + labelWidth + 1),
      rows: cells.height * pitch.rows + pitch.gap + Self.headRows)
  }

  package func window(_ size: ScreenSize) -> Spatial<Range<Int>> {
    Spatial(
      height: window(.height, (size.rows - Self.headRows - pitch.gap) / pitch.rows),
      width: window(.width, (size.columns - labelWidth - 1) / pitch.columns))
  }

  private func window(_ axis: Axis, _ room: Int) -> Range<Int> {
    let range = bounds[axis]
    let shown = min(range.count, max(0, room))
    guard shown > 0 else { return range.lowerBound..<range.lowerBound }
    let middle = min(max(range.lowerBound, focus[axis]), range.upperBound - 1)
    let before = min(shown / 2, middle - range.lowerBound)
    let first = min(middle - before, range.upperBound - shown)
    return first..<first + shown
  }

  package func cell(at place: Place, _ size: ScreenSize) -> Spatial<Int>? {
    let window = window(size)
    let (row, column) = (place.row - Self.headRows, place.column - labelWidth)
    guard row >= 0, row / pitch.rows < window.height.count, column >= 0,
      column / pitch.columns < window.width.count
    else { return nil }
    return Spatial(
      height: window.height.lowerBound + row / pitch.rows,
      width: window.width.lowerBound + column / pitch.columns)
  }

  /// The first place of a cell of a window, its gaps included.
  private func corner(_ cell: Spatial<Int>, _ window: Spatial<Range<Int>>) -> Place {
    Place(
      row: Self.headRows + (cell.height - window.height.lowerBound) * pitch.rows,
      column: labelWidth + (cell.width - window.width.lowerBound) * pitch.columns)
  }

  /// Draws the window, with what each cell of ``window(_:)`` shows.
  package func draw(_ size: ScreenSize, content: (Spatial<Int>) -> GridCell) -> Frame {
    var frame = Frame(size: size, spelling: spelling)
    frame.write(title, row: 0)
    let window = window(size)
    guard !window.width.isEmpty else { return frame }
    drawColumnLabels(window.width, &frame)
    let left = labelWidth
    for row in window.height {
      var place = Place(
        row: Self.headRows + (row - window.height.lowerBound) * pitch.rows, column: left)
      frame.write(
        label(.height, row), row: place.row + pitch.textRow, endingAt: left - 1,
        style: row == cursor?.height ? .value : .faint)
      for column in window.width {
        draw(content(Spatial(height: row, width: column)), place, &frame)
        place.column += pitch.columns
      }
    }
    drawBox(window, &frame)
    drawCursor(window, &frame)
    return frame
  }

  private func draw(_ cell: GridCell, _ place: Place, _ frame: inout Frame) {
    if cell.isFilled { fill(place, cell.style, &frame) }
    let row = place.row + pitch.textRow
    let room = pitch.columns - 1 - textWidth
    // Thousands of cells are drawn, of which few have a letter.
    let letter =
      cell.letter.isEmpty ? "" : String(cell.letter.prefix(max(1, room - 2 * margin)))
    let hasLetterAlone = room <= 0 && !prefersText && !letter.isEmpty
    let end = place.column + pitch.columns - margin
    if cell.mark != " " {
      frame[row, hasLetterAlone ? end - 2 : place.column] = Cell(cell.mark, style: cell.style)
    }
    frame.write(hasLetterAlone ? letter : cell.text, row: row, endingAt: end, style: cell.style)
    guard room > 0, !letter.isEmpty else { return }
    frame.write(letter, row: row, column: place.column + 1 + margin, style: cell.style)
  }

  /// Where rows touch each other, columns do so, too.
  private func fill(_ place: Place, _ style: Style, _ frame: inout Frame) {
    for row in place.row + pitch.gap..<place.row + pitch.rows {
      frame.style(row: row, columns: place.column + pitch.gap..<place.column + pitch.columns, style)
    }
  }

  /// Every number where there is room for it, otherwise those of equal steps.
  private func drawColumnLabels(_ columns: Range<Int>, _ frame: inout Frame) {
    let step = labelStep
    var free = 0
    for (place, column) in columns.enumerated() where column % step == 0 {
      let text = label(.width, column)
      let end = labelWidth + (place + 1) * pitch.columns - margin
      let start = end - spelling.width(text)
      // A number with a sign is longer than its step allows for.
      guard !text.isEmpty, start >= free else { continue }
      frame.write(text, row: 1, endingAt: end, style: column == cursor?.width ? .value : .faint)
      free = end + 1
    }
    guard free == 0, let last = columns.last else { return }
    // Too few columns for such long numbers: at least one of them.
    frame.write(
      label(.width, last), row: 1, endingAt: labelWidth + columns.count * pitch.columns,
      style: .faint)
  }

  /// The step from one number above the columns to the next: 1, 2, 5, 10 or 20.
  ///
  /// That of the last column, so that the numbers stay where they are while the window moves.
  private var labelStep: Int {
    let range = bounds.width
    let needed = range.isEmpty ? 1 : width(.width, range.upperBound - 1) + 1
    // With a pitch of 2, twenty columns hold any number, its sign and a space.
    return [1, 2, 5, 10, 20].first { $0 * pitch.columns >= needed } ?? 20
  }

  /// Draws lines in the gaps around the box, as far as it is in the window.
  private func drawBox(_ window: Spatial<Range<Int>>, _ frame: inout Frame) {
    guard pitch.gap > 0, let box else { return }
    let shown = box.with(window) { $0.clamped(to: $1) }
    guard shown.allSatisfy({ !$0.isEmpty }) else { return }
    let first = corner(shown.map(\.lowerBound), window)
    let last = corner(shown.map(\.upperBound), window)
    let style = Style.key
    for row in first.row...last.row {
      if box.width.lowerBound == shown.width.lowerBound {
        frame.write("│", row: row, column: first.column, style: style)
      }
      if box.width.upperBound == shown.width.upperBound {
        frame.write("│", row: row, column: last.column, style: style)
      }
    }
    for (row, isEdge, left, right) in [
      (first.row, box.height.lowerBound == shown.height.lowerBound, "┌", "┐"),
      (last.row, box.height.upperBound == shown.height.upperBound, "└", "┘"),
    ] where isEdge {
      let line = String(repeating: "─", count: last.column - first.column - 1)
      frame.write(left + line + right, row: row, column: first.column, style: style)
    }
  }

  private func drawCursor(_ window: Spatial<Range<Int>>, _ frame: inout Frame) {
    guard let cursor, window.with(cursor, { $0.contains($1) }).isAll(true) else { return }
    let place = corner(cursor, window)
    let row = place.row + pitch.textRow
    fill(place, .cursor, &frame)
    frame.write("[", row: row, column: place.column, style: .cursor)
    frame.write("]", row: row, column: place.column + pitch.columns, style: .cursor)
    frame.cursor = Place(row: row, column: place.column + pitch.columns - 1 - margin)
  }
}

extension GridCell {
  /// A cell of the layer, shown as one.
  static func real(_ text: String) -> GridCell { GridCell(text, style: .filled, isFilled: true) }
}
