/// A small terminal: enough of xterm to show what ncurses sends, for tests to look at.
///
/// Knows no combining characters and no origin mode. Whatever it is sent, it does
/// not trap; what it does not understand is listed in `unknownSequences`.
package struct VirtualScreen: Sendable {
  /// How a character looks; colours are nil (the default), 0 to 255, or 0x1RRGGBB.
  package struct Rendition: Hashable, Sendable {
    package var foreground: Int?
    package var background: Int?
    package var isBold = false
    package var isDim = false
    package var isItalic = false
    package var isUnderlined = false
    package var isReversed = false

    package init(foreground: Int? = nil, background: Int? = nil) {
      (self.foreground, self.background) = (foreground, background)
    }
  }

  /// One character and how it looks.
  package struct Glyph: Hashable, Sendable {
    package var scalar: Unicode.Scalar = " "
    package var rendition = Rendition()
  }

  package private(set) var columns: Int
  package private(set) var rows: Int
  /// The cursor, counted from 0.
  package internal(set) var column = 0
  package internal(set) var row = 0
  /// The private modes of DEC that are set: 1 application cursor keys, 7 wrapping, 25 cursor, 1000
  /// to 1006 mouse, 1049 alternate screen, 2004 paste marks.
  package internal(set) var modes = Self.initialModes
  /// All that were ever set or reset.
  package internal(set) var mentionedModes: Set<Int> = []
  /// All selections of graphic rendition that were ever sent, such as `1` and `38`.
  package internal(set) var mentionedRenditions: Set<String> = []
  package internal(set) var usesApplicationKeypad = false
  package internal(set) var unknownSequences: [String] = []
  /// The texts of the operating system commands (OSC), such as 52 for the clipboard.
  package internal(set) var systemCommands: [String] = []

  static let initialModes: Set<Int> = [7, 25]

  private var glyphs: [Glyph]
  private var mainGlyphs: [Glyph] = []
  var parser = Parser()
  var rendition = Rendition()
  var region: ClosedRange<Int>
  var wrapsNext = false
  var inserts = false
  var savedCursor = (row: 0, column: 0)
  var graphicSets = [false, false]
  var usesSecondSet = false
  var lastPrinted: Unicode.Scalar = " "

  package init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    glyphs = Array(repeating: Glyph(), count: self.columns * self.rows)
    region = 0...self.rows - 1
  }
}

extension VirtualScreen {
  /// The glyph at a place; outside of the screen, a blank, and writing does nothing.
  package internal(set) subscript(row: Int, column: Int) -> Glyph {
    get { contains(row, column) ? glyphs[row * columns + column] : Glyph() }
    set { if contains(row, column) { glyphs[row * columns + column] = newValue } }
  }

  /// One row without trailing spaces.
  package func line(_ row: Int) -> String {
    var scalars = (0..<columns).map { self[row, $0].scalar }
    while scalars.last == " " { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars.filter { $0 != Self.secondHalf }))
  }

  package var lines: [String] { (0..<rows).map(line) }

  package var text: String { lines.joined(separator: "\n") }

  /// Whether a program shows its own screen, besides the one with the history of the shell.
  package var isAlternate: Bool { modes.contains(1049) }

  package var showsCursor: Bool { modes.contains(25) }

  package var marksPastes: Bool { modes.contains(2004) }

  /// Whether whatever is written next looks and behaves as in a new window.
  ///
  /// The second character set may stay another one: many terminals have it so from the start.
  package var isAsNew: Bool {
    modes == Self.initialModes && rendition == Rendition() && !usesApplicationKeypad
      && !usesSecondSet && !graphicSets[0] && !inserts && region == 0...rows - 1
  }

  /// Puts a character everywhere that no program draws, to see what a program draws anew.
  package mutating func smear() {
    for index in glyphs.indices { glyphs[index] = Self.smudge }
  }

  /// How many cells nobody has drawn since `smear`.
  package var smearedCells: Int { glyphs.count { $0 == Self.smudge } }

  private static let smudge = Glyph(scalar: "\u{FFFD}")

  /// Changes the size as a window does; what still fits stays.
  package mutating func resize(columns: Int, rows: Int) {
    var resized = VirtualScreen(columns: columns, rows: rows)
    for row in 0..<resized.rows {
      for column in 0..<resized.columns { resized[row, column] = self[row, column] }
    }
    (self.columns, self.rows) = (resized.columns, resized.rows)
    (glyphs, region) = (resized.glyphs, resized.region)
    moveCursor(row: row, column: column)
  }

  /// Moves the cursor, as far as the screen goes.
  mutating func moveCursor(row: Int, column: Int) {
    self.row = min(max(0, row), rows - 1)
    self.column = min(max(0, column), columns - 1)
  }

  mutating func enterAlternateScreen() {
    mainGlyphs = glyphs
    glyphs = Array(repeating: Glyph(), count: glyphs.count)
  }

  mutating func leaveAlternateScreen() {
    if mainGlyphs.count == glyphs.count { glyphs = mainGlyphs }
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    (0..<rows).contains(row) && (0..<columns).contains(column)
  }
}

extension VirtualScreen: CustomStringConvertible {
  /// What a failed test prints.
  package var description: String { "\(columns)×\(rows), modes \(modes.sorted()):\n\(text)" }
}
