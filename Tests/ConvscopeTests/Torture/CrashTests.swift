// The failures are asked for by a variable that only a debug build looks at.
#if DEBUG
  import Glibc
  import PseudoTerminal
  import Testing

  @Suite struct CrashTests {
    @Test(arguments: [
      ("check", SIGILL), ("memory", SIGSEGV), ("stack", SIGSEGV), ("abort", SIGABRT),
    ])
    func `an internal failure gives the terminal back, says so, and ends by its signal`(
      failure: String, signal: Int32
    ) throws {
      let session = try start(failing: failure)
      let ending = try session.waitForEnding()
      // What a trap of Swift is to the processor differs.
      #expect(ending == .signalled(signal) || ending == .signalled(SIGTRAP) && signal == SIGILL)
      session.expectRestored()
      #expect(session.output(after: "\u{1B}[?1049l").contains("convscope: internal error (signal"))
    }

    @Test func `the words of a failed check stand on the restored screen`() throws {
      let session = try start(failing: "check")
      _ = try session.waitForEnding()
      let words = session.output(after: "\u{1B}[?1049l")
      #expect(words.contains("Fatal error: a deliberate failure"))
      #expect(!session.output(before: "\u{1B}[?1049l").contains("deliberate"))
    }

    @Test(arguments: ["vt100", "linux", "screen-256color"])
    func `a failure leaves terminals without a second screen usable, too`(type: String) throws {
      let session = try start(failing: "check", type: type)
      #expect(try session.waitForEnding() != .exited(0))
      session.expectRestored()
      #expect(session.screen.text.contains("convscope: internal error"))
    }

    @Test(arguments: [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP])
    func `the signal of a failure that somebody sends is treated like one`(signal: Int32) throws {
      let session = try startExplorer()
      session.signal(signal)
      #expect(try session.waitForEnding() == .signalled(signal))
      session.expectRestored()
      #expect(session.output(after: "\u{1B}[?1049l").contains("(signal \(signal))"))
    }

    @Test func `a complaint meanwhile spares the picture and is printed at the end`() throws {
      let session = try start(failing: "complaint")
      try session.waitForFooter()
      try session.quit()
      #expect(session.output(after: "\u{1B}[?1049l").contains("convscope: a deliberate complaint"))
      #expect(!session.output(before: "\u{1B}[?1049l").contains("deliberate"))
    }

    @Test func `a failure that can tell nobody ends by its signal as well`() throws {
      let session = try start(failing: "check", error: .nowhere)
      #expect(try session.waitForEnding() != .exited(0))
      session.expectRestored()
    }

    private func start(
      failing failure: String, type: String = "xterm-256color",
      error: Launch.ErrorDestination = .terminal
    ) throws -> TerminalSession {
      try TerminalSession(
        convscope, type: type, environment: ["CONVSCOPE_TEST_FAILURE": failure], error: error)
    }
  }

  extension TerminalSession {
    private var wholeOutput: String { String(decoding: output, as: UTF8.self) }

    fileprivate func output(after mark: String) -> Substring {
      wholeOutput.ranges(of: mark).last.map { wholeOutput[$0.upperBound...] } ?? ""
    }

    fileprivate func output(before mark: String) -> Substring {
      wholeOutput.ranges(of: mark).last.map { wholeOutput[..<$0.lowerBound] } ?? ""
    }
  }
#endif
