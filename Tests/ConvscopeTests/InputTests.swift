import SeededNumbers
import PseudoTerminal
import Testing

@Suite struct InputTests {
  @Test func `pasted keys are text, not commands`() throws {
    let session = try startExplorer()
    session.send("\u{1B}[200~q\rq\u{1B}[201~")
    try session.wait(for: "the command line with the text") {
      $0.line(2).contains(":q")
    }
    session.send("\u{1B}")
    try session.waitForFooter()
    try session.quit()
  }

  @Test func `y copies through the terminal`() throws {
    let session = try startExplorer()
    session.send("y")
    try session.wait(for: "a command for the clipboard") {
      // "nn." in base64.
      $0.systemCommands.contains { $0.hasPrefix("52;c;bm4u") }
    }
    try session.quit()
  }

  @Test(arguments: ["linux", "vt100"])
  func `a terminal that would print the clipboard command is spared it`(type: String) throws {
    let session = try startExplorer(type: type)
    session.send("yq")
    #expect(try session.waitForEnding() == .exited(0))
    #expect(session.screen.systemCommands == [])
  }

  @Test func `Ctrl-S does not freeze the screen`() throws {
    let session = try startExplorer()
    session.send("\u{13}")
    try session.waitFor("Ctrl-S does nothing")
    try session.quit()
  }

  @Test func `ten thousand keys at once are answered`() throws {
    let session = try startExplorer()
    session.send(String(repeating: "jlkh\u{1B}OA\u{1B}[B\t", count: 10_000 / 7))
    try session.quit()
  }

  @Test(arguments: 1...8) func `no bytes whatever end it uncleanly`(seed: UInt64) throws {
    // Printed by the test runner with the arguments, so that a failure can be repeated.
    var generator = SeededGenerator(seed: seed)
    // Ctrl-C, Ctrl-\, Ctrl-Z and q do what they are for.
    let harmless = (0...255).filter { ![0x03, 0x1C, 0x1A, UInt8(ascii: "q")].contains($0) }
    let bytes = (0..<4000).map { _ in harmless.randomElement(using: &generator) ?? 0 }
    let session = try startExplorer()
    session.send(bytes)
    // Whatever the screen shows by now, it follows the window.
    let before = session.output.count
    session.resize(columns: 90, rows: 30)
    try session.wait(for: "another picture") { _ in session.output.count > before }
    session.send("\u{3}")
    #expect(try session.waitForEnding().status == 130)
    session.expectRestored()
  }

  @Test func `waiting for a key takes no processor time`() throws {
    let session = try startExplorer()
    try session.waitForFooter()
    let before = session.processorTime
    session.watch(for: .milliseconds(500))
    // A busy loop would have taken most of the half second.
    #expect(session.processorTime - before < .milliseconds(50))
    try session.quit()
  }
}
