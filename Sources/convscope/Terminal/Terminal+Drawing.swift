import CNcurses

extension Terminal {
  /// Shows a picture, clipped to the window; only what has changed since the last one is sent.
  func draw(_ picture: Picture) {
    adopt(picture.frame.theme)
    let size = self.size
    if mustDrawAll {
      for row in 0..<size.rows { draw(row, 0..<size.columns, of: picture.frame) }
    } else {
      for change in picture.changes where change.row < size.rows {
        draw(change.row, change.columns.clamped(to: 0..<size.columns), of: picture.frame)
      }
    }
    mustDrawAll = false
    moveCursor(to: picture.frame.cursor, within: size)
    wnoutrefresh(window)
    doupdate()
  }

  private func draw(_ row: Int, _ columns: Range<Int>, of frame: Frame) {
    // Not with `map`: it would ask for every cell whether it still runs on the main thread.
    var cells: [cchar_t] = []
    cells.reserveCapacity(columns.count)
    let (shown, palette, secondHalf) = (frame.row(row), palette, Spelling.secondHalf)
    var isSecondHalf = false
    for index in columns.lowerBound + shown.startIndex..<columns.upperBound + shown.startIndex {
      let cell = index < shown.endIndex ? shown[index] : Cell()
      guard !isSecondHalf else {
        // ncurses has it from the first half.
        isSecondHalf = false
        continue
      }
      isSecondHalf =
        index + 1 < min(shown.endIndex, columns.upperBound + shown.startIndex)
        && shown[index + 1].scalar == secondHalf && isDrawn(cell.scalar, columns: 2)
      var ready = palette.blank(cell)
      // In a locale without this character, ncurses would take it unchecked.
      let isShown = isSecondHalf || isDrawn(cell.scalar, columns: 1)
      let other: Unicode.Scalar = cell.scalar == secondHalf ? " " : "?"
      ready.chars.0 = wchar_t((isShown ? cell.scalar : other).value)
      cells.append(ready)
    }
    wmove(window, Int32(row), Int32(columns.lowerBound))
    wadd_wchnstr(window, cells, Int32(cells.count))
  }

  /// Takes on the colours of a theme; what is shown has the colours of another one then.
  private func adopt(_ theme: Theme) {
    guard theme != shownTheme else { return }
    palette = Palette(colors: capabilities.colors, theme: theme)
    shownTheme = theme
    repaint()
  }

  /// Whether the terminal draws a character as exactly so many columns.
  private func isDrawn(_ scalar: Unicode.Scalar, columns: Int32) -> Bool {
    if scalar.isASCII { return columns == 1 && scalar.value >= 0x20 && scalar.value < 0x7F }
    return wcwidth(wchar_t(scalar.value)) == columns
  }

  /// Leaves the hidden cursor where the attention is: screen readers and braille displays follow.
  private func moveCursor(to place: Place?, within size: ScreenSize) {
    guard let place, size.rows > 0, size.columns > 0 else { return }
    let row = min(max(0, place.row), size.rows - 1)
    let column = min(max(0, place.column), size.columns - 1)
    wmove(window, Int32(row), Int32(column))
  }
}
