import CNcurses
import ExplorerViewModel

/// What each style looks like on this terminal, as cells ready for ncurses.
struct Palette {
  private let blanks: [cchar_t]

  /// - Parameter colors: As many as the terminal has; fewer than 8 are none.
  init(colors: Int) {
    blanks = Style.allCases.enumerated().map { index, style in
      let look = Look(of: style, colors: colors)
      let pair = Self.pair(Int32(index) + 1, for: look, colors: colors)
      return cn_cell(0x20, look.attributes, pair)
    }
  }

  /// A space in a style.
  func blank(_ style: Style) -> cchar_t { blanks[Int(style.rawValue)] }

  /// Defines a colour pair, or settles for the default one.
  private static func pair(_ number: Int32, for look: Look, colors: Int) -> Int32 {
    guard colors >= 8, look.foreground != nil || look.background != nil else { return 0 }
    let foreground = colorNumber(of: look.foreground, colors: colors)
    let background = colorNumber(of: look.background, colors: colors)
    return init_extended_pair(number, foreground, background) == OK ? number : 0
  }

  /// The number by which ncurses knows a colour, -1 for the one that the terminal uses by itself.
  private static func colorNumber(of color: Int?, colors: Int) -> Int32 {
    guard let color else { return -1 }
    return Int32(colors > 256 ? directColor(color) : color)
  }

  /// A colour of the 256 as red, green and blue, for terminals that count colours that way.
  ///
  /// Source: xterm's 256colres.h; 16 to 231 are a cube of 6×6×6, then follow 24 greys.
  private static func directColor(_ index: Int) -> Int {
    guard index >= 16 else { return index }
    guard index < 232 else { return (8 + 10 * (index - 232)) * 0x010101 }
    let cube = index - 16
    return [cube / 36, cube / 6 % 6, cube % 6].reduce(0) { color, step in
      color << 8 | (step == 0 ? 0 : 55 + 40 * step)
    }
  }
}
