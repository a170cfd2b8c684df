import ConvArithmetic
import LayerNotation

/// Facts as lines of text: one line each where the screen is wide, more where it is not.
package struct FactLines {
  private let writer: LineWriter

  package init(spelling: Spelling, width: Int) {
    writer = LineWriter(width: width, spelling: spelling)
  }

  /// The columns before the formulas.
  private static let nameWidth = 26

  /// A section: its title, its facts, and what must be said about them.
  package func lines(_ section: FactSection) -> [[Span]] {
    let symbolic = section.facts.map { writer.spelling.width($0.formula) }.max() ?? 0
    return [[Span(" "), Span(section.title, .heading)]]
      + section.facts.flatMap { lines($0, symbolicWidth: symbolic) }
      + section.notes.flatMap { writer.paragraph($0, .faint, indent: 3) }
  }

  private func lines(_ fact: Fact, symbolicWidth: Int) -> [[Span]] {
    let name = writer.starting("   \(fact.name) ", Self.nameWidth, .faint)
    let substituted = Span(fact.substituted.isEmpty ? "" : "= \(fact.substituted) ", .faint)
    let value = [Span(fact.formula.isEmpty ? "" : "= ", .faint), Span(fact.value, .value)]
    let formula = [writer.starting(fact.formula, symbolicWidth + 1), substituted]
    let oneLine = [name] + (fact.formula.isEmpty ? [] : formula) + value
    if fits([oneLine]) { return [oneLine] }
    let twoLines = [
      [name, Span(fact.formula)], [Span(blanks(Self.nameWidth)), substituted] + value,
    ]
    if !fact.substituted.isEmpty, fits(twoLines) { return twoLines }
    // Too wide: the name with its value first, what it comes from below.
    let first = [name, Span(fact.value, .value)]
    return (fits([first]) ? [first] : [[name]] + writer.paragraph(fact.value, .value, indent: 5))
      + [fact.formula, substituted.text].filter { !$0.isEmpty }
      .flatMap { writer.paragraph($0, indent: 3) }
  }

  private func fits(_ lines: [[Span]]) -> Bool {
    lines.allSatisfy { writer.width($0) <= writer.width }
  }
}
