import Glibc
import PseudoTerminal
import Testing

/// Kind 1, besides `EndingTests`; and kind 4, a terminal that goes away.
@Suite struct SignalTests {
  @Test(arguments: [SIGUSR1, SIGUSR2, SIGXCPU])
  func `other signals that end programs give everything back, too`(signal: Int32) throws {
    let session = try startExplorer()
    session.signal(signal)
    #expect(try session.waitForEnding() == .signalled(signal))
    session.expectRestored()
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func `a signal amid a flood of keys gives everything back`(signal: Int32) throws {
    let session = try startExplorer()
    session.send(String(repeating: "jl?kh:\u{1B}\u{1B}[200~q", count: 500))
    session.signal(signal)
    #expect(try session.waitForEnding() == .signalled(signal))
    session.expectRestored()
  }

  @Test func `a terminal that goes away amid a flood of keys ends the program`() throws {
    let session = try startExplorer()
    session.send(String(repeating: "jlkh", count: 1000))
    session.hangUp()
    #expect(try session.waitForEnding().status == 129)
  }

  @Test func `without a terminal and with SIGHUP ignored, it ends without spinning`() throws {
    let session = try TerminalSession("/bin/sh", ["-c", "trap '' HUP; exec '\(convscope)'"])
    try session.waitForTitle()
    session.send(String(repeating: "jl", count: 500))
    let before = session.processorTime
    session.hangUp()
    #expect(try session.waitForEnding() == .exited(129))
    // Gone already, or no more than the answer to the keys.
    #expect(session.processorTime - before < .seconds(5))
  }
}
