/// The modules of a network, one row each, with the totals above and the selected one below.
struct NetworkPage {
  private let network: OpenNetwork
  private let sheet: NetworkSheet
  private let state: ExplorerState
  private let writer: LineWriter
  private let columns: [Column]

  init(_ network: OpenNetwork, _ state: ExplorerState, _ writer: LineWriter) {
    (self.network, self.state, self.writer) = (network, state, writer)
    sheet = network.sheet
    columns = Self.columns(network.sheet, writer.width, state.listing.order)
  }

  var page: PageView.Page {
    let lines = Array(repeating: [Span](), count: state.choiceCount)
    return PageView.Page(
      head: head, lines: lines, foot: foot, list: lines.indices, write: line)
  }

  // MARK: Above

  private var head: [[Span]] {
    let pieces = [Span(" \(network.title):", .heading), Span(" \(sheet.shapesText)", .value)]
    return writer.flow(pieces.map { [$0] }, gap: 0)
      + writer.flow(sheet.totalTexts.map { [Span(" \($0)")] }, gap: 1)
      + listed + [titles]
  }

  /// Which modules are listed, and in which order, unless it is all of them as printed.
  private var listed: [[Span]] {
    state.listing.summary(state.choiceCount, of: sheet.rows.count).map {
      writer.paragraph($0, .notice)
    } ?? []
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
    let text: @Sendable (NetworkSheet, Int) -> String
  }

  /// On a wide screen it stays close to the numbers.
  private static let mostOfWhat = 48

  /// What there is room for: always the numbers, and as much of the names as fits.
  private static func columns(
    _ sheet: NetworkSheet, _ width: Int, _ order: StageOrder
  ) -> [Column] {
    let numbers: [Column] = [
      Column(title: "output", width: max(8, 2 + sheet.outputWidth)) { sheet, row in
        sheet.outputs[row].isEmpty ? "–" : sheet.outputs[row]
      },
      Column(title: "sees", width: max(6, 2 + sheet.reachWidth)) { $0.reach($1) },
      Column(title: "apart", width: max(6, 2 + sheet.jumpWidth)) { $0.jump($1) },
      Column(title: "overlap", width: 8) { $0.overlap($1) },
      order == .parameters
        ? Column(title: "params", width: 7) { $0.share($1, of: \.parameters) }
        : Column(title: "share", width: 7) { $0.share($1) },
    ]
    let left = width - 2 - numbers.reduce(0) { $0 + $1.width }
    let name = min(max(8, 2 + sheet.nameWidth), max(8, left / 2))
    return [
      Column(title: "module", width: name, isNumber: false) { $0.name($1) },
      Column(title: "what", width: min(max(8, left - name), mostOfWhat), isNumber: false) {
        $0.what($1)
      },
    ] + numbers
  }

  private func line(_ place: Int) -> [Span] {
    let row = state.listedRow(place)
    let hasProblem = sheet.problem(row) != nil
    let isReached = sheet.output(row) != nil
    let style = state.choiceStyle(place)
    let mark = hasProblem ? "!" : network.hasChanged(row) ? "•" : " "
    let plain: Style = hasProblem ? .bad : isReached ? .plain : .faint
    return [Span(style == nil ? " " : "▸", .key), Span(mark, hasProblem ? .bad : .value)]
      + columns.enumerated().map { number, column in
        let text = column.text(sheet, row)
        guard column.isNumber else {
          let short = writer.shortened(text, to: column.width - 1)
          return writer.starting(short, column.width, number == 0 ? style ?? plain : plain)
        }
        let isUneven = column.title == "overlap" && isReached && sheet.verdict(row).isUneven
        return writer.ending(text, column.width, isUneven ? .notice : plain)
      }
  }

  // MARK: Below

  private var chosen: Int { state.listedRow(state.choice) }

  /// The selected row in full, and what is wrong with it.
  private var foot: [[Span]] {
    guard state.choiceCount > 0, let range = sheet.rows[at: chosen] else { return [] }
    let modules = sheet.named.modules[range]
    let names = modules.map { "\($0.name) = \($0.constructor)" }.joined(separator: ", ")
    let source = modules.first?.sources.first.flatMap { sheet.flow.shapes[at: $0]?.text }
    let cost = sheet.cost(chosen)
    let output = sheet.output(chosen)?.text
    let sizes = source.map { "\($0) → \(output ?? "no output")" } ?? sheet.noInput ?? "no input"
    let facts =
      [sizes, "\(cost.parameters.words) parameters", "\(cost.multiplications.words) products"]
      + (output == nil ? [] : [sheet.sight(chosen)])
    // The first problem is shown above.
    let own = sheet.problem(chosen).flatMap { problem in
      sheet.problem?.hasSuffix(problem) == true ? nil : problem
    }
    let problem = own.map { writer.paragraph($0, .bad) } ?? []
    let current = network.module?.name ?? ""
    let owner =
      network.isLayerSelected
      ? [] : writer.paragraph("the hyperparameters are those of \(current)", .faint)
    return [[]] + writer.paragraph(names, .value)
      + writer.paragraph(facts.joined(separator: ", ")) + problem + owner
  }
}
