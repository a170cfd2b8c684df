import Foundation
import PseudoTerminal
import Testing

/// The player of the real program: it plays by itself, and a pause is a rest.
@Suite struct PlayerTests {
  /// The times that a process went to sleep of its own accord and was woken again.
  private func wakings(_ session: TerminalSession) throws -> String {
    let path = "/proc/\(session.processIdentifier)/status"
    let status = try String(contentsOfFile: path, encoding: .utf8)
    return try #require(
      status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }.map(
        String.init))
  }

  private func startPlayer() throws -> TerminalSession {
    let session = try startExplorer([
      "--op", "conv_transpose2d", "--input", "1,64,8,8", "--out-channels", "32",
      "--kernel-size", "3", "--stride", "2", "--padding", "1", "--output-padding", "1",
    ])
    session.send("W")
    try session.waitFor("the whole picture")
    return session
  }

  @Test func `it goes on by itself, and to the end`() throws {
    let session = try startPlayer()
    session.send("+++ ")
    try session.waitFor("step 10 of 64")
    try session.waitFor("step 64 of 64")
    try session.waitFor("paused")
    try session.quit()
  }

  @Test func `paused it takes no processor time and is not even woken`() throws {
    let session = try startPlayer()
    session.send("+ ")
    try session.waitFor("step  2 of 64")
    session.send(" ")
    try session.waitFor("paused")
    // What is drawn is drawn.
    session.watch(for: .milliseconds(300))
    let (before, count) = (session.processorTime, try wakings(session))
    session.watch(for: .seconds(2))
    #expect(session.processorTime - before < .milliseconds(20))
    #expect(try wakings(session) == count)
    try session.quit()
  }

  @Test func `a burst of keys does not stop the clock`() throws {
    let session = try startPlayer()
    session.send("++ ")
    // No pause between the keys is as long as a step.
    for _ in 0..<2000 where !session.screen.text.contains("step  8 of 64") {
      session.send("jk")
      session.watch(for: .milliseconds(5))
    }
    #expect(session.screen.text.contains("step  8 of 64"))
    try session.quit()
  }
}
