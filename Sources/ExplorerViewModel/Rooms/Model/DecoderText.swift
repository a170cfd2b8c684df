/// How even the overlap of a whole network is, and which change of one layer makes it even.
struct DecoderText {
  private let sheet: NetworkSheet
  private let writer: LineWriter
  private let advice: [NetworkAdvice]
  private let choice: Int?

  init(_ network: OpenNetwork, _ state: ExplorerState, _ writer: LineWriter) {
    (sheet, self.writer) = (network.sheet, writer)
    advice = state.networkAdvice
    choice = state.isListFocused ? state.choice : nil
  }

  var page: PageView.Page {
    let above = stages + [[]] + counts + [[]] + [[Span(" Changes that make it even", .heading)]]
    var page = PageView.Page(lines: above + (advice.isEmpty ? none : advice.indices.map(line)))
    page.list = above.count..<above.count + advice.count
    return page
  }

  /// The overlap after each module that goes up, or changes it.
  private var stages: [[Span]] {
    var lines: [[Span]] = [
      [Span(" Overlap of all modules so far, away from the borders", .heading)]
    ]
    var former = "–"
    for row in sheet.rows.indices where sheet.output(row) != nil {
      let text = sheet.overlap(row)
      guard text != former else { continue }
      former = text
      let style: Style = text == "even" ? .good : text == "–" ? .plain : .notice
      lines.append([
        writer.starting("   \(sheet.named.modules[sheet.rows[row].lowerBound].name)", 20),
        writer.starting(sheet.what(row), 30, .faint), Span(text, style),
      ])
    }
    return lines.count > 1 ? lines : lines + writer.paragraph("no module goes up", indent: 3)
  }

  /// The paths to the outputs of one period, along each axis that differs.
  private var counts: [[Span]] {
    let texts = sheet.lastPatterns.map { axis, pattern -> String in
      switch pattern {
      case .failure(let reason): return "along \(axis.letter): \(reason.text)"
      case .success(let pattern):
        guard let counts = pattern.counts else { return "along \(axis.letter): all alike" }
        let shown = counts.prefix(16).map(\.grouped).joined(separator: " ")
        let more = counts.count > 16 ? " … (\(counts.count.grouped))" : ""
        return "along \(axis.letter): \(shown)\(more), again and again"
      }
    }
    let rule = sheet.dividedBy.map { divisor in
      "the counts repeat every \(divisor.grouped) cells: no module's taps cover that step evenly"
    }
    return [[Span(" Paths to neighbouring outputs", .heading)]]
      + (texts + [rule].compactMap(\.self)).flatMap { writer.paragraph($0, indent: 3) }
  }

  private var none: [[Span]] {
    let reason: (String, Style) =
      sheet.isEven
      ? ("it is even", .good)
      : sheet.named.modules.contains { $0.sources.count > 1 }
        ? ("none is looked for in a network with joins", .faint)
        : ("no change of a single kernel that keeps the output's size does", .notice)
    return writer.paragraph(reason.0, reason.1, indent: 3)
  }

  private func line(_ index: Int) -> [Span] {
    let advice = advice[index]
    let isChosen = index == choice
    let price =
      Ratio(advice.cost.multiplications, max(1, sheet.totals.multiplications)).value
    let name = sheet.named.modules[advice.node].name
    return [
      Span(isChosen ? " ▸ " : "   ", .key), writer.starting(name, 17, isChosen ? .focus : .value),
      Span(advice.layer.shorthand.replacing(",", with: "")),
      Span("  all products ×\(Self.rounded(price))", .faint),
    ]
  }

  private static func rounded(_ ratio: Double) -> String {
    guard ratio.isFinite, ratio < 1e6 else { return "…" }
    return Count(Int((ratio * 100).rounded())).decimal(2)
  }
}

extension ExplorerState {
  /// What makes the overlap of the network even; looked for on its page alone.
  var networkAdvice: [NetworkAdvice] {
    guard view == .decoder, let sheet = network?.sheet, !sheet.isEven else { return [] }
    return sheet.named.network.advice(for: sheet.named.input)
  }

  /// Takes the chosen change of a layer of the network.
  mutating func takeNetworkAdvice() {
    guard let advice = networkAdvice[at: choice], var network else { return }
    var named = network.named
    named.modules[advice.node].layer = advice.layer
    network.adopt(named)
    network.select(advice.node)
    change(to: Document(network, otherwise: subject))
    say("now \(advice.layer.pytorchLine)", .good)
  }
}
