/// How the cells of the heatmap are told apart.
package enum HeatStyle: String, CaseIterable, Sendable {
  /// Colours, with a character in each cell.
  case color = "colors"
  /// ASCII characters from light to dark.
  case ramp = "ascii"
  /// The counts themselves.
  case digits
  /// Shades from light to dark, without colours.
  case shades
  /// Half blocks: two cells of the map in one place of the screen, for large maps.
  case halfBlocks = "half-blocks"

  /// Whether a terminal can show it.
  func isPossible(_ capabilities: Capabilities, _ theme: Theme) -> Bool {
    switch self {
    case .color: capabilities.colors >= 8
    case .ramp, .digits: true
    case .shades: capabilities.unicode
    case .halfBlocks:
      // Without colours the two halves of a cell would look the same.
      capabilities.unicode && capabilities.colors >= 8 && theme != .mono
    }
  }

  /// What it is called.
  var name: String {
    switch self {
    case .color: "colours"
    case .ramp: "ASCII characters"
    case .digits: "digits"
    case .shades: "shades"
    case .halfBlocks: "half blocks, two cells a row"
    }
  }

  /// Whether its cells differ by their colours, too.
  var isColored: Bool { self == .color || self == .halfBlocks }

  /// The characters of its levels, from light to dark.
  var ramp: [Unicode.Scalar] {
    self == .shades ? ["░", "▒", "▓", "█"] : [".", ":", "-", "=", "+", "*", "#", "@"]
  }
}
