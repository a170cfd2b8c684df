import Glibc
import PseudoTerminal
import Testing

@Suite struct SuspensionTests {
  /// Runs the explorer as a job; `fg` follows each time that Enter is pressed.
  private func startJob() throws -> TerminalSession {
    let session = try startShell(
      """
      '\(convscope)'
      echo stopped $?; read line; fg
      echo stopped again $?; read line; stty sane; fg
      echo ended $?
      """)
    try session.waitForTitle()
    return session
  }

  @Test func `Ctrl-Z stops the program with the terminal given back, until it goes on`() throws {
    let session = try startJob()
    session.send("\u{1A}")
    try session.waitFor("stopped 148")
    session.expectRestored()
    session.send("\n")
    try session.waitForTitle()
    try session.waitForFooter()
    try session.wait(for: "the modes") { $0.isAlternate && $0.marksPastes }
    #expect(!session.modes.editsLines)
    session.send("q")
    try session.waitFor("stopped again 0")
    session.expectRestored()
  }

  @Test func `a window that changed its size meanwhile is filled after a stop`() throws {
    let session = try startJob()
    session.send("\u{1A}")
    try session.waitFor("stopped 148")
    session.resize(columns: 120, rows: 40)
    session.send("\n")
    try session.waitForFooter()
    try session.waitForTitle()
    session.send("q")
    try session.waitFor("stopped again 0")
  }

  @Test func `it can be stopped more than once`() throws {
    let session = try startJob()
    session.send("\u{1A}")
    try session.waitFor("stopped 148")
    session.send("\n")
    try session.waitForTitle()
    session.send("\u{1A}")
    try session.waitFor("stopped again 148")
    session.expectRestored()
    session.send("\n")
    try session.waitForTitle()
    session.send("q")
    try session.waitFor("ended 0")
    session.expectRestored()
  }

  @Test func `a stop without warning is recovered from, whatever the modes are then`() throws {
    let session = try startExplorer()
    try session.waitForFooter()
    session.signal(SIGSTOP)
    #expect(try session.waitForEnding() == .stopped(SIGSTOP))
    let starts = session.count("\u{1B}[?1049h")
    session.modes = session.initialModes
    session.signal(SIGCONT)
    try session.wait(for: "another start of the screen") { _ in
      session.count("\u{1B}[?1049h") == starts + 1 && !session.modes.editsLines
    }
    try session.quit()
  }

  @Test func `Ctrl-Z without a shell that could continue the program does not stop it`() throws {
    let session = try startExplorer()
    session.send("\u{1A}")
    try session.wait(for: "the screen to be taken again") { _ in
      session.count("\u{1B}[?2004h") == 2
    }
    try session.waitForTitle()
    try session.quit()
  }
}

extension TerminalSession {
  /// How often the program has written a text.
  fileprivate func count(_ text: String) -> Int {
    let text = Array(text.utf8)
    return output.indices.count { output[$0...].starts(with: text) }
  }
}
