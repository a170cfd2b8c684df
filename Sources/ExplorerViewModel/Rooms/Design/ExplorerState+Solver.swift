extension ExplorerState {
  mutating func moveGoal(by offset: Int) {
    solver.moveGoal(by: offset)
    choose(0)
  }

  /// A factor for every input, or for this one alone.
  mutating func toggleAudience() {
    solver.audience = solver.audience.next
    choose(0)
    let whom = solver.audience == .everyInput ? "every input" : "this input alone"
    say("factors hold for \(whom)")
  }

  /// Takes a goal in words, such as `16`, `16,24`, `double`, and shows the layers that reach it.
  mutating func takeGoal(_ text: String) {
    guard text.isEmpty || solver.take(text, axes: subject.layer.axes.count) else {
      return refuse("\(quoted(text)) is not \(SolverWish.expected)")
    }
    if view != .solver { show(.solver) }
    if !text.isEmpty { focus = .picture }
    choose(0)
  }

  /// Explores a layer of the list in place of the present one.
  mutating func takeSolution(_ text: String) {
    let rows = SolverResult(solver, subject, outcome, spelling)?.rows
    guard let number = Int(text), let row = rows?[at: number &- 1] else {
      return refuse(
        text.isEmpty
          ? "take which? solve lists the layers" : "there is no layer \(quoted(text)) to take")
    }
    change(to: row.subject)
  }

  /// Explores the chosen layer in place of the present one.
  mutating func takeSolution() {
    guard let row = solution?.rows[at: choice] else { return say("there is no layer to take") }
    guard row.subject != subject else { return say("that is the present layer") }
    change(to: row.subject)
    // The goal may be another one now, and so may the list.
    choose(solution?.rows.firstIndex { $0.subject == subject } ?? 0)
    let undo = Command.undo.keyNames
    say("now \(subject.layer.pytorchLine); \(undo) takes it back", .good)
  }
}
