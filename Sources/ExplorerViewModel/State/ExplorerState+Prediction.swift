import ConvArithmetic
import LayerNotation

/// A key that means something while there is a question; characters of an answer are text.
package struct AnswerKey: Sendable {
  package let keys: String
  package let help: String
  /// Whether it is of use in a state.
  let isUseful: @Sendable (Prediction) -> Bool

  package static let all: [AnswerKey] = [
    AnswerKey(keys: KeyPress.enter.name, help: "answer") { $0.isAsking && !$0.isBlank },
    AnswerKey(keys: KeyPress.enter.name, help: "show it") { $0.isAsking && $0.isBlank },
    AnswerKey(keys: KeyPress.enter.name, help: "next") { !$0.isAsking },
    AnswerKey(keys: KeyBinding.keyNames(for: .predict), help: "another") { $0.exercise == nil },
    AnswerKey(keys: KeyBinding.keyNames(for: .predict), help: "own layer") { $0.exercise != nil },
    AnswerKey(keys: KeyBinding.keyNames(for: .exercise), help: "exercises") { $0.exercise == nil },
    AnswerKey(keys: KeyBinding.keyNames(for: .exercise), help: "another") { $0.exercise != nil },
    AnswerKey(keys: "↑/↓", help: "level") { $0.exercise != nil },
    AnswerKey(keys: "?", help: "help") { _ in true },
    AnswerKey(keys: KeyPress.escape.name, help: "leave") { _ in true },
  ]
}

extension ExplorerState {
  /// Whether what follows from the layer must not be seen.
  package var hidesResult: Bool { prediction?.isAsking == true }

  /// The state as the screen shows it: with the layer of the question, if there is one.
  var shown: ExplorerState {
    guard let prediction, prediction.question.subject != subject else { return self }
    var shown = self
    shown.subject = prediction.question.subject
    return shown
  }

  /// Asks about the layer that is explored, from one question to the next.
  mutating func predict() {
    if let prediction, prediction.exercise == nil { return ask(prediction.next()) }
    guard case .success(let pass) = outcome, let first = Prediction.questions(pass).first else {
      message = Message(text: "there is no output to predict; f fixes the layer", style: .faint)
      return
    }
    ask(Prediction(first))
  }

  /// Asks about the layer of the next exercise.
  mutating func exercise() {
    let score = prediction?.exercise == nil ? Prediction.Score() : prediction?.score
    guard let exercise = series.next() else { return }
    ask(Prediction(exercise.question, exercise: exercise, score: score ?? Prediction.Score()))
  }

  private mutating func ask(_ new: Prediction) {
    prediction = new
    scroll = 0
  }

  /// Gives the explorer back as it was before.
  mutating func leavePrediction() {
    prediction = nil
    scroll = 0
  }

  /// Does what a key asks for while there is a question.
  mutating func answer(_ present: Prediction, _ key: KeyPress) -> Effect? {
    if present.isAsking, let entry = present.entry.edited(key) {
      prediction?.entry = entry
      return nil
    }
    switch key {
    case .enter: present.isAsking ? reveal() : present.exercise == nil ? predict() : exercise()
    case .escape, "q": leavePrediction()
    default: return act(on: key)
    }
    return nil
  }

  mutating func reveal() {
    guard var answered = prediction else { return }
    guard answered.reveal() else {
      let expected = answered.question.expected
      message = Message(text: "that is not \(expected)", style: .bad)
      return
    }
    prediction = answered
    // On a small screen the verdict comes before the question.
    let entry = PredictionView(state: shown, prediction: answered).entryIndex(size.columns)
    scroll = min(entry, scrollLimit(self))
  }

  private mutating func act(on key: KeyPress) -> Effect? {
    let action = KeyBinding.binding(for: key)?.action
    switch action {
    case .predict?, .exercise?, .openHelp?, .cycleTheme?, .suspend?, .repaint?, .quit?:
      return action.flatMap { apply($0) }
    case .step(.up)?: setLevel(series.level.rawValue + 1)
    case .step(.down)?: setLevel(series.level.rawValue - 1)
    case .pageUp?, .pageDown?: action.map { scroll($0) }
    default:
      message = Message(
        text: "\(key.name) does nothing now; Esc leaves the question", style: .faint)
    }
    return nil
  }

  /// Goes on with exercises of another level, as far as there is one.
  mutating func setLevel(_ number: Int) {
    guard prediction?.exercise != nil else {
      message = Message(text: "exercises have levels; G begins them", style: .faint)
      return
    }
    guard let level = Exercise.Level(rawValue: number) else {
      message = Message(text: "the levels are 1, 2 and 3", style: .faint)
      return
    }
    series.level = level
    exercise()
  }
}

extension TextEntry {
  /// The line after a key that edits it; `nil` for another key.
  fileprivate func edited(_ key: KeyPress) -> TextEntry? {
    var entry = self
    switch key {
    case .character(let character) where "0123456789,-−() x×".contains(character):
      entry.insert(String(character))
    case .pasted(let text): entry.insert(text)
    case .backspace, .delete, .control("h"): entry.deleteLast()
    case .control("u"): entry.clear()
    case .control("w"): entry.deleteWord()
    default: return nil
    }
    return entry
  }
}
