/// A step of a script: a key, or a pause, which matters only to a recording.
package enum ScriptStep: Hashable, Sendable {
  case key(KeyPress)
  case pause(milliseconds: Int)

  static let pauseName = "Wait"
  /// In seconds; nobody waits longer for a picture.
  private static let pauses = 0.0...60.0

  /// Reads a sequence of keys and pauses.
  ///
  /// A character stands for its key; a name in angle brackets for a key without one: `<Up>`,
  /// `<Enter>`, `<Esc>`, `<Tab>`, `<C-r>`, `<F1>`, and `<lt>` for `<` itself. `<Wait>` is a pause of
  /// a second, `<Wait 2.5>` one of so many.
  ///
  /// - Throws: ``KeyScriptError`` for a name that no key has, and for a pause of no length.
  package static func steps(_ script: String) throws(KeyScriptError) -> [ScriptStep] {
    var steps: [ScriptStep] = []
    var rest = Substring(script)
    while let first = rest.first {
      guard first == "<", let end = rest.firstIndex(of: ">") else {
        steps.append(.key(.character(first)))
        rest = rest.dropFirst()
        continue
      }
      steps.append(try step(named: String(rest[..<end].dropFirst())))
      rest = rest[rest.index(after: end)...]
    }
    return steps
  }

  private static func step(named name: String) throws(KeyScriptError) -> ScriptStep {
    let words = name.words
    guard words.first?.lowercased() == pauseName.lowercased() else {
      return .key(try KeyPress.key(named: name))
    }
    guard words.count <= 2, let seconds = words.count == 1 ? 1 : Double(words[1]),
      pauses.contains(seconds)
    else { throw KeyScriptError(name: name) }
    return .pause(milliseconds: Int((seconds * 1000).rounded()))
  }
}
