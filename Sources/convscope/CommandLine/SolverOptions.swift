/// What is wanted, in one of four ways.
struct SolverGoalOptions: ParsableArguments {
  @Option("The output's size, for both axes or H,W.", as: "n|h,w", parsing: .unconditional)
  var output: String?

  @Option(
    "same, double, triple, half, x4, /4: for every input; or undo.", as: "word",
    parsing: .unconditional)
  var goal: String?

  @Option(
    "The shape of a skip connection, whose size the output shall have.", as: "n,c,h,w|h,w",
    parsing: .unconditional)
  var match: String?

  @Flag(help: "Give the input's size back from the output of the layer that the options describe.")
  var undo = false

  @Flag(help: "A --goal for this input alone, not for every input.")
  var thisInput = false

  func validate() throws {
    let given = [output != nil, goal != nil, match != nil, undo].count { $0 }
    guard given == 1 else {
      throw ValidationError("give one of --output, --goal, --match and --undo")
    }
    // What no number of axes can have is refused before the layer is read.
    let wishes = (1...3).map { axes in Result { try wish(axes: axes) } }
    _ = try (wishes.first { (try? $0.get()) != nil } ?? wishes[1]).get()
  }

  /// What is asked for a layer of so many axes.
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
      throw ValidationError(
        "\(option): \(quoted(text)) is not a size of at least 1, H,W or N,C,H,W")
    }
    return goal
  }
}

struct SolverLimitOptions: ParsableArguments {
  @Option(
    "The largest kernel, \(AxisLimits.usual.kernelSize) unless the goal takes more.", as: "n",
    parsing: .unconditional)
  var maxKernelSize: Int?

  @Option(
    "The largest stride, \(AxisLimits.usual.stride) unless the goal takes more.", as: "n",
    parsing: .unconditional)
  var maxStride: Int?

  @Option("The largest dilation, \(AxisLimits.usual.dilation).", as: "n", parsing: .unconditional)
  var maxDilation: Int?

  @Option("The largest padding, d(k-1) without it.", as: "n", parsing: .unconditional)
  var maxPadding: Int?

  @Flag(help: "Solve each axis for itself, though the same numbers would do for both.")
  var perAxis = false

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
