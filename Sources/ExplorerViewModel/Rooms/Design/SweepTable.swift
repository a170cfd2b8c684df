/// The layer at many values of a hyperparameter: a row for each, with a bar for one number.
struct SweepTable {
  private let sweep: Sweep
  private let number: Figure
  private let writer: LineWriter
  /// The chosen point, while the keys choose.
  private let choice: Int?
  private let largest: Ratio
  /// As many as leave room for a plot.
  private let columns: [Column]
  private let plotWidth: Int
  let dropped: [String]

  init(_ state: ExplorerState, _ sweep: Sweep, _ writer: LineWriter) {
    let number = state.sweep.number
    (self.sweep, self.number, self.writer) = (sweep, number, writer)
    choice = state.isListFocused ? state.choice : nil
    largest =
      sweep.points.compactMap { Self.value(number, $0) }.max { $0.value < $1.value } ?? Ratio(0)
    let all = Self.columns(writer.width)
    var room = writer.width - Self.valueWidth - Self.leastPlot
    columns = all.filter { column in
      guard column.width <= room else { return false }
      room -= column.width
      return true
    }
    let shown = columns.map(\.name)
    tableWidth = columns.reduce(Self.valueWidth + 2) { $0 + $1.width }
    plotWidth = writer.width - tableWidth < 9 ? 0 : writer.width - tableWidth - 1
    dropped = all.map(\.name).filter { !shown.contains($0) } + (plotWidth > 0 ? [] : ["plot"])
  }

  private static let valueWidth = 8
  private static let leastPlot = 16
  private let tableWidth: Int

  private struct Column {
    let name: String
    let width: Int
    /// The numbers that highlight this column when they are drawn.
    let numbers: [Figure]
    let text: (ForwardPass) -> String
  }

  private static func columns(_ width: Int) -> [Column] {
    let scale = width >= 120 ? 5 : width >= 96 ? 3 : 0
    let counts: [(Figure, Int)] = [
      (.documented, 12), (.usefulMultiplications, 12), (.parameters, 11),
    ]
    let sizes: [Figure] = [.output(.height), .output(.width)]
    return [
      Column(name: "output", width: 9 + scale, numbers: sizes) { sizeText($0.output.size) },
      Column(name: "overlap", width: 8 + scale, numbers: [.overlapRatio]) { short($0.overlap) },
    ]
      + counts.map { figure, width in
        Column(name: figure.column, width: width + scale, numbers: [figure]) {
          $0[figure].grouped(within: width + scale - 1)
        }
      }
  }

  /// What is swept, the columns' names, and the axis of the plot.
  var head: [[Span]] {
    let title = [Span(" \(sweep.name)", .heading), Span("  * present", .faint)]
    let drawn = [number.title, number.column].first { writer.spelling.width($0) <= plotWidth }
    let plot = [[Span(drawn ?? "", .heading)]]
    let names = columns.map { column in
      let isDrawn = column.numbers.contains(number)
      return writer.ending(column.name, column.width, isDrawn ? .heading : .faint)
    }
    let head = [writer.ending("value", Self.valueWidth, .faint)] + names
    return writer.beside([title], plot, at: tableWidth) + [head + [Span("  "), Span(axis, .line)]]
  }

  /// From nothing to the largest number.
  private var axis: String {
    guard plotWidth > 0 else { return "" }
    let end = number.axisText(largest)
    let line = plotWidth - 3 - writer.spelling.width(end)
    return "0 " + String(repeating: "─", count: max(0, line)) + " " + end
  }

  var lines: [[Span]] { sweep.points.indices.map(line) }

  private func line(_ index: Int) -> [Span] {
    let point = sweep.points[index]
    let (isChosen, isPresent) = (index == choice, index == sweep.present)
    let mark = (isChosen ? "▸" : "") + (isPresent ? "*" : "")
    let style: Style = isChosen ? .selected : isPresent ? .value : .plain
    let start = [
      Span(writer.spelling.padded(mark, to: 2), style),
      writer.ending(sweep.text(point, within: 6), Self.valueWidth - 2, style),
    ]
    switch point.outcome {
    case .success(let pass):
      return start + columns.map { writer.ending($0.text(pass), $0.width, style) }
        + [Span("  ")] + bar(point, isPresent: isPresent)
    case .failure(let refusal):
      let reason = refusal.said.first?.message ?? ""
      return start + [Span("  refused ", .bad), Span(reason, .faint)]
    }
  }

  private func bar(_ point: Sweep.Point, isPresent: Bool) -> [Span] {
    guard plotWidth > 0 else { return [] }
    guard let value = Self.value(number, point) else { return [Span("infinite", .notice)] }
    let length = value.value > 0 && largest.value > 0 ? value.value / largest.value : 0
    // Anything above zero has at least one mark.
    let cells = value.value > 0 ? max(1, Int((length * Double(plotWidth)).rounded())) : 0
    let mark = isPresent ? "█" : "▄"
    return [Span(String(repeating: mark, count: min(cells, plotWidth)), .bar)]
  }

  private static func value(_ number: Figure, _ point: Sweep.Point) -> Ratio? {
    (try? point.outcome.get()).flatMap { pass in number.ratio(pass)?.fitting }
  }
}

private func sizeText(_ size: Spatial<Int>) -> String {
  let texts = [size.height, size.width].map { Count($0).grouped(within: 6) }
  return size.height == size.width ? texts[0] : texts.joined(separator: "×")
}

private func short(_ map: OverlapMap) -> String {
  let text = map.insideText
  return text.hasPrefix("holes") ? "holes" : text.count <= 7 ? text : "uneven"
}

extension Sweep {
  /// A value as it is typed, rounded where it has more than some columns.
  func text(_ point: Point, within width: Int = 20) -> String {
    guard hyperparameter == .bias else { return Count(point.value).grouped(within: width) }
    return point.value > 0 ? "yes" : "no"
  }
}

extension ExplorerState {
  /// The whole table of the sweep as text, as wide as the screen.
  package var sweepText: String {
    guard let sweep = currentSweep else { return "" }
    let writer = LineWriter(width: size.columns, spelling: capabilities.spelling)
    let table = SweepTable(self, sweep, writer)
    return writer.text(table.head + table.lines)
  }
}

extension PageView {
  static let layerAlone =
    "This is the layer alone, on its input; convscope sweep --module has the whole network."

  /// The present layer over the values of the selected hyperparameter.
  static func sweep(_ state: ExplorerState) -> PageView {
    PageView(always: state) { writer, _ in
      guard let sweep = state.currentSweep else { return Page() }
      let table = SweepTable(state, sweep, writer)
      let few = "These are all its values. ↑/↓ select another hyperparameter to sweep over."
      let notes = [
        sweep.hyperparameter == .bias ? few : nil, state.network == nil ? nil : Self.layerAlone,
      ]
      let foot = notes.compactMap(\.self).flatMap { writer.paragraph($0, .faint) }
      return Page(
        head: table.head, lines: table.lines, foot: foot.isEmpty ? [] : [[]] + foot,
        list: table.lines.indices, dropped: table.dropped)
    }
  }
}
