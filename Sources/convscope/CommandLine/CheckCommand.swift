struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(PackageResources.check_txt, commandName: "check")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: .of("check files"), completion: .file()) var files: [String] = []
  @OptionGroup var options: ModelOptions
  @OptionGroup(title: "Budget") var limits: BudgetOptions
  @Option(help: .of("check only")) var only: FindingKinds?
  @Option(help: .of("check fail-on")) var failOn: FailingKinds?
  @Option(help: .of("check format")) var format = Format.text
  @Option(help: .of("check schema")) var schema: FindingSchema?

  func run() throws {
    if let schema { return try emitOrExit(schema.bytes) }
    guard !files.isEmpty else {
      throw ValidationError("a file is wanted, or - for standard input")
    }
    let failing = failOn?.kinds ?? FindingKind.allCases
    // What is to fail is looked for, too.
    let kinds = only?.kinds ?? FindingKind.usual + (failOn?.kinds ?? [])
    var found: [(file: String, findings: [Finding])] = []
    var gaps: [ModelSheet.Gap] = []
    for file in files {
      let sheet = try options.sheet(file)
      let name = ModelOptions.name(file)
      for line in sheet.problemLines { complain("\(printable(name)), not understood: \(line)") }
      let findings = sheet.findings(of: kinds, budget: limits.budget)
      found.append((name, findings))
      gaps += sheet.gaps
      if format == .text { try emit(findings, of: name) }
    }
    if format == .json { try emitOrExit(ModelSheet.json(found)) }
    let all = found.flatMap(\.findings)
    complain(Finding.summary(all, files: found.count, gaps: gaps))
    if all.contains(where: { failing.contains($0.kind) }) { throw ExitCode(1) }
  }

  private func emit(_ findings: [Finding], of file: String) throws {
    let spelling = Environment.spelling
    try emitOrExit(findings.map { $0.text(in: file) }, spelling)
  }
}

/// Kinds of findings between commas.
nonisolated struct FindingKinds: ExpressibleByArgument {
  let kinds: [FindingKind]

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
    let kinds = words.compactMap { FindingKind(rawValue: String($0)) }
    guard kinds.count == words.count else { return nil }
    self.kinds = kinds
  }

  static let allValueStrings = FindingKind.allCases.map(\.rawValue)
}

/// The same; `never` for none.
nonisolated struct FailingKinds: ExpressibleByArgument {
  let kinds: [FindingKind]

  init?(argument: String) {
    let kinds = argument == "never" ? [] : FindingKinds(argument: argument)?.kinds
    guard let kinds else { return nil }
    self.kinds = kinds
  }

  static let allValueStrings = FindingKinds.allValueStrings + ["never"]
}

extension FindingSchema: ExpressibleByArgument {}
