extension PageView {
  /// The pages of a network; or how to open one.
  static func model(_ state: ExplorerState) -> PageView {
    guard let network = state.network else {
      guard let totals = state.totals else { return opening(state) }
      return PageView(always: state) { writer, _ in totals.page(writer) }
    }
    return PageView(always: state) { writer, all in
      let above = tabs(state, writer, all) + network.problemLines(writer)
      let rows = all - above.count
      var page =
        switch state.view {
        case .reach: ReachPage(network, state, writer).page
        case .weights: WeightsPage(network, state, writer, rows: rows).page
        case .evenness: EvennessText(network, state, writer, rows: rows).page
        case .fits: state.networkFits?.page(writer)
        case .totals: state.totals?.page(writer)
        default: NetworkPage(network, state, writer).page
        }
      page?.head.insert(contentsOf: above, at: 0)
      return page
    }
  }

  /// A screen with so many rows has one for the names of the pages.
  private static let rowsForTabs = 24

  /// The pages of the room, the present one in brackets.
  private static func tabs(_ state: ExplorerState, _ writer: LineWriter, _ rows: Int) -> [[Span]] {
    guard rows >= rowsForTabs else { return [] }
    let pages = state.view.room.pages.map { page in
      page == state.view
        ? Span("[\(page.title)]", .value) : Span(" \(page.title) ", .faint)
    }
    return [[Span(" \(Command.page.keyNames) ", .key)] + pages]
  }

  private static func opening(_ state: ExplorerState) -> PageView {
    let paragraphs = [
      "No network is open. \(KeyPress.enter.name) lists well-known ones. Or paste"
        + " nn.Sequential(...), what print(model) shows, or its source text, or type it after"
        + " \(Command.palette.keyNames); or start with a file:",
      "convscope model.txt",
    ]
    return PageView(always: state) { writer, _ in
      Page(lines: paragraphs.flatMap { writer.paragraph($0) + [[]] })
    }
  }
}

extension NetworkFits {
  func page(_ writer: LineWriter) -> PageView.Page {
    let lines = parts.map { part in
      [[Span(" \(part.title)", .heading)]]
        + part.texts.flatMap { writer.paragraph($0.text, $0.style, indent: 3) }
    }
    return PageView.Page(lines: Array(lines.joined(separator: [[]])))
  }
}

extension ModelTotals {
  func page(_ writer: LineWriter) -> PageView.Page {
    let heading = counters.isEmpty ? Self.nothing : ToolTotal.heading
    return PageView.Page(
      lines: lines.map { [Span(" \($0)", .value)] } + [[]] + writer.paragraph(heading, .heading)
        + counters.enumerated().map { [Span(" \($1)", $0 == 0 ? .faint : .plain)] })
  }
}
