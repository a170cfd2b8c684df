import Foundation
import PseudoTerminal
import Testing

/// The theme that was chosen last.
@Suite struct KeptThemeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var home: [String: String] { ["XDG_CONFIG_HOME": folder.path] }

  /// Runs the explorer, presses keys and quits.
  private func explore(
    _ keys: String, _ arguments: [String] = [], environment: [String: String]? = nil
  ) throws -> TerminalSession {
    // The line of a complaint may be long.
    let session = try startExplorer(
      arguments, columns: 200, environment: environment ?? home)
    try session.waitForFooter()
    session.send(keys)
    try session.quit()
    return session
  }

  @Test func `a theme that was chosen by key is there again, without a question`() throws {
    _ = try explore("T")
    #expect(folder.contents == ["convscope", "convscope/theme"])
    #expect(try folder.read("convscope/theme") == "light\n")
    #expect(try folder.permissions("convscope/theme") == 0o600)
    let session = try startExplorer(environment: home)
    try session.expectTheme("light")
    #expect(session.screen.systemCommands == [])
    try session.quit()
  }

  @Test func `--theme counts for more, and is not kept`() throws {
    try folder.write("contrast\n", to: "convscope/theme")
    let session = try startExplorer(["--theme", "light"], environment: home)
    try session.expectTheme("light")
    try session.quit()
    #expect(try folder.read("convscope/theme") == "contrast\n")
  }

  @Test func `a snapshot and a line without a theme leave the one that was kept`() throws {
    try folder.write("light\n", to: "convscope/theme")
    try folder.write("convscope state 1\nconvscope\n", to: "state/convscope/last")
    let session = try startExplorer(
      ["--resume"],
      environment: home.merging(["XDG_STATE_HOME": folder.path + "/state"]) { $1 })
    try session.expectTheme("light")
    try session.quit()
  }

  @Test(arguments: [
    "", "pink", "light and more", "\u{1B}[31m", String(repeating: "x", count: 5000),
  ])
  func `a file that names no theme is no failure`(text: String) throws {
    try folder.write(text, to: "convscope/theme")
    let session = try startExplorer(environment: home)
    try session.expectTheme(text.hasPrefix("light") ? "light" : "dark")
    try session.quit()
  }

  @Test func `without XDG_CONFIG_HOME it is kept below the home`() throws {
    _ = try explore("TT", environment: ["HOME": folder.path])
    #expect(try folder.read(".config/convscope/theme") == "contrast\n")
  }

  @Test func `nothing is kept where nothing was chosen or shall be kept`() throws {
    _ = try explore("")
    _ = try explore("l")
    _ = try explore("T", ["--no-keep"])
    #expect(folder.contents == [])
  }

  @Test func `a theme that cannot be kept is said at the end`() throws {
    try folder.write("in the way", to: "convscope")
    let session = try explore("T")
    let path = "\(folder.path)/convscope/theme"
    #expect(
      session.screen.lines.contains(
        "convscope: the theme is not kept: cannot write \(path): Not a directory"))
    #expect(folder.contents == ["convscope"])
  }
}
