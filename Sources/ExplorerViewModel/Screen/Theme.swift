/// A set of colours for the styles; what each style looks like is the terminal's affair.
package enum Theme: String, CaseIterable, Equatable, Sendable {
  /// For dark backgrounds, and readable on light ones.
  case dark
  /// For light backgrounds.
  case light
  /// Black, white and few strong colours, with a background of its own.
  case contrast
  /// No colours, only attributes and characters.
  case mono
}
