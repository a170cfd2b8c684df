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
  var keys: [KeyPress] = []
  /// What the exercises begin with; any number without it.
  var seed: UInt64?
  var lesson: Lesson?
  /// The lessons of a file, in place of the built-in ones.
  var ownLessons: [Lesson] = []

  /// Opens the explorer, writes its first screen, or begins the conversation of the plain mode.
  @MainActor func run() throws {
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
    try Terminal.requireScreen()
    let source = try source.reading(waits: true)
    let remembered = KeptTheme.read()
    let usual = remembered ?? Background.inEnvironment ?? .dark
    let isUnsaid = theme == nil && remembered == nil && source.namesNoTheme
    try explore(
      theme: theme ?? usual, asksForBackground: isUnsaid, usesMouse: usesMouse,
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
    state.budget = budget
    // What makes no sense has been refused before.
    try? state.take(view: view?.rawValue, marks: marks)
    if let lesson { state.begin(lesson, hasScreen: hasScreen) }
    let keeper = Keeper(first: nil)
    for key in keys {
      // What only a terminal can do is not done for a script, and nothing is kept.
      guard state.press(key) == .listSnapshots, let reply = keeper.reply(to: .listSnapshots) else {
        continue
      }
      state.take(reply)
    }
    return state
  }
}
