import Glibc
import PseudoTerminal
import Testing

/// Kind 14: a terminal that takes no more output.
@Suite struct StalledTerminalTests {
  /// Five keys: a full buffer of them is no whole number of rounds through the views, after which
  /// the picture would hardly differ, and the terminal would take long to be full.
  private let keys = "ljtT\t"

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal ends the program while nobody reads what it writes`(signal: Int32) throws {
    let session = try startExplorer()
    try session.floodWithoutReading(keys)
    session.signal(signal)
    #expect(try session.waitForEnding(reading: false) == .signalled(signal))
    session.readRest()
    session.expectRestored()
  }

  @Test func `a terminal that is read again is answered again`() throws {
    let session = try startExplorer()
    try session.floodWithoutReading(keys)
    try session.waitForAnswers()
    try session.quit()
  }
}

/// Kind 14: a signal while the program starts.
@Suite struct StartSignalTests {
  /// Steps of two milliseconds: from before the first instruction to after the first picture.
  @Test(arguments: 0..<25) func `a signal while it starts leaves the terminal as it was`(
    step: UInt32
  ) throws {
    let session = try TerminalSession(convscope)
    usleep(step * 2000)
    session.signal(SIGTERM)
    #expect(try session.waitForEnding() == .signalled(SIGTERM))
    session.expectRestored()
  }

  @Test func `a signal at the very first bytes leaves the terminal as it was`() throws {
    let session = try TerminalSession(convscope)
    try session.wait(for: "the first bytes") { _ in !session.output.isEmpty }
    session.signal(SIGTERM)
    #expect(try session.waitForEnding() == .signalled(SIGTERM))
    session.expectRestored()
  }
}
