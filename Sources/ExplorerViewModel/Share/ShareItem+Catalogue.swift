import ConvArithmetic
import LayerNotation

extension ShareItem {
  /// The list; what a new view has to say of itself is one more row.
  package static let all: [ShareItem] =
    [
      ShareItem("row", "the selected hyperparameter", \.selectedRow) {
        HyperparameterRow.all.enumerated().map { ($1.hyperparameter.rawValue, $0) }
      },
      ShareItem("axes", "the axes that a key changes", \.scope) {
        AxisScope.allCases.map { ($0.word, $0) }
      },
      heat,
      layer("valid", "the last valid layer before one that is refused", \.former),
      ShareItem("zoom", "the map one to one instead of all of it", \.isZoomed),
      ShareItem("present", "the picture alone, as large as it goes", \.isPresenting),
      ShareItem("pane", "the keys are for the picture", \.isInPicture),
      choice,
      number("scroll", "the first line of a long text", \.scroll),

      ShareItem("goal", "the goal of the solver", \.solver.goal) {
        SolverState.Goal.allCases.map { ($0.word, $0) }
      },
      typedGoal,
      ShareItem("this-input", "its factors are for this input alone", \.solver.isForThisInput),

      ShareItem("grid", "the grid of the cursor", \.cellCursor.grid) {
        LayerGrid.allCases.map { ($0.word, $0) }
      },
      cell,
      ShareItem("tap", "row:column of the tap there", \.cellCursor.tap),

      steps,
      ShareItem("play", "the player plays", \.player.isPlaying),
      ShareItem("loop", "it starts again after the end", \.player.isLooping),
      ShareItem("speed", "its steps in a second", \.player.speed) {
        StepPlayer.Speed.all.map { ("\($0.stepsPerSecond)", $0) }
      },
      ShareItem("other", "its order is the other one", \.player.hasOtherOrder),
    ] + numbers + design

  /// Marks of the first edition, still read and of no effect.
  static let gone = [
    "cursor", "pinned", "keys", "at-input", "at-kernel", "numbers-of", "input-cell", "kernel-cell",
  ]

  /// The numbers that a small layer is played with.
  private static let numbers: [ShareItem] = [
    ShareItem("numbers", "numbers instead of counts", \.player.numbers.areShown),
    ShareItem("flip", "the kernel is flipped", \.player.numbers.isFlipped),
    ShareItem("values", "the numbers to begin with", \.player.numbers.start) {
      StartingValues.all.enumerated().map { ($1.shareName, $0) }
    },
    ShareItem(
      "put", "a typed number: grid:row:column:number",
      values: { $0.player.numbers.shareTexts },
      take: { $0.player.numbers.put(shareText: $1) }),
  ]

  private static let heat = ShareItem(
    "map", "how the cells of the map are told apart", value: { $0.heatStyle.word }
  ) { state, text in
    guard let style = HeatStyle.allCases.first(where: { $0.word == text }) else { return false }
    // Another terminal may have no such characters or colours.
    if style.isPossible(state.capabilities, state.theme) { state.heatStyle = style }
    return true
  }

  private static let choice = ShareItem(
    "choice", "the number of what is chosen in the view", value: { "\($0.choice + 1)" }
  ) { state, text in
    guard let number = Int(text), number >= 1 else { return false }
    state.choices[state.view] = number - 1
    return true
  }

  private static let typedGoal = ShareItem(
    "typed", "the goal that was typed: row:column, x4 or /4",
    values: { $0.solver.typed.map { [$0.shareText] } ?? [] },
    take: { state, text in
      let size = Spatial(shareText: text).map { SolverGoal.size($0) }
      guard let goal = size ?? SolverWish.factor(text) else { return false }
      state.solver.typed = goal
      return true
    })

  /// Input and output share one place, so its grid belongs to it.
  private static let cell = ShareItem(
    "cell", "grid:row:column of the cell there",
    value: { "\($0.cellCursor.placeGrid.word):\($0.cellCursor.place.shareText)" }
  ) { state, text in
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let place = Spatial(shareText: parts[1]),
      let grid = [LayerGrid.input, .output].first(where: { $0.word == parts[0] })
    else { return false }
    (state.cellCursor.placeGrid, state.cellCursor.place) = (grid, place)
    return true
  }

  private static let steps = ShareItem(
    "steps", "the steps that are played",
    values: { state in state.player.steps.map { ["\($0)"] } ?? [] },
    take: { state, text in
      guard let steps = Int128(text), steps >= 0 else { return false }
      state.player.steps = Count(steps)
      return true
    })

  private static func number(
    _ name: String, _ help: String, _ place: any WritableKeyPath<ExplorerState, Int> & Sendable
  ) -> ShareItem {
    ShareItem(name, help, value: { "\($0[keyPath: place])" }) { state, text in
      guard let number = Int(text), number >= 0 else { return false }
      state[keyPath: place] = number
      return true
    }
  }
}

extension HeatStyle {
  /// The name in a share line.
  fileprivate var word: String {
    switch self {
    case .color: "colors"
    case .ramp: "ascii"
    case .digits: "digits"
    case .shades: "shades"
    case .halfBlocks: "half-blocks"
    }
  }
}

extension SolverState.Goal {
  /// The name in a share line.
  fileprivate var word: String {
    switch self {
    case .present: "present"
    case .same: "same"
    case .double: "double"
    case .half: "half"
    case .undo: "undo"
    case .typed: "typed"
    }
  }
}

extension SolverGoal {
  fileprivate var shareText: String {
    switch self {
    case .size(let size): size.shareText
    case .times(let factor, _): "x\(factor)"
    case .part(let divisor, _): "/\(divisor)"
    }
  }
}

extension ExplorerState {
  fileprivate var isInPicture: Bool {
    get { focus == .picture }
    set { focus = newValue ? .picture : .knobs }
  }
}

extension StartingValues {
  /// The name without what a shell or a list of marks would split.
  fileprivate var shareName: String {
    String(name.filter { $0.isLetter || $0 == " " }.map { $0 == " " ? "-" : $0 })
  }
}
