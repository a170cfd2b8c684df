import ConvArithmetic
import LayerNotation

extension ExplorerState {
  /// Whether the keys choose a layer of the solver, and its goal.
  var isSolverFocused: Bool { view == .solver && focus == .picture }

  mutating func moveGoal(by offset: Int) {
    solver.moveGoal(by: offset)
    choose(0)
  }

  /// A factor for every input, or for this one alone.
  mutating func toggleAudience() {
    solver.audience = solver.audience.next
    choose(0)
    let whom = solver.audience == .everyInput ? "every input" : "this input alone"
    message = Message(text: "factors hold for \(whom)", style: .faint)
  }

  /// Takes a goal in words and shows what makes it.
  ///
  /// - Parameter text: Such as `16`, `16,24`, `double`.
  /// - Returns: Whether the words mean a goal.
  mutating func takeGoal(_ text: String) -> Bool {
    guard solver.take(text) else { return false }
    if view != .solver { show(.solver) }
    focus = .picture
    choose(0)
    return true
  }

  /// The word in front of a goal in the command line.
  static let solveWord = "solve"

  /// The goal in a command, `solve 16`; `nil` for another command.
  static func goal(in command: String) -> String? {
    let words = command.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    return words.first.map(String.init) == solveWord
      ? words.dropFirst().first.map(String.init) ?? "" : nil
  }

  /// Takes a goal from the command line; one that means none stays there.
  mutating func takeTypedGoal(_ text: String) {
    if takeGoal(text) {
      mode = .browse
    } else {
      message = Message(
        text: "\(quoted(text)) is not \(SolverWish.expected)", style: .bad)
    }
  }

  /// Explores the chosen layer in place of the present one.
  mutating func takeSolution() {
    guard let rows = solution?.rows, rows.indices.contains(choice) else {
      message = Message(text: "there is no layer to take", style: .faint)
      return
    }
    let row = rows[choice]
    guard row.subject != subject else {
      message = Message(text: "that is the present layer", style: .faint)
      return
    }
    change(to: row.subject)
    // The goal may be another one now, and so may the list.
    choose(solution?.rows.firstIndex { $0.subject == subject } ?? 0)
    let undo = KeyBinding.keyNames(for: .undo)
    message = Message(text: "now \(subject.layer.pytorchLine); \(undo) takes it back", style: .good)
  }
}
