import SeededNumbers
import PseudoTerminal
import Testing

/// Kind 8: whatever bytes come, the program answers keys afterwards.
@Suite struct RandomByteTests {
  @Test(arguments: 1...4) func `fifty thousand random bytes leave a program that answers`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let session = try startExplorer()
    var sent = 0
    while sent < 50_000 {
      let piece = Storm.piece(using: &generator)
      session.send(piece)
      sent += piece.count
    }
    // Whatever was begun is ended: a sequence, a paste, a typed value, a help page.
    session.send("\u{1B}[201~")
    session.send([UInt8](repeating: 0x1B, count: 4))
    try session.waitForAnswers()
    try session.expectPicture(columns: 90, rows: 30)
    try session.quit()
  }
}

/// Input that no keyboard sends.
private enum Storm {
  static func piece(using generator: inout SeededGenerator) -> [UInt8] {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: Array(halves.randomElement(using: &generator)?.utf8 ?? "".utf8)
    case 1: broken.randomElement(using: &generator) ?? []
    case 2: mouseReport(using: &generator)
    case 3: paste(using: &generator)
    case 4: Array(texts.randomElement(using: &generator)?.utf8 ?? "".utf8)
    default: bytes(64, using: &generator)
    }
  }

  /// Ctrl-C, Ctrl-\, Ctrl-Z and q do what they are for.
  private static let harmless = (0...255).filter {
    ![0x03, 0x1C, 0x1A, UInt8(ascii: "q")].contains($0)
  }

  private static let halves = [
    "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}[1;", "\u{1B}[<", "\u{1B}[<0;5", "\u{1B}]52;c;",
    "\u{1B}P", "\u{1B}[M", "\u{1B}[M ", "\u{1B}[20", "\u{1B}[200", "\u{1B}\u{1B}[A",
    "\u{1B}[999999999999999999999~",
  ]

  private static let broken: [[UInt8]] = [
    [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x92], [0xFF, 0xFE], [0xC0, 0x80], [0xED, 0xA0, 0x80],
    [0xF8, 0x88, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80, 0x80, 0x80],
  ]

  private static let texts = [
    ":k=999999999999999999999\r", ":stride=\u{202E}Ａ\u{200D}\r", "123456789012345678901234567890\r",
    ":\u{0}\u{7F}\u{8}\u{8}\r", "uuuu\u{12}\u{12}", "\u{1B}OC\u{1B}[C\u{1B}[D", "ttbbaa\t\t",
  ]

  private static func bytes(_ most: Int, using generator: inout SeededGenerator) -> [UInt8] {
    let count = Int.random(in: 1...most, using: &generator)
    return (0..<count).map { _ in harmless.randomElement(using: &generator) ?? 0 }
  }

  /// A paste of anything, now and then without an end, and with ends and begins in it.
  private static func paste(using generator: inout SeededGenerator) -> [UInt8] {
    let text = bytes(200, using: &generator)
    let ends = Int.random(in: 0..<4, using: &generator) > 0
    return Array("\u{1B}[200~".utf8) + text + (ends ? Array("\u{1B}[201~".utf8) : [])
  }

  /// A report in SGR's or in X10's coding, also from outside of the screen.
  private static func mouseReport(using generator: inout SeededGenerator) -> [UInt8] {
    let button = Int.random(in: 0...255, using: &generator)
    let place = (0..<2).map { _ in Int.random(in: -1...10_000, using: &generator) }
    if Bool.random(using: &generator) {
      let final = Bool.random(using: &generator) ? "M" : "m"
      return Array("\u{1B}[<\(button);\(place[0]);\(place[1])\(final)".utf8)
    }
    // A coordinate of q's number or of Ctrl-C's would be a key where no mouse is expected.
    let report = [button, place[0], place[1]].map { UInt8(truncatingIfNeeded: $0) }
    return Array("\u{1B}[M".utf8) + report.map { harmless.contains($0) ? $0 : 0x21 }
  }
}
