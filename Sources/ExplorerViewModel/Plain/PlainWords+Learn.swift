/// Lessons and questions, in the words of commands, since there are no keys here.
extension PlainWords {
  var lessons: [String] { state.lessons.listText + ["`lesson 1` opens the first"] }

  /// The screen of the lesson, with the layer that it is about.
  var lessonScreen: [String] {
    guard let progress = state.lesson else { return ["no lesson is open; lessons lists them"] }
    let lesson = progress.lesson
    guard let screen = progress.screen else {
      let next = state.lesson(after: lesson.number).map {
        "next begins lesson \($0.number), \($0.title); "
      }
      return ["that was lesson \(lesson.number), \(lesson.title); \(next ?? "")leave ends it"]
    }
    let subject = state.subject
    let place = "screen \(progress.index + 1) of \(lesson.screens.count)"
    let lines = screen.text.map(LessonText(state).filled)
    return ["lesson \(lesson.number), \(lesson.title): \(place)"] + lines
      + ["now \(subject.layer.pytorchLine), input \(subject.input.text)"] + outcome.prefix(1)
      + task(of: screen, progress) + (state.prediction == nil ? [] : question)
  }

  /// A lesson that was opened by its number, with its goal; without one, the screen again.
  func lesson(_ number: String) -> [String] {
    let goal = number.isEmpty ? nil : state.lesson.map { ["the goal: \($0.lesson.goal)"] }
    return (goal ?? []) + lessonScreen
  }

  /// The screen that the lesson has moved to, or why it has not moved.
  var turned: [String] {
    guard let now = state.lesson, now.index == before.lesson?.index,
      now.lesson == before.lesson?.lesson
    else { return lessonScreen }
    if now.isOver { return ["that was the last lesson; lessons lists them"] }
    return now.wasAskedToSkip ? ["not done yet; next once more skips this screen"] : changes
  }

  /// That a question or a lesson has been left.
  var left: [String] {
    if before.prediction != nil { return ["no more questions"] }
    return before.lesson == nil ? changes : ["you have left the lesson"] + summary
  }

  /// That the screen of a lesson is done now, if the last command did it.
  var lessonNews: [String] {
    guard let before = before.lesson, let now = state.lesson, before.lesson == now.lesson,
      before.index == now.index, !before.isDone, now.isDone, let screen = now.screen
    else { return [] }
    return task(of: screen, now)
  }

  private func task(of screen: LessonScreen, _ progress: LessonProgress) -> [String] {
    let text = LessonText(state)
    guard let until = screen.until else {
      return screen.hint.isEmpty ? [] : [text.filled(screen.hint)]
    }
    guard progress.isDone else { return ["to do: until \(until.text)"] }
    return ["done: \(text.answer(screen, progress) ?? "next goes on")"]
  }

  /// What asks for the answer instead of giving one.
  static let noAnswer = "?"

  var question: [String] {
    guard let text, let prediction = state.prediction else { return changes }
    return plain(text.asked(isBesidePanel: false))
      + ["answer with \(prediction.question.expected); ? shows the answer, leave ends"]
  }

  var verdictOnAnswer: [String] {
    if let message = state.message { return [message.text + "; ? shows the answer"] }
    return text.map(\.revealed).map(plain) ?? []
  }

  private var text: PredictionText? {
    state.prediction.map { PredictionText(prediction: $0, spelling: state.spelling, width: 100) }
  }

  /// Lines without styles, and without those that only make room.
  private func plain(_ lines: [[Span]]) -> [String] { lines.map(Self.text).filter { !$0.isEmpty } }
}
