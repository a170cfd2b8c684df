import ConvArithmetic
import ExplorerViewModel
import LayerNotation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the explorer is to be opened.
nonisolated struct Opening: Sendable {
  var source = OpeningSource.unsaid(
    LayerChanges(assignments: []), otherwise: Preset.start.subject)
  /// The colours, where they are asked for.
  var theme: Theme?
  var view: View?
  /// The rest of what is shown.
  var marks: [ShareMark] = []
  /// What a layer may cost.
  var budget = Budget()
  var usesMouse = true
  var isPlain = false
  /// Whether the last state is kept for the next time.
  var keepsState = true
  /// The size of the picture that is to be written instead.
  var print: ScreenSize?
  /// Pressed before anything is shown.
  var keys: [KeyPress] = []
  /// What the exercises begin with; any number without it.
  var seed: UInt64?
  /// The lesson to begin with.
  var lesson: Lesson?
  /// The lessons of a file, in place of the built-in ones.
  var ownLessons: [Lesson] = []

  /// Opens the explorer, writes its first screen, or begins the conversation of the plain mode.
  ///
  /// - Throws: The exit status of a failed input or output.
  /// - Returns: 0, or the exit status for want of a usable terminal, which has been said then.
  @MainActor func run() throws -> Int32 {
    if let print {
      let state = state(try source.reading(waits: false), print, Self.printing)
      try emitOrExit(render(state).text + "\n")
      return 0
    }
    if isPlain || Environment.value(of: "TERM") == "dumb" {
      let size = ScreenSize(columns: 80, rows: 24)
      // Commands cannot come from where the layer came from.
      if case .choice(_, isPiped: true) = source { StandardInput.becomeTerminal() }
      try converse(state(source, size, Self.printing, hasScreen: false), keepsState: keepsState)
      return 0
    }
    return try exploreOnTerminal()
  }

  @MainActor private func exploreOnTerminal() throws -> Int32 {
    do throws(TerminalError) {
      // Before anything is read, which may take its time.
      try Terminal.requireScreen()
    } catch {
      complain("\(error)")
      return 2
    }
    let source = try source.reading(waits: true)
    let remembered = KeptTheme.read()
    let usual = remembered ?? Background.inEnvironment?.theme ?? .dark
    let isUnsaid = theme == nil && remembered == nil && source.namesNoTheme
    do throws(TerminalError) {
      try explore(
        theme: theme ?? usual, asksForBackground: isUnsaid, usesMouse: usesMouse,
        keepsState: keepsState
      ) { state(source, $0, $1, usualTheme: usual) }.conclude()
      return 0
    } catch {
      complain("\(error)")
      return 2
    }
  }

  /// What printed text can show.
  private static var printing: Capabilities {
    Capabilities(unicode: Environment.adoptEncoding(), colors: 0)
  }

  private func state(
    _ source: OpeningSource, _ size: ScreenSize, _ capabilities: Capabilities,
    usualTheme: Theme = .dark, hasScreen: Bool = true
  ) -> ExplorerState {
    var state = source.state(
      size, capabilities, theme: theme, usual: usualTheme,
      seed: seed ?? ExerciseSeries.anySeed)
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
