import ConvArithmetic
import LayerNotation

/// Everything at once: hyperparameters, map and numbers.
struct Overview: BodyView {
  let state: ExplorerState
  let layout: OverviewLayout
  private let facts: [[[Span]]]

  init(_ state: ExplorerState) {
    self.state = state
    facts = Self.facts(state)
    var rows = 0
    let factRows = facts.map { section -> Int in
      rows += section.count
      return rows
    }
    layout = OverviewLayout(state.size, factRows: factRows, mapRows: Self.mapRows(state, factRows))
  }

  /// The sections of formulas that a large screen may have room for, the most important first.
  private static func facts(_ state: ExplorerState) -> [[[Span]]] {
    var room = OverviewLayout.mostFactRows(state.size)
    guard room >= leastFactRows, case .success(let pass) = state.outcome else { return [] }
    let lines = FactLines(spelling: state.capabilities.spelling, width: state.size.columns)
    let sheet = FactSheet(pass)
    let groups: [[FactSheet.Topic]] = [
      [.outputSize, .documented], [.summary], [.executed], [.overlap],
    ]
    var facts: [[[Span]]] = []
    for topics in groups {
      let sections = topics.map { sheet[$0] }
      // A title, and a line at least for each fact and note: too many are not even laid out.
      guard sections.reduce(0, { $0 + 1 + $1.facts.count + $1.notes.count }) <= room else { break }
      facts.append(sections.flatMap(lines.lines))
      room -= facts.last?.count ?? 0
    }
    return facts
  }

  /// Two titles, three facts of the sizes, five of the count of an ordinary layer.
  private static let leastFactRows = 10

  private static func mapRows(_ state: ExplorerState, _ factRows: [Int]) -> Int {
    guard case .success(let pass) = state.outcome else { return 0 }
    return OverviewLayout.mapRows(
      pass.overlap.size, state.size, state.heatStyle, first: factRows.first ?? 0)
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    drawPanel(&frame)
    if layout.hasMap { drawMap(&frame) }
    if layout.numberRows > 0 { drawNumbers(&frame) }
    return frame
  }

  var panel: HyperparameterPanel? { hyperparameters }
  var dropped: [String] { layout.dropped }
  var hasReasons: Bool { layout.hasMap }

  private var hyperparameters: HyperparameterPanel {
    HyperparameterPanel(state: state, size: panelSize, hasNotes: layout.hasNotes)
  }

  private var panelSize: ScreenSize {
    let rows = layout.bodyRows - (layout.hasWeight ? 3 : 0)
    // The line beside the map has a column of its own.
    let columns = layout.panelWidth - (layout.hasMap ? 1 : 0)
    return ScreenSize(columns: columns, rows: min(rows, 14))
  }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    if place.column < layout.panelWidth - 1 {
      return hyperparameters.index(at: place.row).map { .row($0) }
    }
    guard layout.hasMap, place.row < layout.bodyRows, case .success(let pass) = state.outcome
    else { return nil }
    let inMap = Place(row: place.row, column: place.column - layout.panelWidth - 1)
    return MapPanel(state, pass).cell(at: inMap, mapSize).map { .cell($0) }
  }

  private func drawPanel(_ frame: inout Frame) {
    frame.place(hyperparameters.draw(), row: 0, column: 0)
    if layout.hasWeight { drawWeight(row: panelSize.rows + 1, &frame) }
  }

  private func drawWeight(row: Int, _ frame: inout Frame) {
    let pass = try? state.outcome.get()
    let end = layout.panelWidth - 2
    let weight = pass.map { tupleText($0.weight) } ?? "–"
    // Without its spaces the tuple of a large layer still fits.
    let isTooWide = 3 + "weight ".count + weight.count > end
    let parameters = pass?[.parameters].grouped ?? "–"
    frame.write("weight", row: row, column: 3, style: .faint)
    frame.write(
      isTooWide ? weight.filter { $0 != " " } : weight, row: row, endingAt: end, style: .value)
    frame.write("parameters", row: row + 1, column: 3, style: .faint)
    frame.write(parameters, row: row + 1, endingAt: end, style: .value)
  }

  private func drawMap(_ frame: inout Frame) {
    for row in 0..<layout.bodyRows {
      frame.write("│", row: row, column: layout.panelWidth - 1, style: .line)
    }
    let size = mapSize
    switch state.outcome {
    case .success(let pass):
      frame.place(MapPanel(state, pass).draw(size), row: 0, column: layout.panelWidth + 1)
    case .failure(let refusal):
      let panel = RefusalPanel(state: state, refusal: refusal)
      frame.place(panel.draw(size), row: 0, column: layout.panelWidth + 1)
    }
  }

  private var mapSize: ScreenSize {
    ScreenSize(columns: state.size.columns - layout.panelWidth - 2, rows: layout.bodyRows)
  }

  private func drawNumbers(_ frame: inout Frame) {
    drawLine(&frame)
    let row = layout.bodyRows + 1
    if layout.factSections > 0 {
      for (offset, line) in facts.prefix(layout.factSections).joined().enumerated() {
        frame.write(line, row: row + offset)
      }
    } else {
      let size = ScreenSize(columns: state.size.columns, rows: layout.numberRows - 1)
      let panel = NumberPanel(state: state, hasCount: layout.hasCount)
      frame.place(panel.draw(size), row: row, column: 0)
    }
  }

  /// The line below the map, with what the map says in words.
  private func drawLine(_ frame: inout Frame) {
    let row = layout.bodyRows
    frame.line(row: row)
    if layout.hasMap { frame.write("┴", row: row, column: layout.panelWidth - 1, style: .line) }
    drawLastChange(row, &frame)
    guard case .success(let pass) = state.outcome else { return }
    let panel = MapPanel(state, pass)
    let column = layout.hasMap ? layout.panelWidth + 1 : 2
    let room = frame.size.columns - column - 2
    let positions = layout.hasMap ? panel.positions(mapSize) : []
    let position =
      positions.first { frame.spelling.width($0) + 2 <= room } ?? positions.last ?? ""
    let positionWidth = position.isEmpty ? 0 : frame.spelling.width(position) + 2
    let said = state.isMapFocused ? [(panel.cursorText, Style.value)] : verdicts(pass.overlap)
    let fitting = said.first { frame.spelling.width($0.0) + 2 + positionWidth <= room }
    if let (text, style) = fitting ?? (state.isMapFocused ? said.first : nil) {
      frame.write(" \(text) ", row: row, column: column, style: style)
      if fitting == nil { return }
    }
    if !position.isEmpty {
      frame.write(
        " \(position) ", row: row, endingAt: frame.size.columns - 1, style: .faint)
    }
  }

  /// What the last key changed, below the hyperparameters.
  private func drawLastChange(_ row: Int, _ frame: inout Frame) {
    // Without a map beside it, the line belongs to the verdict.
    guard layout.hasMap,
      let text = state.lastChange?.text(width: layout.panelWidth - 5, frame.spelling)
    else { return }
    frame.write(" \(text) ", row: row, column: 1, style: .key)
  }

  /// Whether the pattern is even away from the borders, and if not, how uneven; in long and short.
  private func verdicts(_ map: OverlapMap) -> [(String, Style)] {
    let word = state.subject.layer.direction == .transposed ? "overlap" : "reuse"
    let extremes = map.interiorExtremes
    guard !map.isEvenInside, !extremes.most.isOverflow else {
      return [("even \(word) inside", .good), ("even", .good)]
    }
    let ratio = "\(extremes.most.grouped):\(extremes.least.grouped)"
    let key = KeyBinding.keyNames(for: .applyRemedy)
    let advice =
      word == "overlap" && state.hintsAtAdvice
      ? [("uneven overlap, \(ratio) inside; \(key) fixes it", Style.notice)] : []
    return advice + [
      ("uneven \(word), \(ratio) inside", .notice), ("uneven \(ratio)", .notice),
    ]
  }
}
