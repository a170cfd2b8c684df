extension KeyPress {
  /// The key as help and footer name it.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .function(let number): "F\(number)"
    case .pasted: "paste"
    case .mouse: "mouse"
    }
  }
}

extension KeyPress {
  /// The key that a name on the screen stands for; of several keys the last one: `↑/↓`.
  init?(shown name: String) {
    let name = name.split(whereSeparator: { "/ ".contains($0) }).last.map(String.init) ?? name
    let named: [KeyPress] = [
      " ", .up, .down, .left, .right, .pageUp, .pageDown, .enter, .escape, .tab, .backTab,
      .backspace, .control("w"), .control("u"), .control("d"),
    ]
    if let key = named.first(where: { $0.name == name }) {
      self = key
    } else if name.count == 1, let character = name.first {
      self = .character(character)
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

  /// The names that a script may use, in small letters.
  package static let named: [String: KeyPress] = [
    "up": .up, "down": .down, "left": .left, "right": .right, "home": .home, "end": .end,
    "pgup": .pageUp, "pgdn": .pageDown, "enter": .enter, "esc": .escape, "tab": .tab,
    "s-tab": .backTab, "bs": .backspace, "del": .delete, "space": " ", "lt": "<", "gt": ">",
  ]
}
