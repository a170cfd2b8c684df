/// The solver's goal, its layers, and the round trip below them.
struct SolverPage {
  let state: ExplorerState
  let writer: LineWriter

  /// The inputs of the round trip that are listed.
  private static let mostInputs = 4

  var page: PageView.Page {
    guard let solution = state.solution else {
      return PageView.Page(
        lines: [[Span(" Solve for an output size", .heading)], goals, []] + refusal)
    }
    let table = SolutionTable(solution, state, writer)
    var page = PageView.Page(head: question(solution))
    if !solution.rows.isEmpty {
      page.head.append(table.heading)
      page.lines = table.lines
      page.list = page.lines.indices
    }
    page.foot = foot(solution, table.legend)
    return page
  }

  /// The goals to choose from, the question, and what came of it.
  private func question(_ solution: SolverResult) -> [[Span]] {
    let head = writer.paragraph(solution.question.text, .heading) + [goals]
    switch solution.answer {
    case .success(let answer):
      let limits = Span(" searched: \(solution.question.shortLimitsText)", .faint)
      return head + writer.flow([count(answer, solution.rows.count), [limits]], gap: 1)
    case .failure(let failure):
      let key = Command.transposed.keyNames
      let reasons = failure.lines.flatMap { writer.paragraph($0, .bad) }
      return head + [[]] + reasons + [[]]
        + writer.paragraph("searched: \(solution.question.limitsText)", .faint)
        + [[], [Span(" \(key)", .key), Span(" tries the other kind of layer", .faint)]]
    }
  }

  private var goals: [Span] {
    [Span(" goal", .faint)]
      + state.solver.goals.map { goal in
        let name = state.solver.name(of: goal)
        guard goal == state.solver.goal else { return Span("  \(name) ", .plain) }
        return Span(" [\(name)]", state.isListFocused ? .focus : .selected)
      }
  }

  /// How many layers there are, and how many of them the list has.
  private func count(_ answer: SolverAnswer, _ listed: Int) -> [Span] {
    let isPart = Count(listed) < answer.count
    let text = answer.countText + (isPart ? ", the best \(listed.grouped) listed" : "")
    guard state.solver.hasAudience else { return [Span(" \(text)")] }
    let isEvery = state.solver.audience == .everyInput
    return [
      Span(" \(text), \(isEvery ? "for every input" : "for this input")"),
      Span("  :\(Command.audience.name)", .key),
      Span(" \(isEvery ? "this input" : "every input")", .faint),
    ]
  }

  /// Why the goal cannot be solved yet.
  private var refusal: [[Span]] {
    guard case .failure(let refusal) = state.outcome else { return [] }
    let key = Command.fix.keyNames
    return writer.paragraph("this goal needs the output of a valid layer:", .bad)
      + refusal.lines.flatMap { writer.paragraph($0) } + [[]]
      + writer.paragraph("type a size, or ←/→ another goal; \(key) fixes the layer", .faint)
  }

  /// The chosen layer, and what undoes the present one.
  private func foot(_ solution: SolverResult, _ legend: String) -> [[Span]] {
    guard let row = solution.rows[at: state.choice] else { return [] }
    let trip = state.pass.flatMap { FactSection.roundTrip($0, most: Self.mostInputs) }
    return writer.paragraph(legend, .faint) + writer.paragraph(row.reason, .value)
      + writer.paragraph(row.subject.layer.pytorchLine)
      + (trip.map(writer.lines) ?? [])
  }
}

extension SolverState {
  /// What a goal is called in the row of goals.
  func name(of goal: Goal) -> String { goal == .typed ? typed?.text ?? "" : goal.rawValue }

  /// Whether the goal can be for every input or for this one.
  var hasAudience: Bool {
    if goal == .typed, case .size? = typed { return false }
    return goal != .present && goal != .undo
  }
}
