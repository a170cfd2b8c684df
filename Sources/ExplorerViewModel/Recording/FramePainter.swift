/// Frames as what a terminal like xterm with 256 colours is sent for them, from one to the next.
///
/// Source: ECMA-48, CUP, ED and SGR; <https://invisible-island.net/xterm/ctlseqs/ctlseqs.html>.
struct FramePainter: Sendable {
  private var picture = Picture()
  private var theme: Theme?

  /// What changes the last frame into that of a state; empty where they are the same.
  mutating func paint(_ state: ExplorerState) -> String {
    picture.show(state)
    let frame = picture.frame
    guard theme == frame.theme else {
      // Other colours everywhere; the cursor is not shown at all.
      theme = frame.theme
      let rows = (0..<frame.size.rows).map { Self.text(frame, $0, 0..<frame.size.columns) }
      return "\u{1B}[?25l\u{1B}[0m\u{1B}[2J" + rows.joined()
    }
    return picture.changes.map { Self.text(frame, $0.row, $0.columns) }.joined()
  }

  /// A part of a row, with the place before it and the colours of each run.
  private static func text(_ frame: Frame, _ row: Int, _ columns: Range<Int>) -> String {
    // A character of two columns is sent as a whole.
    let isCut = frame[row, columns.lowerBound].scalar == Spelling.secondHalf
    let first = isCut ? max(0, columns.lowerBound - 1) : columns.lowerBound
    var text = "\u{1B}[\(row + 1);\(first + 1)H"
    var last: Look?
    for column in first..<columns.upperBound {
      let cell = frame[row, column]
      guard cell.scalar != Spelling.secondHalf else { continue }
      let look = Look(of: cell, colors: 256, theme: frame.theme)
      if look != last { text += selection(of: look) }
      last = look
      text.unicodeScalars.append(cell.scalar)
    }
    return text + "\u{1B}[0m"
  }

  private static func selection(of look: Look) -> String {
    let attributes: [(Look.Attributes, String)] = [
      (.bold, ";1"), (.underlined, ";4"), (.reversed, ";7"),
    ]
    return "\u{1B}[0" + attributes.map { look.attributes.contains($0.0) ? $0.1 : "" }.joined()
      + (look.foreground.map { ";38;5;\($0)" } ?? "")
      + (look.background.map { ";48;5;\($0)" } ?? "") + "m"
  }
}
