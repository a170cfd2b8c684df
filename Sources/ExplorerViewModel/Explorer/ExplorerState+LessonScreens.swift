// Going through the screens of a lesson.

extension ExplorerState {
  /// Opens a lesson at one of its screens, from 0; conditions can be about the explorer's screen
  /// where there is one.
  package mutating func begin(_ lesson: Lesson, at index: Int = 0, hasScreen: Bool = true) {
    // From one lesson to the next, what will be restored at the end stays the same.
    let before =
      self.lesson?.before
      ?? LessonProgress.Before(document: document, history: history, view: view, row: row)
    var progress = LessonProgress(lesson: lesson.whole, before: before)
    progress.hasScreen = self.lesson?.hasScreen ?? hasScreen
    self.lesson = progress
    enterScreen(index)
    if index == 0 { say("the goal: \(lesson.goal)", .value) }
  }

  /// Goes on to the next screen, at the end to the next lesson.
  ///
  /// What is not done yet is only skipped when it is asked for twice.
  mutating func nextScreen() {
    guard let progress = lesson else { return sayThatNoLessonIsOpen() }
    if progress.isOver {
      guard let next = lesson(after: progress.lesson.number) else {
        return say("that was the last lesson; \(Command.lessons.keyNames) lists them")
      }
      return begin(next)
    }
    guard progress.isDone || progress.wasDone || progress.wasAskedToSkip else {
      lesson?.wasAskedToSkip = true
      return say("not done yet; \(Command.nextScreen.keyNames) again skips this screen", .notice)
    }
    enterScreen(progress.index + 1)
  }

  mutating func previousScreen() {
    guard let progress = lesson else { return sayThatNoLessonIsOpen() }
    guard progress.index > 0 else { return say("this is the first screen") }
    enterScreen(progress.index - 1)
  }

  /// Begins the screen again; what was done on it is not done any more, unless that is undone.
  mutating func restartScreen() {
    guard let index = lesson?.index else { return }
    let (document, before) = (document, history)
    lesson?.forgetScreen()
    enterScreen(index)
    history = before
    guard document != self.document else { return }
    history.remember(document)
    if document.isOfSameModule(as: self.document) {
      lastChange = Difference(from: document.subject, to: subject)
    }
  }

  private mutating func enterScreen(_ index: Int) {
    lesson?.enter(index)
    leavePrediction()
    mode = .browse
    guard let screen = lesson?.screen else {
      lesson?.isDone = true
      if let number = lesson?.lesson.number { lessonRecord.finish(number) }
      return
    }
    hidden = screen.hidden
    show(screen.view)
    (scope, choices) = (.all, [:])
    cellCursor = CellCursor()
    cellCursor.move(to: Spatial(square: 0), of: .output)
    // Its speed and its numbers are the learner's.
    stopPlaying()
    player.hasOtherOrder = false
    if let subject = screen.subject { explore(subject) }
    if let row = screen.row, row.applies(to: subject.layer.direction) { self.row = row }
    press(screen.begin)
    // What was explored before stays, whatever is taken back.
    history = History()
    lastChange = nil
    let opened = LessonProgress.Opening(view: view, focus: focus, isPlayed: player.steps != nil)
    lesson?.opened = opened
    if screen.asked != nil { predict() }
    judgeLesson()
  }

  /// Presses the keys that a screen begins with; they open no lesson, so that none opens itself.
  private mutating func press(_ keys: [KeyPress]) {
    guard !keys.isEmpty else { return }
    // They start from the same numbers each time.
    player.numbers = StepNumbers()
    let kept = (lesson, ownLessons, lessonRecord)
    (lesson, ownLessons) = (nil, [])
    for key in keys { _ = respond(to: key) }
    (lesson, ownLessons, lessonRecord) = kept
    message = nil
  }

  private mutating func sayThatNoLessonIsOpen() {
    say("no lesson is open; \(Command.lessons.keyNames) lists them")
  }

  /// Begins a lesson of the list, or continues it where it was left.
  mutating func resume(_ lesson: Lesson) {
    let left = lessonRecord.bookmark.flatMap { $0.number == lesson.number ? $0.index : nil }
    // A lesson may have fewer screens than when it was left.
    begin(lesson, at: left.flatMap { $0 < lesson.screenCount ? $0 : nil } ?? 0)
    lessonRecord.bookmark = nil
  }
}
