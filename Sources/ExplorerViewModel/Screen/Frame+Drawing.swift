/// A piece of a line in one style.
package struct Span: Equatable, Sendable {
  package var text: String
  package var style: Style

  package init(_ text: String, _ style: Style = .plain) { (self.text, self.style) = (text, style) }
}

extension Spelling {
  func width(_ spans: some Sequence<Span>) -> Int { spans.reduce(0) { $0 + width($1.text) } }
}

extension Frame {
  /// Writes pieces of text side by side in so many columns, or in the rest of the frame, and says so
  /// with an ellipsis where they do not fit; outside the frame nothing is written.
  ///
  /// - Returns: The column after the last character.
  @discardableResult
  mutating func write(_ spans: [Span], row: Int, column: Int = 0, width: Int? = nil) -> Int {
    let end = column + max(0, min(width ?? .max, size.columns - column))
    var next = column
    for span in spans { put(span, row: row, at: &next, end: end) }
    if next > end, let first = spans.first { putEllipsis(row, column..<end, first.style) }
    return min(next, end)
  }

  @discardableResult
  mutating func write(
    _ text: String, row: Int, column: Int = 0, style: Style = .plain, width: Int? = nil
  ) -> Int {
    write([Span(text, style)], row: row, column: column, width: width)
  }

  /// Writes lines one below the other; those beyond the last row are not written.
  mutating func write(
    lines: some Sequence<[Span]>, row: Int = 0, column: Int = 0, width: Int? = nil
  ) {
    for (offset, line) in lines.enumerated() {
      write(line, row: row + offset, column: column, width: width)
    }
  }

  /// Writes what is typed, with a cursor after it; of a text that is longer than its room the end,
  /// where it is typed.
  ///
  /// - Returns: The column after the cursor.
  mutating func write(
    typed text: String, after prompt: String, row: Int, column: Int = 0, room: Int,
    width: Int? = nil
  ) -> Int {
    let scalars = spelling.spell(text)
    let shown = String(String.UnicodeScalarView(scalars.suffix(room)))
    let start = scalars.count > room ? "…" : prompt
    let end = write(
      [Span(start, .key), Span(shown, .value), Span("_", .focus)], row: row, column: column,
      width: width)
    cursor = Place(row: row, column: max(0, end - 1))
    return end
  }

  /// Writes as much of a text as there is room for, and counts the rest.
  private mutating func put(_ span: Span, row: Int, at column: inout Int, end: Int) {
    let (spelling, style) = (spelling, span.style)
    spelling.spell(span.text) { scalar in
      if column < end { self[row, column] = Cell(scalar, style: style) }
      column += 1
    }
  }

  /// Shows at the end of a range of cells that the text goes on.
  private mutating func putEllipsis(_ row: Int, _ cells: Range<Int>, _ first: Style) {
    let ellipsis = spelling.spell("…").prefix(cells.count)
    let start = cells.upperBound - ellipsis.count
    let style = start > cells.lowerBound ? self[row, start - 1].style : first
    // Half a character is none.
    if self[row, start].scalar == Spelling.secondHalf { self[row, start - 1].scalar = " " }
    for (offset, scalar) in ellipsis.enumerated() {
      self[row, start + offset] = Cell(scalar, style: style)
    }
  }

  mutating func write(_ text: String, row: Int, endingAt end: Int, style: Style = .plain) {
    write(text, row: row, column: max(0, end - spelling.width(text)), style: style)
  }

  /// Gives a part of a row a style, whatever is written there.
  mutating func style(row: Int, columns: Range<Int>, _ style: Style) {
    for column in columns {
      self[row, column].style = style
      self[row, column].lower = nil
    }
  }

  mutating func line(row: Int) {
    guard let line = spelling.spell("─").first else { return }
    for column in 0..<size.columns { self[row, column] = Cell(line, style: .line) }
  }

  /// Draws a line from top to bottom, from the first row on.
  mutating func line(column: Int, rows: Int) {
    for row in 0..<max(0, rows) { write("│", row: row, column: column, style: .line) }
  }

  /// Writes as much of a long text as fits, from a line on if there are enough after it, and marks
  /// at the right edge that it goes on.
  mutating func write(
    _ lines: [[Span]], scrolledTo scroll: Int, column: Int = 0, hasMarks: Bool = true
  ) {
    // The text may have become shorter, or the screen larger, since it was scrolled.
    let first = min(scroll, max(0, lines.count - size.rows))
    let (isBelow, isAbove) = (hasMarks && lines.count - first > size.rows, hasMarks && first > 0)
    for (row, line) in lines.dropFirst(first).prefix(size.rows).enumerated() {
      let mark = isBelow && row == size.rows - 1 ? " PgDn ▼" : isAbove && row == 0 ? " PgUp ▲" : ""
      let room = size.columns - column - spelling.width(mark)
      // A line that would be cut for the mark is left for the next page, where there are others.
      if mark.isEmpty || spelling.width(line) <= room || size.rows <= 2 {
        write(line, row: row, column: column, width: room)
      }
      write(mark, row: row, endingAt: size.columns, style: .notice)
    }
  }

  /// Copies another frame, its first cell at a place, clipped to this frame.
  mutating func place(_ other: Frame, row: Int, column: Int) {
    for otherRow in 0..<other.size.rows {
      replace(row: row + otherRow, column: column, with: other.row(otherRow))
    }
    adoptCursor(of: other, row: row, column: column)
  }

  /// Has the cursor of a frame whose first cell is at a place, if it has one in sight.
  mutating func adoptCursor(of other: Frame, row: Int, column: Int) {
    if let cursor = other.cursor, other.contains(cursor.row, cursor.column),
      contains(row + cursor.row, column + cursor.column)
    {
      self.cursor = Place(row: row + cursor.row, column: column + cursor.column)
    }
  }
}
