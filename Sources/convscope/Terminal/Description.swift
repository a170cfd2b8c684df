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
}
