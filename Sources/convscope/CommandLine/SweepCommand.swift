struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(PackageResources.sweep_txt, commandName: "sweep")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, markdown, csv }

  @Argument(help: .of("layer"), completion: .file()) var text: String?
  @OptionGroup var layer: LayerOptions
  @Option(help: .of("sweep over")) var over: String
  @Option(help: .of("sweep module")) var module: String?
  @Option(help: .of("sweep plot")) var plot: Plotted?
  @Option(help: .of("sweep format")) var format = Format.text

  func validate() throws { _ = try range }

  func run() throws {
    switch try layer.layerOrNetwork(text) {
    case .layer(let subject):
      guard module == nil else { throw ValidationError("--module is for a network") }
      if layer.path != nil {
        complain("--layer sweeps the layer by itself; --module sweeps it within its network")
      }
      try sweep(subject)
    case .network(let network): try sweep(network.named)
    }
  }

  private func sweep(_ subject: LayerCase) throws {
    var state = ExplorerState(
      subject, size: ScreenSize(columns: 110, rows: 24), capabilities: Environment.printing)
    try state.beginSweep(range, plot: plot?.figure ?? state.sweep.number)
    if format == .text { return try emitOrExit(state.sweepText) }
    if let table = state.currentSweep?.table { try emit(table) }
  }

  /// Writes a table in a format for programs.
  private func emit(_ table: Table) throws {
    let spelling = Environment.spelling
    switch format {
    case .text: try emitOrExit(table.lines(spelling, hasTitles: true), spelling)
    case .csv: try emitOrExit(table.ungrouped.csv { spelling.text($0) })
    case .markdown: try emitOrExit(table.markdown { spelling.text($0) }, spelling)
    case .json:
      var writer = JSONWriter()
      writer.object { $0.list("values", table.ungrouped) }
      writer.endLine()
      try emitOrExit(writer.bytes)
    }
  }

  private func sweep(_ named: NamedNetwork) throws {
    try layer.refuseForNetwork(plot == nil ? nil : "--plot")
    let range = try range
    guard let hyperparameter = range.hyperparameter,
      let sweep = NetworkSweep(
        named, at: try place(in: named, hyperparameter), hyperparameter, range.values?.numbers)
    else { return }
    try emit(sweep.table)
  }

  /// The module whose hyperparameter it is; `nil` for the network's input.
  private func place(in named: NamedNetwork, _ hyperparameter: Hyperparameter) throws -> Int? {
    if [.input, .batch].contains(hyperparameter) {
      guard module == nil else {
        throw ValidationError("\(hyperparameter.rawValue) is of the network; leave --module out")
      }
      return nil
    }
    let layers = named.modules.indices.filter { named.modules[$0].layer != nil }
    let wanted = layers.filter { module == nil || named.modules[$0].name == module }
    guard wanted.count == 1, let layer = named.modules[wanted[0]].layer else {
      let names = layers.map { named.modules[$0].name }.joined(separator: ", ")
      throw ValidationError("--module names one of the convolutions \(names)")
    }
    guard hyperparameter.applies(to: layer.direction) else {
      throw ValidationError("\(hyperparameter.rawValue): a \(layer.op.moduleName) has none")
    }
    return wanted[0]
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
  let figure: Figure

  init?(argument: String) {
    guard let figure = Figure.swept.first(where: { $0.option == argument }) else { return nil }
    self.figure = figure
  }

  static let allValueStrings = Figure.swept.map(\.option)
}
