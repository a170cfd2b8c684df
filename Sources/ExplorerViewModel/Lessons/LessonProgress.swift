/// A lesson that is open, and how far it has come.
package struct LessonProgress: Equatable, Sendable {
  package let lesson: Lesson
  /// What is given back when the lesson is left.
  let before: Before
  /// The screen, from 0; after the last one the lesson is over.
  package internal(set) var index = 0
  /// Whether the learner has reached what the screen asks for.
  package internal(set) var isDone = false
  /// Whether the next screen was asked for too early, so that asking again goes on.
  var wasAskedToSkip = false
  /// Whether there is a screen that a condition can be about; plain mode has none.
  var hasScreen = true

  /// What was explored before the lesson, and how.
  struct Before: Equatable, Sendable {
    let subject: LayerCase
    let view: View
    let row: Hyperparameter
  }

  /// The present screen; `nil` after the last one.
  package var screen: LessonScreen? { lesson.screens[at: index] }

  package var isOver: Bool { index >= lesson.screens.count }
}

/// A screen of a lesson, to come back to.
struct LessonBookmark: Equatable, Sendable {
  let number: Int
  let index: Int
}
