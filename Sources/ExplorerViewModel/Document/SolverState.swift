/// What the solver is asked for in the explorer.
package struct SolverState: Equatable, Sendable {
  /// The goals that a key chooses, in their order on the screen.
  package enum Goal: String, CaseIterable, Sendable {
    /// The output size of the present layer.
    case present
    case same
    case double = "×2"
    case half = "÷2"
    /// The other kind of layer, which goes back to the input's size.
    case undo
    case typed
  }

  package internal(set) var goal = Goal.present
  /// Which inputs a factor is for.
  package internal(set) var audience = SolverGoal.Audience.everyInput
  package internal(set) var typed: SolverGoal?

  var goals: [Goal] { Goal.allCases.filter { $0 != .typed || typed != nil } }

  mutating func moveGoal(by offset: Int) { goal = goals.element(from: goal, offset) }

  /// Takes a goal in words, for a layer of so many axes.
  ///
  /// - Returns: Whether the words mean one.
  mutating func take(_ text: String, axes: Int) -> Bool {
    switch SolverWish(text, axes: axes, for: audience) {
    case .undo: goal = .undo
    case .goal(let wanted): (goal, typed) = (.typed, wanted)
    case nil: return false
    }
    return true
  }

  /// The goal for a layer; `nil` where that has no output to begin with.
  func goal(of outcome: Result<ForwardPass, Refusal>) -> SolverGoal? {
    switch goal {
    case .present: (try? outcome.get()).map { .size($0.output.size) }
    case .same: .same(for: audience)
    case .double: .times(2, for: audience)
    case .half: .part(2, for: audience)
    case .undo: nil
    case .typed: typed?.for(audience)
    }
  }
}

/// What the solver answers about a layer.
struct SolverResult: Sendable {
  let question: SolverQuestion
  let answer: Result<SolverAnswer, SolverFailure>
  /// The best layers, and what they cost beside the present one.
  let rows: [SolutionRow]
  /// What each row says in each column.
  let texts: [[SolutionColumn: String]]
  /// The columns of the screen that each column of texts takes.
  let widths: [SolutionColumn: Int]

  /// More rows than anybody goes through, and few enough for every key to be answered at once.
  private static let mostRows = 100

  /// - Returns: `nil` where the goal needs an output, and the layer has none.
  init?(
    _ solver: SolverState, _ subject: LayerCase, _ outcome: Result<ForwardPass, Refusal>,
    _ spelling: Spelling
  ) {
    let pass = try? outcome.get()
    if solver.goal == .undo {
      guard let pass else { return nil }
      question = SolverQuestion(undoing: pass)
    } else {
      guard let goal = solver.goal(of: outcome) else { return nil }
      var question = SolverQuestion(subject, goal: goal)
      for axis in subject.layer.axes {
        question.limits[axis] = question.limits[axis].including(
          kernelSize: subject.layer.kernelSize[axis], stride: subject.layer.stride[axis],
          dilation: subject.layer.dilation[axis])
      }
      self.question = question
    }
    let (question, answer) = (question, Result(catching: question.answer))
    self.answer = answer
    let solutions = (try? answer.get().solutions) ?? []
    rows = solutions.prefix(Self.mostRows).map {
      SolutionRow($0, of: question.subject, present: pass)
    }
    texts = rows.map { row in
      Dictionary(uniqueKeysWithValues: SolutionColumn.allCases.map { ($0, row.text($0)) })
    }
    widths = texts.reduce(into: [:]) { widths, row in
      widths.merge(row.mapValues { spelling.width($0) }) { max($0, $1) }
    }
  }
}
