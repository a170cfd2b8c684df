import LayerNotation

/// A command that is a word with a text after it, rather than assignments.
package struct WordCommand: Sendable {
  package let word: String
  package let help: String
  /// Does it; what is wrong with the text, if it makes no sense.
  private let act: @Sendable (inout ExplorerState, String) -> String?

  /// The commands; another one is one more row.
  package static let all: [WordCommand] = [
    WordCommand(word: "budget", help: "macs=100M ram=256Ki flash=1Mi dtype=int8, or none") {
      state, text in
      do throws(BudgetError) {
        try state.takeBudget(text)
        return nil
      } catch {
        return error.message
      }
    },
    WordCommand(word: "sweep", help: "kernel_size=1..9, input=16..256..16, 1,2,4") { state, text in
      do throws(SweepError) {
        try state.takeSweep(text)
        return nil
      } catch {
        return error.message
      }
    },
  ]

  /// The command that a line begins with.
  static func meant(by line: String) -> WordCommand? {
    let first = line.split(whereSeparator: \.isWhitespace).first
    return all.first { command in first.map { command.word == $0 } ?? false }
  }

  /// Does what a line says.
  ///
  /// - Parameters:
  ///   - line: The word, and what stands after it.
  ///   - state: What it is done to.
  /// - Returns: What is wrong with the line; `nil` where it was done.
  func take(_ line: String, _ state: inout ExplorerState) -> String? {
    act(&state, String(line.trimmed.dropFirst(word.count).trimmed))
  }
}
