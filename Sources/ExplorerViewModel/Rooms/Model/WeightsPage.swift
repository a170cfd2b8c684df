import ConvArithmetic

/// How much each input cell weighs in a cell of a module, if all weights of the kernels are the
/// same: as bars along one axis, and in a plane.
struct WeightsPage {
  private let network: OpenNetwork
  private let writer: LineWriter
  private let rows: Int
  private let axis: Axis
  private let cells: [Int]
  private let paths: Result<PathField?, Unreached>

  init(_ network: OpenNetwork, _ state: ExplorerState, _ writer: LineWriter, rows: Int) {
    (self.network, self.writer, self.rows) = (network, writer, rows)
    axis = state.reachAxis
    cells = network.cells(state.networkCell, along: axis)
    paths = network.paths(from: cells)
  }

  var page: PageView.Page {
    let name = network.sheet.name(network.row)
    let place =
      cells.count == 1 ? cells[0].grouped : "(\(cells.map(\.grouped).joined(separator: ", ")))"
    let head = writer.paragraph(
      "cell \(place) of \(name): how many paths lead to each input cell, which is its weight where all"
        + " weights are the same", .heading)
    return PageView.Page(head: head, lines: lines(rows - head.count))
  }

  private func lines(_ room: Int) -> [[Span]] {
    switch paths {
    case .success(nil): return writer.paragraph("it reads no cell of the input", .faint)
    case .success(let field?):
      let weights = field.along(axis.place(among: cells.count))
      return lines(weights, field.total, note(field), room) { plane(field, rows: $0) }
    case .failure(let reason):
      // Along one axis alone there may be less to count.
      let alone = network.paths(from: cells, along: axis)
      guard case .success(let weights) = alone, cells.count > 1, !weights.counts.isEmpty else {
        return writer.paragraph("not known: \(reason.text)", .faint)
      }
      let note = "; counted along \(axis.letter) alone, as in a network of one axis"
      return lines(weights, weights.total, note, room) { _ in [] }
    }
  }

  private func lines(
    _ weights: PathWeights, _ total: Count, _ note: String, _ room: Int,
    _ plane: (Int) -> [[Span]]
  ) -> [[Span]] {
    let size = (weights.counts.count - 1) / max(1, writer.width - 4) + 1
    let bins = bins(of: weights, size)
    let facts = facts(weights, total, size, note)
    let height = min(8, max(2, (room - facts.count) / 3))
    let along = cells.count > 1 ? [[Span(" Along \(axis.letter)", .heading)]] : [[]]
    let above = along + bars(bins, rows: height) + [ends(weights, bins.count)] + [[]] + facts
    return above + plane(room - above.count - 2)
  }

  /// The paths to as many neighbours together as it takes to have a column for each.
  private func bins(of weights: PathWeights, _ size: Int) -> [Count] {
    stride(from: 0, to: weights.counts.count, by: size).map { start in
      weights.counts[start..<min(start + size, weights.counts.count)].reduce(0) { $0 + $1 }
    }
  }

  /// Columns of one cell.
  private func cellWidth(_ count: Int) -> Int { max(1, min(4, (writer.width - 4) / max(1, count))) }

  /// From the top row on; the height of a bar is its count's part of the most.
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

  private func facts(
    _ weights: PathWeights, _ total: Count, _ binSize: Int, _ note: String
  ) -> [[Span]] {
    let span = Count(weights.counts.count)
    let cells =
      Count(weights.read) == span
      ? span.counted("cell") : "spans \(span.counted("cell")), reads \(weights.read.grouped)"
    func part(_ share: Ratio) -> String {
      "in the \(weights.side.rawValue) \(weights.cells(holding: share).grouped)"
    }
    var texts = [
      "\(cells), \(total.counted("path")) in all",
      "half of them \(part(Ratio(1, 2)))", "95 % \(part(Ratio(19, 20)))",
      "σ = \(deviation(weights)) cells",
    ]
    // A long fraction is of no use.
    if let variance = weights.variance, variance.grouped.count <= 9 {
      texts[3] += " (σ² = \(variance.grouped))"
    }
    let bars = binSize > 1 ? "; each bar is the sum of \(binSize.grouped) cells" : ""
    return writer.paragraph(texts.joined(separator: ", ") + note + bars, indent: 3)
  }

  private func deviation(_ weights: PathWeights) -> String {
    Count(Int((weights.deviation * 100).rounded())).decimal(2)
  }

  /// Says that a cell away from all borders has more paths.
  private func note(_ field: PathField) -> String {
    guard field.isCut else { return "" }
    let same = network.sheet.network.pathsInside(of: network.tensor, axes: cells.count)
    let counted = same ?? (try? network.paths(from: cells, isInside: true).get())?.total
    guard let inside = counted, inside != field.total else { return "" }
    return
      "; away from the borders it would be \(inside.grouped), since paths through padding"
      + " do not count"
  }

  // MARK: In a plane

  /// Of the last two axes together: as much of it as there is room for, around the most paths.
  private func plane(_ field: PathField, rows: Int) -> [[Span]] {
    let axes = network.named.input.size.axes
    guard axes.count > 1, rows >= 4 else { return [] }
    let (down, across) = (field.along(axes.count - 2), field.along(axes.count - 1))
    let names = axes.suffix(2).map(\.letter)
    let height = down.window(rows - 1)
    func map(_ columns: [Count]) -> CountMap {
      CountMap(
        field.plane(rows: height, columns: columns), rows: height.map(\.plain),
        columns: columns.map(\.plain))
    }
    let title = " Along \(names.joined(separator: " and ")) together"
    let widest = map(across.window((writer.width - 8) / 2))
    guard widest.isNumbers else { return tones(field, down, across, title, rows: rows) }
    let width = across.window((writer.width - 8) / widest.columnWidth)
    let parts = [down.part(height, names[0]), across.part(width, names[1])].compactMap(\.self)
    let note = parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))"
    return heading(title + note) + map(width).lines(writer)
  }

  private func heading(_ text: String) -> [[Span]] {
    [[], [Span(writer.shortened(text, to: writer.width), .heading)]]
  }

  /// Planes with more cells are not summed for a picture.
  private static let mostCells = 1 << 17

  /// The whole plane, each mark as the mean of some cells.
  private func tones(
    _ field: PathField, _ down: PathWeights, _ across: PathWeights, _ title: String, rows: Int
  ) -> [[Span]] {
    let (height, width) = (down.counts.count, across.counts.count)
    let block = (
      rows: (height - 1) / max(1, rows) + 1,
      columns: (width - 1) / max(1, (writer.width - 10) / 2) + 1
    )
    guard height <= Self.mostCells / width else {
      return heading(title + ": too large to be drawn")
    }
    let counts = field.plane(rows: down.window(height), columns: across.window(width))
    let starts = stride(from: 0, to: height, by: block.rows)
    let means = starts.map { top in
      stride(from: 0, to: width, by: block.columns).map { left in
        let cells = counts[top..<min(top + block.rows, height)].flatMap {
          $0[left..<min(left + block.columns, width)]
        }
        return cells.reduce(0) { $0 + $1.value } / Double(cells.count)
      }
    }
    let isEach = block.rows * block.columns == 1
    let note = isEach ? "" : ", each mark the mean of \(block.rows)×\(block.columns) cells"
    return heading(title + note)
      + CountMap(tones: means, rows: starts.map { (down.first + Count($0)).plain }).lines(writer)
  }
}

extension PathWeights {
  /// So many neighbouring cells, around the one that most paths lead to, or all that there are.
  fileprivate func window(_ room: Int) -> [Count] {
    let length = max(1, min(room, counts.count))
    let most = counts.max() ?? 0
    let peak = (counts.firstIndex(of: most) ?? 0) + (counts.lastIndex(of: most) ?? 0)
    let start = min(max(0, peak / 2 - length / 2), counts.count - length)
    return (start..<start + length).map { first + Count($0) }
  }

  /// Which of its cells these are; `nil` for all.
  fileprivate func part(_ cells: [Count], _ name: String) -> String? {
    guard cells.count < counts.count, let start = cells.first, let end = cells.last else {
      return nil
    }
    let last = first + Count(counts.count) - 1
    return "\(name) \(start.plain)–\(end.plain) of \(first.plain)–\(last.plain)"
  }
}
