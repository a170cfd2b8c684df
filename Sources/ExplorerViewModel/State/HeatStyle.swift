/// How the cells of the heatmap are told apart; `heat-styles.tsv` says what each is.
package enum HeatStyle: String, CaseIterable, Sendable {
  case color = "colors"
  case ramp = "ascii"
  case digits, shades
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

  private static let rows = DataRow.named(PackageResources.heat_styles_tsv)

  var name: String { Self.rows[rawValue]?["name"] ?? rawValue }

  /// Whether its cells also differ by colour.
  var isColored: Bool { self == .color || self == .halfBlocks }

  /// The characters of its levels, from light to dark, one at least.
  var ramp: [Unicode.Scalar] { Array((Self.rows[rawValue]?["ramp"] ?? "#").unicodeScalars) }
}
