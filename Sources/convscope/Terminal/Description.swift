import CNcurses

/// What the description of this type of terminal (terminfo) has.
///
/// Nothing else may be sent: a terminal prints what it does not know, or does something else.
enum Description {
  /// A capability that is a string, nil where the terminal has none of that name.
  static func string(_ capability: String) -> String? {
    // terminfo answers -1 for a name that is not the name of a string.
    guard let text = tigetstr(capability), Int(bitPattern: text) != -1 else { return nil }
    return String(cString: text)
  }

  /// The command that puts text on the clipboard (OSC 52).
  static func clipboardCommand(base64: String) -> String? {
    guard let format = string("Ms"), let command = cn_clipboard_command(format, base64) else {
      return nil
    }
    return String(cString: command)
  }

  /// Whether the mouse is reported in the form of xterm since 2010; such terminals report drags,
  /// too, where they are asked to.
  static var reportsDrags: Bool { string("kmous")?.hasSuffix("[<") == true }

  /// Whether the terminal takes the commands of xterm (OSC): it has a clipboard, or a title.
  static var knowsSystemCommands: Bool {
    // A flag is not a string; an extended one is -1 where it is absent.
    string("Ms") != nil || tigetflag("XT") > 0
  }

  /// What gives the screen back when ncurses cannot: everything that was ever turned on, off.
  static var leaving: String {
    // Attributes, colours, application keys, the hidden cursor, marked pastes.
    let plain = ["sgr0", "op", "rmkx", "cnorm", "BD"].compactMap(string)
    // Without a capability of its own for that, ncurses turns the mouse on as xterm has it.
    let mouse =
      string("XM").flatMap { cn_mouse_mode($0, 0) }.map { String(cString: $0) }
      ?? string("kmous").map { _ in "\u{1B}[?1000l" }
    let drags = reportsDrags ? "\u{1B}[?1002l" : nil
    let sequence = plain + [mouse, drags, string("rmcup") ?? belowPicture].compactMap(\.self)
    return sequence.map(withoutPadding).joined()
  }

  /// The way to a new line below everything, for terminals without a screen to go back to.
  private static var belowPicture: String? {
    // Further down than any terminal goes; they all stop at their last line.
    guard let format = string("cup"), let motion = cn_cursor_motion(format, 998, 0) else {
      return nil
    }
    return String(cString: motion) + "\r\n"
  }

  /// A capability without the pauses, such as `$<2>`, that terminals on serial lines once needed.
  private static func withoutPadding(_ capability: String) -> String {
    var kept = ""
    var rest = capability[...]
    while let start = rest.firstIndex(of: "$"), rest[start...].hasPrefix("$<"),
      let end = rest[start...].firstIndex(of: ">")
    {
      kept += rest[..<start]
      rest = rest[rest.index(after: end)...]
    }
    return kept + String(rest)
  }
}
