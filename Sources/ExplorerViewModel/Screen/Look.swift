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
    let row = Self.rows.dropFirst(1 + Int(style.rawValue)).first
    let fields = row?.pieces(between: UInt8(ascii: " ")) ?? []
    self = fields.dropFirst(1 + column).first.map { Look(field: $0) } ?? Look()
  }

  /// Of a cell with two halves, the upper one is in front, and the lower one behind it.
  init(of cell: Cell, colors: Int, theme: Theme) {
    self.init(of: cell.style, colors: colors, theme: theme)
    guard let lower = cell.lower else { return }
    let below = Look(of: lower, colors: colors, theme: theme)
    self = Look(foreground: background, background: below.background)
  }

  /// The rows of `looks.txt`, which says what they mean and why they are so: the names of the
  /// columns, then the styles in their order.
  ///
  /// The first screen waits for them: bytes are read sooner than texts, and to know a style by its
  /// place is quicker than to ask for its name.
  static let rows = PackageResources.looks_txt[...].pieces(between: UInt8(ascii: "\n"))
    .filter { $0.first != UInt8(ascii: "#") }

  private init(field: ArraySlice<UInt8>) {
    if field.contains(UInt8(ascii: "b")) { attributes.insert(.bold) }
    if field.contains(UInt8(ascii: "u")) { attributes.insert(.underlined) }
    if field.contains(UInt8(ascii: "r")) { attributes.insert(.reversed) }
    let colors = field.drop { !(0x30...0x39).contains($0) }.pieces(between: UInt8(ascii: "/"))
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    foreground = colors.first ?? nil
    background = colors.count > 1 ? colors[1] : nil
  }
}
