import CNcurses

/// What each style looks like on this terminal in one theme, as cells ready for ncurses.
final class Palette {
  private let looks: [Look]
  private let blanks: [cchar_t]
  private var pairs: ColorPairs
  /// The cells that are two cells of a map, made as they are met.
  private var halves: [Int: cchar_t] = [:]

  /// Fewer than 8 colours are none; the pairs replace those of the theme before this one.
  init(colors: Int, theme: Theme) {
    var pairs = ColorPairs(colors: theme == .mono ? 0 : colors)
    looks = Style.allCases.map { Look(of: $0, colors: colors, theme: theme) }
    blanks = looks.map { cn_cell(0x20, $0.attributes.cursesValue, pairs.number(for: $0)) }
    self.pairs = pairs
  }

  func blank(_ cell: Cell) -> cchar_t {
    guard let lower = cell.lower else { return blanks[Int(cell.style.rawValue)] }
    let key = Int(cell.style.rawValue) * looks.count + Int(lower.rawValue)
    if let half = halves[key] { return half }
    let look = Look(
      foreground: looks[Int(cell.style.rawValue)].background,
      background: looks[Int(lower.rawValue)].background)
    let half = cn_cell(0x20, 0, pairs.number(for: look))
    halves[key] = half
    return half
  }
}

/// The pairs of colours that ncurses has been told of, each of them once.
///
/// A terminal of 8 colours has 64 pairs at most, fewer than there are pairs of styles.
private nonisolated struct ColorPairs {
  /// As many as the terminal has; fewer than 8 are none.
  let colors: Int
  private var defined: [(foreground: Int32, background: Int32)] = []

  init(colors: Int) { self.colors = colors }

  /// The number of the pair that a look has; 0, the terminal's own colours, where there is none.
  mutating func number(for look: Look) -> Int32 {
    guard colors >= 8, look.foreground != nil || look.background != nil else { return 0 }
    let pair = (foreground: number(of: look.foreground), background: number(of: look.background))
    if let index = defined.firstIndex(where: { $0 == pair }) { return Int32(index) + 1 }
    let number = Int32(defined.count) + 1
    guard init_extended_pair(number, pair.foreground, pair.background) == OK else { return 0 }
    defined.append(pair)
    return number
  }

  /// The number by which ncurses knows a colour, -1 for the one that the terminal uses by itself.
  private func number(of color: Int?) -> Int32 {
    guard let color else { return -1 }
    return Int32(colors > 256 ? Self.direct(color) : color)
  }

  /// A colour of the 256 as red, green and blue, for terminals that count colours that way.
  ///
  /// Source: xterm's 256colres.h; 16 to 231 are a cube of 6×6×6, then follow 24 greys.
  private static func direct(_ index: Int) -> Int {
    guard index >= 16 else { return index }
    guard index < 232 else { return (8 + 10 * (index - 232)) * 0x010101 }
    let cube = index - 16
    let color = [cube / 36, cube / 6 % 6, cube % 6].reduce(0) { color, step in
      color << 8 | (step == 0 ? 0 : 55 + 40 * step)
    }
    // Such terminals take small numbers for those of a palette, some all below 256; green that
    // nobody sees keeps black and the blues out of there.
    return max(color, color & 0xFF | 0x100)
  }
}

nonisolated extension Look.Attributes {
  fileprivate var cursesValue: attr_t {
    let values: [(Self, Int)] = [
      (.bold, CN_BOLD), (.underlined, CN_UNDERLINE), (.reversed, CN_REVERSE),
    ]
    return values.reduce(0) { contains($1.0) ? $0 | attr_t($1.1) : $0 }
  }
}
