/// What a cell means; `looks.txt` says what each is for, and what that looks like.
package enum Style: UInt8, CaseIterable, Equatable, Sendable {
  case plain, title, heading, faint, selected, focus, value, good, notice, bad, key, line, bar
  case cursor, linked, filled
  case tap0, tap1, tap2, tap3, tap4, tap5, tap6, tap7, tap8
  case heat0, heat1, heat2, heat3, heat4, heat5, heat6, heat7, heat8
  case grey0, grey1, grey2, grey3, grey4, grey5, grey6, grey7, grey8

  /// The styles of taps; for more taps they repeat.
  package static let taps = from(.tap0, to: .tap8)
  /// The heat styles in rising order; the first one is for cells that nothing reaches.
  package static let heat = from(.heat0, to: .heat8)
  package static let greys = from(.grey0, to: .grey8)

  private static func from(_ first: Style, to last: Style) -> [Style] {
    allCases.filter { (first.rawValue...last.rawValue).contains($0.rawValue) }
  }
}
