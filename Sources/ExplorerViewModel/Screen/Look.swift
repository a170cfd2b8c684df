/// A set of colours for the styles: for dark and for light backgrounds, few strong colours with a
/// background of their own, and none at all but attributes and characters.
package enum Theme: String, CaseIterable, Equatable, Sendable { case dark, light, contrast, mono }

/// Attributes and colours of a cell; nil is the colour that the terminal uses by itself.
package struct Look: Equatable, Sendable {
  package struct Attributes: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let underlined = Attributes(rawValue: 2)
    package static let reversed = Attributes(rawValue: 4)
  }

  package var attributes: Attributes = []
  package var foreground: Int?
  package var background: Int?

  package init(_ attributes: Attributes = [], foreground: Int? = nil, background: Int? = nil) {
    (self.attributes, self.foreground, self.background) = (attributes, foreground, background)
  }

  /// The best look for a style that so many colours allow.
  package init(of style: Style, colors: Int, theme: Theme) {
    let column =
      switch (colors, theme) {
      case (8..., .mono), (..<8, _): 6
      case (256..., .dark): 0
      case (256..., .light): 1
      case (256..., .contrast): 2
      case (_, .dark), (_, .mono): 3
      case (_, .light): 4
      case (_, .contrast): 5
      }
    self = Self.rows["\(style)"].map { Look(field: $0[column + 1]) } ?? Look()
  }

  /// Of a cell with two halves, the upper one is in front, and the lower one behind it.
  init(of cell: Cell, colors: Int, theme: Theme) {
    self.init(of: cell.style, colors: colors, theme: theme)
    guard let lower = cell.lower else { return }
    let below = Look(of: lower, colors: colors, theme: theme)
    self = Look(foreground: background, background: below.background)
  }

  /// The fields of each row of `looks.txt`, which says what they mean and why they are so; the name
  /// is the first one, and only those of the theme are read on.
  private static let rows: [String: [Substring]] = Dictionary(
    uniqueKeysWithValues: String(decoding: PackageResources.looks_txt, as: UTF8.self)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
        let fields = line.split(separator: " ")
        return (String(fields[0]), fields)
      })

  private init(field: Substring) {
    if field.utf8.contains(UInt8(ascii: "b")) { attributes.insert(.bold) }
    if field.utf8.contains(UInt8(ascii: "u")) { attributes.insert(.underlined) }
    if field.utf8.contains(UInt8(ascii: "r")) { attributes.insert(.reversed) }
    let colors = field.drop { !$0.isNumber }.split(separator: "/").map { Int($0) }
    foreground = colors.first ?? nil
    background = colors.count > 1 ? colors[1] : nil
  }
}
