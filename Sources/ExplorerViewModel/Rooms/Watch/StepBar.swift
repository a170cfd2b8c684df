/// How far the player is, in a number and a bar, and how it plays; or what there is to play.
struct StepBar {
  let state: ExplorerState
  let scene: WatchScene

  private static let leastBar = 8
  private static let mostBar = 60

  private var order: String {
    scene.order == .gather ? "over outputs: gather" : "over inputs: scatter"
  }

  func draw(_ columns: Int) -> Frame {
    var frame = Frame(size: ScreenSize(columns: columns, rows: 1), spelling: scene.spelling)
    if let progress = scene.progress {
      draw(progress, &frame)
    } else {
      drawWhole(&frame)
    }
    return frame
  }

  private func drawWhole(_ frame: inout Frame) {
    guard let count = state.stepSequence?.count.fitting else { return }
    let texts = [" plays it in \(count.counted("step")) \(order)", " plays it"]
    let start = [Span(" the whole picture  ", .value), Span(Command.play.keyNames, .key)]
    let used = frame.spelling.width(start)
    let text = texts.first { used + frame.spelling.width($0) < frame.size.columns } ?? ""
    let column = frame.write(start + [Span(text, .faint)], row: 0)
    let room = frame.size.columns - column - 3
    if let text = state.lastChange?.text(width: room, scene.spelling) {
      frame.write(text, row: 0, endingAt: frame.size.columns - 1, style: .key)
    }
  }

  private func draw(_ progress: StepProgress, _ frame: inout Frame) {
    guard let count = progress.sequence.count.fitting else { return }
    let (columns, spelling) = (frame.size.columns, frame.spelling)
    // As wide as the last step, so that nothing moves.
    let (done, all) = (progress.steps.grouped, count.grouped)
    let pad = blanks(all.count - done.count)
    var column = frame.write(
      [Span(" step ", .faint), Span(pad + done, .value), Span(" of \(all)", .faint)], row: 0)
    let room = columns - column - 2
    // The text beside the bar, in a long and a short form.
    let texts = words.map { ($0, spelling.width($0)) }
    let (text, width) = texts.first { room - $0.1 - 2 >= Self.leastBar } ?? ("", 0)
    let bar = min(Self.mostBar, room - width - (width > 0 ? 2 : 0))
    if bar >= Self.leastBar {
      let length = Share(progress.steps, of: count)?.length(of: bar) ?? 0
      let spans = [
        Span(String(repeating: "█", count: length), .bar),
        Span(String(repeating: "░", count: bar - length), .faint),
      ]
      column = frame.write(spans, row: 0, column: column + 2) + 2
    }
    frame.write(text, row: 0, column: column, style: state.player.isPlaying ? .good : .plain)
  }

  /// Each of the same width whatever is played.
  private var words: [String] {
    let player = state.player
    let playing = player.isPlaying ? "playing" : "paused "
    let speed = "\(player.speed.stepsPerSecond)/s"
    let loop = player.isLooping ? "  loop" : "      "
    let padded = speed + blanks(6 - speed.count)
    return ["\(playing) \(padded)  \(order)\(loop)", "\(playing) \(speed)", playing]
  }
}
