/// A goal, and the few screens that lead to it: a row of data, whoever wrote it.
package struct Lesson: Equatable, Sendable {
  package let number: Int
  package let title: String
  /// What the learner can do after the last screen.
  package internal(set) var goal = ""
  /// The track that it belongs to; empty for a lesson without one.
  package internal(set) var track = ""
  /// Where to read on: said at the end, after the pictures.
  package internal(set) var source = ""
  /// The relationships that it is about, by their numbers in Dumoulin & Visin, "A guide to
  /// convolution arithmetic for deep learning" (2018).
  package internal(set) var relationships: [Int] = []
  /// At least one; none in an outline.
  package internal(set) var screens: [LessonScreen] = []
  /// How many there are, in an outline, too.
  package internal(set) var screenCount = 0

  /// The relationships in words; empty where there are none.
  package var relationshipText: String {
    relationships.isEmpty
      ? "" : "Dumoulin & Visin " + relationships.map(String.init).joined(separator: ", ")
  }
}

/// A few lines of text, what they put into the explorer, and what the learner does with it.
package struct LessonScreen: Equatable, Sendable {
  /// The line of the file that it begins in, from 1.
  let line: Int
  /// The lines as they were written.
  package internal(set) var text: [String] = []
  /// What is explored from here on; without it, what the learner has.
  package internal(set) var subject: LayerCase?
  package internal(set) var view = View.overview
  /// The row that is selected; without it, the one that is.
  package internal(set) var row: Hyperparameter?
  /// What the screen leaves out.
  package internal(set) var hidden = Hidden()
  /// Keys that are pressed when it opens: into the picture, to a cell, some steps, a network.
  package internal(set) var begin: [KeyPress] = []
  /// What `g` asks first; without it, what it always asks.
  package internal(set) var asked: AskedNumber?
  /// What the learner has to reach; without it, the screen is only to be read.
  package internal(set) var until: LessonCondition?
  package internal(set) var hint = ""
  /// What is said once it is reached.
  package internal(set) var answer = ""
  /// Keys that reach it.
  package internal(set) var keys: [KeyPress] = []
  package internal(set) var claims: [LessonClaim] = []

  /// What is to be done, in one sentence; the hint, or else the condition itself.
  package var task: String {
    hint.isEmpty ? until.map { "until \($0.text)" } ?? "read, then go on" : hint
  }

  /// What its words claim about the numbers at a moment.
  func claims(_ moment: LessonClaim.Moment) -> [LessonCondition] {
    claims.filter { $0.moment == moment }.map(\.condition)
  }
}

/// Something that a text claims about the numbers, in a form that can be checked.
package struct LessonClaim: Equatable, Sendable {
  package enum Moment: Equatable, Sendable {
    case opening
    case done
    /// Values for another layer than the one on the screen.
    case of(LayerCase)
  }

  let line: Int
  package let moment: Moment
  package let condition: LessonCondition
}

/// Why a file, or a part of one, is not a lesson, and where.
package struct LessonError: Error, Equatable, Sendable {
  /// The line of the file, from 1; 0 for the one that is being read.
  package let line: Int
  package let reason: String

  package var message: String { "line \(line): \(reason)" }

  init(_ reason: String, line: Int = 0) { (self.line, self.reason) = (line, reason) }
}

/// Throws a reason unless a condition holds.
func require(
  _ isSo: Bool, _ reason: @autoclosure () -> String, line: Int = 0
) throws(LessonError) {
  if !isSo { throw LessonError(reason(), line: line) }
}

/// What a lesson may have, so that all of it is shown on a screen of 80×24.
package enum LessonLimit {
  package static let bytes = 1 << 18
  static let numbers = 1...9_999
  static let relationships = 1...15
  static let title = 34
  static let goal = 150
  /// Of a hint or an answer.
  static let sentence = 70
  /// The columns of a line of text, and how many lines a screen has.
  package static let columns = 76
  package static let lines = 4
  static let screens = 40
  static let keys = 1_000
}

/// What a lesson waits for or claims: terms about the state, all of which must hold.
package struct LessonCondition: Equatable, Sendable {
  /// The condition as it was written.
  package let text: String
  let terms: [LessonTerm]

  package func holds(in state: ExplorerState) -> Bool { terms.allSatisfy { $0.holds(state) } }

  /// Conditions with the same words are equal.
  package static func == (left: Self, right: Self) -> Bool { left.text == right.text }
}

struct LessonTerm: Sendable {
  /// The actual value of a number or a shape, for a claim that is false.
  var number: @Sendable (ExplorerState) -> String? = { _ in nil }
  let holds: @Sendable (ExplorerState) -> Bool
}
