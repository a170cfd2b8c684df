struct Code: ParsableCommand {
  static let configuration = CommandConfiguration(PackageResources.code_txt, commandName: "code")

  enum Choice: String, CaseIterable, ExpressibleByArgument { case pytorch, keras, jax, onnx, all }

  @Argument(help: .of("layer"), completion: .file()) var text: String?
  @OptionGroup var layer: LayerOptions
  @Option(help: .of("code dialect")) var dialect = Choice.all

  func run() throws {
    let pass = try layer.validPass(text)
    let spelling = Environment.spelling
    let chosen = Dialect(rawValue: dialect.rawValue).map { [$0] } ?? Dialect.allCases
    let facts = chosen.map { ($0, DialectFact($0, pass)) }
    let lacking = facts.filter { $1 == nil }.map { dialect, _ in
      let lacks = dialect.lacks(pass)
      return lacks.isEmpty
        ? "a size of this layer does not fit in 127 bits"
        : "\(dialect.shortTitle): \(lacks.refusal("written"))"
    }
    let texts = facts.compactMap { $1?.lines(spelling, width: 88) }
    guard !texts.isEmpty else { throw Failure(invalid: lacking) }
    // What one library has no code for does not keep the others back.
    for words in lacking { complain(words) }
    try emitOrExit(Array(texts.joined(separator: [""])), spelling)
  }
}
