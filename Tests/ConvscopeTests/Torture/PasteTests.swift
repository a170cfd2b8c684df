import Glibc
import PseudoTerminal
import Testing

/// Kind 8: a paste is text, whatever is in it, and whether or not it ever ends.
@Suite struct PasteTests {
  private static let begin = "\u{1B}[200~"
  private static let end = "\u{1B}[201~"

  @Test(arguments: [
    "q", "q\rq\rq\n", "\u{1B}q", "\u{1B}[Aq", "\u{1B}[<0;1;1Mq", "\u{0}q\u{12}q",
    String(repeating: "q", count: 200_000), "\u{1B}[200~q", "\u{3}q", "q\u{3}",
    "k\u{1A}=5\u{3}q",
  ])
  func `nothing in a paste is a key`(text: String) throws {
    let session = try startExplorer()
    session.send(Self.begin + text + Self.end)
    session.send("\u{1B}")
    try session.waitForAnswers()
    try session.quit()
  }

  @Test func `a paste without an end is text, until Esc alone is typed`() throws {
    let session = try startUnendedPaste()
    try session.type(["\u{1B}", ":"]) { $0.line(2).contains(":") }
    session.send("\u{1B}")
    try session.waitForFooter()
    try session.quit()
  }

  @Test func `a paste without an end is text, until the next paste ends`() throws {
    let session = try startUnendedPaste()
    session.send(Self.begin + "k=5" + Self.end)
    try session.wait(for: "the command line") { $0.line(2).contains(":k=5") }
    session.send("\u{1B}")
    try session.waitForAnswers()
    try session.quit()
  }

  @Test func `a paste without an end leaves Ctrl-C alone`() throws {
    let session = try startUnendedPaste()
    try session.type(["\u{3}"]) { !$0.isAlternate }
    #expect(try session.waitForEnding() == .signalled(SIGINT))
    session.expectRestored()
  }

  @Test func `a paste without an end is forgotten while the program is stopped`() throws {
    let session = try startShell("'\(convscope)'; echo stopped $?; read line; fg; echo ended $?")
    try session.waitForFooter()
    session.send(Self.begin + "qqq")
    try session.type(["\u{1A}"]) { !$0.isAlternate }
    try session.waitFor("stopped 148")
    session.send("\n")
    try session.waitForFooter()
    session.send("q")
    try session.waitFor("ended 0")
  }

  /// Starts the explorer, and pastes keys without the mark of the end.
  private func startUnendedPaste() throws -> TerminalSession {
    let session = try startExplorer()
    session.send(Self.begin + String(repeating: "qjl\r", count: 30_000))
    // Also says that the program goes on answering the window.
    try session.expectPicture(columns: 90, rows: 30)
    try session.waitForFooter()
    return session
  }
}

extension TerminalSession {
  /// Types keys slowly until the screen shows what they do.
  ///
  /// In a paste, what is typed too fast is text; how fast depends on the machine.
  fileprivate func type(_ keys: [String], until isDone: (VirtualScreen) -> Bool) throws {
    for pause in 1...20 where !isDone(screen) {
      for key in keys {
        watch(for: .milliseconds(300 * pause))
        send(key)
      }
      watch(for: .milliseconds(300 * pause))
    }
  }
}
