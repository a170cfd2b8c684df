struct Quiz: ParsableCommand {
  static let configuration = CommandConfiguration(PackageResources.quiz_txt, commandName: "quiz")

  @Option(parsing: .unconditional, help: .of("quiz seed")) var seed: UInt64?
  @Option(parsing: .unconditional, help: .of("quiz count")) var count = 10
  @Option(help: .of("quiz level")) var level = Exercise.Level.one
  @Flag(help: .of("quiz grids")) var grids = false
  @Option(help: .of("quiz format")) var format = Format.text
  @Option(name: .shortAndLong, help: .of("output")) var output: String?
  @Flag(help: .of("force")) var force = false

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, markdown, gift, qti }

  func validate() throws {
    if grids, format == .gift || format == .qti {
      throw ValidationError("--grids are for a sheet on paper: --format text or markdown")
    }
    if force, output == nil { throw ValidationError("--force is for --output") }
    // A longer sheet than any class works on.
    try check(count, of: "--count", in: 1...1_000)
  }

  func run() throws {
    let seed = seed ?? ExerciseSeries.anySeed
    let sheet = WorkSheet(seed: seed, level: level, count: count, hasGrids: grids)
    let spelling = Environment.spelling
    switch format {
    case .text:
      try emit(lines(sheet, spelling).map { spelling.line($0) + "\n" }.joined())
    case .markdown: try emit(sheet.markdown { spelling.text($0) })
    // What other programs read says its encoding, or has only one.
    case .gift: try emit(sheet.gift)
    case .qti: try emit(sheet.qtiPackage)
    }
  }

  private func emit(_ text: String) throws { try emit(Array(text.utf8)) }

  /// Writes to the file, or else to standard output.
  private func emit(_ bytes: [UInt8]) throws {
    if format == .qti, output == nil, isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("a package is not for a terminal; write --output quiz.zip")
    }
    try OutputFile(name: output ?? "-", overwrites: force).write(bytes)
  }

  // MARK: Text

  private func lines(_ sheet: WorkSheet, _ spelling: Spelling) -> [String] {
    /// A paragraph after the number of an exercise, or below it, as wide as a page.
    func lines(_ paragraph: String, number: Int? = nil) -> [String] {
      let indentation = 5
      let start = number.map { "\($0). " } ?? ""
      return wrap(paragraph, width: 80 - indentation, spelling).enumerated().map { index, line in
        spelling.padded(index == 0 ? start : "", to: indentation, .trailing) + line
      }
    }
    /// Grids below the words, with a line of room around them.
    func drawn(_ grids: [String]) -> [String] {
      grids.isEmpty ? [] : [""] + grids.map { "     \($0)" } + [""]
    }
    let questions = sheet.exercises.enumerated().flatMap { place, exercise in
      [""] + lines(exercise.question.layerText, number: place + 1)
        + lines(exercise.question.sentence) + drawn(sheet.grids(exercise))
        + lines("Answer: ____________")
    }
    let answers = sheet.exercises.enumerated().flatMap { place, exercise in
      let question = exercise.question
      return [""] + lines(question.text(question.answer), number: place + 1)
        + (WorkSheet.working(question) + WorkSheet.warnings(question)).flatMap { lines($0) }
    }
    let head = [WorkSheet.title, "\(sheet.origin); to print this sheet again:", sheet.command]
    let letters = sheet.letters.flatMap { lines("\($0.name): \($0.meaning)") }
    return head + questions + ["", WorkSheet.answersTitle] + answers
      + ["", WorkSheet.lettersTitle] + letters
  }
}

extension Exercise.Level: ExpressibleByArgument {}
