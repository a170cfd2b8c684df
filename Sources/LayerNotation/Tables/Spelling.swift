/// How text is written: with all characters, or with those of ASCII alone.
package enum Spelling: Equatable, Sendable {
  case unicode, ascii

  /// The characters to show for a text, each one column wide.
  ///
  /// Only characters that are known to be one column wide are let through; others, control codes
  /// and wide characters among them, become a question mark. So no text from outside can reach
  /// the terminal as anything but text.
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
      } else if let ascii = Self.ascii(for: scalar) {
        if self == .unicode { take(scalar) } else { ascii.unicodeScalars.forEach(take) }
      } else {
        take("?")
      }
    }
  }

  /// The columns that a text takes.
  package func width(_ text: String) -> Int {
    // With all characters, each is shown as one: itself or a question mark.
    guard self == .ascii else {
      // All bytes but those that continue a character.
      return text.utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
    var width = 0
    spell(text) { _ in width += 1 }
    return width
  }

  package func width(_ text: Substring) -> Int { width(String(text)) }

  /// Every character beyond ASCII that the screen uses, and what stands for it without Unicode.
  ///
  /// Not a dictionary, which every start would have to build.
  private static func ascii(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "×": "x"
    case "÷": "/"
    case "·": "*"
    case "−", "–", "—", "─": "-"
    case "→": "->"
    case "…": "..."
    case "≈": "~"
    case "≠": "!="
    case "✓": "ok"
    case "²": "^2"
    case "′": "'"
    case "√": "sqrt"
    case "ψ": "psi"
    case "λ": "lambda"
    case "γ": "gamma"
    case "Σ": "sum"
    case "⌊": "floor("
    case "⌋": ")"
    case "⌈": "ceil("
    case "⌉": ")"
    case "≤": "<="
    case "≥": ">="
    case "▸": ">"
    case "│": "|"
    case "┬", "┴", "├", "┤", "└", "┘": "+"
    case "↑": "Up"
    case "↓": "Down"
    case "←": "<-"
    case "▲", "▀": "^"
    case "█", "▄": "#"
    case "░": "."
    case "▒": ":"
    case "▓": "%"
    case "▼": "v"
    default: nil
    }
  }
}

extension Spelling {
  /// The characters to show for a text, as one text.
  package func text(_ text: String) -> String {
    String(String.UnicodeScalarView(spell(text)))
  }

  /// The same as a line: without the blanks at its end.
  package func line(_ text: String) -> String {
    var scalars = spell(text)
    while scalars.last == " " { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// A text in its column; one that is longer than the column stays whole.
  ///
  /// - Parameters:
  ///   - text: What stands in the column, not spelled yet.
  ///   - width: The columns that text and blanks take together.
  ///   - alignment: Where the text stands; the blanks are on its other side.
  ///   - least: The blanks that even a long text has.
  /// - Returns: Text and blanks.
  package func padded(
    _ text: String, to width: Int, _ alignment: Table.Alignment = .leading, least: Int = 0
  ) -> String {
    let space = blanks(max(least, width - self.width(text)))
    return alignment == .leading ? text + space : space + text
  }
}

/// So many blanks; none for a negative number.
package func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
