extension PageView {
  /// The pages of a network; how one is opened, where none is.
  static func model(_ state: ExplorerState) -> PageView {
    guard let network = state.network else { return opening(state) }
    return PageView(always: state) { writer, rows in
      switch state.view {
      case .reach: ReachPage(network, state, writer, rows: rows).page
      case .weights: WeightsPage(network, state, writer, rows: rows).page
      case .evenness: EvennessText(network, state, writer, rows: rows).page
      case .fits: state.networkFits?.page(writer)
      default: NetworkPage(network, state, writer, rows: rows).page
      }
    }
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
