extension VirtualScreen {
  /// Where in a character or sequence the bytes have arrived.
  struct Parser: Sendable {
    enum State: Sendable {
      case ground
      case escape
      case characterSet(Int)
      case controlSequence
      case systemCommand
      case systemCommandEscape
    }

    var state = State.ground
    var text = ""
    var utf8: [UInt8] = []
    var missingBytes = 0
  }

  /// Takes what the program has written.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  private mutating func feed(_ byte: UInt8) {
    switch parser.state {
    case .ground: feedText(byte)
    case .escape: escape(byte)
    case .characterSet(let index):
      graphicSets[index] = byte == UInt8(ascii: "0")
      parser.state = .ground
    case .controlSequence: feedControlSequence(byte)
    case .systemCommand: feedSystemCommand(byte)
    case .systemCommandEscape: endSystemCommand()
    }
  }

  private mutating func feedText(_ byte: UInt8) {
    if parser.missingBytes > 0, byte & 0xC0 == 0x80 {
      parser.utf8.append(byte)
      parser.missingBytes -= 1
      if parser.missingBytes == 0 { printDecoded() }
      return
    }
    if parser.missingBytes > 0 { printDecoded() }
    switch byte {
    case ..<0x20, 0x7F: control(byte)
    case ..<0x80: print(Unicode.Scalar(byte))
    default:
      parser.utf8 = [byte]
      parser.missingBytes = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
    }
  }

  private mutating func printDecoded() {
    parser.missingBytes = 0
    for scalar in String(decoding: parser.utf8, as: UTF8.self).unicodeScalars { print(scalar) }
  }

  private mutating func feedControlSequence(_ byte: UInt8) {
    switch byte {
    case ..<0x20: control(byte)
    case ..<0x40: parser.text.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      parser.state = .ground
      perform(ControlSequence(parameters: parser.text, final: Unicode.Scalar(byte)))
    }
  }

  private mutating func feedSystemCommand(_ byte: UInt8) {
    switch byte {
    case 0x07: endSystemCommand()
    case 0x1B: parser.state = .systemCommandEscape
    default: parser.text.unicodeScalars.append(Unicode.Scalar(byte))
    }
  }

  private mutating func endSystemCommand() {
    systemCommands.append(parser.text)
    parser.state = .ground
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x00, 0x07: break
    case 0x08: moveCursor(row: row, column: column - 1)
    case 0x09: moveCursor(row: row, column: (column / 8 + 1) * 8)
    case 0x0A...0x0C: moveDown()
    case 0x0D: moveCursor(row: row, column: 0)
    case 0x0E: usesSecondSet = true
    case 0x0F: usesSecondSet = false
    case 0x1B:
      parser.state = .escape
      return
    default: unknownSequences.append("control \(byte)")
    }
    wrapsNext = false
  }

  private mutating func escape(_ byte: UInt8) {
    parser.state = .ground
    parser.text = ""
    switch Unicode.Scalar(byte) {
    case "[": parser.state = .controlSequence
    case "]", "P": parser.state = .systemCommand
    case "(": parser.state = .characterSet(0)
    case ")": parser.state = .characterSet(1)
    case "7": savedCursor = (row, column)
    case "8": moveCursor(row: savedCursor.row, column: savedCursor.column)
    case "=": usesApplicationKeypad = true
    case ">": usesApplicationKeypad = false
    case "H": break
    case "M": moveUp()
    case "D": moveDown()
    // A sequence that was cut off after its first byte; on real terminals, too, a new one begins.
    case "\u{1B}": parser.state = .escape
    case "E":
      moveCursor(row: row, column: 0)
      moveDown()
    default: unknownSequences.append("ESC \(Unicode.Scalar(byte))")
    }
  }
}
