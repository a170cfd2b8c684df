/// A paste whose end has not come yet.
///
/// All of it is text, control characters too. Where the end never comes, Esc and Ctrl-C still work
/// when they are typed: alone, with a silence before and after.
nonisolated struct UnfinishedPaste {
  enum Progress {
    case more
    case ended(String)
    /// It was left by Esc; the byte is not part of it.
    case left
  }

  /// Milliseconds without a byte, longer than pastes are interrupted by a network.
  static let silence = 250
  /// Longer than printed models are; a mark that never comes must not use up memory.
  private static let most = 1 << 20
  private static let begin = Array("\u{1B}[200~".utf8)
  private static let end = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  private var countSinceSilence = 0
  /// Whether an Esc that was typed, or the first byte of a mark cut in two, came last.
  private var mayBeLeft = false

  mutating func take(_ byte: UInt8) -> Progress {
    if mayBeLeft, byte != UInt8(ascii: "[") { return .left }
    mayBeLeft = false
    countSinceSilence += 1
    bytes.append(byte)
    guard byte == UInt8(ascii: "~") else {
      // The last bytes may be part of a mark.
      if bytes.count > Self.most { bytes.remove(at: bytes.count - Self.end.count) }
      return .more
    }
    if bytes.suffix(Self.begin.count) == Self.begin[...] { bytes = [] }
    guard bytes.suffix(Self.end.count) == Self.end[...] else { return .more }
    let text = String(decoding: bytes.dropLast(Self.end.count), as: UTF8.self)
    return .ended(text.replacing("\r", with: "\n"))
  }

  /// What was typed before the silence, if that leaves the paste.
  mutating func fallSilent() -> KeyPress? {
    defer { countSinceSilence = 0 }
    guard countSinceSilence == 1 else { return nil }
    switch bytes.last {
    case 0x03: return .control("c")
    case 0x1A: return .control("z")
    case 0x1B: mayBeLeft = true
    default: break
    }
    return nil
  }
}
