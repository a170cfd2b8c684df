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
    let value = "\(fact.count) \(spelling.padded(fact.unit, to: 3))"
    let ratio = fact.ratio == "–" ? "" : "  ×\(fact.ratio)"
    let room = 50 - spelling.width(name)
    append(name + spelling.padded(value, to: room, .trailing, least: 1) + ratio)
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

  private mutating func append(_ line: String) { text += spelling.line(line) + "\n" }
}
