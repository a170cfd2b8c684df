/// What is wanted, in one of four ways.
struct SolverGoalOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .of("solve output")) var output: String?
  @Option(parsing: .unconditional, help: .of("solve goal")) var goal: String?
  @Option(parsing: .unconditional, help: .of("solve match")) var match: String?
  @Flag(help: .of("solve undo")) var undo = false
  @Flag(help: .of("solve this-input")) var thisInput = false

  func validate() throws {
    let given = [output != nil, goal != nil, match != nil, undo].count { $0 }
    guard given == 1 else {
      throw ValidationError("give one of --output, --goal, --match and --undo")
    }
    // What no number of axes can have is refused before the layer is read.
    let wishes = (1...3).map { axes in Result { try wish(axes: axes) } }
    _ = try (wishes.first { (try? $0.get()) != nil } ?? wishes[1]).get()
  }

  func wish(axes: Int) throws -> SolverWish {
    if let output { return .goal(try size(output, axes, of: "--output")) }
    if let match { return .goal(try size(match, axes, of: "--match")) }
    guard let goal else { return .undo }
    let audience: SolverGoal.Audience = thisInput ? .thisInput : .everyInput
    guard let wish = SolverWish(goal, axes: axes, for: audience) else {
      throw ValidationError("--goal: \(quoted(goal)) is not \(SolverWish.expected)")
    }
    return wish
  }

  private func size(_ text: String, _ axes: Int, of option: String) throws -> SolverGoal {
    guard let goal = SolverWish.size(text, axes: axes) else {
      throw ValidationError(Sentence.noGoalSize(option, text))
    }
    return goal
  }
}

struct SolverLimitOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: .of("solve max-kernel-size", AxisLimits.usual.kernelSize))
  var maxKernelSize: Int?

  @Option(parsing: .unconditional, help: .of("solve max-stride", AxisLimits.usual.stride))
  var maxStride: Int?

  @Option(parsing: .unconditional, help: .of("solve max-dilation", AxisLimits.usual.dilation))
  var maxDilation: Int?

  @Option(parsing: .unconditional, help: .of("solve max-padding")) var maxPadding: Int?
  @Flag(help: .of("solve per-axis")) var perAxis = false

  func validate() throws {
    for (hyperparameter, limit) in largest {
      // More would be no search but a wait.
      try check(limit, of: "--max-\(hyperparameter.option)", in: 1...1_024)
    }
    if let maxPadding, maxPadding < 0 {
      throw ValidationError("--max-padding is at least 0, not \(maxPadding)")
    }
  }

  private var largest: [(Hyperparameter, Int?)] {
    [(.kernelSize, maxKernelSize), (.stride, maxStride), (.dilation, maxDilation)]
  }

  /// Narrows or widens a search; `layer` has the numbers that are given, if they are of this layer.
  func apply(to question: inout SolverQuestion, _ layer: LayerOptions?) throws {
    question.isPerAxis = perAxis
    for axis in question.limits.axes {
      for case (let hyperparameter, let limit?) in largest {
        question.limits[axis][hyperparameter] = Array(1...limit)
      }
      if let maxPadding { question.limits[axis].padding = .upTo(maxPadding) }
      if let layer { try question.limits[axis].fix(layer, axis) }
    }
  }
}

nonisolated extension AxisLimits {
  fileprivate mutating func fix(_ layer: LayerOptions, _ axis: Axis) throws {
    for hyperparameter in Self.listed {
      if let number = layer[hyperparameter]?.number(axis) { self[hyperparameter] = [number] }
    }
    if let number = layer[.outputPadding]?.number(axis) { outputPadding = number }
    switch layer[.padding] {
    case .padding(.same):
      throw ValidationError("--padding: the solver gives padding in numbers, not 'same'")
    case .padding(.valid): padding = .exactly(0)
    case .padding(.causal): padding = .causal
    case .padding(.explicit(let ends)): padding = .ends(ends[axis])
    case let value: if let number = value?.number(axis) { padding = .exactly(number) }
    }
  }
}

nonisolated extension HyperparameterValue {
  fileprivate func number(_ axis: Axis) -> Int? {
    switch self {
    case .number(let number): number
    case .perAxis(let numbers): numbers[axis]
    case .padding, .flag, .mode, .op, .dimensions, .unbatched: nil
    }
  }
}
