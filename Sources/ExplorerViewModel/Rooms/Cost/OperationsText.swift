import ConvArithmetic
import LayerNotation

/// What a layer costs: the exact ledger, then what moduleprofiler's documents say, and why that is
/// not the same.
struct OperationsText {
  private var lines: [[Span]] = []
  private let writer: LineWriter

  private static let nameWidth = 25
  private static let leastWidthWithShares = 49

  init(_ pass: ForwardPass, _ writer: LineWriter) {
    self.writer = writer
    executed(pass)
    lines.append([])
    documented(pass)
  }

  var page: PageView.Page { PageView.Page(lines: lines, dropped: hasShares ? [] : ["shares"]) }
  private var hasShares: Bool { writer.width >= Self.leastWidthWithShares }
  private var numberWidth: Int { writer.width < 60 ? 14 : 18 }

  /// The ledger: each kind of operation as it is executed, and how much of it is useful.
  private mutating func executed(_ pass: ForwardPass) {
    lines.append(heading("Exact count", ["all", "useful"]))
    let rows: [(Figure, useful: Figure)] = [
      (.multiplications, .usefulMultiplications), (.additions, .usefulAdditions),
      (.biasAdditions, .usefulBiasAdditions), (.executed, .useful),
    ]
    for (figure, usefulFigure) in rows {
      let (all, useful) = (pass[figure], pass[usefulFigure])
      let isTotal = figure == .executed
      let start = line(isTotal ? "total" : figure.name, [all, useful], isTotal ? .value : .plain)
      lines.append(start + share(useful, of: all, 2))
    }
  }

  private mutating func documented(_ pass: ForwardPass) {
    let total = pass[.documented]
    lines.append(heading("moduleprofiler's documents", ["operations"]))
    for figure in Figure.documentedTerms {
      let count = pass[figure]
      lines.append(line(figure.name, [count], .plain) + share(count, of: total, 1))
    }
    let symbols = Figure.documented.formula(pass)?.symbols ?? ""
    let fact = OperationConvention.all.first { $0.id == "documented_steps" }
      .map { ConventionFact($0, pass) }
    let ratio = fact.map { $0.ratio == "–" ? "" : "  ×\($0.ratio) the exact total" } ?? ""
    let used = Self.nameWidth + numberWidth
    let words = ["\(ratio) = \(symbols)", ratio].first {
      used + writer.spelling.width($0) <= writer.width
    }
    lines.append(line("total", [total], .value) + [Span(words ?? "", .faint)])
    // Only a layer with holes can have fewer than none.
    if pass[.documentedAdditions] < 0 {
      lines += writer.paragraph(
        "below 0: the documents count −1 for each cell that nothing reaches", .faint, indent: 3)
    }
    for reason in fact?.reasons ?? [] { lines += writer.paragraph(reason, .notice, indent: 3) }
    lines.append(line("printed summary", [pass[.printedSummary]], .plain))
    for note in FactSheet(pass)[.summary].notes {
      lines += writer.paragraph(note, .faint, indent: 3)
    }
  }

  private func heading(_ title: String, _ columns: [String]) -> [Span] {
    [writer.starting(" \(title)", Self.nameWidth, .heading)]
      + columns.map { writer.ending($0, numberWidth, .faint) }
  }

  private func line(_ name: String, _ counts: [Count], _ style: Style) -> [Span] {
    [writer.starting("   \(name)", Self.nameWidth, .faint)]
      + counts.map { writer.ending($0.grouped(within: numberWidth - 1), numberWidth, style) }
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
