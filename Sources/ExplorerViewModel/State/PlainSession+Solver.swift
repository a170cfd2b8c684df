import ConvArithmetic
import LayerNotation

extension PlainSession {
  /// The layers that are read out; more would be a long wait for a listener.
  private static let mostLayers = 10

  private var solution: SolverResult? {
    SolverResult(state.solver, state.subject, state.outcome, state.capabilities.spelling)
  }

  /// The layers that make the goal, each with the number that takes it.
  var solutions: [String] {
    guard let solution else {
      return ["this goal needs the output of a valid layer; solve 16 asks for a size"]
        + outcome.dropFirst()
    }
    switch solution.answer {
    case .failure(let failure): return failure.lines + ["searched: \(solution.question.limitsText)"]
    case .success(let answer):
      let rows = solution.rows.prefix(Self.mostLayers).enumerated().map { index, row in
        "\(index + 1)  \(row.subject.layer.pytorchLine): \(row.reason)"
      }
      return ["\(solution.question.text): \(answer.countText)"] + rows
        + ["take and its number explores one"]
    }
  }

  /// Asks for a goal; `nil` for words that mean none.
  mutating func solve(_ words: [String]) -> [String]? {
    state.solver.take(words.joined(separator: " ")) ? solutions : nil
  }

  /// Explores a layer of the list; `nil` for words that are no number of one.
  mutating func takeLayer(_ words: [String]) -> [String]? {
    guard words.count == 1, let number = Int(words[0]), let rows = solution?.rows,
      (1...max(1, rows.count)).contains(number), !rows.isEmpty
    else { return nil }
    state.change(to: rows[number - 1].subject)
    return changes
  }
}
