import Glibc
import PseudoTerminal
import Testing

/// Kind 6: terminals that take red, green and blue in place of the number of a colour.
@Suite struct DirectColorTests {
  static let types = [
    "xterm-direct", "xterm-direct16", "xterm-direct256", "konsole-direct", "kitty-direct",
  ]

  /// Every level and every style of all themes, also where two cells share a place.
  private static let layer = [
    "--op", "conv_transpose2d", "--input", "1,1,12,12", "--kernel-size", "7,9", "--stride", "3,2",
  ]

  /// What a terminal shows in each theme, and in another style.
  private static func screens(type: String) throws -> [VirtualScreen] {
    let session = try startExplorer(layer, type: type)
    let screens = try ["", "T", "T", "T", "TTcccc\t\t"].map { keys in
      session.send(keys)
      try session.waitForAnswers()
      return session.screen
    }
    try session.quit()
    return screens
  }

  private static let numbered = Result { try screens(type: "xterm-256color") }

  @Test(arguments: types) func `the colours are those of the 256, by red, green and blue`(
    type: String
  ) throws {
    try requireDescription(of: type)
    for (few, many) in zip(try Self.numbered.get(), try Self.screens(type: type)) {
      let wrong = few.places.filter { row, column in !isSame(few[row, column], many[row, column]) }
      #expect(wrong.isEmpty, "first \(wrong.first.map { many[$0.row, $0.column] } as Any)")
    }
  }

  private func isSame(_ numbered: VirtualScreen.Glyph, _ direct: VirtualScreen.Glyph) -> Bool {
    numbered.scalar == direct.scalar
      && isSame(numbered.rendition.background, direct.rendition.background)
      // Nobody sees the foreground of a blank, and ncurses does not always send it.
      && (numbered.scalar == " "
        || isSame(numbered.rendition.foreground, direct.rendition.foreground))
  }

  /// Whether a direct colour is one of the 256, apart from what no eye can tell.
  private func isSame(_ number: Int?, _ direct: Int?) -> Bool {
    guard let number, let direct else { return number == direct }
    guard let expected = colors[number], direct >= 1 << 24 else { return false }
    return [16, 8, 0].allSatisfy { abs((expected >> $0 & 0xFF) - (direct >> $0 & 0xFF)) <= 1 }
  }

  @Test func `two cells in a place differ where there are but 64 pairs of colours`() throws {
    let session = try startExplorer(Self.layer, type: "xterm")
    session.send("ccccOm")
    try session.waitForAnswers()
    let halves = session.screen.places.map { session.screen[$0.row, $0.column] }
      .filter { $0.scalar == "▀" }
    #expect(halves.count > 100)
    #expect(halves.allSatisfy { $0.rendition.background != nil })
    try session.quit()
  }
}

/// Colours of the 256 as xterm's 256colres.h has them.
private let colors = [
  16: 0x000000, 17: 0x00005F, 23: 0x005F5F, 24: 0x005F87, 25: 0x005FAF, 29: 0x00875F, 30: 0x008787,
  36: 0x00AF87, 43: 0x00D7AF, 50: 0x00FFD7, 51: 0x00FFFF, 53: 0x5F005F, 59: 0x5F5F5F, 61: 0x5F5FAF,
  62: 0x5F5FD7, 71: 0x5FAF5F, 75: 0x5FAFFF, 77: 0x5FD75F, 93: 0x8700FF, 94: 0x875F00, 95: 0x875F5F,
  102: 0x878787, 108: 0x87AF87, 117: 0x87D7FF, 124: 0xAF0000, 153: 0xAFD7FF, 160: 0xD70000,
  178: 0xD7AF00, 179: 0xD7AF5F, 183: 0xD7AFFF, 184: 0xD7D700, 185: 0xD7D75F, 192: 0xD7FF87,
  203: 0xFF5F5F, 207: 0xFF5FFF, 214: 0xFFAF00, 220: 0xFFD700, 226: 0xFFFF00, 227: 0xFFFF5F,
  231: 0xFFFFFF, 239: 0x4E4E4E, 240: 0x585858, 243: 0x767676, 244: 0x808080, 247: 0x9E9E9E,
  252: 0xD0D0D0,
]

extension VirtualScreen {
  fileprivate var places: [(row: Int, column: Int)] {
    (0..<rows).flatMap { row in (0..<columns).map { (row, $0) } }
  }
}

/// Ends a test where a type of terminal is not described: most are in a package of their own.
func requireDescription(of type: String) throws {
  let folders = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]
  let isThere = folders.contains { access("\($0)/\(type.prefix(1))/\(type)", R_OK) == 0 }
  if !isThere { try Test.cancel("\(type) is not described here; ncurses-term has it") }
}
