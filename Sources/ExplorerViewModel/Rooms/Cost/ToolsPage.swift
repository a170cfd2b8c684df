extension PageWriter {
  private static let nameWidth = 19
  private static let unitWidth = 6
  private static let leastColumnsBeside = 79
  /// If it is narrower, there is no room for the units; the explanation has them.
  private static let leastWidthWithUnit = 49

  private var hasUnit: Bool { writer.width >= Self.leastWidthWithUnit }
  private var countWidth: Int {
    hasUnit
      ? max(12, min(19, writer.width - 67)) : max(8, min(13, writer.width - Self.nameWidth - 14))
  }
  private static let ratioWidth = 9
  private var listWidth: Int {
    3 + Self.nameWidth + countWidth + (hasUnit ? Self.unitWidth : 0) + Self.ratioWidth
  }

  /// What every tool says about a layer; beside or below the list, why the chosen one says that.
  var tools: PageView.Page {
    let tools = OperationConvention.allCases
    let list = tools.enumerated().map { row($0, $1) }
    var page = PageView.Page(head: [heading], list: list.indices)
    let isBeside = writer.width >= Self.leastColumnsBeside
    let column = isBeside ? listWidth + 1 : 3
    let side = LineWriter(width: writer.width - column, spelling: writer.spelling)
    let why = tools[at: state.choice].map { explanation(ConventionFact($0, pass), side) } ?? []
    page.lines = isBeside ? writer.beside(list, why, at: column) : list + [[]] + why
    if !hasUnit { page.dropped = ["units"] }
    return page
  }

  private var heading: [Span] {
    let hint =
      state.isListFocused || !hasUnit
      ? [] : [Span("  \(KeyPress.enter.name)", .key), Span(" chooses", .faint)]
    let start = [Span(" The tools say", .heading)] + hint
    let end = 3 + Self.nameWidth + countWidth - writer.width(start)
    return start + [writer.ending("count", end, .faint)]
      + (hasUnit ? [writer.starting(" unit", Self.unitWidth, .faint)] : [])
      + [writer.ending("÷ exact", Self.ratioWidth, .faint)]
  }

  /// The tool, its count, its unit, and the count as a multiple of the exact one.
  private func row(_ index: Int, _ convention: OperationConvention) -> [Span] {
    let style = state.choiceStyle(index) ?? .plain
    return [
      Span(index == state.choice ? " ▸ " : "   ", style),
      writer.starting(convention.name, Self.nameWidth, style),
      count(convention),
    ] + (hasUnit ? [writer.starting(" \(convention.unit.rawValue)", Self.unitWidth, .faint)] : [])
      + [ratio(convention)]
  }

  /// The count in its column, rounded where it is too long; the explanation has all of it.
  private func count(_ convention: OperationConvention) -> Span {
    guard let count = convention.count(pass) else {
      let failure = convention.failure(pass)
      return writer.ending(
        failure?.word ?? "–", countWidth, failure?.isRecorded == true ? .bad : .faint)
    }
    // A printed summary could be a fraction; of a valid layer none is.
    let whole = count.numerator.floorDivided(by: count.denominator)
    return writer.ending(
      whole.grouped(within: countWidth - 1), countWidth, whole.isOverflow ? .notice : .value)
  }

  private func ratio(_ convention: OperationConvention) -> Span {
    let exact = convention.unit.rightCount(pass)
    guard let count = convention.count(pass), !count.isOverflow, !exact.isOverflow else {
      return writer.ending("–", Self.ratioWidth, .faint)
    }
    if count.whole == exact { return writer.ending("exact", Self.ratioWidth, .good) }
    let text = count.quotientText(by: exact, within: 8)
    // Rounded, a count that is nearly exact would look as if it were.
    if text == "1.00", let more = count.whole.map({ $0 - exact }) {
      let sign = more < 0 ? "−" : "+"
      return writer.ending(
        sign + more.magnitude.grouped(within: Self.ratioWidth - 2), Self.ratioWidth, .notice)
    }
    return writer.ending(text.map { "×\($0)" } ?? "–", Self.ratioWidth, .notice)
  }

  /// The formula, with the numbers, and every reason why it is not the exact count.
  private func explanation(_ fact: ConventionFact, _ writer: LineWriter) -> [[Span]] {
    let numbers = "= \(fact.substituted) = \(fact.count) \(fact.unit)"
    let formula = fact.formula.isEmpty ? [] : [fact.formula, numbers]
    return formula.flatMap { writer.paragraph($0) }
      + fact.reasons.flatMap { writer.paragraph($0, .notice) }
      + writer.paragraph("source: \(fact.source)", .faint)
  }

  var formulas: PageView.Page {
    let sections = FactSheet(pass).sections.map { section in
      ChosenText.Section(name: section.title, lines: Array(writer.lines(section).dropFirst()))
    }
    return ChosenText(sections: sections, state: state, writer: writer).page(rows)
  }
}
