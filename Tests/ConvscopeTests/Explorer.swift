import PseudoTerminal
import Testing

/// The path of the program under test.
let convscope = builtExecutable("convscope")

/// Starts the explorer and waits until it shows its first screen.
func startExplorer(
  _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, type: String = "xterm-256color",
  environment: [String: String] = [:]
) throws -> TerminalSession {
  let session = try TerminalSession(
    convscope, arguments, columns: columns, rows: rows, type: type, environment: environment)
  try session.waitForTitle()
  return session
}

/// Starts a shell with job control that runs a command line.
func startShell(_ commands: String) throws -> TerminalSession {
  try TerminalSession("/bin/sh", ["-m", "-c", commands])
}

extension TerminalSession {
  func waitForTitle() throws {
    // In the first row, or in the second one below the bar of rooms.
    try wait(for: "the title") { screen in
      [0, 1].contains { line in
        [" accepted", " invalid:", " over "].contains { screen.line(line).contains($0) }
      }
    }
  }

  /// Waits until the last row shows the footer, and so all of the screen is drawn.
  func waitForFooter() throws {
    try wait(for: "the footer") { $0.line($0.rows - 1).contains("q quit") }
  }

  /// Expects that the terminal is as it was before the program came.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(!screen.isAlternate, sourceLocation: sourceLocation)
    #expect(screen.showsCursor, sourceLocation: sourceLocation)
    #expect(!screen.marksPastes, sourceLocation: sourceLocation)
    #expect(screen.isAsNew, sourceLocation: sourceLocation)
    #expect(screen.unknownSequences == [], sourceLocation: sourceLocation)
    #expect(modes == initialModes, sourceLocation: sourceLocation)
  }

  /// Waits until all keys that were sent so far are answered, in any view.
  func waitForAnswers() throws {
    send(":")
    // The last row is drawn last, and not at all where a key comes before it. A narrow screen has
    // no room for all of it.
    try wait(for: "the command line") {
      $0.hasPalette && ($0.columns < 60 || $0.line($0.rows - 1).contains("filter"))
    }
    send("\u{1B}")
    try wait(for: "the end of the command line") {
      !$0.hasPalette && !$0.line($0.rows - 1).contains("filter")
    }
    readUntilQuiet()
  }

  /// Quits by key and expects that the program ends well.
  func quit(sourceLocation: SourceLocation = #_sourceLocation) throws {
    send("q")
    #expect(try waitForEnding() == .exited(0), sourceLocation: sourceLocation)
    expectRestored(sourceLocation: sourceLocation)
  }
}

extension VirtualScreen {
  /// Whether the line of the palette is shown, below the title and, on most screens, the bar.
  var hasPalette: Bool { (0...2).contains { line($0).hasPrefix(" Command  :") } }
}

extension ProgramOutput {
  /// The message in the last rows of a printed screen, in one line.
  var message: String {
    lines.suffix(3).joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
