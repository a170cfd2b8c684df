struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(PackageResources.model_txt, commandName: "model")

  @Argument(help: .of("model file"), completion: .file()) var file: String?
  @Option(help: .of("model network")) var network: String?
  @OptionGroup var options: ModelOptions
  @Option(help: .of("model format")) var format = Report.Format.text
  @Flag(help: .of("model all")) var all = false
  @Option(help: .of("model schema")) var schema: ModelSchema?

  func run() throws {
    if let schema { return try emitOrExit(schema.bytes) }
    let sheet = try sheet()
    let spelling = Environment.spelling
    switch format {
    case .text: try emitOrExit(sheet.text(all: all, spelling), spelling)
    case .json: try emitOrExit(sheet.json)
    case .markdown: try emitOrExit(sheet.markdown(all: all) { spelling.text($0) })
    case .csv: try emitOrExit(sheet.fullTable.csv { spelling.text($0) })
    }
    // What does not go through is told as far as it goes; then why.
    guard sheet.refusals.isEmpty else { throw Failure(invalid: sheet.refusals) }
  }

  private func sheet() throws -> ModelSheet {
    switch (file, network) {
    case (let file?, nil): return try options.sheet(file)
    case (nil, let network?):
      return try ModelSheet(PresetNetwork.required(network), options.question)
    case (nil, nil):
      throw ValidationError("a file is wanted, - for standard input, or --network")
    default:
      throw ValidationError("--network takes the place of a file; give one of the two")
    }
  }
}

/// What is said of a model besides its text.
struct ModelOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue, help: .of("model input"),
    transform: { try Hyperparameter.input.value($0) })
  var input: [HyperparameterValue] = []
  @Option(help: .of("model assume")) var assume: Assumption?
  @Option(name: .customLong("set"), parsing: .singleValue, help: .of("model set"))
  var values: [NamedNumber] = []

  enum Assumption: String, CaseIterable, ExpressibleByArgument {
    case printedOrder = "printed-order"
  }

  nonisolated var question: ModelQuestion {
    ModelQuestion(
      inputs: input.map { value in
        switch value {
        case .dimensions(let numbers): numbers
        case .number(let number): [number]
        default: []
        }
      }, assumesPrintedOrder: assume == .printedOrder,
      values: Dictionary(values.map { ($0.name, $0.number) }) { _, last in last })
  }

  /// What a file is called.
  nonisolated static func name(_ path: String) -> String { path == "-" ? "standard input" : path }

  /// The model in a file, on standard input for `-`, or that of a well-known network's name.
  nonisolated func sheet(_ path: String) throws -> ModelSheet {
    if let network = PresetNetwork.called(path) { return try ModelSheet(network, question) }
    if let graph = try PipedText.onnx(path) {
      return try ModelSheet(graph, title: Self.name(path), question)
    }
    let bytes = try path == "-" ? PipedText.all() : PipedText.file(path)
    let name = Self.name(path)
    do {
      return try ModelSheet(reading: bytes, title: name, question)
    } catch let problem as PyTorchProblem {
      throw Failure(data: ["\(printable(name)), \(problem)"])
    }
  }
}

/// `base=64`: a number for what a source calls by a name, or writes as some other expression.
nonisolated struct NamedNumber: ExpressibleByArgument {
  let name: String
  let number: Int

  init?(argument: String) {
    guard let sign = argument.lastIndex(of: "="),
      let number = Int(argument[argument.index(after: sign)...].trimmed)
    else { return nil }
    (name, self.number) = (String(argument[..<sign].trimmed), number)
    if name.isEmpty { return nil }
  }
}

extension PresetNetwork {
  /// The network of a name, or the only one that has some words.
  nonisolated static func required(_ name: String) throws -> PresetNetwork {
    guard let preset = named(name) else {
      let names = all.map(\.name).joined(separator: ", ")
      throw ValidationError("\(quoted(name)) is not one of the networks \(names)")
    }
    return preset
  }
}

extension ModelSchema: ExpressibleByArgument {}
