/// Everything at once: hyperparameters, map, what is seen in it, sizes and counts.
struct LayerPage: BodyView, Equatable {
  private var state: ExplorerState
  let layout: LayerLayout

  init(_ state: ExplorerState) {
    self.state = state
    layout = LayerLayout(
      state.pane, axes: state.subject.layer.axes.count, hasInsight: state.hintsAtAdvice,
      hidden: state.hidden)
  }

  func parts(_ size: ScreenSize) -> [Part] {
    var parts = [Part(hyperparameters.draw(), row: 0)]
    if layout.hasNote { parts.append(Part(note, row: hyperparameters.size.rows)) }
    var page = self
    page.state = state.unselected
    var shared = Boxed(wrappedValue: page)
    func add(_ name: PagePart.Name, row: Int, column: Int = 0, rows: Int) {
      let size = ScreenSize(columns: size.columns - column, rows: rows)
      parts.append(Part(PagePart(name: name, page: shared), row: row, column: column, size))
    }
    if layout.hasMap { add(.picture, row: 0, column: layout.panelWidth - 1, rows: layout.bodyRows) }
    if layout.bodyRows < size.rows { add(.line, row: layout.bodyRows, rows: 1) }
    add(.insight, row: layout.bodyRows + 1, rows: layout.insightRows)
    page.state.cellCursor = CellCursor()
    shared = Boxed(wrappedValue: page)
    add(
      .numbers, row: layout.bodyRows + 1 + layout.insightRows,
      rows: layout.sizeRows + layout.countRows)
    return parts
  }

  /// The layout follows from the state.
  static func == (left: Self, right: Self) -> Bool { left.state == right.state }

  /// A part that looks the same whichever hyperparameter is selected.
  private struct PagePart: Panel {
    enum Name { case picture, line, insight, numbers }

    let name: Name
    let page: Boxed<LayerPage>

    func draw(_ size: ScreenSize) -> Frame {
      let page = page.wrappedValue
      var frame = Frame(size: size, spelling: page.state.spelling)
      switch name {
      case .picture: page.drawPicture(&frame)
      case .line: page.drawLine(&frame)
      case .insight: page.drawInsight(&frame)
      case .numbers:
        return NumberPanel(state: page.state, countRows: page.layout.countRows).draw(size)
      }
      return frame
    }
  }

  var dropped: [String] { layout.dropped }
  var hasReasons: Bool { layout.hasMap }

  private var hyperparameters: HyperparameterPanel {
    let rows = layout.bodyRows - (layout.hasNote ? 1 : 0)
    // The line beside the map has a column of its own.
    let columns = layout.panelWidth - (layout.hasMap ? 1 : 0)
    let size = ScreenSize(columns: columns, rows: min(rows, 1 + Hyperparameter.mostRows))
    return HyperparameterPanel(state: state, size: size, hasNotes: false)
  }

  /// What the selected hyperparameter does.
  private var note: Frame {
    var frame = Frame(
      size: ScreenSize(columns: hyperparameters.size.columns, rows: 1), spelling: state.spelling)
    let texts = [state.row.note(state.subject), state.row.help].compactMap(\.self)
    let text = texts.first { frame.spelling.width($0) <= frame.size.columns - 2 } ?? ""
    frame.write(text, row: 0, column: 1, style: .faint)
    return frame
  }

  /// The cells of the layer, where they are spoken of.
  private var scene: WatchScene? {
    state.isMapFocused || layout.aside != nil ? WatchScene(state) : nil
  }

  /// The cells of input, kernel and output, once the keys are in the picture and all of them fit.
  private func grids(_ scene: WatchScene?) -> GridLayout? {
    state.isMapFocused ? scene.flatMap { GridArrangement($0).whole(layout.map) } : nil
  }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    if place.column < layout.panelWidth - 1 {
      return hyperparameters.target(at: place.row).map { .row($0) }
    }
    guard layout.hasMap, place.row < layout.map.rows, case .success(let pass) = state.outcome
    else { return nil }
    let inMap = Place(row: place.row, column: place.column - layout.panelWidth - 1)
    guard inMap.column < layout.map.columns else { return nil }
    if let grids = grids(scene) { return grids.target(at: inMap) }
    return MapPanel(state, pass).cell(at: inMap, layout.map).map { .cell($0) }
  }

  /// The map, and what explains it on a large screen; of a refused layer the reasons.
  private func drawPicture(_ frame: inout Frame) {
    let column = 2
    frame.line(column: 0, rows: layout.bodyRows)
    let scene = scene
    switch state.outcome {
    case .success(let pass):
      var panel = MapPanel(state, pass)
      // Beside it stands why the cell has its number.
      if layout.aside != nil, state.cellCursor.grid == state.trace?.plane { panel.marksCell = true }
      let drawn = grids(scene)?.draw(layout.map, frame.spelling).frame ?? panel.draw(layout.map)
      frame.place(drawn, row: 0, column: column)
      guard let aside = layout.aside else { return }
      let explained = LayerAside(state: state, pass: pass, scene: scene).draw(aside.size)
      frame.place(explained, row: aside.place.row, column: column + aside.place.column)
    case .failure(let refusal):
      let room = ScreenSize(columns: frame.size.columns - column - 1, rows: layout.bodyRows)
      let panel = RefusalPanel(state: state, refusal: refusal)
      frame.place(panel.draw(room, beside: layout.map), row: 0, column: column)
    }
  }

  /// What is seen and what to try; in the picture, how the cell under the cursor is made.
  private func drawInsight(_ frame: inout Frame) {
    guard layout.insightRows > 0 else { return }
    let size = ScreenSize(columns: frame.size.columns - 2, rows: layout.insightRows)
    frame.write(lines: insight(size).prefix(size.rows), column: 1, width: size.columns)
  }

  private func insight(_ size: ScreenSize) -> [[Span]] {
    guard !state.hidesResult else { return [] }
    if layout.aside == nil, let scene { return CellText(scene).lines(size) }
    let insight = Insight(state.outcome)
    return [[Span(insight.seen)], [Span(insight.toTry, .faint)]]
  }

  private func drawLine(_ frame: inout Frame) {
    frame.line(row: 0)
    if layout.hasMap { frame.write("┴", row: 0, column: layout.panelWidth - 1, style: .line) }
    drawLastChange(&frame)
    guard case .success(let pass) = state.outcome else { return }
    let panel = MapPanel(state, pass)
    let column = layout.hasMap ? layout.panelWidth + 1 : 2
    let room = frame.size.columns - column - 2
    let said = state.isMapFocused ? [(panel.cursorText, Style.value)] : verdicts(pass.overlap)
    // The verdict comes first; the position has the room beside its shortest words.
    let least = said.last.map { frame.spelling.width($0.0) + 4 } ?? 0
    let position = layout.hasMap ? panel.position(layout.map, within: room - least) : ""
    let positionWidth = position.isEmpty ? 0 : frame.spelling.width(position) + 2
    let fitting = said.first { frame.spelling.width($0.0) + 2 + positionWidth <= room }
    if let (text, style) = fitting ?? (state.isMapFocused ? said.first : nil) {
      frame.write(" \(text) ", row: 0, column: column, style: style)
      if fitting == nil { return }
    }
    if !position.isEmpty {
      frame.write(" \(position) ", row: 0, endingAt: frame.size.columns - 1, style: .faint)
    }
  }

  /// What the last key changed, below the hyperparameters.
  private func drawLastChange(_ frame: inout Frame) {
    // Without a map beside it, the line belongs to the verdict.
    guard layout.hasMap,
      let text = state.lastChange?.text(width: layout.panelWidth - 5, frame.spelling)
    else { return }
    frame.write(" \(text) ", row: 0, column: 1, style: .key)
  }

  /// Whether the pattern is even away from the borders, and if not, how uneven; in long and short.
  private func verdicts(_ map: OverlapMap) -> [(String, Style)] {
    let word = state.subject.layer.direction == .transposed ? "overlap" : "reuse"
    guard map.showsInside else { return [("all border", .faint)] }
    let extremes = map.interiorExtremes
    guard !map.isEvenInside, !extremes.most.isOverflow else {
      return [("even \(word) inside", .good), ("even", .good)]
    }
    let ratio = "\(extremes.most.grouped):\(extremes.least.grouped)"
    let key = Command.fix.keyNames
    let advice =
      word == "overlap" && state.hintsAtAdvice
      ? [("uneven overlap, \(ratio) inside; \(key) fixes it", Style.notice)] : []
    return advice + [("uneven \(word), \(ratio) inside", .notice), ("uneven \(ratio)", .notice)]
  }
}
