/// How text is written: with all characters, or with those of ASCII alone.
package enum Spelling: Hashable, Sendable {
  case unicode, ascii

  /// The characters to show for a text, each one column wide.
  ///
  /// Only characters that are known to be one column wide are let through; others, control codes
  /// and wide characters among them, become a question mark. So no text from outside can reach
  /// the terminal as anything but text.
  package func spell(_ text: some StringProtocol) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    spell(text) { scalars.append($0) }
    return scalars
  }

  /// Hands on the characters to show for a text, one after the other.
  func spell(_ text: some StringProtocol, _ take: (Unicode.Scalar) -> Void) {
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
  package func width(_ text: some StringProtocol) -> Int {
    // With all characters, each is shown as one: itself or a question mark.
    guard self == .ascii else {
      // All bytes but those that continue a character.
      return text.utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
    var width = 0
    spell(text) { _ in width += 1 }
    return width
  }

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

extension Capabilities {
  package var spelling: Spelling { unicode ? .unicode : .ascii }
}
