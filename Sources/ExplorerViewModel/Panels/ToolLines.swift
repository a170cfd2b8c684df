import ConvArithmetic
import LayerNotation

/// What every tool says of a layer, and why it does not say the same as the others.
struct ToolLines {
  let spelling: Spelling
  let width: Int

  private static let nameWidth = 18

  private var countWidth: Int { width < 60 ? 13 : 18 }
  private var countEnd: Int { 3 + Self.nameWidth + 1 + countWidth }

  func heading(hasFocus: Bool) -> [Span] {
    let unit = " unit   right"
    let start = " What the tools say"
    let hint = hasFocus ? "" : "  m chooses"
    let gap = countEnd - spelling.width(start) - spelling.width(hint) - 5
    return [
      Span(" "), Span(String(start.dropFirst()), .heading), Span(hint, .faint),
      Span(String(repeating: " ", count: max(1, gap)) + "count" + unit, .faint),
    ]
  }

  /// The tool, its count, its unit, and the quotient by the right count in that unit.
  func row(
    _ convention: OperationConvention, _ pass: ForwardPass, _ isSelected: Bool, hasFocus: Bool
  ) -> [Span] {
    let style: Style = isSelected ? (hasFocus ? .focus : .selected) : .plain
    let count = (try? convention.count(pass)) ?? nil
    let value = count.map(text) ?? "fails"
    let gap = countEnd - 3 - spelling.width(convention.name) - spelling.width(value)
    let unit = convention.unit.name
    let ratio = quotient(count, convention.unit, pass)
    return [
      Span(isSelected ? " ▸ " : "   ", style), Span(convention.name, style),
      Span(String(repeating: " ", count: max(1, gap))), Span(value, count == nil ? .bad : .value),
      Span(" \(unit)" + String(repeating: " ", count: 4 - unit.count), .faint),
      Span(
        String(repeating: " ", count: max(0, 7 - spelling.width(ratio))) + "×\(ratio)",
        ratio == "1.00" ? .good : .notice),
    ]
  }

  /// The count in its column, rounded where it is too long; the explanation has all of it.
  private func text(_ count: Ratio) -> String {
    count.numerator.grouped(within: countWidth)
  }

  private func quotient(
    _ count: Ratio?, _ unit: OperationConvention.Unit, _ pass: ForwardPass
  ) -> String {
    guard let count, let right = try? unit.rightCount(pass),
      let text = count.quotientText(by: right)
    else { return "–" }
    return spelling.width(text) <= 8 ? text : "≥ 10,000"
  }

  /// The formula, with the numbers, and every reason why it is not the right count.
  func explanation(_ convention: OperationConvention, _ pass: ForwardPass) -> [[Span]] {
    var lines: [[Span]] = []
    if let formula = (try? convention.formula(pass)) ?? nil {
      lines += paragraph(formula.symbols, .plain)
      lines += paragraph("= " + formula.numbers(\.grouped), .faint)
      if let count = (try? convention.count(pass)) ?? nil {
        lines += paragraph("= \(count.grouped) \(convention.unit.name)", .value)
      }
    }
    if let failure = (try? convention.failure(pass)) ?? nil {
      lines += paragraph(failure.sentence, .bad)
    } else {
      let deviations = (try? convention.deviations(pass)) ?? []
      lines += deviations.flatMap { paragraph($0.sentence, .notice) }
      if deviations.isEmpty {
        lines += paragraph("the right number of \(convention.unit.rightName)", .good)
      }
    }
    return lines + paragraph("source: \(convention.source.text)", .faint)
  }

  private func paragraph(_ text: String, _ style: Style) -> [[Span]] {
    wrap(text, width: width - 6, spelling).map { [Span("     "), Span($0, style)] }
  }
}
