nonisolated struct Opening: Sendable {
  var source = OpeningSource.unsaid(LayerOptions(), otherwise: Preset.start.subject)
  var theme: Theme?
  var view: View?
  var marks: [ShareMark] = []
  var budget = Budget()
  var usesMouse = true
  var isPlain = false
  var keepsState = true
  /// The size of the picture that is to be written instead.
  var print: ScreenSize?
  /// Pressed before anything is shown.
  var keys: [ScriptStep] = []
  /// What the exercises begin with; any number without it.
  var seed: UInt64?
  /// The file that the screens of the keys are written to instead.
  var recording: OutputFile?
  var lesson: Lesson?
  /// The lessons of a file, in place of the built-in ones.
  var ownLessons: [Lesson] = []

  /// Opens the explorer, writes its first screen, or begins the conversation of the plain mode.
  @MainActor func run() throws {
    if let recording { return try record(into: recording) }
    if let print {
      let state = state(try source.reading(waits: false), print, Environment.printing)
      return try emitOrExit(render(state).text + "\n")
    }
    if isPlain || Environment.value(of: "TERM") == "dumb" {
      let size = ScreenSize(columns: 80, rows: 24)
      // Commands cannot come from where the layer came from.
      if case .choice(_, isPiped: true) = source { StandardInput.becomeTerminal() }
      return try converse(
        state(source, size, Environment.printing, hasScreen: false), keepsState: keepsState)
    }
    // Before anything is read, which may take its time.
    let terminalType = try Terminal.requireScreen()
    let source = try source.reading(waits: true)
    let remembered = KeptTheme.read()
    let usual = remembered ?? Background.inEnvironment ?? .dark
    let isUnsaid = theme == nil && remembered == nil && source.namesNoTheme
    try explore(
      terminalType, theme: theme ?? usual, asksForBackground: isUnsaid, usesMouse: usesMouse,
      keepsState: keepsState
    ) { state(source, $0, $1, usualTheme: usual) }.conclude()
  }

  private func state(
    _ source: OpeningSource, _ size: ScreenSize, _ capabilities: Capabilities,
    usualTheme: Theme = .dark, hasScreen: Bool = true
  ) -> ExplorerState {
    var state = source.state(
      size, capabilities, theme: theme, usual: usualTheme, seed: seed ?? ExerciseSeries.anySeed)
    state.ownLessons = ownLessons
    // What is printed or recorded depends on nobody's past.
    if keepsState, print == nil, recording == nil, ownLessons.isEmpty {
      state.lessonRecord = UserFolder.state?.readLessons() ?? LessonRecord()
    }
    state.budget = budget
    // What makes no sense has been refused before.
    try? state.take(view: view?.rawValue, marks: marks)
    if let lesson { state.begin(lesson, hasScreen: hasScreen) }
    // A recording has its own time for them.
    guard recording == nil else { return state }
    for case .key(let key) in keys { Self.press(&state, key) }
    return state
  }

  /// Presses a key of a script: what only a terminal can do is not done, and nothing is kept.
  private static func press(_ state: inout ExplorerState, _ key: KeyPress) {
    guard state.press(key) == .listSnapshots,
      let reply = Keeper(first: nil).reply(to: .listSnapshots)
    else { return }
    state.take(reply)
  }

  /// Writes what is seen while the keys are pressed, on a screen of `--print` or 80×24.
  private func record(into file: OutputFile) throws {
    let capabilities = Capabilities(unicode: true, colors: 256, hasClipboard: false)
    let size = print ?? ScreenSize(columns: 80, rows: 24)
    let state = state(try source.reading(waits: false), size, capabilities)
    try file.write(
      Recording.asciicast(of: state, keys, title: "convscope", press: Self.press))
  }
}
