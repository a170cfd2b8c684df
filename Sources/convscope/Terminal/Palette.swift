import CNcurses
import ExplorerViewModel

/// What each style looks like on this terminal in one theme, as cells ready for ncurses.
final class Palette {
  private let looks: [Look]
  private let blanks: [cchar_t]
  private let colors: Int
  /// The cells that are two cells of a map, made as they are met.
  private var halves: [Int: cchar_t] = [:]

  /// - Parameters:
  ///   - colors: As many as the terminal has; fewer than 8 are none.
  ///   - theme: Its colour pairs replace those of the theme before it.
  init(colors: Int, theme: Theme) {
    self.colors = theme == .mono ? 0 : colors
    looks = Style.allCases.map { Look(of: $0, colors: colors, theme: theme) }
    blanks = looks.enumerated().map { index, look in
      let pair = Self.pair(Int32(index) + 1, for: look, colors: colors)
      return cn_cell(0x20, look.attributes, pair)
    }
  }

  /// A space in the style of a cell.
  func blank(_ cell: Cell) -> cchar_t {
    guard let lower = cell.lower else { return blanks[Int(cell.style.rawValue)] }
    let key = Int(cell.style.rawValue) * looks.count + Int(lower.rawValue)
    if let half = halves[key] { return half }
    let look = Look(
      foreground: looks[Int(cell.style.rawValue)].background,
      background: looks[Int(lower.rawValue)].background)
    let number = Int32(looks.count + halves.count + 1)
    let half = cn_cell(0x20, 0, Self.pair(number, for: look, colors: colors))
    halves[key] = half
    return half
  }

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
