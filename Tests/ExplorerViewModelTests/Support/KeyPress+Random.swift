import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import SeededNumbers

extension ScreenSize {
  /// From nothing to more than most screens have, and often a small one.
  static func random(using generator: inout SeededGenerator) -> ScreenSize {
    let largest =
      switch Int.random(in: 0..<20, using: &generator) {
      case 0: ScreenSize(columns: 300, rows: 100)
      case 1..<8: ScreenSize(columns: 12, rows: 8)
      default: ScreenSize(columns: 120, rows: 30)
      }
    return ScreenSize(
      columns: .random(in: 0...largest.columns, using: &generator),
      rows: .random(in: 0...largest.rows, using: &generator))
  }
}

extension KeyPress {
  /// Any key: bound ones most of the time, otherwise every kind that there is.
  static func random(using generator: inout SeededGenerator) -> KeyPress {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0..<9: bound.randomElement(using: &generator) ?? .escape
    case 9..<13: .character(Character("\(Int.random(in: 0...9, using: &generator))"))
    case 13: .character("=,kspiobgd- ()x".randomElement(using: &generator) ?? "=")
    case 14: .enter
    case 15: .escape
    case 16: .character(Character(scalar(using: &generator)))
    case 17: .control(Character(scalar(using: &generator)))
    case 18: .pasted(garbage(using: &generator))
    default: rare.randomElement(using: &generator) ?? .delete
    }
  }

  private static let bound = Command.all.flatMap(\.keys)
  private static let rare: [KeyPress] = [
    .backspace, .delete, .function(0), .function(5), .function(.max), .function(-1), "漢", "é",
    "👨‍👩‍👧", "\u{200B}", "\r\n", "\u{1B}", "\u{0}", "\u{7F}", "\u{9B}", "🇪🇺",
  ]

  private static func scalar(using generator: inout SeededGenerator) -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0...0xFF, 0x300...0x36F, 0x200B...0x202E, 0x4E00...0x9FFF, 0x1F300...0x1FAFF,
    ]
    let range = ranges.randomElement(using: &generator) ?? 0...0x7F
    return Unicode.Scalar(.random(in: range, using: &generator)) ?? "?"
  }

  /// Text that may be assignments, numbers beyond all bounds, or nothing that makes sense.
  private static func garbage(using generator: inout SeededGenerator) -> String {
    let parts = [
      "kernel_size=3,5", "groups=2", "input=1,64,16,16", "k=2147483647", "padding=same ",
      "op=conv2d ", " stride=", "99999999999999999999", "(3,", ")", "none", "[", "-1", "\n", "\t",
      "nn.Conv2d(3, 4, 3)", "(up): ConvTranspose2d(2, 1, kernel_size=(3, 3), stride=(2, 2))\n",
      "convscope --view map ", "--show ", "dilation=2147483647 ", "input=none", "output_padding=1",
      "\u{1B}[31m", "漢字", "é\u{301}",
    ]
    return (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      Bool.random(using: &generator)
        ? parts.randomElement(using: &generator) ?? ""
        : String(scalar(using: &generator))
    }.joined()
  }
}

extension Reply {
  /// What may become of an effect; `nil` for one that is not about files.
  static func random(to effect: Effect, using generator: inout SeededGenerator) -> Reply? {
    let failure = Reply.failed("cannot write /x: No space left on device")
    switch effect {
    case .keep(let name, _, _):
      return [.kept(name), .taken(name), failure].randomElement(using: &generator)
    case .delete(let name): return [.deleted(name), failure].randomElement(using: &generator)
    case .listSnapshots:
      let names = ["a", "漢字", "%2E", "long name of a snapshot"].compactMap { try? SnapshotName($0) }
      return .snapshots(
        names.map { name in
          let line = ShareLine(.random(using: &generator), view: "cells")
          return Snapshot(
            name: name,
            content: Bool.random(using: &generator) ? .success(line) : .failure(.damaged("torn")))
        })
    default: return nil
    }
  }
}
