import PseudoTerminal
import Testing

@Suite struct StartTests {
  @Test func `the explorer takes a screen of its own, without cursor and echo`() throws {
    let session = try startExplorer()
    try session.waitForFooter()
    #expect(session.screen.isAlternate)
    #expect(!session.screen.showsCursor)
    #expect(session.screen.marksPastes)
    #expect(!session.modes.editsLines)
    try session.quit()
  }

  @Test(arguments: [
    "xterm-256color", "xterm", "xterm-mono", "screen-256color", "tmux-256color", "linux", "vt100",
    "xterm-direct", "xterm-16color", "xterm-88color", "screen", "rxvt-unicode-256color", "vt220",
    "putty-256color", "konsole-256color", "vte-256color", "alacritty", "foot", "kitty",
    "st-256color",
  ])
  func `every usable type of terminal shows the screen`(type: String) throws {
    try requireDescription(of: type)
    let session = try startExplorer(type: type)
    try session.waitForFooter()
    try session.quit()
  }

  @Test func `the size is that of the window, whatever the environment says`() throws {
    let session = try startExplorer(
      columns: 132, rows: 43, environment: ["COLUMNS": "40", "LINES": "10"])
    try session.waitForFooter()
    try session.quit()
  }

  @Test func `a C locale gets nothing but ASCII`() throws {
    let session = try startExplorer(environment: ["LC_ALL": "C"])
    try session.waitForFooter()
    try session.quit()
    #expect(session.output.allSatisfy { $0 < 0x80 })
  }

  @Test func `a UTF-8 locale that is not installed still means UTF-8`() throws {
    let session = try startExplorer(environment: ["LC_ALL": "tlh_KX.utf8"])
    try session.waitForFooter()
    #expect(session.output.contains { $0 >= 0x80 })
    try session.quit()
  }

  @Test func `NO_COLOR is honoured`() throws {
    let session = try startExplorer(environment: ["NO_COLOR": "1"])
    try session.waitForFooter()
    #expect(session.screen.colors == [])
    try session.quit()
  }

  @Test func `colours are there without NO_COLOR`() throws {
    let session = try startExplorer()
    try session.waitForFooter()
    #expect(session.screen.colors != [])
    try session.quit()
  }
}

extension VirtualScreen {
  /// All colours on the screen but the default ones.
  fileprivate var colors: Set<Int> {
    let glyphs = (0..<rows).flatMap { row in (0..<columns).map { self[row, $0] } }
    let colors = glyphs.flatMap { [$0.rendition.foreground, $0.rendition.background] }
    return Set(colors.compactMap(\.self))
  }
}
