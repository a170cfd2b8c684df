/// What the terminal can show; nothing else about it concerns the view model.
package struct Capabilities: Equatable, Sendable {
  /// Whether characters beyond ASCII come out right.
  package var unicode: Bool
  /// The number of colours; 0 without any, or where `NO_COLOR` asks for none.
  package var colors: Int
  /// Whether text can be put on the clipboard through the terminal.
  package var hasClipboard: Bool

  package init(unicode: Bool, colors: Int, hasClipboard: Bool = true) {
    (self.unicode, self.colors, self.hasClipboard) = (unicode, colors, hasClipboard)
  }

  package var spelling: Spelling { unicode ? .unicode : .ascii }
}
