import ConvArithmetic
import ExplorerViewModel
import LayerNotation

/// Everything about a layer as plain text.
nonisolated struct TextReport {
  private static let width = 120
  private let spelling: Spelling
  private(set) var text = ""

  init(_ pass: ForwardPass, budget: Budget = Budget(), _ spelling: Spelling) {
    self.spelling = spelling
    let sheet = FactSheet(pass, budget: budget)
    append(pass.layer.pytorchLine)
    append("\(pass.input.text) → \(pass.output.text)")
    let facts = FactLines(spelling: spelling, width: Self.width)
    for section in sheet.reportSections {
      append("")
      for line in facts.lines(section) { append(line.map(\.text).joined()) }
    }
    append("")
    append(" \(FactSheet.conventionsTitle), over the right count of the unit")
    for convention in sheet.conventions { append(convention) }
  }

  private mutating func append(_ fact: ConventionFact) {
    let name = "   \(fact.name)"
    let unit = fact.unit + String(repeating: " ", count: max(0, 3 - fact.unit.count))
    let value = "\(fact.count) \(unit)"
    let gap = max(1, 50 - spelling.width(name) - spelling.width(value))
    let ratio = fact.ratio == "–" ? "" : "  ×\(fact.ratio)"
    append(name + String(repeating: " ", count: gap) + value + ratio)
    if !fact.formula.isEmpty {
      append(indented: fact.formula)
      append(indented: "= " + fact.substituted)
    }
    for reason in fact.reasons { append(indented: reason) }
    append(indented: "source: \(fact.source)")
  }

  private mutating func append(indented paragraph: String) {
    for line in wrap(paragraph, width: Self.width - 6, spelling) { append("      " + line) }
  }

  /// Adds a line, without the blanks at its end.
  private mutating func append(_ line: String) {
    var scalars = spelling.spell(line)
    while scalars.last == " " { scalars.removeLast() }
    text += String(String.UnicodeScalarView(scalars)) + "\n"
  }
}

nonisolated extension Spelling {
  func text(_ text: String) -> String { String(String.UnicodeScalarView(spell(text))) }
}
