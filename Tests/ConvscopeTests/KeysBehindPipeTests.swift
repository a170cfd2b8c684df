import Glibc
import PseudoTerminal
import Testing

/// Keys come from the terminal, though standard input is a pipe or a file.
@Suite struct KeysBehindPipeTests {
  private static let inputs = [
    ": | '\(convscope)'", "printf '\\n \\n' | '\(convscope)'",
    "f=$(mktemp); '\(convscope)' <\"$f\"; s=$?; rm \"$f\"; (exit $s)",
    "printf 'not read' | '\(convscope)' --op conv2d",
  ]

  private func start(_ command: String) throws -> TerminalSession {
    let session = try startShell("\(command); echo status $?")
    try session.waitForFooter()
    return session
  }

  @Test(arguments: inputs)
  func `the explorer works as without it`(command: String) throws {
    let session = try start(command)
    #expect(session.screen.isAlternate)
    #expect(!session.modes.editsLines)
    session.send("jjl")
    try session.waitForAnswers()
    try session.resizeAndWait(columns: 100, rows: 30)
    session.send("q")
    try session.waitFor("status 0")
    session.expectRestored()
  }

  @Test func `Ctrl-C ends it by its signal`() throws {
    let session = try startShell("trap : INT; : | '\(convscope)'; echo status $?")
    try session.waitForFooter()
    session.send("\u{3}")
    try session.waitFor("status 130")
    session.expectRestored()
  }

  @Test func `Ctrl-Z stops it, and it comes back whole`() throws {
    let session = try startShell(
      ": | '\(convscope)'; echo stopped $?; read line; fg; echo ended $?")
    try session.waitForFooter()
    session.send("\u{1A}")
    try session.waitFor("stopped 148")
    session.expectRestored()
    session.resize(columns: 100, rows: 30)
    session.smear()
    session.send("\n")
    try session.waitForWholePicture()
    #expect(!session.modes.editsLines)
    session.send("q")
    try session.waitFor("ended 0")
    session.expectRestored()
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func `a signal gives everything back`(signal: Int32) throws {
    let session = try start(": | '\(convscope)'")
    session.signalForeground(signal)
    try session.waitFor("status \(128 + signal)")
    session.expectRestored()
  }

  @Test func `a closed window ends it also where SIGHUP is ignored`() throws {
    let session = try TerminalSession(
      "/bin/sh", ["-c", "trap '' HUP; exec '\(convscope)' --op conv2d </etc/passwd"])
    try session.waitForFooter()
    session.hangUp()
    #expect(try session.waitForEnding() == .exited(129))
  }

  @Test func `what the lines of a loop come from is left to the loop`() throws {
    let session = try startShell(
      "printf 'a\\nb\\n' | while read line; do '\(convscope)' --op conv2d; echo line $line; done")
    for line in ["line a", "line b"] {
      try session.wait(for: "the explorer") { $0.isAlternate && $0.line(23).contains("q quit") }
      session.send("q")
      try session.waitFor(line)
    }
  }

  @Test func `without a controlling terminal there are no keys`() throws {
    let output = try ProgramOutput(
      of: convscope, ["--op", "conv2d"], environment: ["TERM": "xterm"], input: [0x71])
    output.expectRefusal(2)
    #expect(output.errorLines.count == 1)
  }
}
