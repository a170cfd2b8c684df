import ConvArithmetic
import LayerNotation

/// The layer played one kernel position at a time: of a Conv2d the window over its padded input,
/// of a ConvTranspose2d both ways to its output side by side.
struct StepsView: BodyView {
  let state: ExplorerState
  let layout: StepsLayout
  private let scene: StepScene?

  init(state: ExplorerState) {
    self.state = state
    let scene = StepScene(state)
    self.scene = scene
    layout = StepsLayout(
      ScreenSize(columns: state.size.columns, rows: state.size.rows - 2),
      columns: scene.map(Self.columns) ?? [], wanted: scene?.wanted)
  }

  private static func columns(_ scene: StepScene) -> [StepsLayout.Column] {
    let needs = { (panes: [StepPane]) in
      panes.map { ($0, StepGrid(scene, $0).panel.wholeSize) }
    }
    guard scene.stretched != nil else {
      return [
        StepsLayout.Column(panes: needs([.input]), rank: 0),
        StepsLayout.Column(panes: needs([.output, .kernel]), rank: 1),
      ]
    }
    var repetition = StepsLayout.Column(panes: needs([.stretchedOutput]), rank: 3)
    repetition.isRepetition = true
    return [
      StepsLayout.Column(panes: needs([.input, .kernel]), rank: 1),
      StepsLayout.Column(panes: needs([.output]), rank: 0),
      StepsLayout.Column(panes: needs([.stretched, .flippedKernel]), rank: 2), repetition,
    ]
  }

  var dropped: [String] { layout.dropped }

  private var side: HyperparameterSide {
    HyperparameterSide(state: state, width: layout.panelWidth, hasStrip: layout.hasStrip)
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    side.draw(&frame)
    let column = layout.panelWidth + 1
    switch (state.outcome, scene) {
    case (.failure(let refusal), _):
      let pane = ScreenSize(columns: size.columns - column - 1, rows: size.rows - layout.barRow)
      let panel = RefusalPanel(state: state, refusal: refusal)
      frame.place(panel.draw(pane), row: layout.barRow, column: column)
    case (.success, nil):
      frame.write(
        "the places of this layer exceed 64 bits", row: layout.barRow, column: column,
        style: .notice)
    case (.success, let scene?): draw(scene, &frame)
    }
    return frame
  }

  private func draw(_ scene: StepScene, _ frame: inout Frame) {
    let keysCursor = frame.cursor
    let bar = StepBar(progress: scene.progress, player: state.player)
    let columns = frame.size.columns - layout.panelWidth
    frame.place(
      bar.draw(columns, frame.spelling), row: layout.barRow, column: layout.panelWidth)
    for placed in layout.panes {
      let drawn = StepGrid(scene, placed.pane).draw(placed.size)
      frame.place(drawn, row: placed.place.row, column: placed.place.column)
    }
    // The terminal's cursor is where the keys are.
    if scene.cursor == nil { frame.cursor = keysCursor }
    let width = columns - 2
    let lines = StepText(scene).lines(ScreenSize(columns: width, rows: layout.textRows))
    for (offset, line) in lines.enumerated() {
      frame.write(
        line, row: layout.textRow + offset, column: layout.panelWidth + 1, width: width)
    }
  }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    if side.contains(place) { return side.target(at: place) }
    guard let scene else { return nil }
    for placed in layout.panes {
      let inPane = Place(
        row: place.row - placed.place.row, column: place.column - placed.place.column)
      guard inPane.row < placed.size.rows, inPane.column < placed.size.columns,
        let grid = placed.pane.grid
      else { continue }
      if let cell = StepGrid(scene, placed.pane).panel.cell(at: inPane, placed.size) {
        return .gridCell(grid, cell)
      }
    }
    return nil
  }
}
