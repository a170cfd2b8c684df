/// A cell of one module, the cells of earlier modules that it is made of, and the cells of later
/// ones that it goes into: a bar for each module, all of the same length, so that the same place is
/// in the same column.
struct ReachPage {
  private let network: OpenNetwork
  private let sheet: NetworkSheet
  private let state: ExplorerState
  private let writer: LineWriter
  private let axis: Axis
  private let cells: [[ClosedRange<Count>]?]
  private let tensor: Int

  init(_ network: OpenNetwork, _ state: ExplorerState, _ writer: LineWriter) {
    (self.network, self.state, self.writer) = (network, state, writer)
    sheet = network.sheet
    axis = state.reachAxis
    tensor = network.tensor
    cells = network.links(of: state.networkCell, along: axis)
  }

  var page: PageView.Page {
    let lines = [line(nil)] + Array(repeating: [], count: sheet.rows.count)
    return PageView.Page(
      head: head, lines: lines, foot: foot, list: 1..<lines.count, write: line)
  }

  private var head: [[Span]] {
    let place = network.cell(state.networkCell, along: axis)
    let name = sheet.named.modules[at: network.selected]?.name ?? ""
    return writer.paragraph(
      "cell \(place.grouped) of \(name) along \(axis.letter): what it is made of above, what it goes"
        + " into below", .heading)
  }

  private static let nameWidth = 17
  private static let numberWidth = 19
  private var barWidth: Int { max(4, writer.width - 2 - Self.nameWidth - Self.numberWidth) }

  /// The bar of a row, or of the network's input.
  private func line(_ row: Int?) -> [Span] {
    let tensor = row.map { sheet.rows[$0].upperBound } ?? 0
    let name = writer.shortened(row.map(sheet.name) ?? "input", to: Self.nameWidth - 1)
    let style = row.flatMap(state.choiceStyle)
    var line = [Span(style == nil ? " " : "▸", .key)]
    line.append(writer.starting(name, Self.nameWidth + 1, style ?? .plain))
    guard let size = sheet.flow.shapes[at: tensor]?.size[axis] else {
      return line + [Span("no output", .bad)]
    }
    guard let runs = cells[at: tensor] else { return line }
    guard let runs else { return line + [Span("not followed", .faint)] }
    return line + bar(runs, tensor, size) + [writer.ending(numbers(runs), Self.numberWidth)]
  }

  /// The part of the axis that each column stands for is lit where one of its cells is.
  private func bar(_ runs: [ClosedRange<Count>], _ tensor: Int, _ size: Int) -> [Span] {
    let width = barWidth
    var isLit = Array(repeating: false, count: width)
    func column(_ cell: Count) -> Int {
      Int(exactly: (cell * Count(width)).floorDivided(by: Count(size))) ?? width
    }
    for run in runs {
      let first = min(column(run.lowerBound), width - 1)
      for place in first..<max(first + 1, min(width, column(run.upperBound + 1))) {
        isLit[place] = true
      }
    }
    let style: Style = tensor == self.tensor ? .value : tensor < self.tensor ? .bar : .notice
    var spans: [Span] = []
    var first = 0
    while first < width {
      let lit = isLit[first]
      let end = isLit[first...].firstIndex(of: !lit) ?? width
      let text = String(repeating: lit ? "█" : "·", count: end - first)
      spans.append(Span(text, lit ? style : .faint))
      first = end
    }
    return spans
  }

  /// The first and last cell, and how many there are: `3…9 (7)`, with gaps `0…8 (5)`.
  private func numbers(_ runs: [ClosedRange<Count>]) -> String {
    guard let first = runs.first?.lowerBound, let last = runs.last?.upperBound else { return "" }
    if first == last { return first.grouped }
    let count = runs.reduce(Count(0)) { $0 + $1.size }
    return "\(first.grouped)…\(last.grouped) (\(count.grouped))"
  }

  private var foot: [[Span]] {
    guard sheet.output(state.choice) != nil else { return [] }
    return [[]] + writer.paragraph("away from the borders it \(sheet.sight(state.choice))")
  }
}

extension ExplorerState {
  mutating func moveNetworkCell(by distance: Int) {
    guard let network else { return }
    let cell = network.cell(networkCell, along: reachAxis)
    let (moved, isBeyond) = cell.addingReportingOverflow(distance)
    networkCell = network.cell(isBeyond ? cell : moved, along: reachAxis)
  }
}
