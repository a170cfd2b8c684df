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

  /// Counts and tools, where the formulas stand beside them.
  private static let countsWidth = 70
  /// Formulas of some use beside them.
  private static let leastFormulaWidth = 90

  init(_ state: ExplorerState, _ pass: ForwardPass, width: Int) {
    let isWide = width >= Self.countsWidth + Self.leastFormulaWidth
    spelling = state.capabilities.spelling
    self.width = isWide ? Self.countsWidth - 1 : width
    documented(pass)
    lines.append([])
    executed(pass)
    lines.append([])
    let tools = ToolLines(spelling: spelling, width: width)
    lines.append(tools.heading(hasFocus: state.isListFocused))
    for (index, convention) in OperationConvention.all.enumerated() {
      let isSelected = index == state.choice
      let start = lines.count
      lines.append(tools.row(convention, pass, isSelected, hasFocus: state.isListFocused))
      guard isSelected else { continue }
      // Unfolded only for who asks, so that all tools are in sight at first.
      if state.isListFocused { lines += tools.explanation(convention, pass) }
      selectedLines = start..<lines.count
    }
    let facts = FactLines(
      spelling: spelling, width: isWide ? width - Self.countsWidth : width)
    let sections = FactSheet(pass).sections.map(facts.lines)
    if isWide {
      place(Array(sections.joined(separator: [[]])))
    } else {
      for section in sections { lines += [[]] + section }
    }
  }

  /// Puts other lines beside those of the counts.
  private mutating func place(_ others: [[Span]]) {
    for (index, other) in others.enumerated() {
      if index == lines.count { lines.append([]) }
      let used = lines[index].reduce(0) { $0 + spelling.width($1.text) }
      lines[index].append(Span(blanks(max(1, Self.countsWidth - used))))
      lines[index] += other
    }
  }
}

extension OperationsText {
  private var isNarrow: Bool { width < 60 }
  /// The columns in front of which the numbers end.
  private var numberEnd: Int { isNarrow ? 35 : 46 }
  private var usefulEnd: Int { hasShares ? isNarrow ? 42 : 46 : 39 }
  private var allEnd: Int { hasShares ? isNarrow ? 29 : 31 : 28 }
  private var hasShares: Bool { width >= Self.leastWidthWithShares }
  private static let leastWidthWithShares = 49

  /// What is left out where the text is so narrow.
  static func dropped(width: Int) -> [String] {
    width >= leastWidthWithShares
      ? [] : ToolLines.hasUnit(width) ? ["shares"] : ["shares", "units"]
  }

  private mutating func documented(_ pass: ForwardPass) {
    let total = pass[.documented]
    lines.append(
      columns([("As documented", .heading, 1), ("operations", .faint, numberEnd)]))
    for figure in Figure.documentedTerms {
      let count = pass[figure]
      lines.append(line(figure.name, count) + share(count, of: total, at: numberEnd))
    }
    // Only a layer with holes can have fewer than none.
    if pass[.documentedAdditions] < 0 {
      let note = "below 0: the documents count −1 for each cell that nothing reaches"
      lines += wrap(note, width: width - 5, spelling).map { [Span("     \($0)", .faint)] }
    }
    let symbols = Figure.documented.formula(pass)?.symbols ?? ""
    let formula = Span(" = \(symbols)", .faint)
    let fits = numberEnd + spelling.width(formula.text) <= width
    lines.append(line("total", total, style: .value) + (fits ? [formula] : []))
  }

  /// The ledger: each kind of operation as it is executed, and how much of it is useful.
  private mutating func executed(_ pass: ForwardPass) {
    lines.append(
      columns([
        ("Really executed", .heading, 1), ("all", .faint, allEnd),
        ("useful", .faint, usefulEnd),
      ]))
    let rows: [(String, Figure, Figure)] = [
      (Figure.multiplications.name, .multiplications, .usefulMultiplications),
      (Figure.additions.name, .additions, .usefulAdditions),
      (Figure.biasAdditions.name, .biasAdditions, .usefulBiasAdditions),
      ("total", .executed, .useful),
    ]
    for (name, figure, usefulFigure) in rows {
      let (all, useful) = (pass[figure], pass[usefulFigure])
      let style: Style = name == "total" ? .value : .plain
      lines.append(
        columns([
          (name, .faint, 3), (digits(all), style, allEnd),
          (digits(useful), style, usefulEnd),
        ]) + share(useful, of: all, at: usefulEnd))
    }
  }

  private func digits(_ count: Count) -> String {
    count.grouped(within: !hasShares ? 10 : isNarrow ? 12 : 14)
  }

  private func line(_ name: String, _ count: Count, style: Style = .plain) -> [Span] {
    let text = count.grouped(within: numberEnd - 23)
    return columns([(name, .faint, 3), (text, style, numberEnd)])
  }

  /// Texts in one line: the first begins at its column, the others end in front of theirs.
  private func columns(_ texts: [(String, Style, Int)]) -> [Span] {
    var spans: [Span] = []
    var end = 0
    for (index, (text, style, column)) in texts.enumerated() {
      let start = index == 0 ? column : column - spelling.width(text)
      spans.append(Span(blanks(max(index == 0 ? 0 : 1, start - end))))
      spans.append(Span(text, style))
      end = max(start, end + 1) + spelling.width(text)
    }
    return spans
  }

  /// A part of a whole in percent and, where there is room, as a bar.
  private func share(_ part: Count, of whole: Count, at column: Int) -> [Span] {
    guard hasShares, let share = Share(part, of: whole) else { return [] }
    let room = min(40, width - column - 7)
    return [
      Span(spelling.padded(share.text, to: 6, .trailing, least: 1), .faint),
      Span(" " + String(repeating: "▄", count: room < 4 ? 0 : share.length(of: room)), .bar),
    ]
  }
}
