struct Batch: ParsableCommand {
  static let configuration = CommandConfiguration(PackageResources.batch_txt, commandName: "batch")

  @Argument(help: "The file with the cases; standard input without it.")
  var file: String?

  @Flag(
    inversion: .prefixedNo,
    help: "List the coverage of each axis, however long it is; without, up to 4,096 cells.")
  var coverage: Bool?

  @Option(
    help: """
      Print the JSON Schema (draft 2020-12) of a line that comes in, or of one that goes out, and \
      answer nothing.
      """)
  var schema: CaseSchema?

  func run() throws {
    if let schema { return try emitOrExit(schema.bytes) }
    var lines = LineReader(
      try file.flatMap { $0 == "-" ? nil : try BoundedFile.descriptor(of: $0) } ?? STDIN_FILENO)
    let longestList = coverage.map { $0 ? .max : 0 } ?? CaseAnswer.usualList
    while let block = try lines.next() { try block.answer(longestList) { try emitOrExit($0) } }
  }
}

extension CaseSchema: ExpressibleByArgument {}
