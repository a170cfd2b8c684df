/// What the terminal can show; everything else about it is none of the view model's business.
package struct Capabilities: Hashable, Sendable {
  /// Whether characters beyond ASCII come out right.
  package var unicode: Bool
  /// The number of colours; 0 without any, or where `NO_COLOR` asks for none.
  package var colors: Int

  package init(unicode: Bool, colors: Int) {
    self.unicode = unicode
    self.colors = colors
  }
}
