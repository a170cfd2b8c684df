/// A set of colours for the styles; ``Look`` says what each of them looks like.
package enum Theme: String, CaseIterable, Equatable, Sendable {
  /// For dark backgrounds.
  case dark
  /// For light backgrounds.
  case light
  /// Black, white and few strong colours, with a background of its own.
  case contrast
  /// No colours, only attributes and characters.
  case mono
}
