import CNcurses
import ExplorerViewModel

extension Terminal {
  /// Asks for the background; nobody waits for the answer, which may never come.
  func askForBackground() {
    guard capabilities.colors > 0, Description.knowsSystemCommands else { return }
    decoder.expectsAnswer = true
    questionTime = .now
    send("\u{1B}]11;?\u{1B}\\")
  }

  /// Takes an answer that is still on its way, which the shell would read as a command.
  func skipAnswer() {
    guard let asked = questionTime, asked.duration(to: .now) < .seconds(1) else { return }
    let start = ContinuousClock.now
    while decoder.expectsAnswer, start.duration(to: .now) < .milliseconds(100) {
      guard StandardInput.isReadable(within: 100), let byte = nextByte() else { return }
      decoder.take(byte)
    }
  }
}
