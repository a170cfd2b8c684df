import ConvArithmetic
import LayerNotation

/// The whole screen for one state: title above, footer below, the view between them.
package func render(_ state: ExplorerState) -> Frame {
  let size = state.size
  var screen = Frame(size: size, spelling: state.capabilities.spelling)
  screen.theme = state.theme
  var footer = FooterPanel(state: state)
  let body = ScreenSize(columns: size.columns, rows: size.rows - 2)
  switch (state.mode, state.view) {
  case (.help, _): screen.place(HelpPanel(state: state).draw(body), row: 1, column: 0)
  case (.presets(let selected), _):
    screen.place(PresetPanel(state: state, selected: selected).draw(body), row: 1, column: 0)
  case (_, .overview):
    let overview = Overview(state)
    footer.dropped = overview.layout.dropped
    footer.saysReason = !overview.layout.hasMap
    screen.place(overview.draw(body), row: 1, column: 0)
  case (_, .operations):
    screen.place(OperationsView(state: state).draw(body), row: 1, column: 0)
  case (_, .map): screen.place(MapView(state: state).draw(body), row: 1, column: 0)
  }
  screen.place(
    TitlePanel(state: state).draw(ScreenSize(columns: size.columns, rows: 1)), row: 0, column: 0)
  // A screen of one row has room for the title alone.
  if size.rows > 1 { screen.place(footer.draw(size.columns), row: size.rows - 1, column: 0) }
  return screen
}

/// How far the text of a state can be scrolled.
func scrollLimit(_ state: ExplorerState) -> Int {
  let rows = max(0, state.size.rows - 2)
  switch (state.mode, state.view) {
  case (.help, _):
    return max(0, HelpPanel(state: state).lines(width: state.size.columns).count - rows)
  case (_, .operations):
    return max(0, OperationsView(state: state).lines.count - rows)
  case (_, .overview), (_, .map): return 0
  }
}

/// The heatmap over the whole screen.
struct MapView {
  let state: ExplorerState

  /// The cell of the map at a place of the view, for a mouse.
  func cell(at place: Place, _ size: ScreenSize) -> Spatial<Int>? {
    guard place.row < size.rows - 1, case .success(let pass) = state.outcome else { return nil }
    let pane = ScreenSize(columns: size.columns, rows: size.rows - 1)
    return MapPanel(state, pass).cell(at: place, pane)
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    let pane = ScreenSize(columns: size.columns, rows: size.rows - 1)
    switch state.outcome {
    case .success(let pass):
      let panel = MapPanel(state, pass)
      frame.place(panel.draw(pane), row: 0, column: 0)
      let position = panel.positions(pane).first ?? ""
      frame.write(
        [
          Span(" " + panel.cursorText, .value), Span(position.isEmpty ? "" : "   "),
          Span(position, .faint),
        ], row: size.rows - 1)
    case .failure(let refusal):
      let pane = ScreenSize(columns: size.columns - 1, rows: size.rows)
      frame.place(RefusalPanel(state: state, refusal: refusal).draw(pane), row: 0, column: 1)
    }
    return frame
  }
}

/// All formulas beside the hyperparameters, which can be changed meanwhile.
struct OperationsView {
  let state: ExplorerState
  private static let panelWidth = 30
  private static let leastColumnsWithPanel = 80

  private var hasPanel: Bool { state.size.columns >= Self.leastColumnsWithPanel }
  private var textColumn: Int { hasPanel ? Self.panelWidth + 1 : 0 }

  private var text: OperationsText? {
    guard case .success(let pass) = state.outcome else { return nil }
    return OperationsText(state, pass, width: state.size.columns - textColumn)
  }

  var lines: [[Span]] { text?.lines ?? [] }

  private func panel(_ size: ScreenSize) -> HyperparameterPanel {
    HyperparameterPanel(state: state, hasNotes: size.rows >= 14)
  }

  /// What is at a place of the view, for a mouse.
  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    guard hasPanel, place.column < textColumn - 1 else { return .text }
    let panelSize = ScreenSize(columns: Self.panelWidth, rows: size.rows)
    return panel(size).index(at: place.row, panelSize).map { .row($0) }
  }

  /// The lines of the chosen tool.
  var selectedLines: Range<Int> { text?.selectedLines ?? 0..<0 }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    let pane = ScreenSize(columns: size.columns - textColumn, rows: size.rows)
    if hasPanel {
      let panelSize = ScreenSize(columns: Self.panelWidth, rows: size.rows)
      frame.place(panel(size).draw(panelSize), row: 0, column: 0)
      for row in 0..<size.rows { frame.write("│", row: row, column: textColumn - 1, style: .line) }
    }
    if case .failure(let refusal) = state.outcome {
      let pane = ScreenSize(columns: pane.columns - 1, rows: pane.rows)
      let reasons = RefusalPanel(state: state, refusal: refusal).draw(pane)
      frame.place(reasons, row: 0, column: textColumn + 1)
    }
    let lines = lines
    let first = min(state.scroll, max(0, lines.count - size.rows))
    for (row, line) in lines.dropFirst(first).prefix(size.rows).enumerated() {
      frame.write(line, row: row, column: textColumn)
    }
    frame.markMore(above: first > 0, below: lines.count - first > size.rows)
    return frame
  }
}
