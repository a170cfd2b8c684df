extension ShareItem {
  /// The list; what a new view has to keep is one more row.
  package static let all: [ShareItem] =
    [
      ShareItem("row", \.row) { Hyperparameter.rows.map { ($0.rawValue, $0) } },
      ShareItem("axes", \.scope) { AxisScope.allCases.map { ($0.rawValue, $0) } },
      ShareItem(name: "map", values: { [$0.heatStyle.rawValue] }) {
        guard let style = HeatStyle(rawValue: $1) else { return false }
        // Another terminal may not have these characters or colours.
        if style.isPossible($0.capabilities, $0.theme) { $0.heatStyle = style }
        return true
      },
    ] + network + [
      layer("valid", \.former),
      ShareItem("zoom", \.isZoomed, is: true),
      ShareItem("present", \.isPresenting, is: true),
      ShareItem(
        "rate", \.rate, text: { "\($0)" },
        read: { Int($0).flatMap { SampleTimes.range.contains($0) ? $0 : nil } }),
      ShareItem("pane", \.focus, is: .picture),
      ShareItem(name: "choice", values: { $0.choosesModule ? [] : ["\($0.choice + 1)"] }) {
        guard let number = Int($1), number >= 1 else { return false }
        $0.choices[$0.view] = number - 1
        return true
      },
      ShareItem("scroll", \.scroll, texts: { ["\($0)"] }, read: { Int($0).flatMap(natural) }),

      ShareItem("goal", \.solver.goal) { SolverState.Goal.allCases.map { ("\($0)", $0) } },
      ShareItem(
        "typed", \.solver.typed, text: \.shareText,
        read: { Spatial(shareText: $0).map { .size($0) } ?? SolverWish.factor($0) }),
      ShareItem("this-input", \.solver.audience, is: .thisInput),

      ShareItem("grid", \.cellCursor.grid) { LayerGrid.allCases.map { ($0.word, $0) } },
      cell,
      ShareItem(
        "tap", \.cellCursor.tap, texts: { [$0.shareText] }, read: { Spatial(shareText: $0) }),
      ShareItem(
        "link", \.cellCursor.link, texts: { ["\($0)"] }, read: { Int($0).flatMap(natural) }),

      ShareItem(
        "steps", \.player.steps, text: { "\($0)" },
        read: { Int128($0).flatMap(natural).map { Count($0) } }),
      ShareItem("play", \.player.isPlaying, is: true),
      ShareItem("loop", \.player.isLooping, is: true),
      ShareItem("speed", \.player.speed) {
        StepPlayer.Speed.all.map { ("\($0.stepsPerSecond)", $0) }
      },
      ShareItem("other", \.player.hasOtherOrder, is: true),
    ] + numbers + design

  /// Marks of the first edition, still read and of no effect.
  static let gone = [
    "cursor", "pinned", "keys", "at-input", "at-kernel", "numbers-of", "input-cell", "kernel-cell",
  ]

  /// The numbers that a small layer is played with.
  private static let numbers: [ShareItem] = [
    ShareItem("numbers", \.player.numbers.areShown, is: true),
    ShareItem("flip", \.player.numbers.isFlipped, is: true),
    ShareItem("values", \.player.numbers.start) {
      // Without what a shell or a list of marks would split.
      StartingValues.all.enumerated().map { place, values in
        let name = values.name.filter { $0.isLetter || $0 == " " }
        return (name.replacing(" ", with: "-"), place)
      }
    },
    ShareItem(
      name: "put", values: { $0.player.numbers.shareTexts },
      take: { $0.player.numbers.put(shareText: $1) }),
  ]

  /// Input and output share one place, so its grid belongs to it.
  private static let cell = ShareItem(
    name: "cell", values: { ["\($0.cellCursor.placeGrid.word):\($0.cellCursor.place.shareText)"] }
  ) { state, text in
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let place = Spatial(shareText: parts[1]),
      let grid = [LayerGrid.input, .output].first(where: { $0.word == parts[0] })
    else { return false }
    (state.cellCursor.placeGrid, state.cellCursor.place) = (grid, place)
    return true
  }

  @Sendable private static func natural<Number: SignedInteger>(_ number: Number) -> Number? {
    number >= 0 ? number : nil
  }

  /// What the views for designing a layer show.
  static let design: [ShareItem] =
    Budget.Limit.allCases.map(limit) + [
      ShareItem("dtype", \.budget.format) { NumberFormat.allCases.map { ($0.rawValue, $0) } },
      layer("kept", \.comparison.kept),
      ShareItem("same", \.comparison.showsSame, is: true),
      ShareItem("plot", \.sweep.number) { Figure.swept.map { ($0.option, $0) } },
      ShareItem(
        name: "sweep", values: { $0.sweep.shareTexts }, take: { $0.sweep.take(shareText: $1) }),
    ]

  private static func limit(_ limit: Budget.Limit) -> ShareItem {
    ShareItem(
      name: limit.rawValue, values: { state in state.budget[limit].map { ["\($0)"] } ?? [] },
      take: { state, text in (try? state.budget.take(limit, text)) != nil })
  }

  /// A layer, as the options that describe it.
  static func layer(
    _ name: String, _ place: any WritableKeyPath<ExplorerState, LayerCase?> & Sendable
  ) -> ShareItem {
    ShareItem(
      name, place, text: { ShareLine($0).text.asMark },
      read: { try? ShareLine(reading: $0.asLine).subject() })
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

extension SweepState {
  /// The values that were asked for, in a form that a mark can have.
  fileprivate var shareTexts: [String] {
    Hyperparameter.allCases.compactMap { hyperparameter in
      values[hyperparameter].map { "\(hyperparameter.rawValue)=\($0.text)".asMark }
    }
  }

  fileprivate mutating func take(shareText: String) -> Bool {
    guard let range = try? SweepRange(shareText.asLine), let hyperparameter = range.hyperparameter,
      let values = range.values
    else { return false }
    self.values[hyperparameter] = values
    return true
  }
}

extension String {
  /// The text without the signs that a list of marks is split at.
  fileprivate var asMark: String { replacing(",", with: ":").replacing(" ", with: "+") }
  fileprivate var asLine: String { replacing(":", with: ",").replacing("+", with: " ") }
}
