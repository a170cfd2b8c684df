/// The screen as it is shown, and what of it the last state changed.
package struct Picture: Sendable {
  package private(set) var frame = Frame(size: ScreenSize(columns: 0, rows: 0))
  /// What may differ from what was shown before, at most once a row, from top to bottom.
  package private(set) var changes: [Change] = []
  private var drawn: [Drawn] = []

  package init() {}

  package struct Change: Sendable {
    package let row: Int
    package let columns: Range<Int>
  }

  private struct Drawn: Sendable {
    let part: Part
    let frame: Frame
    var isNew = true

    init(_ part: Part) { (self.part, frame) = (part, part.panel.draw(part.size)) }

    /// The same as before; with the new part, which shares what it holds with the next ones.
    init(_ part: Part, like old: Drawn) { (self.part, frame, isNew) = (part, old.frame, false) }
  }

  /// Draws the parts that look different now, or all of them where they have other places.
  package mutating func show(_ state: ExplorerState) {
    let (former, old) = (drawn, frame)
    let parts = Screen(state).parts
    drawn = parts.enumerated().map { index, part in
      guard let same = former[at: index], same.part == part else { return Drawn(part) }
      return Drawn(part, like: same)
    }
    let stay =
      old.size == state.size && old.spelling == state.spelling && former.count == parts.count
      && zip(former, parts).allSatisfy { $0.part.hasArea(of: $1) }
    if !stay { frame = Frame(size: state.size, spelling: state.spelling) }
    frame.theme = state.theme
    let written = place(all: !stay)
    let hasNewSize = old.size != frame.size
    changes = (0..<frame.size.rows).compactMap { row in
      guard written.contains(where: { $0.contains(row) }) || !stay else { return nil }
      let columns = hasNewSize ? 0..<frame.size.columns : frame.columns(of: row, unlike: old)
      return columns.isEmpty ? nil : Change(row: row, columns: columns)
    }
  }

  /// Writes all parts, or those that are new and what lies over them; the rows of what was written.
  private mutating func place(all: Bool) -> [Range<Int>] {
    var written: [Part] = []
    frame.cursor = nil
    for drawn in drawn {
      let (part, place) = (drawn.part, drawn.part.place)
      if all || drawn.isNew || written.contains(where: part.overlaps) {
        frame.place(drawn.frame, row: place.row, column: place.column)
        written.append(part)
      } else {
        frame.adoptCursor(of: drawn.frame, row: place.row, column: place.column)
      }
    }
    return written.map(\.rows)
  }
}
