struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(PackageResources.sweep_txt, commandName: "sweep")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, csv }

  @Argument(help: .of("layer"), completion: .file()) var text: String?
  @OptionGroup var layer: LayerOptions
  @Option(help: .of("sweep over")) var over: String
  @Option(help: .of("sweep plot")) var plot = Plotted()
  @Option(help: .of("sweep format")) var format = Format.text

  func validate() throws { _ = try range }

  func run() throws {
    var state = ExplorerState(
      try layer.subject(text), size: ScreenSize(columns: 110, rows: 24),
      capabilities: Environment.printing)
    try state.beginSweep(range, plot: plot.figure)
    switch format {
    case .text: try emitOrExit(state.sweepText)
    case .csv:
      let spelling = state.capabilities.spelling
      try emitOrExit(state.currentSweep?.table.csv { spelling.text($0) } ?? "")
    }
  }

  private var range: SweepRange {
    get throws {
      do throws(NotationError) {
        let range = try SweepRange(over)
        guard range.hyperparameter != nil else {
          throw NotationError("\(over) names no hyperparameter; write kernel_size=1..9")
        }
        return range
      } catch { throw ValidationError(error.message) }
    }
  }
}

/// A figure that can be drawn, by a name of its own: the library would list the cases.
nonisolated struct Plotted: ExpressibleByArgument {
  var figure = Figure.overlapRatio

  init() {}

  init?(argument: String) {
    guard let figure = Figure.swept.first(where: { $0.option == argument }) else { return nil }
    self.figure = figure
  }

  var defaultValueDescription: String { figure.option }
  static let allValueStrings = Figure.swept.map(\.option)
}
