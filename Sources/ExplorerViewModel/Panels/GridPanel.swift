import ConvArithmetic
import LayerNotation

/// One cell of a grid as it is drawn.
package struct GridCell: Equatable, Sendable {
  /// What stands in the column in front of the text, between this cell and the one before.
  package var mark: Unicode.Scalar
  /// Shown against the right edge of the cell.
  package var text: String
  package var style: Style
  /// Whether the column in front has the style, too, so that cells touch each other.
  package var isFilled = false

  package init(_ text: String, style: Style = .plain, mark: Unicode.Scalar = " ") {
    self.mark = mark
    self.text = text
    self.style = style
  }
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
  /// The cells between bars, such as those below a kernel; readable without colours.
  package var isBoxed: (Spatial<Int>) -> Bool = { _ in false }
  /// The columns of a cell's text.
  package var textWidth = 1
  /// What is written beside a row or above a column; nothing for an empty text.
  package var label: (Axis, Int) -> String = { _, index in index.plain }
  package var spelling = Spelling.unicode

  package init(bounds: Spatial<Range<Int>>, focus: Spatial<Int>) {
    self.bounds = bounds
    self.focus = focus
  }

  /// The title and the numbers of the columns.
  private static let headRows = 2

  /// The columns of a cell with the one in front of it.
  private var pitch: Int { max(1, textWidth) + 1 }

  /// The columns in front of the cells: the widest number of a row, and one between.
  private var labelWidth: Int { axisLabelWidth(.height) + 1 }

  private func axisLabelWidth(_ axis: Axis) -> Int {
    let range = bounds[axis]
    guard !range.isEmpty else { return 0 }
    return max(width(axis, range.lowerBound), width(axis, range.upperBound - 1))
  }

  private func width(_ axis: Axis, _ index: Int) -> Int { spelling.width(label(axis, index)) }

  /// What the whole plane needs.
  package var wholeSize: ScreenSize {
    let (cells, overflow) = bounds.width.count.multipliedReportingOverflow(by: pitch)
    let titleWidth = title.reduce(0) { $0 + spelling.width($1.text) }
    // More than any screen has.
    let most = Int(Int32.max)
    return ScreenSize(
      columns: overflow ? most : max(titleWidth, min(most, cells) + labelWidth + 1),
      rows: min(most, bounds.height.count) + Self.headRows)
  }

  /// The rows and columns that a panel of a size shows.
  package func window(_ size: ScreenSize) -> Spatial<Range<Int>> {
    Spatial(
      height: window(.height, size.rows - Self.headRows),
      width: window(.width, (size.columns - labelWidth - 1) / pitch))
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

  /// The cell at a place of the panel.
  package func cell(at place: Place, _ size: ScreenSize) -> Spatial<Int>? {
    let window = window(size)
    let row = place.row - Self.headRows
    let column = place.column - labelWidth
    guard row >= 0, row < window.height.count, column >= 0, column / pitch < window.width.count
    else { return nil }
    return Spatial(
      height: window.height.lowerBound + row, width: window.width.lowerBound + column / pitch)
  }

  /// Draws the window.
  ///
  /// - Parameters:
  ///   - size: Of the panel.
  ///   - content: What a cell of ``window(_:)`` shows.
  /// - Returns: A frame of that size.
  package func draw(_ size: ScreenSize, content: (Spatial<Int>) -> GridCell) -> Frame {
    var frame = Frame(size: size, spelling: spelling)
    frame.write(title, row: 0)
    let window = window(size)
    guard !window.width.isEmpty else { return frame }
    drawColumnLabels(window.width, &frame)
    for (offset, row) in window.height.enumerated() {
      let line = offset + Self.headRows
      let isCursorRow = row == cursor?.height
      frame.write(
        label(.height, row), row: line, endingAt: labelWidth - 1,
        style: isCursorRow ? .value : .faint)
      for (place, column) in window.width.enumerated() {
        let cell = content(Spatial(height: row, width: column))
        draw(cell, Place(row: line, column: labelWidth + place * pitch), &frame)
      }
      drawBars(row, window.width, line, &frame)
    }
    drawCursor(window, &frame)
    return frame
  }

  private func draw(_ cell: GridCell, _ place: Place, _ frame: inout Frame) {
    if cell.mark != " " || cell.isFilled {
      frame[place.row, place.column] = Cell(cell.mark, style: cell.style)
    }
    if cell.isFilled {
      frame.style(row: place.row, columns: place.column..<place.column + pitch, cell.style)
    }
    frame.write(cell.text, row: place.row, endingAt: place.column + pitch, style: cell.style)
  }

  /// A bracket at each end of boxed cells, a bar between two of them.
  private func drawBars(_ row: Int, _ columns: Range<Int>, _ line: Int, _ frame: inout Frame) {
    var isBehindBox = false
    for (place, column) in columns.enumerated() {
      let isBox = isBoxed(Spatial(height: row, width: column))
      let bar = isBehindBox ? (isBox ? "|" : "]") : (isBox ? "[" : "")
      frame.write(bar, row: line, column: labelWidth + place * pitch, style: .linked)
      isBehindBox = isBox
    }
    guard isBehindBox else { return }
    frame.write("]", row: line, column: labelWidth + columns.count * pitch, style: .linked)
  }

  /// Every number where there is room for it, otherwise those of equal steps.
  private func drawColumnLabels(_ columns: Range<Int>, _ frame: inout Frame) {
    let step = labelStep
    var free = 0
    for (place, column) in columns.enumerated() where column % step == 0 {
      let text = label(.width, column)
      let end = labelWidth + (place + 1) * pitch
      let start = end - spelling.width(text)
      // A number with a sign is longer than its step allows for.
      guard !text.isEmpty, start >= free else { continue }
      frame.write(
        text, row: 1, endingAt: end, style: column == cursor?.width ? .value : .faint)
      free = end + 1
    }
    guard free == 0, let last = columns.last else { return }
    // Too few columns for numbers so long: one of them at least.
    frame.write(
      label(.width, last), row: 1, endingAt: labelWidth + columns.count * pitch, style: .faint)
  }

  /// The step from one number above the columns to the next: 1, 2, 5, 10 or 20.
  ///
  /// That of the last column, so that the numbers stay where they are while the window moves.
  private var labelStep: Int {
    let range = bounds.width
    let needed = range.isEmpty ? 1 : width(.width, range.upperBound - 1) + 1
    // With a pitch of 2, twenty columns hold any number, its sign and a space.
    return [1, 2, 5, 10, 20].first { $0 * pitch >= needed } ?? 20
  }

  private func drawCursor(_ window: Spatial<Range<Int>>, _ frame: inout Frame) {
    guard let cursor, window.height.contains(cursor.height), window.width.contains(cursor.width)
    else { return }
    let row = cursor.height - window.height.lowerBound + Self.headRows
    let column = labelWidth + (cursor.width - window.width.lowerBound) * pitch
    frame.write("[", row: row, column: column)
    frame.write("]", row: row, column: column + pitch)
    frame.style(row: row, columns: column..<column + pitch + 1, .cursor)
    frame.cursor = Place(row: row, column: column + pitch - 1)
  }
}
