/// How text is written: with all characters, or with those of ASCII alone.
package enum Spelling: Equatable, Sendable {
  case unicode, ascii

  /// The characters to show for a text, one for each column: a character of two columns is followed
  /// by ``secondHalf``, one of none is left out.
  ///
  /// What a terminal could take for a command, or what turns the direction of a text, becomes a
  /// question mark. So no text from outside can reach the terminal as anything but text.
  package func spell(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    spell(text) { scalars.append($0) }
    return scalars
  }

  /// Hands on the characters to show for a text, one after the other.
  package func spell(_ text: String, _ take: (Unicode.Scalar) -> Void) {
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x20, scalar.value < 0x7F {
        take(scalar)
      } else if let ascii = Self.substitutes.first(where: { $0.scalar == scalar })?.ascii {
        if self == .unicode { take(scalar) } else { ascii.unicodeScalars.forEach(take) }
      } else if self == .ascii || !isPrintable(scalar) {
        // Text that was spelled before has second halves.
        if scalar != Self.secondHalf { take("?") }
      } else {
        let columns = Self.columns(of: scalar)
        if columns > 0 { take(scalar) }
        if columns > 1 { take(Self.secondHalf) }
      }
    }
  }

  /// What stands for the second column of a character that has two.
  package static let secondHalf: Unicode.Scalar = "\u{0}"

  /// The columns that a printable character takes: two for those of East Asia and for pictures.
  ///
  /// Source: Unicode 16, EastAsianWidth.txt, in the blocks where most are wide.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x300, 0x2010..<0x2300, 0x2500..<0x25FD: return 1
    case 0x1100..<0x1160, 0x2E80..<0x303F, 0x3041..<0xA4D0, 0xA960..<0xA980, 0xAC00..<0xD7A4,
      0xF900..<0xFB00, 0xFE30..<0xFE70, 0xFF01..<0xFF61, 0xFFE0..<0xFFE7, 0x20000..<0x3FFFE:
      return 2
    default:
      let properties = scalar.properties
      return switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark: 0
      default: properties.isEmojiPresentation ? 2 : 1
      }
    }
  }

  package func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    var width = 0
    spell(text) { _ in width += 1 }
    return width
  }

  package func width(_ text: Substring) -> Int { width(String(text)) }

  /// Every character beyond ASCII that the screen uses, and what stands for it without Unicode.
  ///
  /// Not a dictionary, which every start would have to build.
  private static let substitutes: [(scalar: Unicode.Scalar, ascii: String)] = [
    ("×", "x"), ("÷", "/"), ("·", "*"), ("−", "-"), ("–", "-"), ("—", "-"), ("─", "-"),
    ("→", "->"), ("…", "..."), ("≈", "~"), ("≠", "!="), ("✓", "ok"), ("²", "^2"), ("′", "'"),
    ("√", "sqrt"), ("ψ", "psi"), ("λ", "lambda"), ("γ", "gamma"), ("Σ", "sum"), ("⌊", "floor("),
    ("⌋", ")"), ("⌈", "ceil("), ("⌉", ")"), ("≤", "<="), ("≥", ">="), ("▸", ">"), ("│", "|"),
    ("┬", "+"), ("┴", "+"), ("├", "+"), ("┤", "+"), ("┌", "+"), ("┐", "+"), ("└", "+"),
    ("┘", "+"), ("↑", "Up"), ("↓", "Down"), ("←", "<-"), ("▲", "^"), ("▀", "^"), ("█", "#"),
    ("▄", "#"), ("░", "."), ("▒", ":"), ("▓", "%"), ("▼", "v"),
  ]

  package func text(_ text: String) -> String {
    String(String.UnicodeScalarView(spell(text).filter { $0 != Self.secondHalf }))
  }

  /// The same as a line: without the blanks at its end.
  package func line(_ text: String) -> String {
    var scalars = spell(text).filter { $0 != Self.secondHalf }
    while scalars.last == " " { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// A text, not spelled yet, with blanks to fill its column; one that is longer than the column
  /// stays whole, and has the least of blanks.
  package func padded(
    _ text: String, to width: Int, _ alignment: Table.Alignment = .leading, least: Int = 0
  ) -> String {
    let space = blanks(max(least, width - self.width(text)))
    return alignment == .leading ? text + space : space + text
  }
}

/// Words in lines of at most so many bytes, each line after a start; a longer word has its own.
func filled(
  _ words: some Sequence<some StringProtocol>, start: String = "", width: Int
) -> [String] {
  var lines: [String] = []
  for word in words {
    if let last = lines.indices.last, lines[last].utf8.count + 1 + word.utf8.count <= width {
      lines[last] += " " + word
    } else {
      lines.append(start + word)
    }
  }
  return lines
}

/// So many blanks; none for a negative number.
package func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
