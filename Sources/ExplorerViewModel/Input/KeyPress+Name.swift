extension KeyPress {
  /// The keys that have a name: as help and footer show it, and as a script writes it.
  private static let names: [(key: KeyPress, shown: String, script: String)] = [
    (" ", "Space", "space"), (.up, "↑", "up"), (.down, "↓", "down"), (.left, "←", "left"),
    (.right, "→", "right"), (.home, "Home", "home"), (.end, "End", "end"),
    (.pageUp, "PgUp", "pgup"), (.pageDown, "PgDn", "pgdn"), (.enter, "Enter", "enter"),
    (.escape, "Esc", "esc"), (.tab, "Tab", "tab"), (.backTab, "Shift-Tab", "s-tab"),
    (.backspace, "Backspace", "bs"), (.delete, "Del", "del"),
  ]

  /// The names that a script may use, in small letters.
  package static let named = Dictionary(
    uniqueKeysWithValues: names.map { ($0.script, $0.key) } + [("lt", "<"), ("gt", ">")])

  /// The key as help and footer name it.
  package var name: String {
    if let named = Self.names.first(where: { $0.key == self }) { return named.shown }
    return switch self {
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .function(let number): "F\(number)"
    case .pasted: "paste"
    default: "mouse"
    }
  }

  /// The key that a name on the screen stands for; of several keys the last one: `↑/↓`.
  init?(shown name: String) {
    let name = name.split(whereSeparator: { "/ ".contains($0) }).last.map(String.init) ?? name
    if let named = Self.names.first(where: { $0.shown == name }) {
      self = named.key
    } else if let last = name.last, name.count == 1 || name.hasPrefix("Ctrl-") {
      self = name.count == 1 ? .character(last) : .control(Character(last.lowercased()))
    } else {
      return nil
    }
  }
}

/// A text that names no sequence of keys.
package struct KeyScriptError: Error, Equatable, Sendable {
  package let name: String
}

extension KeyPress {
  /// Reads a sequence of keys.
  ///
  /// A character stands for its key; a name in angle brackets for a key without one: `<Up>`,
  /// `<Enter>`, `<Esc>`, `<Tab>`, `<C-r>`, `<F1>`, and `<lt>` for `<` itself.
  ///
  /// - Parameter script: Such as `jjll<Tab>:groups=2<Enter>`.
  /// - Returns: The keys in their order.
  /// - Throws: ``KeyScriptError`` for a name that no key has.
  package static func keys(_ script: String) throws(KeyScriptError) -> [KeyPress] {
    var keys: [KeyPress] = []
    var rest = Substring(script)
    while let first = rest.first {
      guard first == "<", let end = rest.firstIndex(of: ">") else {
        keys.append(.character(first))
        rest = rest.dropFirst()
        continue
      }
      let name = rest[rest.index(after: rest.startIndex)..<end]
      keys.append(try key(named: String(name)))
      rest = rest[rest.index(after: end)...]
    }
    return keys
  }

  private static func key(named name: String) throws(KeyScriptError) -> KeyPress {
    let lower = name.lowercased()
    if let key = named[lower] { return key }
    if lower.hasPrefix("c-"), lower.count == 3, let letter = lower.last, letter.isLetter {
      return .control(letter)
    }
    if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...12).contains(number) {
      return .function(number)
    }
    throw KeyScriptError(name: name)
  }
}
