import ConvArithmetic
import LayerNotation

extension PlainSession {
  private static let width = 100

  /// What asks for the answer instead of giving one.
  private static let noAnswer = "?"

  /// The words that are commands also while there is a question.
  private static let questionWords = ["predict", "quiz", "leave", "help", "quit"]

  /// The answer to a question, in lines; `nil` for a line that is none.
  mutating func answerQuestion(_ line: String, _ words: [String]) -> [String]? {
    guard state.hidesResult else {
      // The question is answered, and what is typed is about the layer again.
      if !Self.questionWords.contains(words[0]) { state.leavePrediction() }
      return nil
    }
    guard !Self.questionWords.contains(words[0]) else { return nil }
    state.prediction?.entry = TextEntry(line == Self.noAnswer ? "" : line)
    state.message = nil
    state.reveal()
    if let message = state.message { return [message.text + "; ? shows the answer"] }
    return text.map(\.revealed).map(plain) ?? []
  }

  /// Asks with an action that asks.
  mutating func ask(_ action: Action) -> [String] {
    state.message = nil
    _ = state.apply(action)
    return state.message.map { [$0.text] } ?? question
  }

  /// Asks exercises of a level.
  ///
  /// - Returns: `nil` where there is no such level.
  mutating func ask(level words: [String]) -> [String]? {
    guard words.count == 1, let number = Int(words[0]), let level = Exercise.Level(rawValue: number)
    else { return nil }
    state.series.level = level
    return ask(.exercise)
  }

  mutating func leaveQuestion() -> [String] {
    guard state.prediction != nil else { return ["there is no question to leave"] }
    state.leavePrediction()
    return ["no more questions"]
  }

  private var text: PredictionText? {
    state.prediction.map {
      PredictionText($0, spelling: state.capabilities.spelling, width: Self.width)
    }
  }

  private var question: [String] {
    guard let text, let prediction = state.prediction else { return [] }
    return plain(text.asked(isBesidePanel: false))
      + ["answer with \(prediction.question.expected); ? shows the answer, leave ends"]
  }

  /// Lines without styles, and without those that only make room.
  private func plain(_ lines: [[Span]]) -> [String] {
    lines.map { $0.map(\.text).joined() }.filter { !$0.isEmpty }
  }
}
