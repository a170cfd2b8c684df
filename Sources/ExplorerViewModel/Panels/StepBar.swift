import ConvArithmetic
import LayerNotation

/// How far the player is, as a number and as a bar, and how it plays.
struct StepBar {
  let progress: StepProgress
  let player: StepPlayer

  private static let leastBar = 8
  private static let mostBar = 60

  func draw(_ columns: Int, _ spelling: Spelling) -> Frame {
    var frame = Frame(size: ScreenSize(columns: columns, rows: 1), spelling: spelling)
    guard let count = progress.sequence.count.fitting else { return frame }
    // As wide as the last step, so that nothing moves.
    let (done, all) = (progress.steps.grouped, count.grouped)
    let pad = blanks(all.count - done.count)
    var column = frame.write(
      [Span(" step ", .faint), Span(pad + done, .value), Span(" of \(all)", .faint)], row: 0)
    let room = columns - column - 2
    // What is said beside the bar, in long and short.
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
    frame.write(text, row: 0, column: column, style: player.isPlaying ? .good : .plain)
    return frame
  }

  /// Each of the same width whatever is played.
  private var words: [String] {
    let state = player.isPlaying ? "playing" : "paused "
    let speed = "\(player.speed.stepsPerSecond)/s"
    let order =
      progress.sequence.order == .gather ? "over outputs: gather" : "over inputs: scatter"
    let loop = player.isLooping ? "  loop" : "      "
    let padded = speed + blanks(6 - speed.count)
    return ["\(state) \(padded)  \(order)\(loop)", "\(state) \(speed)", state]
  }
}
