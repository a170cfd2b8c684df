/// A question that hides the result until it is answered.
package struct Prediction: Equatable, Sendable {
  package let question: Question
  /// The exercise that the question is of; `nil` for one about the layer that is explored.
  package internal(set) var exercise: Exercise?
  package internal(set) var entry = TextEntry()
  package internal(set) var stage = Stage.asked
  package internal(set) var score = Score()
  /// Whether Enter was pressed without an answer; pressing it again shows the answer.
  var wasAskedToShow = false

  package enum Stage: Equatable, Sendable {
    case asked
    case answered(Judgement)
    /// Shown to somebody who did not answer.
    case shown
  }

  /// How many of the answers so far were right.
  package struct Score: Equatable, Sendable {
    package internal(set) var right = 0
    package internal(set) var asked = 0
  }

  package var isAsking: Bool { stage == .asked }

  /// Whether nothing is typed; then the answer is only shown.
  var isBlank: Bool { entry.text.allSatisfy(\.isWhitespace) }

  /// Takes what is typed as the answer; nothing typed is not an answer.
  ///
  /// - Returns: Whether it could be read.
  mutating func reveal() -> Bool {
    guard isAsking else { return true }
    if isBlank {
      stage = .shown
    } else if let judgement = question.read(entry.text).flatMap(question.judge) {
      stage = .answered(judgement)
      if judgement.isRight { score.right += 1 }
    } else {
      return false
    }
    score.asked += 1
    return true
  }

  /// What is asked about the layer that is explored; its shape has both sizes in one.
  static func questions(_ pass: ForwardPass) -> [Question] {
    Question.all(about: pass).filter { if case .outputSize = $0.kind { false } else { true } }
  }

  /// The next question about the same layer, wrapping around.
  func next() -> Prediction {
    let questions = Self.questions(question.pass)
    let rest = questions.drop { $0.kind != question.kind }.dropFirst()
    return Prediction(question: rest.first ?? questions.first ?? question, score: score)
  }
}

/// The exercises of a session, one after the other.
package struct ExerciseSeries: Equatable, Sendable {
  package let seed: UInt64
  package private(set) var level = Exercise.Level.one
  /// What is asked again until it is answered right.
  package private(set) var chase: Exercise.Chase?
  /// The number of the last one; 0 before the first.
  package private(set) var number = 0

  /// A random seed, short enough to pass on.
  package static var anySeed: UInt64 { .random(in: 1...999_999) }

  /// The next exercise: the one that was answered wrong, with another layer, or that of the next
  /// number.
  mutating func next() -> Exercise? {
    if chase == nil { number &+= 1 }
    return Exercise(seed: seed, level: level, number: number, chasing: chase)
  }

  /// Asks a question again until it is answered right; one that is only shown stays what it is.
  mutating func follow(_ judgement: Judgement) {
    guard !judgement.isRight else { return chase = nil }
    chase = Exercise.Chase(
      after: judgement.question, judgement.mistakes.first?.idea,
      attempt: (chase?.attempt ?? 0) + 1)
  }

  /// Continues with exercises of a level.
  mutating func go(to level: Exercise.Level) { (self.level, chase) = (level, nil) }
}

extension ExplorerState {
  /// Whether what follows from the layer must be hidden.
  package var hidesResult: Bool { prediction?.isAsking == true }

  /// The state as the screen shows it: with the layer of the question, if there is one.
  var shown: ExplorerState {
    guard let prediction, prediction.question.subject != subject else { return self }
    var shown = self
    shown.subject = prediction.question.subject
    return shown
  }

  mutating func ask(_ new: Prediction?) { (prediction, scroll) = (new, 0) }

  /// Restores the explorer as it was before.
  mutating func leavePrediction() { ask(nil) }
}
