/// How much each input cell weighs in a cell of a module, where all weights of the kernels are the
/// same: as bars along one axis, and in a plane.
struct WeightsPage {
  private let network: OpenNetwork
  private let state: ExplorerState
  private let writer: LineWriter
  private let rows: Int
  private let axis: Axis

  init(_ network: OpenNetwork, _ state: ExplorerState, _ writer: LineWriter, rows: Int) {
    (self.network, self.state, self.writer, self.rows) = (network, state, writer, rows)
    axis = state.reachAxis
  }

  var page: PageView.Page {
    let cell = network.cell(state.networkCell, along: axis)
    let name = network.sheet.name(network.row)
    let head = writer.paragraph(
      "cell \(cell.plain) of \(name) along \(axis.letter): how many paths lead to each input cell,"
        + " which is its weight where all weights are the same", .heading)
    return PageView.Page(
      head: network.sheet.problemLines(writer) + head, lines: lines(cell, rows - head.count))
  }

  private func lines(_ cell: Int, _ room: Int) -> [[Span]] {
    switch network.weights(of: cell, along: axis) {
    case .failure(let reason): return writer.paragraph("not told: \(reason.text)", .faint)
    case .success(let weights):
      let bins = bins(of: weights, most: writer.width - 4)
      let facts = facts(weights)
      let height = min(8, max(2, (room - facts.count) / 3))
      let above = [[]] + bars(bins, rows: height) + [ends(weights, bins.count)] + [[]] + facts
      return above + plane(bins, rows: room - above.count - 2)
    }
  }

  /// The paths to as many neighbours together as it takes to have a column for each.
  private func bins(of weights: PathWeights, most: Int) -> [Count] {
    let size = (weights.counts.count - 1) / max(1, most) + 1
    return stride(from: 0, to: weights.counts.count, by: size).map { start in
      weights.counts[start..<min(start + size, weights.counts.count)].reduce(0) { $0 + $1 }
    }
  }

  /// Columns of one cell.
  private func cellWidth(_ count: Int) -> Int { max(1, min(4, (writer.width - 4) / max(1, count))) }

  /// From the top row on; a bar is as high as its count is a part of the most.
  private func bars(_ bins: [Count], rows: Int) -> [[Span]] {
    let most = bins.map(\.value).max() ?? 1
    let halves = bins.map { Int(($0.value / most * Double(2 * rows)).rounded(.up)) }
    let half = writer.spelling == .ascii ? "." : "▄"
    let width = cellWidth(bins.count)
    return (0..<rows).map { row in
      let below = 2 * (rows - 1 - row)
      let marks = halves.map { $0 >= below + 2 ? "█" : $0 == below + 1 ? half : " " }
      let text = marks.map { String(repeating: $0, count: width) }.joined()
      return [Span(blanks(3)), Span(text, .bar)]
    }
  }

  /// The first and the last cell, below the bars.
  private func ends(_ weights: PathWeights, _ count: Int) -> [Span] {
    let last = (weights.first + Count(weights.counts.count) - 1).plain
    let columns = max(1, cellWidth(count) * count - weights.first.plain.count)
    return [
      Span(blanks(3)), Span(weights.first.plain, .faint),
      Span(writer.spelling.padded(last, to: columns, .trailing, least: 1), .faint),
    ]
  }

  private func facts(_ weights: PathWeights) -> [[Span]] {
    let size = network.sheet.flow.shapes[0].size[axis]
    let cells = Count(weights.counts.count).counted("cell")
    var texts = ["\(cells), \(weights.total.counted("path")) in all"]
    let shares = [(50, Ratio(1, 2)), (95, Ratio(19, 20))].map { percent, share in
      "\(percent) % of them in the middle \(weights.middle(holding: share).grouped)"
    }
    texts += shares
    if let variance = weights.variance {
      texts.append("σ = \(variance.rootText) cells (σ² = \(variance.grouped))")
    }
    let isBeyond = weights.first < 0 || weights.first + Count(weights.counts.count) > Count(size)
    let padding = isBeyond ? "; cells before 0 and from \(size.grouped) on are padding" : ""
    return writer.paragraph(texts.joined(separator: ", ") + padding, indent: 3)
  }

  /// Of the last two axes together, along the other one from the middle of what there is.
  private func plane(_ bins: [Count], rows: Int) -> [[Span]] {
    let axes = network.named.input.size.axes.suffix(2)
    guard axes.count == 2, rows >= 3 else { return [] }
    let plane = axes.map { other -> [Count]? in
      let cell = other == axis ? state.networkCell : network.middle(along: other)
      let weights = try? network.weights(of: cell, along: other).get()
      let most = other == axes.first ? rows : (writer.width - 4) / 2
      return weights.map { self.bins(of: $0, most: most) }
    }
    guard let down = plane[0], let across = plane[1] else { return [] }
    let names = axes.map(\.letter).joined(separator: " and ")
    return [[], [Span(" Along \(names) together", .heading)]]
      + CountMap(rows: down, columns: across).lines(rows: rows, writer)
  }
}
