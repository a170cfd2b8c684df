import PseudoTerminal
import Testing

/// Kind 15: a system that has nothing but the program, or too little of what it needs.
@Suite struct BareSystemTests {
  /// Whether a process may have mounts of its own here.
  static let canMount: Bool = {
    let output = try? ProgramOutput(
      of: "/usr/bin/unshare", ["-rm", "/bin/sh", "-c", "mount -t tmpfs none /proc"])
    return output?.ending == .exited(0)
  }()

  /// Where ncurses looks for descriptions of terminals.
  private static let databases = "/etc/terminfo /lib/terminfo /usr/lib/terminfo /usr/share/terminfo"

  /// Starts the explorer on a system without any description of terminals.
  private func startWithoutDatabase(type: String) throws -> TerminalSession {
    let commands = """
      for folder in \(Self.databases); do
        if [ -d $folder ]; then mount -t tmpfs none $folder || exit 99; fi
      done
      exec '\(convscope)'
      """
    return try TerminalSession(
      "/usr/bin/unshare", ["-rm", "/bin/sh", "-c", commands], columns: 120, type: type)
  }

  @Test(
    .enabled(if: canMount),
    arguments: [
      "xterm", "xterm-256color", "xterm-kitty", "foot", "alacritty", "rxvt",
      "rxvt-unicode-256color", "screen", "screen-256color", "tmux", "tmux-256color", "linux",
      "vt100",
    ])
  func `common types of terminals need no database`(type: String) throws {
    let session = try startWithoutDatabase(type: type)
    try session.waitForTitle()
    try session.waitForFooter()
    #expect(!session.screen.text.contains("is not known here"))
    session.send("jjll?\u{1B}")
    try session.waitForAnswers()
    session.send("q")
    #expect(try session.waitForEnding() == .exited(0))
    #expect(!session.screen.isAlternate)
    #expect(session.screen.showsCursor)
    #expect(session.modes == session.initialModes)
  }

  @Test(
    .enabled(if: canMount),
    arguments: [
      ("wezterm", "xterm-256color"), ("konsole-256color", "xterm-256color"),
      ("screen.xterm-256color", "screen"), ("xterm-unheard-of", "xterm"),
    ])
  func `a type that is like a common one is taken for it, and that is said`(
    type: String, like: String
  ) throws {
    let session = try startWithoutDatabase(type: type)
    try session.waitFor("terminal type '\(type)' is not known here; taken for \(like)")
    session.send("j")
    try session.waitForFooter()
    try session.quit()
  }

  @Test(.enabled(if: canMount))
  func `a type that is like no common one is refused without a database, too`() throws {
    let session = try startWithoutDatabase(type: "no-such-terminal")
    #expect(try session.waitForEnding() == .exited(2))
    #expect(session.output.starts(with: "convscope: terminal type 'no-such-terminal'".utf8))
  }

  @Test(.enabled(if: canMount)) func `without /proc one line says so`() throws {
    let output = try ProgramOutput(
      of: "/usr/bin/unshare",
      ["-rm", "/bin/sh", "-c", "mount -t tmpfs none /proc; exec '\(convscope)' --version"])
    output.expectRefusal(71)
    #expect(output.errorLines.count == 1)
    #expect(output.standardError.hasPrefix("convscope: /proc is not there"))
  }

  @Test func `too small a stack is said in one line`() throws {
    let output = try ProgramOutput(
      of: "/bin/sh", ["-c", "ulimit -s 512; exec '\(convscope)' report"])
    output.expectRefusal(71)
    #expect(output.errorLines.count == 1)
    #expect(output.standardError.hasPrefix("convscope: the stack is too small"))
  }

  @Test func `the least stack is enough for the deepest nesting that is read`() throws {
    let text = String(repeating: "nn.Sequential(", count: 400)
    let output = try ProgramOutput(
      of: "/bin/sh", ["-c", "ulimit -s 2048; exec '\(convscope)' model -"], input: Array(text.utf8))
    #expect(output.ending == .exited(65))
    #expect(!output.standardError.contains("internal error"))
  }

  @Test(arguments: [4, 6]) func `too few descriptors for the screen are said in one line`(
    count: Int
  ) throws {
    let session = try TerminalSession(
      "/bin/sh", ["-c", "ulimit -n \(count); exec '\(convscope)'"], columns: 200)
    #expect(try session.waitForEnding() == .exited(2))
    #expect(session.output.starts(with: "convscope: too few file descriptors are free".utf8))
    #expect(session.output.count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(session.modes == session.initialModes)
  }
}
