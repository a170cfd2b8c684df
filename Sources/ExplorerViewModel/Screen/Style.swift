/// What a cell means; the terminal decides what that looks like.
package enum Style: UInt8, CaseIterable, Equatable, Sendable {
  case plain
  /// The name of the program and of the layer, in the first row.
  case title
  /// A heading above a column or beside a line.
  case heading
  /// Words that explain, less important than the numbers.
  case faint
  /// The row that the keys act on.
  case selected
  /// The very value, within the selected row, that the keys act on.
  case focus
  /// A number that the reader came for.
  case value
  /// All is well: a valid layer, an even overlap.
  case good
  /// Something to look at: an uneven overlap, a disagreement.
  case notice
  /// Something is impossible: a refused layer, a refused command.
  case bad
  /// The name of a key.
  case key
  /// Lines between panels.
  case line
  /// A share, as the length of a bar.
  case bar
  /// The cell under the cursor.
  case cursor
  /// A cell that the one under the cursor is tied to.
  case linked
  /// A cell of the layer that has no other colour.
  case filled
  // The taps of a kernel, each in a colour of its own.
  case tap0, tap1, tap2, tap3, tap4, tap5, tap6, tap7, tap8
  // Heat, from nothing to most.
  case heat0, heat1, heat2, heat3, heat4, heat5, heat6, heat7, heat8
  // Greys of a picture, from black to white.
  case grey0, grey1, grey2, grey3, grey4, grey5, grey6, grey7, grey8
}

extension Style {
  /// The styles of taps; a kernel of more of them begins again.
  package static let taps = named("tap")
  /// The heat styles in rising order; the first one is for cells that nothing reaches.
  package static let heat = named("heat")
  /// The greys in rising order.
  package static let greys = named("grey")

  private static func named(_ start: String) -> [Style] {
    allCases.filter { "\($0)".hasPrefix(start) }
  }
}
