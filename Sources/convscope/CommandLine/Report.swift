struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    PackageResources.report_txt, commandName: "report")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, markdown }

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
    let pass = try layer.validPass(text)
    let spelling = Environment.spelling
    switch format {
    case .text: try emitOrExit(textLines(pass, spelling), spelling)
    case .json: try emitOrExit(json(pass))
    case .markdown:
      try emitOrExit(FactSheet(pass, budget: limits.budget).markdown { spelling.text($0) })
    }
  }

  private func json(_ pass: ForwardPass) throws -> [UInt8] {
    var answer = CaseAnswer()
    do {
      try answer.describe(pass)
    } catch {
      // The lists are short, so it can only be a count.
      throw Failure(invalid: [NotationError.countOverflow.message])
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
