/// A word that a line of a lesson begins with; the README says what each is for.
package enum LessonWord: String, CaseIterable, Sendable {
  case lesson, relationship, goal, screen
  case set, view, row, until, hint, answer, keys
  case given, then, with

  /// Whether a screen, or the head of a lesson, may have several.
  var isRepeatable: Bool {
    ![.relationship, .goal, .view, .row, .until, .hint, .answer].contains(self)
  }
}
