import ConvArithmetic
import LayerNotation

/// Which channels are connected, beside the hyperparameters, and what the groups save.
struct ChannelsView: BodyView {
  let state: ExplorerState
  private static let panelWidth = 30
  private static let leastColumnsWithPanel = 80
  private static let leastMatrixRows = ChannelMatrixPanel.wordRows + 2

  private var hasPanel: Bool { state.size.columns >= Self.leastColumnsWithPanel }
  private var paneColumn: Int { hasPanel ? Self.panelWidth + 1 : 0 }
  private var pane: ScreenSize {
    ScreenSize(columns: state.size.columns - paneColumn - 1, rows: state.size.rows - 2)
  }

  private var side: HyperparameterSide {
    HyperparameterSide(state: state, width: paneColumn, gap: 1)
  }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    side.contains(place) ? side.target(at: place) : nil
  }

  var dropped: [String] {
    guard case .success(let pass) = state.outcome else { return [] }
    return parts(pass).dropped
  }

  /// What stands around the picture, as far as there is room.
  private func parts(
    _ pass: ForwardPass
  ) -> (head: [[Span]], below: [[Span]], dropped: [String]) {
    let texts = ChannelTexts(pass, width: pane.columns, state.capabilities.spelling)
    var head = [[Span(texts.title, .heading)]]
    var room = pane.rows - head.count - Self.leastMatrixRows
    var dropped: [String] = []
    if room > 0 {
      head.append([Span(texts.meaning)])
      room -= 1
    }
    var below: [[Span]] = []
    for (name, lines) in [("weights", texts.shapes), ("counts", texts.counts)] {
      if room >= lines.count {
        below += lines
        room -= lines.count
      } else {
        dropped.append(name)
      }
    }
    // A blank line in front of what is below, if it costs nothing.
    if !below.isEmpty, room > 0 { below.insert([], at: 0) }
    return (head, below, dropped)
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    side.draw(&frame)
    let column = paneColumn + 1
    switch state.outcome {
    case .failure(let refusal):
      let panel = RefusalPanel(state: state, refusal: refusal)
      frame.place(panel.draw(pane), row: 0, column: column)
    case .success(let pass):
      frame.place(draw(pass), row: 0, column: column)
    }
    return frame
  }

  private func draw(_ pass: ForwardPass) -> Frame {
    var frame = Frame(size: pane, spelling: state.capabilities.spelling)
    let parts = parts(pass)
    for (row, line) in parts.head.enumerated() { frame.write(line, row: row) }
    let matrix = ChannelMatrixPanel(
      matrix: ChannelMatrix(pass), spelling: state.capabilities.spelling)
    let room = pane.rows - parts.head.count - parts.below.count
    let size = ScreenSize(columns: pane.columns, rows: min(room, matrix.wholeRows))
    frame.place(matrix.draw(size), row: parts.head.count, column: 0)
    let end = parts.head.count + matrix.rows(size) + ChannelMatrixPanel.wordRows
    for (offset, line) in parts.below.enumerated() {
      frame.write(line, row: end + offset)
    }
    return frame
  }
}
