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
}

extension Look {
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

  /// The fields of each row of `looks.txt`, its name first; only those of the theme are read on.
  ///
  /// A field has `b` for bold, `u` for underlined, `r` for reversed, then the foreground and, after
  /// a slash, the background; a dot stands for what the terminal has by itself.
  ///
  /// Of the 256 colours only those from 16 on are used, which are the same everywhere; they are
  /// made for a black and for a white background. The contrast theme has a background of its own.
  /// Of 8 colours, no text can be read well on magenta, nor blue text on black. The heat rises from
  /// blue over cyan and yellow to white, without red beside green: four tones for eight levels,
  /// which the characters tell apart, as they do without colours. Nothing is dim, for many
  /// terminals make that unreadable.
  ///
  /// The heat of the first two themes is viridis, that of the third cividis, both with rising
  /// lightness also to colour-blind eyes. The cursor is magenta: no other cell has it. The taps are
  /// the nine colours that a search found to be furthest apart to normal, protan and deutan eyes.
  private static let rows: [String: [Substring]] = Dictionary(
    uniqueKeysWithValues: String(decoding: PackageResources.looks_txt, as: UTF8.self)
      .split(separator: "\n").map { line in
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
