extension ExplorerState {
  /// The lessons to choose from: those of a teacher's file, or else the built-in ones.
  package var lessons: [Lesson] { ownLessons.isEmpty ? Lesson.outlines : ownLessons }

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

  /// Closes the lesson and restores what was explored before it.
  mutating func leaveLesson() {
    guard let progress = lesson else { return }
    lesson = nil
    lessonRecord.bookmark = progress.isOver ? nil : progress.bookmark
    hidden = Hidden()
    history = progress.before.history
    change(to: progress.before.document)
    show(progress.before.view)
    row = progress.before.row
    let which = progress.isOver ? "another lesson" : "the lesson again"
    say("your layer is back; \(Command.lessons.keyNames) and Enter take up \(which)")
  }

  /// Sees whether the screen of a lesson is done, after a key; the one before it may have asked for
  /// the next screen too early.
  mutating func followLesson(wasAskedToSkip: Bool) {
    guard let progress = lesson else { return }
    // Any key but that one is an answer to the question.
    if wasAskedToSkip, progress.wasAskedToSkip { lesson?.wasAskedToSkip = false }
    judgeLesson()
  }

  /// Checks which of the screen's words are true now: what was done can be undone, and a sentence
  /// about another layer than the one on the screen is not shown.
  private mutating func judgeLesson() {
    guard let screen = lesson?.screen else { return }
    let isDone = screen.until?.holds(in: self) ?? true
    let isAnswerTrue = screen.claims(.done).allSatisfy { $0.holds(in: self) }
    let isTextTrue = screen.claims(.opening).allSatisfy { $0.holds(in: self) }
    lesson?.isDone = isDone
    if isDone { lesson?.noteDone() }
    lesson?.isAnswerTrue = isAnswerTrue
    lesson?.isTextTrue = isTextTrue
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

  // MARK: The way out

  /// Whether the next Esc leaves the lesson: from where its screen opened, or after the last one.
  var leavesLesson: Bool {
    guard let lesson, scene == .browse, !isPresenting, !isFiltered else { return false }
    return lesson.opened.map { $0.view == view && !isDeeper(than: $0) } ?? true
  }

  /// Whether the keys have gone further into the page than the screen did, or play it.
  func isDeeper(than opened: LessonProgress.Opening) -> Bool {
    !hasKnobs && focus != opened.focus || player.steps != nil && !opened.isPlayed
  }

  mutating func comeBack(to opened: LessonProgress.Opening) {
    if !opened.isPlayed { stopPlaying() }
    focus = opened.focus
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

  /// The lesson after another one in the list.
  func lesson(after number: Int) -> Lesson? {
    lessons.firstIndex { $0.number == number }.flatMap { lessons[at: $0 + 1] }
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
