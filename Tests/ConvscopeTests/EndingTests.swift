import Glibc
import PseudoTerminal
import Testing

@Suite struct EndingTests {
  @Test func `q quits and gives everything back`() throws {
    try startExplorer().quit()
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func `a signal ends the program as a signal does, with everything given back`(
    signal: Int32
  ) throws {
    let session = try startExplorer()
    session.signal(signal)
    #expect(try session.waitForEnding() == .signalled(signal))
    session.expectRestored()
  }

  @Test(arguments: [("\u{3}", SIGINT), ("\u{1C}", SIGQUIT)])
  func `the keys of the driver that end programs end this one`(key: String, signal: Int32) throws {
    let session = try startExplorer()
    session.send(key)
    #expect(try session.waitForEnding() == .signalled(signal))
    session.expectRestored()
  }

  @Test func `a closed window ends the program`() throws {
    let session = try startExplorer()
    session.hangUp()
    #expect(try session.waitForEnding().status == 129)
  }

  @Test func `a closed window ends the program also where SIGHUP is ignored`() throws {
    let session = try TerminalSession("/bin/sh", ["-c", "trap '' HUP; exec '\(convscope)'"])
    try session.waitForTitle()
    session.signal(SIGHUP)
    try session.resizeAndWait(columns: 90, rows: 30)
    session.hangUp()
    #expect(try session.waitForEnding() == .exited(129))
  }

  @Test func `a shell sees which signal it was`() throws {
    let session = try startShell("trap : INT; '\(convscope)'; echo status $?")
    try session.waitForTitle()
    session.send("\u{3}")
    try session.waitFor("status 130")
    session.expectRestored()
  }
}
