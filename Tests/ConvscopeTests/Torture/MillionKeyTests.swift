import SeededNumbers
import Glibc
import PseudoTerminal
import Testing

/// Kind 10, at length: a million keys of all sorts, on request.
///
/// `CONVSCOPE_MILLION_KEYS` is the path of the program to be tried, as of a release build.
@Suite(.enabled(if: getenv("CONVSCOPE_MILLION_KEYS") != nil))
struct MillionKeyTests {
  @Test(arguments: [(80, 24), (200, 60)])
  func `a million keys need no more memory than half of them`(
    columns: Int, rows: Int
  ) throws {
    let program = try #require(getenv("CONVSCOPE_MILLION_KEYS").map { String(cString: $0) })
    let session = try TerminalSession(program, columns: columns, rows: rows)
    try session.waitForTitle()
    var generator = SeededGenerator(seed: 1_000_000)
    var pressed = 0
    var memory: [Int: Int] = [0: try session.residentKilobytes]
    for milestone in [100_000, 250_000, 500_000, 750_000, 1_000_000] {
      while pressed < milestone {
        let burst = (0..<1000).map { _ in Self.keys.randomElement(using: &generator) ?? "j" }
        session.send(burst.joined())
        pressed += burst.count
      }
      // Out of whatever is open, one Esc at a time, as two would be one key with Alt.
      for _ in 0..<2 { try session.escape() }
      try session.waitForAnswers()
      memory[milestone] = try session.residentKilobytes
    }
    // By half of them, the history is full.
    let (early, late) = (memory[500_000] ?? 0, memory[1_000_000] ?? .max)
    let report = memory.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value) kB" }
    print("\(columns)×\(rows)", report.joined(separator: ", "))
    #expect(late - early < 512)
    try session.quit()
  }

  /// All but q, Ctrl-C and Ctrl-Z, which do what they are for; changes often enough for the history
  /// to be full soon.
  private static let keys: [String] =
    "jjkkhhllhhllhl<><>bbttaafuu\u{12}rmmcTzy?p:=,.0123456789\u{8}\t\r\r\u{1B}\u{C}".map(
      String.init)
    + ["A", "B", "C", "D", "H", "F", "5~", "6~", "Z", "<0;40;8M", "<65;9;9M", "<64;9;9M"]
    .map { "\u{1B}[\($0)" } + ["\u{1B}[200~k=5 s=2\u{1B}[201~", ":k=3 s=2 p=1\r"]
}

extension TerminalSession {
  fileprivate func escape() throws {
    send("\u{1B}")
    watch(for: .milliseconds(100))
  }
}
