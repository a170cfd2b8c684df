struct Solve: ParsableCommand {
  static let configuration = CommandConfiguration(PackageResources.solve_txt, commandName: "solve")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: .of("layer"), completion: .file()) var text: String?
  @OptionGroup(title: "Layer options") var layer: LayerOptions
  @OptionGroup(title: "Goal") var goal: SolverGoalOptions
  @OptionGroup(title: "Limits") var limits: SolverLimitOptions
  @Option(parsing: .unconditional, help: .of("solve count")) var count = 10
  @Option(help: .of("solve format")) var format = Format.text

  func validate() throws {
    // More than anybody reads.
    try check(count, of: "--count", in: 1...10_000)
  }

  func run() throws {
    let question = try question()
    let answer: SolverAnswer
    do throws(SolverFailure) {
      answer = try question.answer()
    } catch { throw Failure(invalid: error.lines + ["searched: \(question.limitsText)"]) }
    switch format {
    case .text:
      let spelling = Environment.spelling
      try emitOrExit(lines(question, answer, spelling), spelling)
    case .json: try emitOrExit(answer.json(question, listed: count))
    }
  }

  private func question() throws -> SolverQuestion {
    var question: SolverQuestion
    switch try goal.wish(axes: try layer.subject(text).layer.axes.count) {
    case .undo:
      // The numbers of the options are those of the layer that is undone.
      question = SolverQuestion(undoing: try layer.validPass(text))
      try limits.apply(to: &question, nil)
    case .goal(let goal):
      var subject = try layer.subject(text)
      if layer[.op] == nil, layer.network == nil, text == nil {
        subject.layer.direction = goal.usualKind(input: subject.input.size)
      }
      question = SolverQuestion(subject, goal: goal)
      try limits.apply(to: &question, layer)
    }
    return question
  }

  // MARK: Text

  private static let columns: [SolutionColumn] = [
    .kernelSize, .stride, .padding, .dilation, .outputPadding, .overlap, .habit, .scale,
    .parameters, .products, .line,
  ]

  private func lines(
    _ question: SolverQuestion, _ answer: SolverAnswer, _ spelling: Spelling
  ) -> [String] {
    let direction = question.subject.layer.direction
    let rows = answer.solutions.prefix(count).map { SolutionRow($0, of: question.subject) }
    let columns = Self.columns.filter { $0 != .outputPadding || direction == .transposed }
    let table = Table(
      columns.map { Table.Column($0.title(direction), $0.isNumber ? .trailing : .leading) },
      texts: rows.map { row in columns.map(row.text) })
    let head = ["\(question.text): \(answer.countText)", "searched: \(question.limitsText)", ""]
    let trip = question.undone.flatMap { FactSection.roundTrip($0, most: 8) }
    let facts = LineWriter(width: 100, spelling: spelling)
    var lines = head + table.lines(spelling, hasTitles: true).map { "  " + $0 }
    if let more = answer.moreText(listed: rows.count) { lines.append(more) }
    if let trip { lines += [""] + facts.texts(trip) }
    return lines
  }
}
