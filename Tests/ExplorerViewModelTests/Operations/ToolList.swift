import ConvArithmetic
import ExplorerViewModel

/// The list of tools, read from the screen of their page.
struct ToolList {
  struct Row {
    let count: String
    let unit: String
    let ratio: String
    /// The line on the screen.
    let line: String
  }

  private var rows: [String: Row] = [:]

  init(_ frame: Frame) {
    for line in frame.lines {
      let text = line.split(separator: "│", maxSplits: 1).last ?? ""
      let start = text.drop { " ▸".contains($0) }
      for convention in OperationConvention.allCases where start.hasPrefix(convention.name + "  ") {
        let words = start.dropFirst(convention.name.count).split(separator: " ")
        // Beside the ratio, the chosen tool is explained.
        guard let unit = words.firstIndex(where: { ["op", "MAC"].contains($0) }),
          unit + 1 < words.count
        else { continue }
        rows[convention.name] = Row(
          count: words[..<unit].joined(separator: " "), unit: String(words[unit]),
          ratio: String(words[unit + 1]), line: line)
      }
    }
  }

  /// Whether the lines of three tools end in what they say of the right count.
  static func endsInRatios(_ frame: Frame) -> Bool {
    [("fvcore", "exact"), ("thop", "×4.00"), ("calflops MACs", "exact")].allSatisfy { name, ratio in
      frame.lines.contains { $0.contains("  \(name)  ") && $0.hasSuffix(" \(ratio)") }
    }
  }

  var all: [Row] { Array(rows.values) }

  subscript(name: String) -> Row? { rows[name] }
}
