import ConvArithmetic
import LayerNotation

/// The explorer as a conversation in lines of text, for screen readers and for terminals that can
/// only print: a command in, the answer in words out.
package struct PlainSession: Sendable {
  package internal(set) var state: ExplorerState
  package private(set) var isFinished = false

  /// Does what a command asks of files.
  package var perform: @Sendable (Effect) -> Reply? = { _ in nil }

  package init(_ state: ExplorerState) {
    self.state = state
    // There is no screen for a list; a word lists what it has.
    self.state.mode = .browse
  }

  /// A word that is a command, and what it does.
  package struct Command: Sendable {
    package let word: String
    package let help: String
    let answer: @Sendable (inout PlainSession) -> [String]
    /// The answer with words after the command; `nil` where they make no sense.
    var answerTo: (@Sendable (inout PlainSession, [String]) -> [String]?)?
  }

  /// The commands besides assignments; help follows from these rows.
  package static let commands: [Command] = usualCommands + designCommands

  private static let usualCommands: [Command] = [
    Command(word: "show", help: "the layer, its shapes and the pattern again") { $0.summary },
    Command(word: "report", help: "every number with its formula") { $0.report },
    Command(word: "map", help: "the map in characters") { $0.map },
    Command(
      word: "cell", help: "the arithmetic of an output cell: cell 3 4; cell x 0 1, cell w 0 0",
      answer: { $0.cell }, answerTo: { $0.cell($1) }),
    Command(word: "channels", help: "which channels are connected, and what groups save") {
      $0.channels
    },
    Command(word: "verdict", help: "how evenly the products meet, and why") { $0.verdict },
    Command(
      word: "advice", help: "what makes the overlap even; a number takes one: advice 2",
      answer: { $0.advice }, answerTo: { $0.advice($1) }),
    Command(
      word: "code", help: "the layer as text for other libraries: code keras",
      answer: { $0.code }, answerTo: { $0.code($1) }),
    Command(word: "transposed", help: "ordinary or transposed") { $0.perform(.toggleKind) },
    Command(word: "bias", help: "with or without bias") { $0.perform(.toggleBias) },
    Command(word: "fix", help: "nearest valid values, or the first advice") {
      $0.perform(.applyRemedy)
    },
    Command(word: "undo", help: "take the last change back") { $0.perform(.undo) },
    Command(word: "redo", help: "make it again") { $0.perform(.redo) },
    Command(word: "reset", help: "back to the first layer") { $0.perform(.reset) },
    Command(
      word: "solve", help: "layers that make a size: solve 16; solve same, double, half, x3, undo",
      answer: { $0.solutions }, answerTo: { $0.solve($1) }),
    Command(
      word: "take", help: "explores a layer that solve has found: take 2",
      answer: { _ in ["take which? solve lists the layers"] }, answerTo: { $0.takeLayer($1) }),
    Command(word: "pytorch", help: "the layer as a PyTorch line") {
      [$0.state.subject.layer.pytorchLine]
    },
    Command(word: "share", help: "the command line that opens this layer") {
      [$0.state.shareLine.text]
    },
    Command(word: "layers", help: "the layers of the model") { $0.layers },
    Command(
      word: "layer", help: "explores one of them: layer 3; layer 3 1,64,56,56 says its input",
      answer: { $0.layers }, answerTo: { $0.layer($1) }),
    Command(
      word: "keep", help: "keeps this state as a snapshot: keep my decoder",
      answer: { _ in ["keep needs a name: keep my decoder"] }, answerTo: { $0.keep($1) }),
    Command(word: "snapshots", help: "the snapshots") { $0.snapshots },
    Command(
      word: "open", help: "opens one: open my decoder", answer: { $0.snapshots },
      answerTo: { $0.open($1) }),
    Command(
      word: "presets",
      help: "well-known layers, all or those with some words: presets unet; a number takes one",
      answer: { _ in presets("") }, answerTo: { $0.preset($1) }),
    Command(word: "predict", help: "asks about this layer; what is typed next is the answer") {
      $0.ask(.predict)
    },
    Command(
      word: "quiz", help: "asks about other layers, level after level: quiz 2",
      answer: { $0.ask(.exercise) }, answerTo: { $0.ask(level: $1) }),
    Command(word: "lessons", help: "the lessons") { $0.lessons },
    Command(
      word: "lesson", help: "opens a lesson: lesson 8; alone, its screen again",
      answer: { $0.lessonScreen }, answerTo: { $0.lesson($1) }),
    Command(word: "next", help: "next screen of a lesson") { $0.turn(.nextScreen) },
    Command(word: "back", help: "screen before") { $0.turn(.previousScreen) },
    Command(word: "leave", help: "no more questions; or leaves a lesson") { $0.leave() },
    Command(word: "help", help: "these commands") { _ in Self.help },
    Command(word: "quit", help: "end") {
      $0.isFinished = true
      return []
    },
  ]

  /// Answers one line.
  ///
  /// - Parameter line: A command, or assignments such as `kernel_size=3,5 stride=2`.
  /// - Returns: The lines of the answer.
  package mutating func answer(_ line: String) -> [String] {
    let before = state.lesson
    let answer = respond(to: line)
    state.followLesson(wasAskedToSkip: before?.wasAskedToSkip == true)
    return answer + lessonNews(since: before)
  }

  private mutating func respond(to line: String) -> [String] {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return [] }
    if state.prediction != nil, let lines = answerQuestion(line, words) { return lines }
    if let command = Self.commands.first(where: { $0.word == first }) {
      guard words.count > 1 else { return command.answer(&self) }
      return command.answerTo?(&self, Array(words.dropFirst()))
        ?? ["'\(printable(words.joined(separator: " ")))' is no command; help lists them"]
    }
    do throws(NotationError) {
      try state.takeCommand(line)
    } catch {
      return [error.message, "help lists the commands"]
    }
    return changes
  }

  private mutating func preset(_ words: [String]) -> [String]? {
    guard words.count == 1, let number = Int(words[0]) else {
      let found = Self.presets(words.joined(separator: " "))
      return found.isEmpty ? ["no preset has all of these words"] : found
    }
    guard (1...Preset.all.count).contains(number) else { return nil }
    state.change(to: Preset.all[number - 1].subject)
    return changes
  }

  /// The presets that have all words, with their numbers in the list of all.
  private static func presets(_ words: String) -> [String] {
    let found = Preset.matching(words)
    return Preset.all.enumerated().filter { found.contains($1) }
      .map { "\($0 + 1)  \($1.name): \($1.subject.layer.pytorchLine)" }
  }

  mutating func perform(_ action: Action) -> [String] {
    state.message = nil
    _ = state.apply(action)
    return state.message.map { [$0.text] } ?? changes
  }

  private static let help: [String] =
    ["name=value, such as kernel_size=3,5 or input=1,64,16,16: sets hyperparameters"]
    + commands.map { "\($0.word): \($0.help)" }

  /// What the last change did, and what follows from it.
  var changes: [String] {
    (state.lastChange?.parts ?? ["nothing changed"]) + outcome
  }
}
