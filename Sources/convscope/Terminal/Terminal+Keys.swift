import CNcurses
import ExplorerViewModel

extension Terminal {
  /// The next key that has already come, nil where there is none.
  func nextKey() -> KeyPress? {
    while true {
      var code: wint_t = 0
      let kind = wget_wch(window, &code)
      guard kind != ERR else {
        if pasteEndsInEscape { abandonPaste() }
        return nil
      }
      awaitsAnnouncedInput = false
      pasteEndsInEscape = false
      let value = UInt32(truncatingIfNeeded: code)
      let key = kind == KEY_CODE_YES ? key(forCode: value) : key(forScalar: value)
      if let key { return key }
    }
  }

  /// Names the sequences that the description of the terminal may lack.
  func defineKeys() {
    define_key("\u{1B}[200~", Int32(CN_KEY_PASTE_BEGIN))
    define_key("\u{1B}[201~", Int32(CN_KEY_PASTE_END))
    // A terminal can be in the other cursor key mode than ncurses asked for, behind ssh or screen.
    let letters = [
      ("A", KEY_UP), ("B", KEY_DOWN), ("C", KEY_RIGHT), ("D", KEY_LEFT),
      ("H", KEY_HOME), ("F", KEY_END),
    ]
    for (letter, code) in letters {
      define_key("\u{1B}[\(letter)", code)
      define_key("\u{1B}O\(letter)", code)
    }
  }

  private func key(forCode value: UInt32) -> KeyPress? {
    let code = Int32(truncatingIfNeeded: value)
    if code == CN_KEY_PASTE_BEGIN {
      unfinishedPaste = ""
      return nil
    }
    if code == CN_KEY_PASTE_END {
      defer { unfinishedPaste = nil }
      return unfinishedPaste.map(KeyPress.pasted)
    }
    if code == KEY_MOUSE {
      // Taken from the queue in any case; in a paste it is text like all the rest.
      let event = mouseEvent()
      return unfinishedPaste == nil ? event : nil
    }
    guard unfinishedPaste == nil else { return nil }
    if let number = (1...63).first(where: { cn_function_key($0) == code }) {
      return .function(Int(number))
    }
    return Self.named[code]
  }

  private func key(forScalar value: UInt32) -> KeyPress? {
    guard let scalar = Unicode.Scalar(value) else { return nil }
    guard unfinishedPaste == nil else {
      addToPaste(scalar)
      return nil
    }
    return switch scalar {
    case "\t": .tab
    case "\r", "\n": .enter
    case "\u{1B}": .escape
    case "\u{8}", "\u{7F}": .backspace
    case "\u{1}"..."\u{1A}": Unicode.Scalar(value + 0x60).map { .control(Character($0)) }
    case "\u{0}"..<" ": nil
    default: .character(Character(scalar))
    }
  }

  /// Leaves a paste whose end never came, so that keys are keys again.
  func abandonPaste() {
    unfinishedPaste = nil
    pasteEndsInEscape = false
  }

  private func addToPaste(_ scalar: Unicode.Scalar) {
    // Alone, it is the key: a paste comes in one piece, and ncurses has waited for the next byte.
    pasteEndsInEscape = scalar == "\u{1B}"
    // Longer than printed models are; a mark that never comes must not eat memory.
    guard let length = unfinishedPaste?.utf8.count, length < 1 << 20 else { return }
    unfinishedPaste?.unicodeScalars.append(scalar == "\r" ? "\n" : scalar)
  }

  private static let named: [Int32: KeyPress] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_HOME: .home, KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
    // The corners of a numeric keypad.
    KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end, KEY_C3: .pageDown,
    KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_BACKSPACE: .backspace, KEY_DC: .delete,
  ]
}
