/// The command line; without a subcommand it explores.
@main
struct Convscope: ParsableCommand {
  static let configuration = CommandConfiguration(
    PackageResources.convscope_txt, commandName: "convscope",
    usage: """
      convscope [LAYER] [options]
      convscope COMMAND [arguments] [options]
      """, version: "0.1.0",
    subcommands: [
      Report.self, ModelCommand.self, CheckCommand.self, Map.self, Code.self, Batch.self,
      Solve.self, Compare.self, SweepCommand.self, Presets.self, Quiz.self, Lessons.self,
      Manual.self,
    ])

  @Argument(help: .of("layer"), completion: .file()) var text: String?
  @OptionGroup(title: "Layer options") var layer: LayerOptions
  @OptionGroup(title: "Budget") var limits: BudgetOptions
  @Flag(help: .of("resume")) var resume = false
  @Option(help: .of("snapshot")) var snapshot: String?
  @Flag(inversion: .prefixedNo, help: .of("keep")) var keep = true
  @Option(help: .of("print"), transform: { try readSize($0) }) var print: ScreenSize?
  @Option(help: .of("keys"), transform: { try readKeys($0) }) var keys: [ScriptStep] = []
  @Option(help: .of("record")) var record: String?
  @Flag(help: .of("force")) var force = false
  @Option(help: .of("lesson")) var lesson: Int?
  @Option(help: .of("lesson-file")) var lessonFile: String?
  @Option(help: .of("theme")) var theme: Theme?
  @Option(help: .of("view")) var view: View?
  @Option(help: .of("show"), transform: ShareMark.read) var show: [ShareMark] = []
  @Flag(help: .of("present")) var present = false
  @Option(help: .of("rate")) var rate: Int?
  @Flag(inversion: .prefixedNo, help: .of("mouse")) var mouse = true
  @Flag(help: .of("plain")) var plain = false
  @Option(parsing: .unconditional, help: .of("seed")) var seed: UInt64?

  // The protocol does not say so, but a command runs on the main thread, where ncurses lives.
  func run() throws {
    if force, record == nil { throw ValidationError("--force is for --record") }
    let own = try lessonFile.map { try LessonShelf(file: $0) }
    // A file is asked for to be used: it opens with its first lesson.
    let number = lesson ?? own?.lessons.first?.number
    let source = try source(hasLesson: number != nil)
    let marks =
      show + (present ? [ShareMark("present", "")] : [])
      + (rate.map { [ShareMark("rate", "\($0)")] } ?? [])
    try check(marks, source)
    let opening = Opening(
      source: source, theme: theme, view: view, marks: marks, budget: limits.budget,
      usesMouse: mouse, isPlain: plain, keepsState: keep, print: print, keys: keys, seed: seed,
      recording: record.map { OutputFile(name: $0, overwrites: force) },
      lesson: try number.map { try (own ?? LessonShelf()).lesson($0) },
      ownLessons: own?.lessons ?? [])
    try MainActor.assumeIsolated(opening.run)
  }

  /// What is opened: at most one of a layer, the last state and a snapshot.
  private func source(hasLesson: Bool) throws -> OpeningSource {
    if resume || snapshot != nil {
      guard text == nil, layer.isEmpty, resume != (snapshot != nil) else {
        throw ValidationError("--resume, --snapshot and a layer open different things")
      }
      return try snapshot.map { try OpeningSource(snapshot: $0) } ?? .last
    }
    if let argument = try layer.argument(text) {
      return .choice(try layer.choice(argument), isPiped: text == "-")
    }
    guard layer.leaveLayerOpen, !hasLesson else {
      let subject = try layer.subject(nil)
      return .choice(.layer(LayerChoice(subject: subject)), isPiped: false)
    }
    return .unsaid(layer, otherwise: try layer.subject())
  }

  /// Some marks make sense only for what is opened, such as the modules of a network.
  private func check(_ marks: [ShareMark], _ source: OpeningSource) throws {
    guard !marks.isEmpty else { return }
    var state = source.state(
      ScreenSize(columns: 80, rows: 24), Capabilities(unicode: false, colors: 0), theme: nil,
      usual: .dark, seed: 1)
    try state.take(view: nil, marks: marks)
  }

  /// Takes the place of the library's own, which repeats what was typed with its control codes.
  static func main() {
    // A file that may not grow is an error of the write, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    do {
      // Without arguments there is nothing to read, and reading nothing takes the library longer
      // than the first screen.
      // So would its way of ending a program.
      guard CommandLine.argc > 1 else {
        try Opening().run()
        conclude(with: "", isResult: true, status: 0)
      }
      var command = try Commands.command(Array(CommandLine.arguments.dropFirst()))
      try command.run()
    } catch {
      if let failure = Failure(error) {
        for reason in failure.reasons { complain(reason) }
        conclude(with: "", isResult: false, status: failure.status)
      }
      // A text that means nothing is a wrong use.
      let error = (error as? NotationError).map { ValidationError($0.message) } ?? error
      let message = fullMessage(for: error)
      // Help and version are results, everything else is a complaint. To ask for the exit code
      // would make all of the message again.
      let isResult = !message.hasPrefix(_errorPrefix)
      let isUnicode = Environment.adoptEncoding()
      let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map {
        isUnicode ? printable(String($0)) : Spelling.ascii.text(String($0))
      }
      conclude(
        with: lines.joined(separator: "\n") + "\n", isResult: isResult,
        status: isResult ? 0 : ExitCode.validationFailure.rawValue)
    }
  }
}

extension Theme: ExpressibleByArgument {}
nonisolated extension View: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }
}

nonisolated private func readSize(_ text: String) throws -> ScreenSize {
  let sides = text.lowercased().split(separator: "x").compactMap { Int($0) }
  // More than any terminal has, and little enough for a moment's work.
  guard sides.count == 2, sides.allSatisfy((1...1000).contains) else {
    throw ValidationError("'\(text)' is not COLUMNSxROWS, such as 80x24, up to 1000x1000")
  }
  return ScreenSize(columns: sides[0], rows: sides[1])
}

nonisolated private func readKeys(_ script: String) throws -> [ScriptStep] {
  do throws(KeyScriptError) {
    return try ScriptStep.steps(script)
  } catch {
    let names = KeyPress.named.keys.sorted().joined(separator: ", ")
    throw ValidationError(
      "there is no key <\(error.name)>; there are \(names), wait, c-a…c-z, f1…f12")
  }
}
