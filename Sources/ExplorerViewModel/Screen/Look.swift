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

  package init(
    _ attributes: Attributes = [], foreground: Int? = nil, background: Int? = nil
  ) {
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

  /// The colours of all themes: `b` bold, `u` underlined, `r` reversed, then the foreground and,
  /// after a slash, the background; a dot for what the terminal has by itself.
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
  private static let table = """
    style    dark      light     contrast  dark-8  light-8 contr-8 mono
    plain    .         .         231/16    .       .       7/0     .
    title    b,231/24  b,16/153  b,16/231  b,7/4   b,7/4   b,0/7   b
    heading  bu        bu        bu,231/16 bu      bu      bu,7/0  u
    faint    247       240       231/16    .       .       7/0     .
    selected 231/239   16/252    b,16/231  r       r       0/7     r
    focus    16/220    16/220    b,16/226  0/3     0/3     0/3     rb
    value    b         b         b,231/16  b       b       b,7/0   b
    good     b,43      b,23      b,51/16   b,2     b,4     b,6/0   b
    notice   b,214     b,94      b,226/16  b,3     b,5     b,3/0   u
    bad      b,203     b,160     b,231/124 b,7/1   b,1     b,7/1   bu
    key      b,75      b,25      b,226/16  b,6     4       b,3/0   b
    line     243       244       231/16    .       .       7/0     .
    bar      36        29        b,51/16   6       4       6/0     .
    cursor   b,16/207  b,16/207  b,16/207  b,7/1   b,7/1   b,7/1   rb
    linked   b,16/117  b,16/117  b,16/51   0/6     0/6     0/6     r
    filled   231/238   16/252    231/238   r       r       0/7     r
    tap0     16/178    16/178    16/178    0/3     0/3     0/3     bu
    tap1     231/62    231/62    231/62    7/4     7/4     7/4     bu
    tap2     16/50     16/50     16/50     0/6     0/6     0/6     bu
    tap3     231/160   231/160   231/160   7/1     7/1     7/1     bu
    tap4     16/192    16/192    16/192    0/7     0/7     0/7     bu
    tap5     231/93    231/93    231/93    u,7/4   u,7/4   u,7/4   bu
    tap6     16/71     16/71     16/71     0/2     0/2     0/2     bu
    tap7     16/183    16/183    16/183    u,0/6   u,0/6   u,0/6   bu
    tap8     231/59    231/59    231/59    u,0/7   u,0/7   u,0/7   bu
    heat0    243       244       231/16    .       .       7/0     .
    heat1    231/53    231/53    231/17    7/4     7/4     7/4     .
    heat2    231/24    231/24    231/24    b,7/4   b,7/4   b,7/4   .
    heat3    231/61    231/61    231/95    0/6     0/6     0/6     .
    heat4    16/30     16/30     16/102    0/6     0/6     0/6     .
    heat5    16/36     16/36     16/108    0/3     0/3     0/3     b
    heat6    16/77     16/77     16/179    0/3     0/3     0/3     b
    heat7    16/184    16/184    16/185    0/7     0/7     0/7     b
    heat8    16/226    16/226    16/227    0/7     0/7     0/7     b
    grey0    231/16    231/16    231/16    .       .       7/0     .
    grey1    231/235   231/235   231/235   .       .       7/0     .
    grey2    231/238   231/238   231/238   .       .       7/0     .
    grey3    231/241   231/241   231/241   .       .       7/0     .
    grey4    16/244    16/244    16/244    .       .       7/0     .
    grey5    16/247    16/247    16/247    .       .       7/0     .
    grey6    16/250    16/250    16/250    .       .       7/0     .
    grey7    16/253    16/253    16/253    .       .       7/0     .
    grey8    16/231    16/231    16/231    .       .       7/0     .
    """

  /// The fields of each row, its name first; only those of the theme are read further.
  private static let rows: [String: [Substring]] = Dictionary(
    uniqueKeysWithValues: table.split(separator: "\n").map { line in
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
