/// Turns what a terminal sends into keys, one byte at a time.
///
/// Only an Esc on its own depends on time, for nothing else tells it from the start of a sequence.
/// A sequence that has begun waits for its end, however late that comes.
nonisolated struct KeyDecoder {
  private enum State {
    case text
    /// After Esc.
    case escape
    /// After `ESC [` or `ESC O`.
    case sequence
    /// After `ESC ]`, up to BEL or `ESC \`: an answer of the terminal.
    case answer
    /// After the Esc that ends an answer.
    case answerEnd
  }

  /// The keys that were recognised and not taken yet.
  private(set) var keys: [KeyPress] = []
  private(set) var background: Theme?
  /// Whether the terminal was asked for its background and has not answered yet.
  var expectsAnswer = false
  /// The sequences that the description of the terminal has for its keys.
  private let described: [String: KeyPress]
  private var state = State.text
  /// The bytes of a sequence or of a character that is not complete yet.
  private var held: [UInt8] = []
  private var paste: UnfinishedPaste?
  /// Whether a silence came after the last byte.
  private var isQuiet = true
  /// Whether the last byte was an Esc that was taken for the key.
  private var isAfterEscape = false

  init(described: [String: KeyPress]) { self.described = described }

  /// How many milliseconds without a byte mean something now, more for an Esc where that may be the
  /// first byte of an answer; nil where time does not matter.
  func silence(isPatient: Bool) -> Int? {
    if isQuiet { return nil }
    if paste != nil { return UnfinishedPaste.silence }
    switch state {
    case .escape: return isPatient && expectsAnswer ? 250 : 25
    case .sequence, .answer: return 25
    case .text, .answerEnd: return nil
    }
  }

  /// The background, where the terminal has said it since the last call.
  mutating func takeBackground() -> Theme? {
    defer { background = nil }
    return background
  }

  /// Takes note that nothing came for as long as ``silence`` says.
  mutating func fallSilent() {
    isQuiet = true
    if let key = paste?.fallSilent() {
      paste = nil
      keys.append(key)
    } else if state == .escape {
      (state, isAfterEscape) = (.text, true)
      keys.append(.escape)
    }
  }

  mutating func next() -> KeyPress? { keys.isEmpty ? nil : keys.removeFirst() }

  mutating func take(_ byte: UInt8) {
    defer { (isQuiet, isAfterEscape) = (false, false) }
    guard paste == nil else { return takePasted(byte) }
    switch state {
    case .text where isAfterEscape && continuesEscape(byte): takeEscaped(byte)
    case .text: takeText(byte)
    case .escape: takeEscaped(byte)
    case .sequence: takeSequence(byte)
    case .answer: takeAnswer(byte)
    case .answerEnd:
      endAnswer()
      if byte != UInt8(ascii: "\\") { takeEscaped(byte) }
    }
  }

  // MARK: Text

  private mutating func takeText(_ byte: UInt8) {
    if byte == 0x1B {
      (state, held) = (.escape, [byte])
    } else {
      // In UTF-8, only the first byte of a character says that another one begins.
      held = byte & 0xC0 == 0x80 ? held + [byte] : [byte]
      let length = held[0] < 0x80 ? 1 : held[0] < 0xE0 ? 2 : held[0] < 0xF0 ? 3 : 4
      if held.count >= length { takeCharacter() }
    }
  }

  private mutating func takeCharacter() {
    defer { held = [] }
    guard let scalar = String(validating: held, as: UTF8.self)?.unicodeScalars.first else { return }
    if let key = describedKey ?? Self.key(of: scalar) { keys.append(key) }
  }

  /// The key whose sequence is complete.
  private var describedKey: KeyPress? { described[String(decoding: held, as: UTF8.self)] }

  private static func key(of scalar: Unicode.Scalar) -> KeyPress? {
    switch scalar {
    case "\t": .tab
    case "\r", "\n": .enter
    case "\u{8}", "\u{7F}": .backspace
    case "\u{1}"..."\u{1A}": Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case "\u{0}"..<" ": nil
    default: .character(Character(scalar))
    }
  }

  // MARK: Sequences

  private mutating func takeEscaped(_ byte: UInt8) {
    held = [0x1B, byte]
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "O"): state = .sequence
    case UInt8(ascii: "]"): state = .answer
    default:
      state = .text
      if let key = describedKey { return keys.append(key) }
      keys.append(.escape)
      takeText(byte)
      // A letter with Alt means Esc alone where the letter means nothing.
      if let key = keys.last, case .character = key, !Command.isBound(key) { keys.removeLast() }
    }
  }

  private mutating func takeSequence(_ byte: UInt8) {
    // Coordinates beyond 94 are coded by bytes that no other sequence has.
    guard byte >= 0x20, byte < 0x7F || held.starts(with: "\u{1B}[M".utf8) else {
      state = .text
      return takeText(byte)
    }
    // Longer than any key's, and little enough to keep.
    if held.count < 64 { held.append(byte) }
    // A letter that comes much later was hardly meant for the numeric keypad.
    if !isQuiet, let key = describedKey {
      keys.append(key)
      state = .text
    } else if held.starts(with: "\u{1B}[M".utf8) {
      // In X10's form, three bytes follow.
      guard held.count == 6 else { return }
      state = .text
      report(button: Int(held[3]) - 32, column: Int(held[4]) - 32, row: Int(held[5]) - 32)
    } else if byte >= 0x40, held != Array("\u{1B}[[".utf8) {
      state = .text
      endSequence(Substring(decoding: held.dropFirst(2), as: UTF8.self))
    }
  }

  /// Takes a sequence whose end has come, without its first two bytes.
  private mutating func endSequence(_ text: Substring) {
    if text == "200~" {
      paste = UnfinishedPaste()
    } else if text.first == "<" {
      let numbers = text.dropFirst().dropLast().split(separator: ";").map { Int($0) ?? -1 }
      guard numbers.count == 3, text.last == "M" else { return }
      report(button: numbers[0], column: numbers[1], row: numbers[2])
    } else if let key = Self.usual[String(text)] {
      keys.append(key)
    }
  }

  /// What xterm and most others send, in either mode of the cursor keys: after ssh or in screen a
  /// terminal can be in the other one than it was asked for.
  private static let usual: [String: KeyPress] = {
    var keys: [String: KeyPress] = [
      "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
      "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4), "M": .enter,
      "1~": .home, "3~": .delete, "4~": .end, "5~": .pageUp, "6~": .pageDown, "7~": .home,
      "8~": .end,
      "1;2A": .shiftUp, "1;2B": .shiftDown,
    ]
    for (index, number) in [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].enumerated() {
      keys["\(number)~"] = .function(index + 1)
    }
    return keys
  }()

  /// Takes a report of the mouse at a place that is counted from 1.
  ///
  /// As xterm codes a button, 4, 8 and 16 are Shift, Alt and Ctrl, 32 is a move, 64 the wheel.
  private mutating func report(button: Int, column: Int, row: Int) {
    guard column > 0, row > 0 else { return }
    let kind: MouseEvent.Kind? =
      switch button & ~0b1_1100 {
      case 0: .press
      case 32: .drag
      case 64: .wheelUp
      case 65: .wheelDown
      default: nil
      }
    let place = Place(row: row - 1, column: column - 1)
    if let kind { keys.append(.mouse(MouseEvent(kind, at: place))) }
  }

  // MARK: Answers and pastes

  /// Whether an Esc that was taken for the key was the start of a sequence after all.
  private func continuesEscape(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || (byte == UInt8(ascii: "]") && expectsAnswer)
  }

  /// Takes more of an answer; after a silence only what an expected one can have.
  private mutating func takeAnswer(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .answerEnd
    case 0x07: endAnswer()
    default:
      guard byte != 0x03, !isQuiet || (expectsAnswer && Background.canHave(byte, after: answer))
      else {
        state = .text
        return takeText(byte)
      }
      if held.count < 64 { held.append(byte) }
    }
  }

  private var answer: ArraySlice<UInt8> { held.dropFirst(2) }

  private mutating func endAnswer() {
    state = .text
    guard let said = Background.theme(answer: answer) else { return }
    (background, expectsAnswer) = (said, false)
  }

  private mutating func takePasted(_ byte: UInt8) {
    switch paste?.take(byte) {
    case .ended(let text)?:
      paste = nil
      keys.append(.pasted(text))
    case .left?:
      paste = nil
      takeText(byte)
    case .more?, nil: break
    }
  }

  /// Leaves a sequence or a paste whose end never came, so that keys are keys again.
  mutating func abandonAll() { (state, held, paste, isQuiet) = (.text, [], nil, true) }
}
