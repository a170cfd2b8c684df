import ConvArithmetic
import LayerNotation

extension PlainSession {
  /// What is said at first: what had to be assumed, the layer, and the screen of the lesson that is
  /// open.
  package var opening: [String] {
    let remark = state.message.map { [$0.text] } ?? []
    let model = state.model.map { ["\($0.countText) of a model; layers lists them"] } ?? []
    return remark + summary + model + (state.lesson == nil ? [] : lessonScreen)
  }

  var lessons: [String] {
    LessonList(lessons: state.lessons).text + ["lesson and its number opens one"]
  }

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
    return ["lesson \(lesson.number), \(lesson.title): \(place)"] + screen.text
      + ["now \(subject.layer.pytorchLine), input \(subject.input.text)"] + outcome.prefix(1)
      + task(of: screen, isDone: progress.isDone)
  }

  /// Opens a lesson; `nil` for words that are no number of one.
  mutating func lesson(_ words: [String]) -> [String]? {
    guard words.count == 1, let number = Int(words[0]) else { return nil }
    guard let lesson = state.lessons.first(where: { $0.number == number }) else {
      return ["there is no lesson \(number); lessons lists them"]
    }
    state.begin(lesson, hasScreen: false)
    return ["the goal: \(lesson.goal)"] + lessonScreen
  }

  /// Goes to another screen of the lesson, or leaves it.
  mutating func turn(_ action: Action) -> [String] {
    let before = state.lesson
    state.message = nil
    _ = state.apply(action)
    let isElsewhere =
      state.lesson?.index != before?.index || state.lesson?.lesson != before?.lesson
    guard isElsewhere, state.lesson != nil else {
      return before != nil && state.lesson == nil ? ["the lesson is left"] + summary : saying
    }
    return lessonScreen
  }

  /// Leaves the question, or else the lesson.
  mutating func leave() -> [String] {
    state.prediction == nil && state.lesson != nil ? turn(.leave) : leaveQuestion()
  }

  private var saying: [String] {
    guard state.lesson != nil else { return ["no lesson is open; lessons lists them"] }
    if state.lesson?.isOver == true { return ["that was the last lesson; lessons lists them"] }
    guard state.lesson?.wasAskedToSkip == true else {
      return [state.message?.text ?? "nothing changed"]
    }
    return ["not done yet; next once more skips this screen"]
  }

  /// That the screen of a lesson is done now, if the last command did it.
  func lessonNews(since before: LessonProgress?) -> [String] {
    guard let before, let now = state.lesson, before.lesson == now.lesson,
      before.index == now.index, !before.isDone, now.isDone, let screen = now.screen
    else { return [] }
    return task(of: screen, isDone: true)
  }

  /// What is to be done, in the words of a command, since there are no keys here.
  private func task(of screen: LessonScreen, isDone: Bool) -> [String] {
    guard let until = screen.until else { return screen.hint.isEmpty ? [] : [screen.hint] }
    guard isDone else { return ["to do: until \(until.text)"] }
    return ["done: \(screen.answer.isEmpty ? "next goes on" : screen.answer)"]
  }
}
