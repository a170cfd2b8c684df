struct Presets: ParsableCommand {
  static let configuration = CommandConfiguration(
    PackageResources.presets_txt, commandName: "presets")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, markdown, cases }

  @Argument(help: .of("presets words")) var words: [String] = []
  @Option(help: .of("presets format")) var format = Format.text

  func run() throws {
    let wanted = words.joined(separator: " ")
    let presets = Preset.matching(wanted)
    guard !presets.isEmpty else { throw ValidationError("no preset has all of \(quoted(wanted))") }
    let spelling = Environment.spelling
    switch format {
    case .text: try emitOrExit(presets.listText(spelling), spelling)
    case .markdown: try emitOrExit(presets.listMarkdown, spelling)
    case .json: try emitOrExit(presets.listJSON)
    case .cases: try emitOrExit(presets.cases)
    }
  }
}
