import CNcurses

/// The type of this terminal: what is looked up to know what it can be sent.
struct TerminalType {
  /// The name to begin ncurses with.
  let name: String
  /// What is to be said where the terminal is taken for one of another type.
  private(set) var remark: String?

  /// Finds a description of the type that the environment names, and leaves it with ncurses: the
  /// system's, or else one that the program has.
  static func find() throws(TerminalError) -> TerminalType {
    guard let name = Environment.value(of: "TERM") else { throw .typeNotSet }
    if isDescribed(name) { return TerminalType(name: name) }
    let rows = DataRow.all(PackageResources.terminals_tsv)
    for family in families(of: name) {
      guard let row = rows.first(where: { $0["type"] == family }) else { continue }
      let like = row["like"].isEmpty ? family : row["like"]
      guard let described = rows.first(where: { $0["type"] == like }) else { continue }
      // ncurses takes a whole description, in base64, in the place of its folder.
      setenv("TERMINFO", described["description"], 1)
      guard isDescribed(like) else { continue }
      guard like != name else { return TerminalType(name: name) }
      return TerminalType(
        name: like, remark: "terminal type \(quoted(name)) is not known here; taken for \(like)")
    }
    throw .typeUnknown(name)
  }

  private static func isDescribed(_ name: String) -> Bool {
    var found: Int32 = 0
    return setupterm(name, STDOUT_FILENO, &found) == OK
  }

  /// The name, and what it begins with: `screen.xterm-256color`, `screen.xterm`, `screen`.
  private static func families(of name: String) -> [String] {
    var families = [name]
    var rest = name[...]
    while let end = rest.lastIndex(where: { $0 == "-" || $0 == "." }) {
      rest = rest[..<end]
      families.append(String(rest))
    }
    return families
  }
}
