/// A key, whatever the terminal calls it; a paste counts as one.
package enum KeyPress: Hashable, Sendable {
  case character(Character)
  /// A letter with Ctrl, in lower case.
  case control(Character)
  case up, down, left, right
  case shiftUp, shiftDown
  case home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete
  case function(Int)
  /// Text from the clipboard; it never means the keys that it is made of.
  case pasted(String)
  case mouse(MouseEvent)
}

/// What the mouse does, and where.
package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The first button goes down.
    case press
    /// The mouse moves with the first button down.
    case drag
    case wheelUp, wheelDown
  }

  package let kind: Kind
  package let place: Place

  package init(_ kind: Kind, at place: Place) { (self.kind, self.place) = (kind, place) }
}

extension KeyPress: ExpressibleByExtendedGraphemeClusterLiteral {
  package init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}

/// A text that names no sequence of keys.
package struct KeyScriptError: Error, Equatable, Sendable {
  package let name: String
}

extension KeyPress {
  /// The keys that have names: as help and footer show them, and as a script writes them.
  private static let names: [(key: KeyPress, shown: String, script: String)] = [
    (" ", "Space", "space"), (.up, "↑", "up"), (.down, "↓", "down"), (.left, "←", "left"),
    (.right, "→", "right"), (.home, "Home", "home"), (.end, "End", "end"),
    (.pageUp, "PgUp", "pgup"), (.pageDown, "PgDn", "pgdn"), (.enter, "Enter", "enter"),
    (.escape, "Esc", "esc"), (.tab, "Tab", "tab"), (.backTab, "Shift-Tab", "s-tab"),
    (.backspace, "Backspace", "bs"), (.delete, "Del", "del"),
    (.shiftUp, "Shift-↑", "s-up"), (.shiftDown, "Shift-↓", "s-down"),
  ]

  /// The names that a script may use, in lower case.
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

  /// Reads a sequence of keys, as ``ScriptStep/steps(_:)`` does, without pauses.
  ///
  /// - Throws: ``KeyScriptError`` for a name that no key has.
  package static func keys(_ script: String) throws(KeyScriptError) -> [KeyPress] {
    var keys: [KeyPress] = []
    for step in try ScriptStep.steps(script) {
      guard case .key(let key) = step else { throw KeyScriptError(name: ScriptStep.pauseName) }
      keys.append(key)
    }
    return keys
  }

  static func key(named name: String) throws(KeyScriptError) -> KeyPress {
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
