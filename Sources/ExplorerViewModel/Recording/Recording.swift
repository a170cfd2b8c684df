/// What is seen while keys are pressed, as an asciicast of version 2, which asciinema plays.
///
/// Nothing but the state decides on it, and its time is counted, not measured: the same keys give
/// the same recording.
///
/// Source: <https://docs.asciinema.org/manual/asciicast/v2/>.
package struct Recording: Sendable {
  /// How long the result of a key is shown, in milliseconds.
  private static let pause = 400

  private var state: ExplorerState
  private var painter = FramePainter()
  private var clock = StepClock()
  /// Since the start, in milliseconds.
  private var time = 0
  private var bytes: [UInt8]

  /// The file of a state, its keys and the pauses between them; `press` presses a key, and what asks
  /// for more than a screen is up to it.
  package static func asciicast(
    of state: ExplorerState, _ steps: [ScriptStep], title: String,
    press: (inout ExplorerState, KeyPress) -> Void = { _ = $0.press($1) }
  ) -> [UInt8] {
    var recording = Recording(state, title)
    recording.wait(pause)
    for step in steps {
      switch step {
      case .key(let key):
        press(&recording.state, key)
        recording.wait(pause)
      case .pause(let milliseconds): recording.wait(milliseconds)
      }
    }
    // The last screen stays for a while, too.
    recording.write("")
    return recording.bytes
  }

  private init(_ state: ExplorerState, _ title: String) {
    self.state = state
    bytes = JSONWriter.line {
      $0.field("version", 2)
      $0.field("width", state.size.columns)
      $0.field("height", state.size.rows)
      $0.field("title", title)
    }
  }

  /// Shows the screen, and what plays in the meantime.
  private mutating func wait(_ milliseconds: Int) {
    let end = time + milliseconds
    while true {
      clock.advance(&state, at: .milliseconds(time))
      let change = painter.paint(state)
      if !change.isEmpty { write(change) }
      guard let patience = clock.patience(at: .milliseconds(time)), time + patience < end else {
        return time = end
      }
      time += max(1, patience)
    }
  }

  private mutating func write(_ data: String) {
    let fraction = "\(1000 + time % 1000)".dropFirst()
    var writer = JSONWriter()
    writer.append(quoted: data)
    bytes += Array("[\(time / 1000).\(fraction), \"o\", ".utf8) + writer.bytes + Array("]\n".utf8)
  }
}
