extension PageWriter {
  /// What a layer costs: the exact ledger, then moduleprofiler's documents, and why they differ.
  var operations: PageView.Page {
    PageView.Page(lines: executed + [[]] + documented, dropped: hasShares ? [] : ["shares"])
  }

  private static let leastWidthWithShares = 49
  private static let nameWidth = 25
  private var hasShares: Bool { writer.width >= Self.leastWidthWithShares }
  private var numberWidth: Int { writer.width < 60 ? 14 : 18 }

  /// The ledger: each kind of operation as it is executed, and how much of it is useful.
  private var executed: [[Span]] {
    let rows: [(Figure, useful: Figure)] = [
      (.multiplications, .usefulMultiplications), (.additions, .usefulAdditions),
      (.biasAdditions, .usefulBiasAdditions), (.executed, .useful),
    ]
    return [heading("Exact count", ["all", "useful"])]
      + rows.map { figure, usefulFigure in
        let (all, useful) = (pass[figure], pass[usefulFigure])
        let isTotal = figure == .executed
        return line(isTotal ? "total" : figure.name, [all, useful], isTotal ? .value : .plain)
          + share(useful, of: all, 2)
      }
  }

  private var documented: [[Span]] {
    let total = pass[.documented]
    let terms = Figure.documentedTerms.map { figure in
      line(figure.name, [pass[figure]]) + share(pass[figure], of: total, 1)
    }
    let symbols = Figure.documented.formula(pass)?.symbols ?? ""
    let fact = ConventionFact(.documentedSteps, pass)
    let ratio = fact.ratio == "–" ? "" : "  ×\(fact.ratio) the exact total"
    let used = Self.nameWidth + numberWidth
    let words = ["\(ratio) = \(symbols)", ratio].first {
      used + writer.spelling.width($0) <= writer.width
    }
    // Only a layer with holes can have fewer than none.
    let below =
      pass[.documentedAdditions] < 0
      ? ["below 0: the documents count −1 for each cell that nothing reaches"] : []
    return [heading("moduleprofiler's documents", ["operations"])] + terms
      + [line("total", [total], .value) + [Span(words ?? "", .faint)]]
      + below.flatMap { writer.paragraph($0, .faint, indent: 3) }
      + fact.reasons.flatMap { writer.paragraph($0, .notice, indent: 3) }
      + [line("printed summary", [pass[.printedSummary]])]
      + FactSheet(pass)[.summary].notes.flatMap { writer.paragraph($0, .faint, indent: 3) }
  }

  private func heading(_ title: String, _ columns: [String]) -> [Span] {
    writer.row(
      Span(" \(title)", .heading), Self.nameWidth, columns.map { Span($0, .faint) }, numberWidth)
  }

  private func line(_ name: String, _ counts: [Count], _ style: Style = .plain) -> [Span] {
    let texts = counts.map { Span($0.grouped(within: numberWidth - 1), style) }
    return writer.row(Span("   \(name)", .faint), Self.nameWidth, texts, numberWidth)
  }

  /// A part of a whole in percent and, where there is room, as a bar.
  private func share(_ part: Count, of whole: Count, _ columns: Int) -> [Span] {
    guard hasShares, let share = Share(part, of: whole) else { return [] }
    let room = min(40, writer.width - Self.nameWidth - columns * numberWidth - 8)
    return [
      writer.ending(share.text, 6, .faint),
      Span(" " + String(repeating: "▄", count: room < 4 ? 0 : share.length(of: room)), .bar),
    ]
  }
}
