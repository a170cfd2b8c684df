/// What only the terminal can do, asked for by a key.
package enum Effect: Equatable, Sendable {
  case quit
  case suspend
  case repaint
  /// Puts text on the clipboard.
  case copy(String)
}
