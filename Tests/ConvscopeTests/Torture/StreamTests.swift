import PseudoTerminal
import Testing

/// Kinds 5 and 12: streams that are no terminal, closed or full.
@Suite struct StreamTests {
  @Test(arguments: [
    "</dev/null", "<&-", ">/dev/null", ">&-", ">/dev/full", "</dev/null >/dev/null", "<&- >&-",
    "2>&1 >/dev/null",
  ])
  func `a stream that is no terminal is refused in one line`(redirection: String) throws {
    let session = try startShell("'\(convscope)' \(redirection); echo status $?")
    try session.expectRefusal()
  }

  @Test(arguments: [
    "{ '\(convscope)'; echo status $? >&2; } | cat",
    ": | { '\(convscope)'; echo status $? >&2; } | cat",
  ])
  func `a pipe that is no terminal is refused in one line`(command: String) throws {
    let session = try startShell(command)
    try session.expectRefusal()
  }

  @Test(arguments: ["2>&-", "2>/dev/full"])
  func `a refusal that cannot be said is still a status`(redirection: String) throws {
    let session = try startShell("'\(convscope)' </dev/null \(redirection); echo status $?")
    try session.waitFor("status 2")
    #expect(session.screen.line(0) == "status 2")
    #expect(!session.output.contains(0x1B))
  }

  @Test(arguments: ["closed", "full", "nothing"])
  func `the explorer needs no standard error`(state: String) throws {
    let error: Launch.ErrorDestination =
      switch state {
      case "closed": .nowhere
      case "full": .file("/dev/full")
      default: .file("/dev/null")
      }
    let session = try TerminalSession(convscope, error: error)
    try session.waitForFooter()
    session.send("jjll?\u{1B}")
    try session.waitForAnswers()
    session.smear()
    try session.expectPicture(columns: 100, rows: 30)
    try session.quit()
  }
}

extension TerminalSession {
  fileprivate func expectRefusal(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try waitFor("status 2")
    let lines = screen.text.split(separator: "status").first ?? ""
    #expect(
      lines.hasPrefix("convscope: standard input and output must be a terminal"),
      sourceLocation: sourceLocation)
    // Of the line of the status, only the beginning may have come.
    let breaks = output.split(separator: Array("status".utf8)).first?.count {
      $0 == UInt8(ascii: "\n")
    }
    #expect(breaks == 1, sourceLocation: sourceLocation)
    #expect(!output.contains(0x1B), sourceLocation: sourceLocation)
  }
}
