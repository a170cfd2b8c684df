import ConvArithmetic
import LayerNotation

/// Facts as lines of text: one line each where the screen is wide, more where it is not.
package struct FactLines {
  private let spelling: Spelling
  private let width: Int

  package init(spelling: Spelling, width: Int) {
    self.spelling = spelling
    self.width = width
  }

  /// The columns in front of the formulas.
  private static let nameWidth = 26

  /// A section: its title, its facts, and what must be said about them.
  package func lines(_ section: FactSection) -> [[Span]] {
    let symbolic = section.facts.map { spelling.width($0.formula) }.max() ?? 0
    let facts = section.facts.flatMap { lines($0, symbolicWidth: symbolic) }
    let notes = section.notes.flatMap { note in
      wrap(note, width: width - 3, spelling).map { [Span("   \($0)", .faint)] }
    }
    return [[Span(" "), Span(section.title, .heading)]] + facts + notes
  }

  private func lines(_ fact: Fact, symbolicWidth: Int) -> [[Span]] {
    let name = spelling.padded("   \(fact.name) ", to: Self.nameWidth)
    let substituted = fact.substituted.isEmpty ? "" : "= \(fact.substituted) "
    let value = [Span(fact.formula.isEmpty ? "" : "= ", .faint), Span(fact.value, .value)]
    let formula = [
      Span(spelling.padded(fact.formula, to: symbolicWidth) + " ", .plain),
      Span(substituted, .faint),
    ]
    let oneLine = [Span(name, .faint)] + (fact.formula.isEmpty ? [] : formula) + value
    if width(oneLine) <= width { return [oneLine] }
    let twoLines = [
      [Span(name, .faint), Span(fact.formula)],
      [Span(blanks(Self.nameWidth)), Span(substituted, .faint)] + value,
    ]
    if !substituted.isEmpty, twoLines.allSatisfy({ width($0) <= width }) { return twoLines }
    // Too wide: the name with its value first, what it comes from below.
    let below = [fact.formula, fact.substituted].filter { !$0.isEmpty }
    return first(name, fact.value)
      + below.enumerated().flatMap { index, text in
        wrap((index > 0 ? "= " : "") + text, width: width - 3, spelling)
          .map { [Span("   \($0)")] }
      }
  }

  /// The name with its value, which goes below where it is too long to stand beside.
  private func first(_ name: String, _ value: String) -> [[Span]] {
    let line = [Span(name, .faint), Span(value, .value)]
    if width(line) <= width { return [line] }
    return [[Span(name, .faint)]]
      + wrap(value, width: width - 5, spelling).map { [Span("     \($0)", .value)] }
  }

  private func width(_ spans: [Span]) -> Int {
    spans.reduce(0) { $0 + spelling.width($1.text) }
  }
}
