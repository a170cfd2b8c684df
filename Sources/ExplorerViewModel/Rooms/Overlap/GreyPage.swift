/// What the layer does to small grey pictures, below a row of hyperparameters.
struct GreyPage: BodyView {
  let state: ExplorerState

  private var side: HyperparameterSide {
    HyperparameterSide(state: state, width: 0, hasStrip: true)
  }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    side.target(at: place)
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    side.draw(&frame)
    let pane = ScreenSize(columns: size.columns, rows: size.rows - 1)
    switch state.outcome {
    case .success(let pass):
      let picture = GreyPicture(pass, state.capabilities, state.theme)
      frame.place(picture.draw(pane), row: 1, column: 0)
    case .failure(let refusal):
      let room = ScreenSize(columns: size.columns - 1, rows: pane.rows)
      frame.place(RefusalPanel(state: state, refusal: refusal).draw(room), row: 1, column: 1)
    }
    return frame
  }
}
