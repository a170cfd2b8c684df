/// One column of a row: a character, or the second half of the one before.
package struct Cell: Hashable, Sendable {
  package var scalar: Unicode.Scalar
  package var style: Style
  /// The style whose background the lower half has, for a cell that is two cells of a map; the
  /// upper half then has the background of `style`.
  package var lower: Style?

  package init(_ scalar: Unicode.Scalar = " ", style: Style = .plain, lower: Style? = nil) {
    (self.scalar, self.style, self.lower) = (scalar, style, lower)
  }
}

/// A place on the screen, counted from 0 at the top left.
package struct Place: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) { (self.row, self.column) = (row, column) }
}

/// The size of a screen or of a part of it, in cells.
package struct ScreenSize: Equatable, Sendable {
  package var columns: Int
  package var rows: Int

  /// A size of at least nothing: a negative side counts as 0.
  package init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (max(0, columns), max(0, rows))
  }
}

/// A finished screen, or a finished part of one: `size.rows` rows of `size.columns` cells.
package struct Frame: Equatable, Sendable {
  package let size: ScreenSize
  package let spelling: Spelling
  package private(set) var cells: [Cell]
  /// The colours that the styles have.
  package var theme = Theme.dark
  /// Where the attention should be, for a terminal that shows or announces its cursor.
  package var cursor: Place?

  package init(size: ScreenSize, spelling: Spelling = .unicode) {
    self.size = size
    self.spelling = spelling
    cells = Array(repeating: Cell(), count: size.columns * size.rows)
  }

  /// The cell at a place; reading outside gives a blank, writing outside does nothing.
  package subscript(row: Int, column: Int) -> Cell {
    get { contains(row, column) ? cells[row * size.columns + column] : Cell() }
    set { if contains(row, column) { cells[row * size.columns + column] = newValue } }
  }

  /// The columns of a row from the first to the last one that look different in another frame of
  /// the same size; none where the row looks the same.
  package func columns(of row: Int, unlike other: Frame) -> Range<Int> {
    guard row >= 0, row < size.rows, size == other.size else { return 0..<0 }
    // Unlike a comparison of the slices, this is compiled for cells.
    let start = row * size.columns
    var (first, end) = (start, start + size.columns)
    while first < end, cells[first] == other.cells[first] { first += 1 }
    while first < end, cells[end - 1] == other.cells[end - 1] { end -= 1 }
    return first - start..<end - start
  }

  /// Replaces the cells from a place on, within one row.
  mutating func replace(row: Int, column: Int, with new: ArraySlice<Cell>) {
    guard row >= 0, row < size.rows else { return }
    let visible = new.dropFirst(max(0, -column)).prefix(max(0, size.columns - max(0, column)))
    // Unlike an enumeration, this is compiled to little more than a copy.
    var place = row * size.columns + max(0, column)
    for cell in visible {
      cells[place] = cell
      place += 1
    }
  }

  /// Makes a row look like another one, without a copy of all the others.
  mutating func copyRow(_ source: Int, to target: Int) {
    guard contains(source, 0), contains(target, 0) else { return }
    for column in 0..<size.columns {
      cells[target * size.columns + column] = cells[source * size.columns + column]
    }
  }

  package func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }

  /// The cells of one row, without copying the others.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The characters alone, one line for each row, without trailing spaces.
  package var text: String {
    (0..<size.rows).map { index in
      var scalars = row(index).map(\.scalar).filter { $0 != Spelling.secondHalf }
      while scalars.last == " " { scalars.removeLast() }
      return String(String.UnicodeScalarView(scalars))
    }.joined(separator: "\n")
  }
}
