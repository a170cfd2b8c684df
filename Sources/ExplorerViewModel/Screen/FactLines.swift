/// Facts as lines of text: one line each where there is room, more where there is not.
extension LineWriter {
  /// The columns before the formulas.
  private static let nameWidth = 26

  /// A section: its title, its facts, and what must be said about them.
  package func lines(_ section: FactSection) -> [[Span]] {
    let symbolic = section.facts.map { spelling.width($0.formula) }.max() ?? 0
    return [[Span(" "), Span(section.title, .heading)]]
      + section.facts.flatMap { lines($0, symbolicWidth: symbolic) }
      + section.notes.flatMap { paragraph($0, .faint, indent: 3) }
  }

  /// The same without styles.
  package func texts(_ section: FactSection) -> [String] {
    lines(section).map { $0.map(\.text).joined() }
  }

  private func lines(_ fact: Fact, symbolicWidth: Int) -> [[Span]] {
    let name = starting("   \(fact.name) ", Self.nameWidth, .faint)
    let substituted = Span(fact.substituted.isEmpty ? "" : "= \(fact.substituted) ", .faint)
    let value = [Span(fact.formula.isEmpty ? "" : "= ", .faint), Span(fact.value, .value)]
    let formula = [starting(fact.formula, symbolicWidth + 1), substituted]
    let oneLine = [name] + (fact.formula.isEmpty ? [] : formula) + value
    if fits([oneLine]) { return [oneLine] }
    let twoLines = [
      [name, Span(fact.formula)], [Span(blanks(Self.nameWidth)), substituted] + value,
    ]
    if !fact.substituted.isEmpty, fits(twoLines) { return twoLines }
    // Too wide: the name with its value first, what it comes from below.
    let first = [name, Span(fact.value, .value)]
    return (fits([first]) ? [first] : [[name]] + paragraph(fact.value, .value, indent: 5))
      + [fact.formula, substituted.text].filter { !$0.isEmpty }
      .flatMap { paragraph($0, indent: 3) }
  }

  private func fits(_ lines: [[Span]]) -> Bool { lines.allSatisfy { width($0) <= width } }
}
