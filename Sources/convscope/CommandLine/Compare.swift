struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    PackageResources.compare_txt, commandName: "compare")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown
  }

  @Argument(
    help: "The layer that is compared with: nn.Conv2d(3, 64, 7), the name of a preset, or a file.",
    completion: .file())
  var a: String

  @Argument(help: "The other one, likewise; differences are B − A.", completion: .file())
  var b: String

  @Option(
    parsing: .unconditional,
    help: "The input of both: N,C,H,W or C,H,W; of other axes N,C,L or N,C,D,H,W.",
    transform: { try Hyperparameter.input.value($0) })
  var input: HyperparameterValue?

  @Option("The layer of A, where that is a model.", as: "path")
  var layerA: String?

  @Option("The layer of B, likewise.", as: "path")
  var layerB: String?

  @Flag(help: "Rows that are the same, too.")
  var all = false

  @Option(help: "What bytes are counted in: int8, fp16 or fp32.")
  var dtype = NumberFormat.int8

  @Option(help: "As a table, or as one in Markdown.")
  var format = Format.text

  func run() throws {
    let subjects = try subjects()
    let spelling = Environment.spelling
    let sheet = ComparisonSheet(subjects[0], subjects[1], format: dtype)
    let reasons = sheet.reasonsOfA.map { "A: \($0)" } + sheet.reasonsOfB.map { "B: \($0)" }
    guard reasons.isEmpty else { throw Failure(invalid: reasons) }
    switch format {
    case .text:
      let table = ComparisonTable(sheet, width: 100, spelling, showsSame: all)
      try emitOrExit(table.text(subjects[0], subjects[1]))
    case .markdown:
      try emitOrExit(
        sheet.markdown(subjects[0].layer, subjects[1].layer, all: all) { spelling.text($0) })
    }
  }

  /// The two layers, on inputs of the same size where nothing else is said.
  private func subjects() throws -> [LayerCase] {
    var choices = try [
      choice(a, path: layerA, option: "--layer-a"), choice(b, path: layerB, option: "--layer-b"),
    ]
    let assumed = choices.indices.filter { input == nil && choices[$0].inputRemark != nil }
    let sizes = choices.map(\.subject.input.size)
    let known = choices.firstIndex { $0.inputRemark == nil }.map { sizes[$0] }
    for index in assumed {
      let size = known ?? sizes.max { $0[0] < $1[0] } ?? sizes[index]
      choices[index].subject.input.size = size.onAxes(sizes[index].count)
      choices[index].inputRemark = nil
    }
    for remark in choices.compactMap(\.remark) { complain(remark) }
    return choices.map(\.subject)
  }

  private func choice(_ text: String, path: String?, option: String) throws -> LayerChoice {
    var options = LayerOptions()
    options.assignments = input.map { [Assignment(.input, $0)] } ?? []
    (options.path, options.pathOption) = (path, option)
    return try options.layer(LayerArgument(text))
  }
}
