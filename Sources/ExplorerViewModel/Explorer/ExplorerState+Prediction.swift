extension ExplorerState {
  /// Asks about the layer that is explored, from one question to the next.
  mutating func predict() {
    if let prediction, prediction.exercise == nil { return ask(prediction.next()) }
    let asked = pass.flatMap { lesson?.screen?.asked?.question($0) }
    guard let pass, let first = asked ?? Prediction.questions(pass).first else {
      return say("there is no output to predict; \(Command.fix.keyNames) fixes the layer")
    }
    ask(Prediction(question: first))
  }

  /// Asks about the layer of the next exercise.
  mutating func exercise() {
    let score = prediction?.exercise == nil ? nil : prediction?.score
    guard let exercise = series.next() else { return }
    ask(
      Prediction(
        question: exercise.question, exercise: exercise, score: score ?? Prediction.Score()))
  }

  /// Leaves the question, and says how to come back to the exercises.
  mutating func closePrediction() {
    if prediction?.exercise != nil {
      say("your layer is back; \(Command.quiz.keyNames) goes on asking")
    }
    leavePrediction()
  }

  /// Whether the question of a lesson's screen was left without its answer.
  var awaitsAnswer: Bool {
    prediction == nil && lesson?.screen?.asked != nil && lesson?.isAnswered == false
  }

  /// Whether digits begin that answer: not where they are for a list or for the numbers of a grid.
  var digitsAnswer: Bool { awaitsAnswer && ![.numbers, .list].contains(arrows) }

  /// Asks the question of the lesson again, with the first digit of the answer.
  mutating func predict(typing text: String) {
    predict()
    prediction?.entry = TextEntry(text)
  }

  mutating func takesIntoAnswer(_ key: KeyPress) -> Bool {
    guard hidesResult,
      prediction?.entry.edit(key, taking: { "0123456789,_-−()[] x×*".contains($0) }) == true
    else { return false }
    prediction?.wasAskedToShow = false
    return true
  }

  /// Answers the question, or asks the next one.
  mutating func answerOrGoOn() {
    guard let prediction else { return }
    if prediction.isAsking, prediction.isBlank, !prediction.wasAskedToShow {
      // An empty line is not an answer.
      self.prediction?.wasAskedToShow = true
      return say("nothing is typed; \(KeyPress.enter.name) once more shows the answer", .notice)
    }
    if prediction.isAsking { return reveal() }
    guard asksForLesson else { return prediction.exercise == nil ? predict() : exercise() }
    leavePrediction()
    if lesson?.isAnswered == false { predict() }
  }

  /// Whether the question is that of the lesson's screen, which is asked until it is answered.
  var asksForLesson: Bool {
    guard let prediction, prediction.exercise == nil else { return false }
    let asked = lesson?.screen?.asked?.question(prediction.question.pass)
    return asked?.kind == prediction.question.kind
  }

  /// Whether the screens of a lesson can be turned now: not while something else is asked.
  var turnsScreens: Bool { prediction == nil || asksForLesson || !hidesResult }

  mutating func reveal() {
    guard var answered = prediction else { return }
    guard answered.reveal() else { return refuse("that is not \(answered.question.expected)") }
    prediction = answered
    if case .answered(let judgement) = answered.stage {
      if answered.exercise != nil { series.follow(judgement) }
      if judgement.isRight, asksForLesson { lesson?.isAnswered = true }
    }
    // On a small screen the verdict comes before the question.
    let entry = PredictionView(state: shown, prediction: answered).entryIndex
    scroll = min(entry, body(of: self).text.limit)
  }

  /// Continues with exercises of another level, if there is one.
  mutating func setLevel(_ number: Int) {
    guard prediction?.exercise != nil else {
      return say("exercises have levels; \(Command.quiz.keyNames) begins them")
    }
    guard Exercise.Level(rawValue: number) != nil else { return say("the levels are 1, 2 and 3") }
    takeLevel("\(number)")
  }
}
