import CNcurses

nonisolated enum Environment {
  static func value(of name: String) -> String? {
    guard let text = getenv(name), text.pointee != 0 else { return nil }
    return String(cString: text)
  }

  /// Whether the user asks for none; <https://no-color.org>.
  static var forbidsColor: Bool { value(of: "NO_COLOR") != nil }

  /// Takes on the encoding of the environment, which ncurses writes in; whether it is UTF-8.
  static func adoptEncoding() -> Bool {
    // LC_CTYPE alone: LC_ALL fails as a whole where the locale of any one category is missing.
    if setlocale(LC_CTYPE, "") == nil, namesUTF8 {
      // A locale that is not installed here, as after ssh: the encoding is still what was meant.
      setlocale(LC_CTYPE, "C.UTF-8")
    }
    return String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8"
  }

  /// A file name as a shell would have it: `~/` is the home directory.
  static func expanded(_ name: String) -> String {
    guard name.hasPrefix("~/"), let home = value(of: "HOME") else { return name }
    return home + name.dropFirst()
  }

  /// How text is to be written; takes on the encoding of the environment.
  static var spelling: Spelling { adoptEncoding() ? .unicode : .ascii }

  static var printing: Capabilities { Capabilities(unicode: adoptEncoding(), colors: 0) }

  private static var namesUTF8: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    guard let locale = names.lazy.compactMap(value(of:)).first?.lowercased() else { return false }
    return locale.hasSuffix("utf-8") || locale.hasSuffix("utf8")
  }
}
