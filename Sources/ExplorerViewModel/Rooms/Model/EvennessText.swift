import ConvArithmetic

/// How even the overlap of a whole network is, and which change of one layer makes it even.
struct EvennessText {
  private let sheet: NetworkSheet
  private let state: ExplorerState
  private let writer: LineWriter
  private let rows: Int
  private let advice: [NetworkAdvice]

  init(_ network: OpenNetwork, _ state: ExplorerState, _ writer: LineWriter, rows: Int) {
    (sheet, self.state, self.writer, self.rows) = (network.sheet, state, writer, rows)
    advice = state.networkAdvice
  }

  var page: PageView.Page {
    guard sheet.flow.failure == nil else {
      let text = "the network has no output, so nothing is said about its overlap"
      return PageView.Page(lines: writer.paragraph(text))
    }
    if sheet.isEven, !sheet.rows.indices.contains(where: sheet.goesUp) {
      return PageView.Page(
        lines: writer.paragraph("no module upsamples, so the overlap of all modules is even", .good)
      )
    }
    let heading = advice.isEmpty ? [] : [[Span(" Changes that make it even", .heading)]]
    let above = stages + [[]] + counts + [[]] + heading
    let changes = advice.indices.map(line)
    let lines = above + (changes.isEmpty ? none : changes)
    return PageView.Page(
      lines: lines + map(rows: rows - lines.count),
      list: above.count..<above.count + changes.count)
  }

  /// The overlap after each module that upsamples, or changes it.
  private var stages: [[Span]] {
    var lines: [[Span]] = [
      [Span(" Overlap after each module: most paths to an output : least", .heading)]
    ]
    var former = "–"
    for row in sheet.rows.indices {
      let text = sheet.overlap(row)
      guard text != former || sheet.goesUp(row) else { continue }
      former = text
      let style: Style = text == "even" ? .good : text == "–" ? .plain : .notice
      lines.append([
        writer.starting("   \(sheet.name(row))", 20),
        writer.starting(sheet.what(row), 30, .faint), Span(text, style),
      ])
    }
    return lines.count > 1 ? lines : lines + writer.paragraph("not known", .faint, indent: 3)
  }

  /// The paths to the outputs of one period, along each axis that differs.
  private var counts: [[Span]] {
    let texts = sheet.lastPatterns.map { axis, pattern -> String in
      switch pattern {
      case .failure(let reason): "along \(axis.letter): \(reason.text)"
      case .success(let pattern): "along \(axis.letter)\(Self.text(pattern))"
      }
    }
    let rule = sheet.dividedBy.map { _ in "no later module hides this pattern" }
    return [[Span(" Paths to each output, away from the borders", .heading)]]
      + (texts + [rule].compactMap(\.self)).flatMap { writer.paragraph($0, indent: 3) }
  }

  private static func text(_ pattern: OverlapPattern) -> String {
    guard let (counts, divisor) = pattern.simplest, !pattern.isEven else {
      return ": the same to every output"
    }
    let shown = counts.prefix(16).map(\.grouped).joined(separator: " ")
    let more = counts.count > 16 ? " … of \(counts.count.grouped)" : ""
    let times = divisor > 1 ? " (×\(divisor.grouped))" : ""
    return ", repeating: " + shown + more + times
  }

  /// The counts of a plane, some periods of them, if there are rows for it.
  private func map(rows: Int) -> [[Span]] {
    let plane = sheet.patternsOfPlane.map { $0.simplest?.counts ?? [1] }
    guard plane.count == 2, rows >= 4, !sheet.isEven else { return [] }
    let (down, across) = (plane[0], plane[1])
    // Two periods of each, as many rows and columns as there is room for.
    let columns = (0..<min(2 * across.count, writer.width)).map { across[$0 % across.count] }
    let counts = (0..<min(rows - 2, 2 * down.count)).map { row in
      columns.map { down[row % down.count] * $0 }
    }
    return [[], [Span(" The same in a plane", .heading)]] + CountMap(counts).lines(writer)
  }

  private var none: [[Span]] {
    let reason: (String, Style) =
      sheet.isEven
      ? ("it is even", .good)
      : ("no change that makes it even was found among those tried", .notice)
    return writer.paragraph(reason.0, reason.1, indent: 3)
  }

  private var nameWidth: Int {
    let names = advice.map { sheet.named.modules[$0.node].name.count }
    return min(17, (names.max() ?? 0) + 2)
  }

  private func line(_ index: Int) -> [Span] {
    let advice = advice[index]
    let style = state.choiceStyle(index)
    let price = advice.cost.multiplications.timesText(of: sheet.totals.multiplications)
      .map { "×\($0.dropLast())" }
    let name = sheet.named.modules[advice.node].name
    return [
      Span(style == nil ? "   " : " ▸ ", .key), writer.starting(name, nameWidth, style ?? .value),
      Span(advice.layer.shorthand.filter { $0 != "," }),
      Span("  all products \(price ?? "–"), same output size", .faint),
    ]
  }
}

extension OpenNetwork {
  /// What is wrong with the network, and the nearest values that help; shown above each of its
  /// pages.
  func problemLines(_ writer: LineWriter) -> [[Span]] {
    guard let problem = sheet.problem else { return [] }
    guard sheet.flow.mismatches.isEmpty, let repair,
      case .layer(let refusal)? = sheet.flow.failure?.reason
    else { return writer.paragraph(problem, .bad) }
    let reasons = refusal.said.map(\.message).joined(separator: "; ")
    let name = named.modules[repair.node].name
    return writer.paragraph(
      "\(name): \(reasons); \(Command.fix.keyNames): \(repair.text)", .bad)
  }
}

extension ExplorerState {
  /// Takes the chosen change of a layer of the network.
  mutating func takeNetworkAdvice() {
    guard let advice = networkAdvice[at: choice], var network else {
      return say(
        network?.sheet.isEven == true
          ? "the overlap of the whole network is even, there is nothing to fix"
          : "no change that makes the whole network even is known")
    }
    var named = network.named
    named.modules[advice.node].layer = advice.layer
    network.adopt(named)
    network.select(advice.node)
    change(to: Document(network, otherwise: subject))
    say("\(network.named.modules[advice.node].name): now \(advice.layer.pytorchLine)", .good)
  }
}
