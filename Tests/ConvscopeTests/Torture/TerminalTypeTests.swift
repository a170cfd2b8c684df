import PseudoTerminal
import Testing

/// Kind 6: a terminal is sent nothing that its description does not have.
@Suite struct TerminalTypeTests {
  /// What a type of terminal may be sent.
  struct Knowledge: Sendable, CustomTestStringConvertible {
    let name: String
    let modes: Set<Int>
    let renditions: @Sendable (Int) -> Bool
    var hasClipboard = false

    var testDescription: String { name }
  }

  private static let mouse: Set<Int> = [1000, 1002, 1003, 1006]

  private static let types = [
    Knowledge(name: "vt100", modes: [1, 7]) { $0 < 8 },
    Knowledge(name: "xterm-mono", modes: mouse.union([1, 7, 12, 25, 47, 1049, 2004])) { $0 < 30 },
    Knowledge(name: "linux", modes: mouse.union([7, 25])) { $0 != 38 && $0 != 48 && $0 < 90 },
    Knowledge(
      name: "xterm", modes: mouse.union([1, 7, 12, 25, 1049, 2004]),
      renditions: { $0 != 38 && $0 != 48 }, hasClipboard: true),
    Knowledge(name: "screen-256color", modes: mouse.union([1, 25, 1049])) { _ in true },
    Knowledge(
      name: "tmux-256color", modes: mouse.union([1, 25, 1049, 2004]), renditions: { _ in true },
      hasClipboard: true),
    Knowledge(
      name: "xterm-256color", modes: mouse.union([1, 7, 12, 25, 1049, 2004]),
      renditions: { _ in true }, hasClipboard: true),
  ]

  @Test(arguments: types) func `a terminal is sent only what it knows`(type: Knowledge) throws {
    let session = try startExplorer(type: type.name)
    try session.waitForFooter()
    session.send("jjlly\t\t?\u{1B}ny")
    try session.waitForAnswers()
    try session.expectPicture(columns: 100, rows: 30)
    try session.quit()
    #expect(session.screen.mentionedModes.subtracting(type.modes) == [])
    let renditions = session.screen.mentionedRenditions
    // A field with colons is a colour; the number before them says so.
    #expect(renditions.allSatisfy { type.renditions(Int($0.prefix { $0 != ":" }) ?? 0) })
    let commands = session.screen.systemCommands
    #expect(commands.allSatisfy { $0.hasPrefix("52;c;") || $0 == "11;?" })
    #expect(commands.isEmpty == !type.hasClipboard)
  }

  @Test(arguments: [
    "\u{1B}[31mred\u{1B}]0;title\u{7}", "two\nlines", "bell\u{7}\u{9B}1m", "right\u{202E}to-left",
    String(repeating: "x", count: 5000), "../../../../etc/passwd",
  ])
  func `a type from outside is no more than text in one line`(type: String) throws {
    let session = try TerminalSession(convscope, columns: 300, type: type)
    #expect(try session.waitForEnding() == .exited(2))
    let text = String(decoding: session.output, as: UTF8.self)
    #expect(text.hasPrefix("convscope: terminal type '"))
    #expect(text.hasSuffix("\r\n"))
    let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(controls.count == 2)
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(text.count < 300)
  }
}
