import ConvArithmetic
import LayerNotation

/// What every tool says of a layer, and why it does not say the same as the others.
struct ToolLines {
  let spelling: Spelling
  let width: Int

  private static let nameWidth = 18
  /// Name, count, unit and quotient.
  private static let leastWidthWithUnit = 49
  private static let quotientWidth = 8

  /// Where it is narrower, there is no room for the units; the explanation has them.
  static func hasUnit(_ width: Int) -> Bool { width >= leastWidthWithUnit }

  private var hasUnit: Bool { Self.hasUnit(width) }
  private var countWidth: Int {
    hasUnit ? width < 60 ? 13 : 18 : max(8, min(13, width - 4 - Self.nameWidth - 9))
  }
  private var countEnd: Int { 3 + Self.nameWidth + 1 + countWidth }

  func heading(hasFocus: Bool) -> [Span] {
    let start = "The tools say"
    let key = Span("  \(KeyPress.enter.name)", .key)
    let hint = hasFocus || !hasUnit ? [] : [key, Span(" chooses", .faint)]
    let used = spelling.width(start) + hint.reduce(1) { $0 + spelling.width($1.text) }
    let gap = max(1, countEnd - used - "count".count)
    return [Span(" "), Span(start, .heading)] + hint
      + [
        Span(blanks(gap) + "count" + (hasUnit ? " unit  × right" : "  × right"), .faint)
      ]
  }

  /// The tool, its count, its unit, and the quotient by the right count in that unit.
  func row(
    _ convention: OperationConvention, _ pass: ForwardPass, _ isSelected: Bool, hasFocus: Bool
  ) -> [Span] {
    let style: Style = isSelected ? (hasFocus ? .focus : .selected) : .plain
    let value = value(convention, pass)
    let unit = convention.unit.name
    let quotient = quotient(convention, pass)
    let left = 3 + spelling.width(convention.name)
    return [
      Span(isSelected ? " ▸ " : "   ", style), Span(convention.name, style),
      indented(value, to: countEnd - left), value,
    ] + (hasUnit ? [Span(" " + unit, .faint)] : []) + [
      indented(quotient, to: hasUnit ? 13 - unit.count : Self.quotientWidth + 1), quotient,
    ]
  }

  /// The space in front of a text that ends in front of a column.
  private func indented(_ span: Span, to width: Int) -> Span {
    Span(blanks(max(1, width - spelling.width(span.text))))
  }

  /// The count in its column, rounded where it is too long; the explanation has all of it.
  private func value(_ convention: OperationConvention, _ pass: ForwardPass) -> Span {
    guard let count = convention.count(pass) else { return Span("fails", .bad) }
    // A printed summary could be a fraction; of a valid layer none is.
    let whole = count.numerator.floorDivided(by: count.denominator)
    return Span(whole.grouped(within: countWidth), whole.isOverflow ? .notice : .value)
  }

  private func quotient(_ convention: OperationConvention, _ pass: ForwardPass) -> Span {
    let right = convention.unit.rightCount(pass)
    guard let count = convention.count(pass), !count.isOverflow, !right.isOverflow else {
      return Span("–", .faint)
    }
    // Rounded, a count that is nearly right would look no different.
    if count.whole == right { return Span("exact", .good) }
    let text = count.quotientText(by: right, within: 8)
    return text.map { Span("×" + $0, .notice) } ?? Span("–", .faint)
  }

  /// The formula, with the numbers, and every reason why it is not the right count.
  func explanation(_ convention: OperationConvention, _ pass: ForwardPass) -> [[Span]] {
    reasoning(convention, pass).flatMap { paragraph($0.text, $0.style) }
      + paragraph("source: \(convention.source.text)", .faint)
  }

  private func reasoning(_ convention: OperationConvention, _ pass: ForwardPass) -> [Span] {
    if let failure = convention.failure(pass) { return [Span(failure.sentence, .bad)] }
    let (count, right) = (convention.count(pass), convention.unit.rightCount(pass))
    var spans: [Span] = []
    if let formula = convention.formula(pass) {
      spans += [Span(formula.symbols), Span("= " + formula.numbers(\.grouped), .faint)]
    }
    let deviations = convention.deviations(pass)
    guard let count, !count.isOverflow, !right.isOverflow,
      !deviations.contains(where: \.amount.isOverflow)
    else { return spans + [Span("The numbers exceed 127 bits.", .notice)] }
    spans.append(Span("= \(count.grouped) \(convention.unit.name)", .value))
    spans += deviations.map { Span($0.sentence, .notice) }
    if count.whole == right {
      let start = deviations.isEmpty ? "This" : "Together they cancel, and this"
      spans.append(Span("\(start) is the right number of \(convention.unit.rightName).", .good))
    }
    return spans
  }

  private func paragraph(_ text: String, _ style: Style) -> [[Span]] {
    wrap(text, width: width - 6, spelling).map { [Span("     "), Span($0, style)] }
  }
}
