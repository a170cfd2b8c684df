/// The modules of a network, one row each, with the totals above and the selected one below.
struct NetworkPage {
  private let network: OpenNetwork
  private let sheet: NetworkSheet
  private let state: ExplorerState
  private let writer: LineWriter
  private let rows: Int

  init(_ network: OpenNetwork, _ state: ExplorerState, _ writer: LineWriter, rows: Int) {
    (self.network, self.state, self.writer, self.rows) = (network, state, writer, rows)
    sheet = network.sheet
  }

  var page: PageView.Page {
    var page = PageView.Page(head: head, lines: lines, foot: foot)
    page.list = page.lines.indices
    return page
  }

  // MARK: Above

  private var head: [[Span]] {
    let shapes = sheet.flow.shapes
    let isWhole = shapes.count > sheet.named.modules.count
    let output = isWhole ? shapes.last?.text ?? "" : "no output"
    let pieces = [
      Span(" \(network.title): ", .heading), Span("\(shapes[0].text) → \(output)", .value),
    ]
    let totals = [
      "\(sheet.totals.parameters.words) parameters",
      "\(sheet.totals.multiplications.words) products",
      sheet.peak.map { "at most \($0.words) values at once" },
    ].compactMap(\.self)
    return writer.flow([[pieces[0]], [pieces[1]]], gap: 0)
      + writer.flow(totals.map { [Span(" \($0)")] }, gap: 1) + [titles]
  }

  private var titles: [Span] {
    [Span(blanks(2))]
      + columns.map { column in
        column.isNumber
          ? writer.ending(column.title, column.width, .faint)
          : writer.starting(column.title, column.width, .faint)
      }
  }

  // MARK: The rows

  private struct Column {
    let title: String
    let width: Int
    var isNumber = true
    let text: (NetworkSheet, Int) -> String
  }

  /// What there is room for: the numbers always, and as much of the names as is left.
  private var columns: [Column] {
    let numbers: [Column] = [
      Column(title: "output", width: outputWidth) { $0.output($1)?.cells ?? "–" },
      Column(title: "sees", width: 8) { $0.reach($1) },
      Column(title: "apart", width: 6) { $0.jump($1) },
      Column(title: "overlap", width: 8) { $0.overlap($1) },
      Column(title: "share", width: 7) { $0.share($1) },
    ]
    let left = writer.width - 2 - numbers.reduce(0) { $0 + $1.width }
    let name = min(nameWidth, max(8, left / 2))
    return [
      Column(title: "module", width: name, isNumber: false) { sheet, row in
        sheet.named.modules[sheet.rows[row].lowerBound].name
      },
      Column(title: "what", width: max(8, left - name), isNumber: false) { $0.what($1) },
    ] + numbers
  }

  private var nameWidth: Int {
    2 + (sheet.named.modules.map(\.name.count).max() ?? 0)
  }

  private var outputWidth: Int {
    2 + (sheet.flow.shapes.map(\.cells.count).max() ?? 0)
  }

  private var lines: [[Span]] {
    let columns = columns
    let seen = [state.choice, state.scroll].map { $0 - 2 * rows...$0 + 2 * rows }
    return sheet.rows.indices.map { row in
      // Only what can be in sight is written.
      seen.contains { $0.contains(row) } ? line(row, columns) : []
    }
  }

  private func line(_ row: Int, _ columns: [Column]) -> [Span] {
    let hasProblem = sheet.problem(row) != nil
    let isReached = sheet.output(row) != nil
    let style = state.choiceStyle(row)
    let mark = hasProblem ? "!" : network.hasChanged(row) ? "•" : " "
    let plain: Style = hasProblem ? .bad : isReached ? .plain : .faint
    return [Span(style == nil ? " " : "▸", .key), Span(mark, hasProblem ? .bad : .value)]
      + columns.enumerated().map { place, column in
        let text = column.text(sheet, row)
        guard column.isNumber else {
          let short = shortened(text, column.width - 1)
          return writer.starting(short, column.width, place == 0 ? style ?? plain : plain)
        }
        let isUneven = column.title == "overlap" && (text.contains(":") || text == "holes")
        return writer.ending(text, column.width, isUneven ? .notice : plain)
      }
  }

  private func shortened(_ text: String, _ width: Int) -> String {
    writer.spelling.width(text) <= width ? text : text.prefix(max(0, width - 1)) + "…"
  }

  // MARK: Below

  /// All of the selected row, and what is wrong with it.
  private var foot: [[Span]] {
    guard let range = sheet.rows[at: state.choice] else { return [] }
    let modules = sheet.named.modules[range]
    let names = modules.map { "\($0.name) = \($0.constructor)" }.joined(separator: ", ")
    let source = modules.first?.sources.first.flatMap { sheet.flow.shapes[at: $0]?.text }
    let cost = sheet.cost(state.choice)
    let facts = [
      "\(source ?? "nothing") → \(sheet.output(state.choice)?.text ?? "nothing")",
      "\(cost.parameters.words) parameters", "\(cost.multiplications.words) products",
      "sees \(sheet.reach(state.choice)) input cells, \(sheet.jump(state.choice)) apart",
    ]
    let problem = sheet.problem(state.choice).map { writer.paragraph($0, .bad) } ?? []
    return [[]] + writer.paragraph(names, .value)
      + writer.paragraph(facts.joined(separator: ", ")) + problem
  }
}

extension TensorShape {
  /// Channels and cells: `64×56×56`.
  fileprivate var cells: String {
    ([channels] + size).map(\.plain).joined(separator: "×")
  }
}
