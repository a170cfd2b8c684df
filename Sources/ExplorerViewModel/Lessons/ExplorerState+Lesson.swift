extension ExplorerState {
  /// The lessons to choose from: those of a teacher's file, or else the built-in ones.
  package var lessons: [Lesson] { ownLessons.isEmpty ? Lesson.outlines : ownLessons }

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
  mutating func judgeLesson() {
    guard let screen = lesson?.screen else { return }
    let isDone = screen.until?.holds(in: self) ?? true
    let isAnswerTrue = screen.claims(.done).allSatisfy { $0.holds(in: self) }
    let isTextTrue = screen.claims(.opening).allSatisfy { $0.holds(in: self) }
    lesson?.isDone = isDone
    if isDone { lesson?.noteDone() }
    lesson?.isAnswerTrue = isAnswerTrue
    lesson?.isTextTrue = isTextTrue
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

  /// The lesson after another one in the list.
  func lesson(after number: Int) -> Lesson? {
    lessons.firstIndex { $0.number == number }.flatMap { lessons[at: $0 + 1] }
  }
}
