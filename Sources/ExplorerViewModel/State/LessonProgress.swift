/// A lesson that is open, and how far it has come.
package struct LessonProgress: Equatable, Sendable {
  package let lesson: Lesson
  /// What is restored when the lesson is left.
  let before: Before
  /// The screen, from 0; after the last one the lesson is over.
  package internal(set) var index = 0
  /// Whether the screen's condition holds now.
  package internal(set) var isDone = false
  /// The screens that were done once: what follows them is not too early.
  private(set) var doneScreens: Set<Int> = []
  /// Whether what the answer says is true of the learner's layer.
  var isAnswerTrue = true
  /// Whether the text is true of the layer as it is now, and not only of the one at first.
  var isTextTrue = true
  /// Whether the question of the screen was answered right.
  var isAnswered = false
  /// Whether the next screen was asked for too early; asking again skips this one.
  var wasAskedToSkip = false
  /// Where the screen opened, once it has; after the last one there is none.
  var opened: Opening?
  /// Whether there is a screen that a condition can be about; plain mode has none.
  var hasScreen = true

  /// What was explored before the lesson, and how.
  struct Before: Equatable, Sendable {
    let document: Document
    let history: History<Document>
    let view: View
    let row: Hyperparameter
  }

  /// The page that a screen opened, what its keys went to, and whether it was played.
  struct Opening: Equatable, Sendable {
    let view: View
    let focus: Focus
    let isPlayed: Bool
  }

  /// The present screen; `nil` after the last one.
  package var screen: LessonScreen? { lesson.screens[at: index] }

  package var isOver: Bool { index >= lesson.screens.count }

  var bookmark: LessonBookmark { LessonBookmark(number: lesson.number, index: index) }

  /// Goes to a screen, with nothing on it done yet.
  mutating func enter(_ index: Int) {
    var entered = LessonProgress(lesson: lesson, before: before)
    (entered.index, entered.hasScreen, entered.doneScreens) = (index, hasScreen, doneScreens)
    self = entered
  }

  var wasDone: Bool { doneScreens.contains(index) }

  mutating func noteDone() { doneScreens.insert(index) }

  mutating func forgetScreen() { doneScreens.remove(index) }
}

/// A screen of a lesson, to come back to.
struct LessonBookmark: Equatable, Sendable {
  let number: Int
  let index: Int
}
