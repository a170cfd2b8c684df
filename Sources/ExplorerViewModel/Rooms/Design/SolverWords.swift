import ConvArithmetic
import LayerNotation

/// What stands above and below the layers of the solver.
struct SolverWords {
  /// Lines that are shown together, or not at all.
  struct Part {
    let name: String
    let lines: [[Span]]
  }

  private let state: ExplorerState
  private let width: Int
  private var spelling: Spelling { state.capabilities.spelling }

  /// The inputs of the round trip that are listed.
  private static let mostInputs = 4
  /// What the PyTorch line of most layers takes.
  private static let leastWidthOfLine = 80

  init(_ state: ExplorerState, width: Int) { (self.state, self.width) = (state, width) }

  /// The goals to choose from, the question, and what came of it.
  var head: [Part] {
    guard let solution = state.solution else {
      return [
        Part(name: "goal", lines: [[Span(" Solve for an output size", .heading)], goals]),
        Part(name: "reasons", lines: [[]] + refusal),
      ]
    }
    let question = Part(
      name: "goal", lines: paragraph(solution.question.text, .heading) + [goals])
    switch solution.answer {
    case .success(let answer):
      return [
        question, Part(name: "count", lines: count(answer)),
        Part(name: "limits", lines: paragraph(solution.question.shortLimitsText, .faint)),
      ]
    case .failure(let failure):
      let limits = paragraph("searched: \(solution.question.limitsText)", .faint)
      return [
        question,
        Part(name: "reasons", lines: [[]] + failure.lines.flatMap { paragraph($0, .bad) }),
        Part(name: "limits", lines: [[]] + limits), otherKind,
      ]
    }
  }

  private var goals: [Span] {
    [Span(" goal", .faint)]
      + state.solver.goals.map { goal in
        let name = state.solver.name(of: goal)
        guard goal == state.solver.goal else { return Span("  \(name) ", .plain) }
        return Span(" [\(name)]", state.isSolverFocused ? .focus : .selected)
      }
  }

  private func count(_ answer: SolverAnswer) -> [[Span]] {
    guard state.solver.hasAudience else { return paragraph(answer.countText, .plain) }
    let isEvery = state.solver.audience == .everyInput
    let whom = isEvery ? "for every input" : "for this input"
    let other = isEvery ? "this input" : "every input"
    let lines = paragraph("\(answer.countText), \(whom)", .plain)
    return lines.dropLast()
      + [
        (lines.last ?? []) + [Span("  :\(Command.audience.name)", .key), Span(" \(other)", .faint)]
      ]
  }

  private var otherKind: Part {
    let key = Command.transposed.keyNames
    let line = [Span(" "), Span(key, .key), Span(" tries the other kind of layer", .faint)]
    return Part(name: "other kind", lines: [[], line])
  }

  /// Why the goal makes no sense yet.
  private var refusal: [[Span]] {
    guard case .failure(let refusal) = state.outcome else { return [] }
    let key = Command.fix.keyNames
    return paragraph("this goal needs the output of a valid layer:", .bad)
      + refusal.reasons.flatMap { paragraph($0.line, .plain) } + [[]]
      + paragraph("type a size, or ←/→ another goal; \(key) fixes the layer", .faint)
  }

  /// What stands below the layers.
  var below: [Part] {
    guard let solution = state.solution, solution.rows.indices.contains(state.choice) else {
      return []
    }
    let row = solution.rows[state.choice]
    return [
      Part(name: "reason", lines: [[]] + paragraph(row.reason, .value)),
      Part(name: "PyTorch line", lines: steady(paragraph(row.subject.layer.pytorchLine, .plain))),
    ] + (roundTrip.map { [Part(name: "round trip", lines: [[]] + $0)] } ?? [])
  }

  /// Two lines where one may not be enough, so that nothing jumps from layer to layer.
  private func steady(_ lines: [[Span]]) -> [[Span]] {
    lines.count < 2 && width < Self.leastWidthOfLine ? lines + [[]] : lines
  }

  private var roundTrip: [[Span]]? {
    guard case .success(let pass) = state.outcome else { return nil }
    return FactSection.roundTrip(pass, most: Self.mostInputs).map {
      FactLines(spelling: spelling, width: width).lines($0)
    }
  }

  private func paragraph(_ text: String, _ style: Style) -> [[Span]] {
    wrap(text, width: width - 2, spelling).map { [Span(" \($0)", style)] }
  }
}

extension SolverState {
  /// What a goal is called in the row of goals.
  func name(of goal: Goal) -> String {
    switch goal {
    case .present: "present"
    case .same: "same"
    case .double: "×2"
    case .half: "÷2"
    case .undo: "undo"
    case .typed: typed?.text ?? ""
    }
  }

  /// Whether the goal can be wanted for every input or for this one.
  var hasAudience: Bool {
    switch goal {
    case .same, .double, .half: true
    case .present, .undo: false
    case .typed: if case .size? = typed { false } else { true }
    }
  }
}
