import CNcurses
import ExplorerViewModel

/// Attributes and colours of a cell; nil is the colour that the terminal uses by itself.
struct Look {
  var attributes: attr_t = 0
  var foreground: Int?
  var background: Int?
}

extension Look {
  /// The best look for a style that so many colours allow.
  init(of style: Style, colors: Int, theme: Theme) {
    self =
      switch (colors, theme) {
      case (8..., .mono), (..<8, _): Look(withoutColor: style)
      case (256..., .dark): Look(dark: style)
      case (256..., .light): Look(light: style)
      case (256..., .contrast): Look(contrast: style)
      case (_, .contrast): Look(contrastIn8Colors: style)
      case (_, .dark), (_, .light), (_, .mono): Look(in8Colors: style)
      }
  }

  private static let bold = attr_t(CN_BOLD)
  private static let underline = attr_t(CN_UNDERLINE)
  private static let reverse = attr_t(CN_REVERSE)
  private static let standout = attr_t(CN_STANDOUT)
  private static let white = 231
  private static let black = 16

  /// Colours 16 to 255, which are the same everywhere, in tones of middle lightness that can be
  /// read on a dark and on a light background.
  private init(dark style: Style) {
    self =
      switch style {
      case .plain: Look()
      case .title: Look(attributes: Self.bold, foreground: Self.white, background: 24)
      case .heading: Look(attributes: Self.bold | Self.underline)
      case .faint, .line, .heat0: Look(foreground: 244)
      case .bar: Look(foreground: 36)
      case .selected: Look(foreground: Self.white, background: 239)
      case .focus: Look(foreground: Self.black, background: 220)
      case .value: Look(attributes: Self.bold)
      case .good: Look(attributes: Self.bold, foreground: 30)
      case .notice: Look(attributes: Self.bold, foreground: 130)
      case .bad: Look(attributes: Self.bold, foreground: 196)
      case .key: Look(attributes: Self.bold, foreground: 32)
      // Magenta: no other cell has it, and it differs from the ramp to colour-blind eyes, too.
      case .cursor: Look(attributes: Self.bold, foreground: Self.black, background: 207)
      case .linked: Look(attributes: Self.bold, foreground: Self.black, background: 117)
      case .heat1, .heat2, .heat3, .heat4, .heat5, .heat6, .heat7, .heat8: Look(viridis: style)
      }
  }

  /// Darker tones for the words, a lighter bar, and the same ramp.
  private init(light style: Style) {
    self =
      switch style {
      case .faint, .line, .heat0: Look(foreground: 240)
      case .bar: Look(foreground: 29)
      case .selected: Look(foreground: Self.black, background: 252)
      case .good: Look(attributes: Self.bold, foreground: 23)
      case .notice: Look(attributes: Self.bold, foreground: 94)
      case .bad: Look(attributes: Self.bold, foreground: 160)
      case .key: Look(attributes: Self.bold, foreground: 25)
      case .plain, .title, .heading, .focus, .value, .cursor, .linked, .heat1, .heat2, .heat3,
        .heat4,
        .heat5, .heat6, .heat7, .heat8:
        Look(dark: style)
      }
  }

  /// Viridis, with rising lightness also to colour-blind eyes.
  private init(viridis style: Style) {
    self =
      switch style {
      case .heat1: Look(foreground: Self.white, background: 53)
      case .heat2: Look(foreground: Self.white, background: 24)
      case .heat3: Look(foreground: Self.white, background: 61)
      case .heat4: Look(foreground: Self.black, background: 30)
      case .heat5: Look(foreground: Self.black, background: 36)
      case .heat6: Look(foreground: Self.black, background: 77)
      case .heat7: Look(foreground: Self.black, background: 184)
      default: Look(foreground: Self.black, background: 226)
      }
  }
}

extension Look {
  /// White on black whatever the terminal's own colours are; nothing is grey.
  private init(contrast style: Style) {
    let (white, black) = (Self.white, Self.black)
    self =
      switch style {
      case .plain, .faint, .line, .heat0: Look(foreground: white, background: black)
      case .title, .selected: Look(attributes: Self.bold, foreground: black, background: white)
      case .heading:
        Look(attributes: Self.bold | Self.underline, foreground: white, background: black)
      case .bar, .good: Look(attributes: Self.bold, foreground: 51, background: black)
      case .focus: Look(attributes: Self.bold, foreground: black, background: 226)
      case .value: Look(attributes: Self.bold, foreground: white, background: black)
      case .notice, .key: Look(attributes: Self.bold, foreground: 226, background: black)
      case .bad: Look(attributes: Self.bold, foreground: white, background: 124)
      case .cursor: Look(attributes: Self.bold, foreground: black, background: 207)
      case .linked: Look(attributes: Self.bold, foreground: black, background: 51)
      // Cividis, from dark blue to yellow.
      case .heat1: Look(foreground: white, background: 17)
      case .heat2: Look(foreground: white, background: 24)
      case .heat3: Look(foreground: white, background: 95)
      case .heat4: Look(foreground: black, background: 102)
      case .heat5: Look(foreground: black, background: 108)
      case .heat6: Look(foreground: black, background: 179)
      case .heat7: Look(foreground: black, background: 185)
      case .heat8: Look(foreground: black, background: 227)
      }
  }

  /// The colours that the user's theme defines.
  ///
  /// They rise from blue over magenta, cyan and yellow to white, without red beside green. Five
  /// tones for eight levels: the characters tell them apart.
  private init(in8Colors style: Style) {
    let (black, red, green, yellow, blue, magenta, cyan, white) = (0, 1, 2, 3, 4, 5, 6, 7)
    self =
      switch style {
      case .plain, .faint, .line, .heat0: Look()
      case .bar: Look(foreground: cyan)
      case .title: Look(attributes: Self.bold, foreground: white, background: blue)
      case .heading: Look(attributes: Self.bold | Self.underline)
      case .selected: Look(attributes: Self.reverse)
      case .focus: Look(foreground: black, background: yellow)
      case .value: Look(attributes: Self.bold)
      case .good: Look(attributes: Self.bold, foreground: green)
      case .notice: Look(attributes: Self.bold, foreground: magenta)
      case .bad: Look(attributes: Self.bold, foreground: red)
      case .key: Look(attributes: Self.bold, foreground: blue)
      case .cursor: Look(foreground: white, background: red)
      case .linked: Look(foreground: black, background: cyan)
      case .heat1: Look(foreground: white, background: blue)
      case .heat2: Look(attributes: Self.bold, foreground: white, background: blue)
      case .heat3: Look(foreground: white, background: magenta)
      case .heat4: Look(attributes: Self.bold, foreground: white, background: magenta)
      case .heat5, .heat6: Look(foreground: black, background: cyan)
      case .heat7: Look(foreground: black, background: yellow)
      case .heat8: Look(foreground: black, background: white)
      }
  }

  /// White on black, and the ramp of the 8 colours.
  private init(contrastIn8Colors style: Style) {
    let own = Look(in8Colors: style)
    let isPlain = own.background == nil && own.attributes & Self.reverse == 0
    self = isPlain ? Look(attributes: own.attributes, foreground: 7, background: 0) : own
  }

  /// Attributes alone; nothing is dim, for many terminals make that unreadable.
  private init(withoutColor style: Style) {
    attributes =
      switch style {
      case .plain, .faint, .line, .bar, .heat0, .heat1, .heat2, .heat3, .heat4: 0
      case .title, .value, .good, .key, .heat5, .heat6, .heat7, .heat8: Self.bold
      case .heading, .notice: Self.underline
      case .bad: Self.bold | Self.underline
      case .selected: Self.reverse
      case .focus: Self.reverse | Self.bold
      case .cursor: Self.standout | Self.bold
      case .linked: Self.reverse
      }
  }
}
