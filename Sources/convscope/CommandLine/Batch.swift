struct Batch: ParsableCommand {
  static let configuration = CommandConfiguration(PackageResources.batch_txt, commandName: "batch")

  @Argument(help: .of("batch file")) var file: String?
  @Flag(inversion: .prefixedNo, help: .of("batch coverage")) var coverage: Bool?
  @Option(help: .of("batch schema")) var schema: CaseSchema?

  func run() throws {
    if let schema { return try emitOrExit(schema.bytes) }
    var lines = LineReader(
      try file.flatMap { $0 == "-" ? nil : try BoundedFile.descriptor(of: $0) } ?? STDIN_FILENO)
    let longestList = coverage.map { $0 ? .max : 0 } ?? CaseAnswer.usualList
    while let block = try lines.next() { try block.answer(longestList) { try emitOrExit($0) } }
  }
}

extension CaseSchema: ExpressibleByArgument {}
