import PseudoTerminal
import Testing

/// Kind 10: memory stays flat.
@Suite struct MemoryTests {
  @Test func `sixty thousand keys need no more memory than thirty thousand`() throws {
    let session = try startExplorer()
    let keys = "jk\t\u{1B}[A\u{1B}[B?\u{1B}"
    // As many as it takes to see each view with each row a few times.
    try session.press(keys, count: 30_000)
    let early = try session.residentKilobytes
    try session.press(keys, count: 30_000)
    #expect(try session.residentKilobytes - early < 1024)
    try session.quit()
  }

  /// History keeps up to 20,000 steps, so it is full before the first look.
  @Test func `changes need no more memory once the history is full`() throws {
    let session = try startExplorer()
    try session.press("lh", count: 25_000)
    let early = try session.residentKilobytes
    try session.press("lh", count: 50_000)
    #expect(try session.residentKilobytes - early < 1024)
    try session.press("u", count: 30_000)
    try session.press("\u{12}", count: 30_000)
    #expect(try session.residentKilobytes - early < 16_384)
    try session.quit()
  }
}

extension TerminalSession {
  /// Types some keys again and again, until there were so many, and waits until they are answered.
  fileprivate func press(_ keys: String, count: Int) throws {
    send(String(repeating: keys, count: count / keys.count))
    try waitForAnswers()
  }
}
