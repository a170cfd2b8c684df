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
  var subject = Preset.start.subject
  var theme = Theme.dark
  var view: View?
  /// The rest of what is shown.
  var marks: [ShareMark] = []
  /// What a layer may cost.
  var budget = Budget()
  var usesMouse = true
  var isPlain = false
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
  /// - Throws: The exit status of a failed output.
  /// - Returns: 0, or the exit status for want of a usable terminal, which has been said then.
  @MainActor func run() throws -> Int32 {
    if let print {
      try emitOrExit(render(state(print, Self.printing)).text + "\n")
      return 0
    }
    if isPlain || Environment.value(of: "TERM") == "dumb" {
      let size = ScreenSize(columns: 80, rows: 24)
      try converse(state(size, Self.printing, hasScreen: false))
      return 0
    }
    do throws(TerminalError) {
      try explore(theme: theme, usesMouse: usesMouse) { state($0, $1) }.conclude()
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
    _ size: ScreenSize, _ capabilities: Capabilities, hasScreen: Bool = true
  ) -> ExplorerState {
    var state = ExplorerState(
      subject, size: size, capabilities: capabilities, theme: theme,
      seed: seed ?? ExerciseSeries.anySeed)
    state.ownLessons = ownLessons
    state.budget = budget
    // What makes no sense has been refused before.
    try? state.take(view: view?.rawValue, marks: marks)
    if let lesson { state.begin(lesson, hasScreen: hasScreen) }
    // What only a terminal can do is not done for a script.
    for key in keys { _ = state.press(key) }
    return state
  }
}
