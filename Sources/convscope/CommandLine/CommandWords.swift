import LayerNotation

/// The words of the command line as the library for it can tell a layer from a command.
///
/// To the library, a layer in front of everything and the name of a command are both the first word
/// that is no option, and it takes any word for the layer.
nonisolated enum CommandWords {
  /// Stands for a layer that is not there; no command line can have it as a word.
  static let noLayer = "\u{0}"

  /// The options of the explorer that have a value, in front of which no command is looked for.
  static let valued: Set<String> = [
    "op", "input", "in-channels", "out-channels", "kernel-size", "stride", "padding", "dilation",
    "output-padding", "groups", "layer", "print", "keys", "lesson", "lesson-file", "theme", "view",
    "show", "seed", "snapshot",
  ]

  /// The words with a mark in front of the name of a command, in the place of a layer.
  ///
  /// - Parameters:
  ///   - words: Behind the name of the program.
  ///   - commands: The names of all commands.
  /// - Returns: The same words where no command is named.
  static func marked(_ words: [String], commands: Set<String>) -> [String] {
    var place = 0
    while place < words.count {
      let word = words[place]
      // The library's own: completions, and what ends all options.
      if word == "--" || word.hasPrefix("---") { return words }
      guard word.hasPrefix("-"), word != "-" else {
        guard commands.contains(word) else { return words }
        return words[..<place] + [noLayer] + words[place...]
      }
      place += valued.contains(String(word.dropFirst(2))) ? 2 : 1
    }
    return words
  }
}
