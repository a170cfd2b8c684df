import ConvArithmetic
import LayerNotation

/// What a layer costs, in a person's order: the headline, its terms, what is really executed, what
/// every tool says and why, and the formulas.
struct OperationsText {
  private(set) var lines: [[Span]] = []
  /// The lines of the selected tool, its explanation included.
  private(set) var selectedLines: Range<Int> = 0..<0
  private let spelling: Spelling
  private let width: Int

  private static let barWidth = 16

  init(_ state: ExplorerState, _ pass: ForwardPass, width: Int) {
    spelling = state.capabilities.spelling
    self.width = width
    documented(pass)
    executed(pass)
    tools(pass, selected: state.selectedConvention, hasFocus: state.isListFocused)
    let facts = FactLines(spelling: spelling, width: width)
    for section in FactSheet(pass).sections { lines += [[]] + facts.lines(section) }
  }
}

extension OperationsText {
  private mutating func documented(_ pass: ForwardPass) {
    let count = pass.documented
    heading("As documented", total: try? count.total, unit: "operations")
    let terms: [(String, () throws -> Count)] = [
      ("products", { try pass.documentedProducts }),
      ("additions in filters", { try pass.documentedAdditions }),
      ("aggregation, bias", { try pass.documentedAggregation }),
    ]
    shares(terms.map { ($0.0, try? $0.1()) }, of: try? count.total)
  }

  private mutating func executed(_ pass: ForwardPass) {
    lines.append([])
    let count = pass.executed
    heading("Really executed", total: try? count.total, unit: "operations")
    shares(
      [
        ("products", try? count.multiplications), ("additions", try? count.additions),
        ("bias additions", try? count.biasAdditions),
      ], of: try? count.total)
    shares(
      [
        ("useful products", try? count.usefulMultiplications),
        ("useful additions", try? count.usefulAdditions),
      ], of: try? count.total)
  }

  private mutating func heading(_ name: String, total: Count?, unit: String) {
    let value = total.map(\.grouped) ?? "more than 127 bits hold"
    let end = width - 1
    let used = 1 + spelling.width(name) + spelling.width(value) + 1 + spelling.width(unit)
    lines.append([
      Span(" "), Span(name, .heading), space(end - used), Span(value, .value),
      Span(" \(unit)", .faint),
    ])
  }

  /// One line for each part of a total: its name, its number, its share as a bar.
  private mutating func shares(_ parts: [(String, Count?)], of total: Count?) {
    for (name, count) in parts {
      let value = count.map(\.grouped) ?? "–"
      var spans = [Span("   "), Span(name, .faint)]
      let numberEnd = 40
      spans.append(space(numberEnd - 3 - spelling.width(name) - spelling.width(value)))
      spans.append(Span(value))
      if let count, let total, let percent = percent(count, of: total) {
        spans.append(Span(padded("\(percent)", 5) + "%", .faint))
        let room = min(Self.barWidth, width - numberEnd - 9)
        let length = max(0, min(room, (percent * room + 50) / 100))
        if room > 3 { spans.append(Span(" " + String(repeating: "█", count: length), .notice)) }
      }
      lines.append(spans)
    }
  }

  private func percent(_ part: Count, of total: Count) -> Int? {
    guard total > 0, let scaled = try? 200 * part + total,
      let rounded = try? scaled.floorDivided(by: 2 * total)
    else { return nil }
    return Int(exactly: rounded)
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func space(_ width: Int) -> Span {
    Span(String(repeating: " ", count: max(1, width)))
  }
}

extension OperationsText {
  private static let nameWidth = 20

  private mutating func tools(_ pass: ForwardPass, selected: Int, hasFocus: Bool) {
    lines.append([])
    lines.append([
      Span(" "), Span("What the tools say", .heading),
      Span(hasFocus ? "" : "   m chooses one", .faint),
    ])
    for (index, convention) in OperationConvention.all.enumerated() {
      let isSelected = index == selected
      let start = lines.count
      lines.append(row(convention, pass, isSelected: isSelected, hasFocus: hasFocus))
      if isSelected {
        explanation(convention, pass)
        selectedLines = start..<lines.count
      }
    }
  }

  private func row(
    _ convention: OperationConvention, _ pass: ForwardPass, isSelected: Bool, hasFocus: Bool
  ) -> [Span] {
    let style: Style = isSelected ? (hasFocus ? .focus : .selected) : .plain
    let count = (try? convention.count(pass)) ?? nil
    let value = count.map(\.grouped) ?? "fails"
    let right = try? convention.unit.rightCount(pass)
    let ratio = count.flatMap { count in right.flatMap { count.quotientText(by: $0) } } ?? "–"
    let name = convention.name
    let valueEnd = max(Self.nameWidth + 16, 36)
    return [
      Span(isSelected ? " ▸ " : "   ", style), Span(name, style),
      space(valueEnd - 3 - spelling.width(name) - spelling.width(value)),
      Span(value, count == nil ? .bad : .value),
      Span(
        " " + convention.unit.name + String(repeating: " ", count: 3 - convention.unit.name.count),
        .faint),
      Span(padded("×\(ratio)", 9), ratio == "1.00" ? .good : .notice),
    ]
  }

  /// The formula, with the numbers, and every reason why it is not the right count.
  private mutating func explanation(_ convention: OperationConvention, _ pass: ForwardPass) {
    if let formula = (try? convention.formula(pass)) ?? nil {
      paragraph(formula.symbols, .plain)
      paragraph("= " + formula.numbers(\.grouped), .faint)
    }
    if let failure = (try? convention.failure(pass)) ?? nil { paragraph(failure.sentence, .bad) }
    let deviations = (try? convention.deviations(pass)) ?? []
    for deviation in deviations { paragraph(deviation.sentence, .notice) }
    if deviations.isEmpty, ((try? convention.failure(pass)) ?? nil) == nil {
      paragraph("the right number of \(convention.unit.rightName)", .good)
    }
    paragraph("source: \(convention.source.text)", .faint)
  }

  private mutating func paragraph(_ text: String, _ style: Style) {
    lines += wrap(text, width: width - 6, spelling).map { [Span("     "), Span($0, style)] }
  }
}
