struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    PackageResources.report_txt, commandName: "report")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, markdown, csv }

  @Argument(help: .of("layer"), completion: .file()) var text: String?
  @OptionGroup var layer: LayerOptions
  @OptionGroup(title: "Budget") var limits: BudgetOptions
  @Option(help: .of("report format")) var format = Format.text

  func validate() throws {
    if format == .json, limits.areGiven {
      throw ValidationError("a budget is for text and markdown; JSON is what batch answers with")
    }
  }

  func run() throws {
    switch try layer.layerOrNetwork(text) {
    case .layer(let subject): try report(subject.forward())
    case .network(let network):
      try layer.refuseForNetwork(limits.areGiven ? "a budget" : nil)
      try report(NetworkReport(network))
    }
  }

  private func report(_ pass: ForwardPass) throws {
    let spelling = Environment.spelling
    switch format {
    case .text: try emitOrExit(textLines(pass, spelling), spelling)
    case .json: try emitOrExit(json { answer throws(NotationError) in try answer.describe(pass) })
    case .markdown:
      try emitOrExit(FactSheet(pass, budget: limits.budget).markdown { spelling.text($0) })
    case .csv: throw ValidationError("csv is for a network, with a line for each module")
    }
  }

  /// A network that does not go through, or does not fit, is told as far as it goes; then why.
  private func report(_ network: NetworkReport) throws {
    let spelling = Environment.spelling
    switch format {
    case .text: try emitOrExit(network.lines(width: Self.width, spelling), spelling)
    case .json:
      try emitOrExit(
        json { answer throws(NotationError) in try answer.describe(network.sheet.named) })
    case .markdown: try emitOrExit(network.markdown { spelling.text($0) })
    case .csv: try emitOrExit(network.sheet.table.ungrouped.csv { spelling.text($0) })
    }
    guard network.sheet.problems.isEmpty else { throw Failure(invalid: network.sheet.problems) }
  }

  private func json(
    _ describe: (inout CaseAnswer) throws(NotationError) -> Void
  ) throws -> [UInt8] {
    var answer = CaseAnswer()
    do throws(NotationError) {
      try describe(&answer)
    } catch {
      // The lists are short, so it can only be a count.
      throw Failure(invalid: [error.message])
    }
    return answer.writer.bytes
  }

  // MARK: Text

  private static let width = 120

  private func textLines(_ pass: ForwardPass, _ spelling: Spelling) -> [String] {
    let sheet = FactSheet(pass, budget: limits.budget)
    let facts = LineWriter(width: Self.width, spelling: spelling)
    var lines = [pass.layer.pytorchLine, "\(pass.input.text) → \(pass.output.text)"]
    for section in sheet.reportSections { lines += [""] + facts.texts(section) }
    lines += ["", " \(FactSheet.conventionsTitle), over the right count of the unit"]
    return lines + sheet.conventions.flatMap { Self.lines($0, spelling) }
  }

  private static func lines(_ fact: ConventionFact, _ spelling: Spelling) -> [String] {
    let name = "   \(fact.name)"
    let value = "\(fact.count) \(spelling.padded(fact.unit, to: 3))"
    let ratio = fact.ratio == "–" ? "" : "  ×\(fact.ratio)"
    let room = 50 - spelling.width(name)
    let head = name + spelling.padded(value, to: room, .trailing, least: 1) + ratio
    let formula = fact.formula.isEmpty ? [] : [fact.formula, "= " + fact.substituted]
    let paragraphs = formula + fact.reasons + ["source: \(fact.source)"]
    let wrapped = paragraphs.flatMap { wrap($0, width: width - 6, spelling) }
    return [head] + wrapped.map { "      " + $0 }
  }
}
