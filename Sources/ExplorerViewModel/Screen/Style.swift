/// What a cell means; `looks.txt` says what each is for, and what that looks like.
package enum Style: UInt8, CaseIterable, Equatable, Sendable {
  case plain, title, heading, faint, selected, focus, value, good, notice, bad, key, line, bar
  case cursor, linked, filled
  case tap0, tap1, tap2, tap3, tap4, tap5, tap6, tap7, tap8
  case heat0, heat1, heat2, heat3, heat4, heat5, heat6, heat7, heat8
  case grey0, grey1, grey2, grey3, grey4, grey5, grey6, grey7, grey8

  /// The styles of taps; for more taps they repeat.
  package static let taps = named("tap")
  /// The heat styles in rising order; the first one is for cells that nothing reaches.
  package static let heat = named("heat")
  package static let greys = named("grey")

  private static func named(_ start: String) -> [Style] {
    allCases.filter { "\($0)".hasPrefix(start) }
  }
}
