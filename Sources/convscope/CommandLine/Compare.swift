struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    PackageResources.compare_txt, commandName: "compare")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, markdown }

  @Argument(help: .of("compare a"), completion: .file()) var a: String
  @Argument(help: .of("compare b"), completion: .file()) var b: String

  @Option(
    parsing: .unconditional, help: .of("compare input"),
    transform: { try Hyperparameter.input.value($0) })
  var input: HyperparameterValue?

  @Option(help: .of("compare layer-a")) var layerA: String?
  @Option(help: .of("compare layer-b")) var layerB: String?
  @Flag(help: .of("compare all")) var all = false
  @Option(help: .of("compare dtype")) var dtype = NumberFormat.int8
  @Option(help: .of("compare format")) var format = Format.text

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
