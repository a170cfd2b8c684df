extension VirtualScreen {
  /// Shows a character as the selected character set has it, and moves on.
  mutating func print(_ scalar: Unicode.Scalar) {
    let drawsLines = graphicSets[usesSecondSet ? 1 : 0]
    put(drawsLines ? Self.lineDrawing[scalar] ?? scalar : scalar)
  }

  /// Shows a character as it is, and moves on.
  mutating func put(_ scalar: Unicode.Scalar) {
    if wrapsNext {
      moveCursor(row: row, column: 0)
      moveDown()
      wrapsNext = false
    }
    if inserts { shiftLine(by: 1) }
    self[row, column] = Glyph(scalar: scalar, rendition: rendition)
    lastPrinted = scalar
    if column == columns - 1 { wrapsNext = true } else { column += 1 }
    if Self.isWide(scalar) {
      self[row, column] = Glyph(scalar: Self.secondHalf, rendition: rendition)
      if column == columns - 1 { wrapsNext = true } else { column += 1 }
    }
  }

  /// The second column of a character that has two.
  static let secondHalf: Unicode.Scalar = "\u{0}"

  /// Whether a character takes two columns, as far as tests need to know.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    (0x3041...0x9FFF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
  }

  /// Moves down; at the end of the scroll region, the region moves up instead.
  mutating func moveDown() {
    if row == region.upperBound {
      scroll(region, by: -1)
    } else {
      moveCursor(row: row + 1, column: column)
    }
  }

  /// Moves up; at the start of the scroll region, the region moves down instead.
  mutating func moveUp() {
    if row == region.lowerBound {
      scroll(region, by: 1)
    } else {
      moveCursor(row: row - 1, column: column)
    }
  }

  /// Blanks part of a row in the current background colour.
  mutating func blank(_ row: Int, _ range: Range<Int>) {
    for column in range { self[row, column] = blankGlyph }
  }

  /// Moves the rows of a range down by a number of rows, or up if that is negative.
  mutating func scroll(_ range: ClosedRange<Int>, by distance: Int) {
    let old = self
    for row in range {
      for column in 0..<columns {
        let source = row - distance
        self[row, column] = range.contains(source) ? old[source, column] : blankGlyph
      }
    }
  }

  /// Moves the rest of the row right by a number of columns, or left if that is negative.
  mutating func shiftLine(by distance: Int) {
    let old = self
    for target in column..<columns {
      let source = target - distance
      self[row, target] =
        (column..<columns).contains(source) ? old[row, source] : blankGlyph
    }
  }

  private var blankGlyph: Glyph {
    Glyph(rendition: Rendition(background: rendition.background))
  }

  /// The line-drawing set of the VT100, as far as ncurses uses it.
  private static let lineDrawing: [Unicode.Scalar: Unicode.Scalar] = [
    "`": "◆", "a": "▒", "f": "°", "g": "±", "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼",
    "q": "─", "t": "├", "u": "┤", "v": "┴", "w": "┬", "x": "│", "~": "·",
  ]
}
