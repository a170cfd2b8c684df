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
      } else if let ascii = Self.inASCII[scalar] {
        if self == .unicode { take(scalar) } else { ascii.unicodeScalars.forEach(take) }
      } else {
        take("?")
      }
    }
  }

  /// The columns that a text takes.
  package func width(_ text: some StringProtocol) -> Int {
    // With all characters, each is shown as one: itself or a question mark.
    guard self == .ascii else { return text.unicodeScalars.count }
    var width = 0
    spell(text) { _ in width += 1 }
    return width
  }

  /// Every character beyond ASCII that the screen uses, and what stands for it without Unicode.
  private static let inASCII: [Unicode.Scalar: String] = [
    "×": "x", "·": "*", "−": "-", "→": "->", "…": "...", "≈": "~", "–": "-", "—": "-", "²": "^2",
    "ψ": "psi", "λ": "lambda", "γ": "gamma", "Σ": "sum", "⌊": "floor(", "⌋": ")",
    "≤": "<=", "≥": ">=", "▸": ">", "│": "|", "─": "-", "┬": "+", "┴": "+", "├": "+", "┤": "+",
    "↑": "Up", "↓": "Down", "←": "<-", "▲": "^", "█": "#", "▀": "^", "░": ".", "▒": ":", "▓": "%",
    "▼": "v",
  ]
}

extension Capabilities {
  package var spelling: Spelling { unicode ? .unicode : .ascii }
}
