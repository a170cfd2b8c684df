import Glibc
import PseudoTerminal
import Testing

/// Kind 2: stopped by whatever means, the program comes back as it was, also in another window.
@Suite struct StopTests {
  enum Stop: CaseIterable {
    case key, signal
  }

  @Test(arguments: Stop.allCases, [(80, 24), (100, 30), (40, 12)])
  func `a stopped program leaves the terminal and comes back whole`(
    stop: Stop, size: (columns: Int, rows: Int)
  ) throws {
    let session = try startShell("'\(convscope)'; echo stopped $?; read line; fg; echo ended $?")
    try session.waitForFooter()
    let (modes, screenModes) = (session.modes, session.screen.modes)
    switch stop {
    case .key: session.send("\u{1A}")
    case .signal: session.signalForeground(SIGTSTP)
    }
    try session.waitFor("stopped 148")
    session.expectRestored()
    if size != (80, 24) { session.resize(columns: size.columns, rows: size.rows) }
    session.smear()
    session.send("\n")
    try session.waitForWholePicture()
    #expect(session.modes == modes)
    // They may come after the picture.
    try session.wait(for: "the modes") { $0.modes == screenModes && $0.usesApplicationKeypad }
    session.send("q")
    try session.waitFor("ended 0")
    session.expectRestored()
  }

  @Test func `a stop without warning is recovered from in every cell and mode`() throws {
    let session = try startExplorer()
    try session.waitForFooter()
    let (modes, screenModes) = (session.modes, session.screen.modes)
    session.signal(SIGSTOP)
    #expect(try session.waitForEnding() == .stopped(SIGSTOP))
    session.modes = session.initialModes
    session.resize(columns: 100, rows: 30)
    session.smear()
    session.signal(SIGCONT)
    try session.waitForWholePicture()
    try session.wait(for: "the modes") { $0.modes == screenModes && session.modes == modes }
    try session.quit()
  }
}

extension TerminalSession {
  /// Waits until every cell has been drawn since the screen was smeared.
  func waitForWholePicture() throws {
    try wait(for: "every cell") { $0.smearedCells == 0 }
    try waitForFooter()
  }
}
