/// A part of the screen that is drawn from what it holds and from nothing else: as long as that is
/// the same, it looks the same, and need not be drawn again.
protocol Panel: Equatable, Sendable {
  func draw(_ size: ScreenSize) -> Frame
}

/// What is drawn already.
extension Frame: Panel {
  func draw(_ size: ScreenSize) -> Frame { self }
}

/// A panel in its place on the screen.
struct Part: Equatable, Sendable {
  let panel: any Panel
  var place: Place
  let size: ScreenSize

  init(_ panel: any Panel, row: Int, column: Int = 0, _ size: ScreenSize) {
    (self.panel, self.size) = (panel, size)
    place = Place(row: row, column: column)
  }

  init(_ frame: Frame, row: Int, column: Int = 0) {
    self.init(frame, row: row, column: column, frame.size)
  }

  static func == (left: Part, right: Part) -> Bool {
    left.hasArea(of: right) && left.panel.looksLike(right.panel)
  }

  func hasArea(of other: Part) -> Bool { place == other.place && size == other.size }

  var rows: Range<Int> { place.row..<place.row + size.rows }

  func overlaps(_ other: Part) -> Bool {
    let columns = { (part: Part) in part.place.column..<part.place.column + part.size.columns }
    return rows.overlaps(other.rows) && columns(self).overlaps(columns(other))
  }
}

extension Panel {
  fileprivate func looksLike(_ other: any Panel) -> Bool { (other as? Self) == self }
}
