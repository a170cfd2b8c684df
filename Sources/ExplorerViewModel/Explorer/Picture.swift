/// The screen as it is shown, and what of it the last state changed.
package struct Picture: Sendable {
  package private(set) var frame = Frame(size: ScreenSize(columns: 0, rows: 0))
  /// What may differ from what was shown before, at most once a row, from top to bottom.
  package private(set) var changes: [Change] = []

  package init() {}

  package struct Change: Sendable {
    package let row: Int
    package let columns: Range<Int>
  }

  package mutating func show(_ state: ExplorerState) {
    let new = render(state)
    let hasNewSize = new.size != frame.size
    changes = (0..<new.size.rows).compactMap { row in
      let columns = hasNewSize ? 0..<new.size.columns : new.columns(of: row, unlike: frame)
      return columns.isEmpty ? nil : Change(row: row, columns: columns)
    }
    frame = new
  }
}
