import PseudoTerminal
import Testing

/// Kind 8: what a terminal sends arrives in pieces, as over a slow line.
@Suite struct CutInputTests {
  /// What most terminals send for a key, and the key's name in a script.
  private static let keys = [
    ("\u{1B}[B", "<Down>"), ("\u{1B}OB", "<Down>"), ("\u{1B}[6~", "<PgDn>"),
    ("\u{1B}[1;2A", "<S-Up>"), ("\u{1B}[1;2B", "<S-Down>"),
    ("\u{1B}[Z", "<S-Tab>"), ("\u{1B}OP", "<F1>"), ("\u{1B}[11~", "<F1>"),
  ]

  @Test(arguments: keys) func `a key is the same in pieces as whole`(
    sequence: String, name: String
  ) throws {
    let wanted = try picture(of: name)
    let bytes = Array(sequence.utf8)
    // Not after Esc, which alone is a key.
    for length in 2..<bytes.count {
      let session = try startPlain()
      session.send(bytes, cutAfter: [length])
      try session.wait(for: "the picture after \(name)") { $0.lines == wanted }
    }
  }

  @Test(arguments: [
    ("\u{1B}O", "q"), ("\u{1B}[", "q"), ("\u{1B}[1;", "5q"), ("\u{1B}[<0;7", ";7m"),
    ("\u{1B}[?62;", "1;6c"), ("\u{1B}]11;q\u{1B}", "\\"),
  ])
  func `the rest of a sequence is no key`(start: String, rest: String) throws {
    let session = try startPlain()
    session.send(Array((start + rest).utf8), cutAfter: [start.utf8.count])
    // The next key acts, and it is the only one that did.
    session.send("\u{1B}[B")
    let wanted = try picture(of: "<Down>")
    try session.wait(for: "the picture after one key") { $0.lines == wanted }
    try session.quit()
  }

  @Test(arguments: [true, false], [2, 3, 4, 5])
  func `a click in either coding is one in pieces`(isOld: Bool, length: Int) throws {
    let session = try startPlain()
    let row = try #require(session.screen.lines.firstIndex { $0.contains("  padding ") })
    let report = isOld ? [0x4D, 0x20, 0x25, UInt8(0x21 + row)] : Array("<0;5;\(row + 1)M".utf8)
    session.send([0x1B, 0x5B] + report, cutAfter: [length])
    try session.wait(for: "the row to be selected") { $0.line(row).contains("▸ padding ") }
    try session.quit()
  }

  @Test(arguments: ["Z", "é"])
  func `an unbound letter after Esc does nothing else`(key: String) throws {
    let session = try startPlain()
    session.send("?\u{1B}\(key)")
    session.send("\u{1B}[B")
    let wanted = try picture(of: "?<Esc><Down>")
    try session.wait(for: "the picture after Esc") { $0.lines == wanted }
    try session.quit()
  }

  @Test(arguments: [1, 2, 3, 5, 6]) func `a paste in pieces is one paste`(length: Int) throws {
    let session = try startPlain()
    let bytes = Array("\u{1B}[200~k=q\u{3}é\u{1B}[201~".utf8)
    // Esc at the start would be a key.
    let cuts = stride(from: max(2, length), to: bytes.count, by: length)
    session.send(bytes, cutAfter: Array(cuts))
    try session.wait(for: "the command line") { $0.line(2).contains(":k=q") }
    session.send("\u{1B}")
    try session.waitForAnswers()
    try session.quit()
  }

  /// Without colours, so that its picture is the one that is printed.
  private func startPlain() throws -> TerminalSession {
    let session = try startExplorer(environment: ["NO_COLOR": "1"])
    try session.waitForFooter()
    return session
  }

  /// The lines of the screen after some keys.
  private func picture(of keys: String) throws -> [String] {
    let output = try ProgramOutput(of: convscope, ["--print", "80x24", "--keys", keys])
    return Array(output.standardOutput.split(separator: "\n", omittingEmptySubsequences: false))
      .dropLast().map(String.init)
  }
}

extension TerminalSession {
  /// Sends bytes with a pause after each of some lengths, longer than an Esc is waited for.
  fileprivate func send(_ bytes: [UInt8], cutAfter lengths: [Int]) {
    var start = 0
    for length in lengths + [bytes.count] {
      send(Array(bytes[start..<length]))
      start = length
      watch(for: .milliseconds(60))
    }
  }
}
