import PseudoTerminal
import Synchronization
import Testing

/// Which theme the program chooses by itself, and what a terminal that is asked can do to it.
@Suite struct BackgroundTests {
  private static let white = "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\"

  @Test(arguments: [
    white, "\u{1B}]11;rgb:ff/ff/f0\u{7}", "\u{1B}]11;rgba:f/f/c/0\u{7}",
    "\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{1B}\\",
  ])
  func `a terminal that says that it is light gets the light theme`(answer: String) throws {
    let session = try startAsked()
    session.send(answer)
    try session.expectTheme("light")
    try session.quit()
  }

  @Test(arguments: [
    "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]11;rgb:2e/34/40\u{7}",
    "\u{1B}]11;rgb:fff/ff\u{7}", "\u{1B}]11;rgb:fffff/0/0\u{7}", "\u{1B}]11;?\u{1B}\\",
    "\u{1B}]11;q?jq\u{1B}\\", "\u{1B}]4;1;rgb:ffff/ffff/ffff\u{7}", "\u{1B}]q\u{7}",
  ])
  func `after any other answer all is as it was`(answer: String) throws {
    let session = try startAsked()
    session.send(answer)
    try session.waitForAnswers()
    try session.expectTheme("dark")
    try session.quit()
  }

  @Test func `an answer in single bytes is an answer and no key`() throws {
    let session = try startAsked()
    for byte in Self.white.utf8 {
      session.send([byte])
      session.watch(for: .milliseconds(40))
    }
    try session.expectTheme("light")
    try session.quit()
  }

  @Test func `an answer long after it was asked for is an answer`() throws {
    let session = try startAsked()
    session.watch(for: .milliseconds(2500))
    let cut = Self.white.utf8.count / 2
    session.send(Array(Self.white.utf8.prefix(cut)))
    session.watch(for: .milliseconds(1500))
    session.send(Array(Self.white.utf8.dropFirst(cut)))
    try session.expectTheme("light")
    try session.quit()
  }

  @Test func `keys act after an answer without an end`() throws {
    let session = try startAsked()
    session.send("\u{1B}]11;rgb:ffff/ffff/ff")
    session.watch(for: .milliseconds(100))
    session.send("l")
    try session.waitFor("3 → 4")
    try session.quit()
  }

  @Test func `the first screen does not wait for the question`() throws {
    let session = try startAsked()
    let parts = String(decoding: session.output, as: UTF8.self).split(separator: "\u{1B}]11;?")
    #expect(parts.count == 2)
    #expect(parts[0].contains("quit"))
    try session.quit()
  }

  @Test func `a theme that was chosen meanwhile stays`() throws {
    let session = try startAsked()
    session.send("TT")
    try session.waitFor("theme: contrast")
    session.send(Self.white)
    session.send("\u{1B}")
    try session.expectTheme("contrast")
    try session.quit()
  }

  @Test func `an answer after the end does not reach the shell`() throws {
    let session = try startShell(
      "XDG_CONFIG_HOME=/nowhere/at '\(convscope)'; read line; echo \"got=$line=\"")
    try session.waitForQuestion()
    session.send("q" + Self.white)
    try session.wait(for: "the shell's screen") { !$0.isAlternate }
    session.send("\n")
    try session.waitFor("got==")
  }

  @Test(arguments: [("0;15", "light"), ("15;default;0", "dark"), ("0;7", "light"), ("x", "dark")])
  func `COLORFGBG decides at once`(value: String, theme: String) throws {
    let session = try startExplorer(environment: ["COLORFGBG": value])
    try session.waitForFooter()
    try session.expectTheme(theme)
    try session.quit()
  }

  @Test func `an answer counts for more than COLORFGBG`() throws {
    let session = try startExplorer(environment: ["COLORFGBG": "15;0"])
    try session.waitForQuestion()
    session.send(Self.white)
    try session.expectTheme("light")
    try session.quit()
  }

  @Test(arguments: [
    (["--theme", "dark"], "xterm-256color", [:]), ([], "linux", [:]), ([], "vt100", [:]),
    ([], "xterm-256color", ["NO_COLOR": "1"]),
  ])
  func `nobody is asked who cannot answer or cannot change anything`(
    arguments: [String], type: String, environment: [String: String]
  ) throws {
    let session = try startExplorer(
      arguments, type: type, environment: environment.merging(["COLORFGBG": "0;15"]) { $1 })
    try session.waitForAnswers()
    #expect(session.screen.systemCommands == [])
    if !arguments.isEmpty { try session.expectTheme("dark") }
    try session.quit()
  }

  private func startAsked() throws -> TerminalSession {
    let session = try startExplorer()
    try session.waitForQuestion()
    return session
  }
}

/// The screens of sessions that were asked for a theme, for all tests that look for one.
private let themedScreens = Mutex<[String: VirtualScreen]>([:])

extension TerminalSession {
  fileprivate func waitForQuestion() throws {
    try wait(for: "the question") { $0.systemCommands.contains("11;?") }
  }

  /// Waits until the hyperparameters look as in a session that was asked for a theme.
  func expectTheme(_ theme: String) throws {
    let wanted = try themedScreens.withLock { screens in
      if let known = screens[theme] { return known }
      let session = try startExplorer(["--theme", theme])
      try session.waitForFooter()
      screens[theme] = session.screen
      return session.screen
    }
    // Not the title, which some themes share, nor the footer, which may say something else.
    try wait(for: "the theme \(theme)") { screen in
      (1..<screen.rows - 1).allSatisfy { row in
        (0..<screen.columns).allSatisfy { screen[row, $0] == wanted[row, $0] }
      }
    }
  }
}
