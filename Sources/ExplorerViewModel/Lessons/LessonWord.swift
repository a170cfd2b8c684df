/// A word that a line of a lesson begins with.
package enum LessonWord: String, CaseIterable, Sendable {
  case lesson, relationship, goal, screen
  case set, view, row, until, hint, answer, keys
  case given, then, with

  /// The line as it is written.
  package var form: String {
    switch self {
    case .lesson: "lesson 8: TITLE"
    case .relationship: "relationship: 13, 14"
    case .goal: "goal: SENTENCE"
    case .screen: "screen"
    case .set: "set kernel_size=3 …"
    case .view: "view map"
    case .row: "row padding"
    case .until: "until CONDITION"
    case .hint: "hint SENTENCE"
    case .answer: "answer SENTENCE"
    case .keys: "keys ll<Enter>"
    case .given: "given CONDITION"
    case .then: "then CONDITION"
    case .with: "with k=5 : CONDITION"
    }
  }

  package var help: String {
    switch self {
    case .lesson: "begins a lesson; a file can have several"
    case .relationship: "its numbers in Dumoulin & Visin; may be left out"
    case .goal: "what the learner can do afterwards"
    case .screen: "begins a screen; its text is indented: at most 4 lines of 76 characters"
    case .set: "the layer, by the assignments of the command line; without it, the layer stays"
    case .view: "the page of a room; without it, overview"
    case .row: "the hyperparameter that is selected"
    case .until: "what the learner has to reach; without it, there is only to read"
    case .hint: "what to do, at most 70 characters; without it, the condition is shown"
    case .answer: "what is said when it is done, at most 70 characters"
    case .keys: "keys that reach it, as for `--keys`; only for `--check`"
    case .given: "what is so when the screen opens; only for `--check`"
    case .then: "what is so when it is done; only for `--check`"
    case .with: "what is so for other values; only for `--check`"
    }
  }

  /// Whether a screen, or the head of a lesson, may have several.
  var isRepeatable: Bool {
    switch self {
    case .lesson, .screen, .set, .keys, .given, .then, .with: true
    case .relationship, .goal, .view, .row, .until, .hint, .answer: false
    }
  }
}
