import PseudoTerminal
import Testing

@Suite struct NoTerminalTests {
  @Test func `a terminal that can only print gets the plain mode, without an escape code`() throws {
    let session = try TerminalSession(convscope, type: "dumb")
    try session.waitFor("uneven away from the borders")
    session.send("k=4 output_padding=0\r")
    try session.waitFor("even away from the borders\n>")
    session.send("quit\r")
    #expect(try session.waitForEnding() == .exited(0))
    #expect(!session.output.contains(0x1B))
    #expect(session.modes == session.initialModes)
  }

  @Test(arguments: ["unknown", "no-such-terminal", "", nil])
  func `an unusable type of terminal is refused in one line`(type: String?) throws {
    let session = try TerminalSession(convscope, type: type)
    #expect(try session.waitForEnding() == .exited(2))
    #expect(session.output.starts(with: "convscope: ".utf8))
    #expect(session.output.count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(!session.output.contains(0x1B))
    #expect(session.modes == session.initialModes)
  }

  @Test func `without any terminal, one line on standard error says so`() throws {
    let output = try ProgramOutput(of: convscope, environment: ["TERM": "xterm-256color"])
    #expect(output.ending == .exited(2))
    #expect(output.standardOutput == "")
    #expect(output.standardError.hasPrefix("convscope: standard input and output must be"))
    #expect(output.standardError.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["</dev/null", "<&-", ">/dev/null", ">&-"])
  func `a stream that is not a terminal is refused in one line`(redirection: String) throws {
    let session = try startShell("'\(convscope)' \(redirection); echo status $?")
    try session.waitFor("status 2")
    #expect(session.screen.line(0).hasPrefix("convscope: standard input and output must be"))
    #expect(!session.output.contains(0x1B))
  }

  @Test func `nothing is written into a pipe instead of a terminal`() throws {
    let session = try startShell("'\(convscope)' 2>/dev/null | wc -c")
    #expect(try session.waitForEnding() == .exited(0))
    #expect(session.screen.line(0) == "0")
  }

  @Test func `what works without a terminal is named`() throws {
    let output = try ProgramOutput(of: convscope)
    #expect(output.standardError.contains("convscope report"))
    #expect(output.standardError.contains("--print 80x24"))
  }
}
