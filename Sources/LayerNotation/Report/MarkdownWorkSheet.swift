import ConvArithmetic

/// A sheet of exercises in Markdown, for lecture notes.
package struct MarkdownWorkSheet: Equatable, Sendable {
  package let text: String

  package init(_ sheet: WorkSheet, spell: (String) -> String = { $0 }) {
    func write(_ text: String) -> String { spell(text).markdown }
    let head = """
      # \(WorkSheet.title)

      \(write(sheet.origin)); `\(sheet.command)` prints this sheet again.

      """
    let questions = sheet.exercises.map { exercise in
      """

      \(exercise.number). `\(exercise.question.pass.layer.pytorchLine)` on an input of \
      \(exercise.question.pass.input.text). \(write(exercise.question.sentence))

      """
    }
    let answers = sheet.exercises.map { Self.answer($0, write) }
    let letters = sheet.letters.map { "- \(write($0.name)): \(write($0.meaning))\n" }
    text =
      head + questions.joined() + Self.heading(WorkSheet.answersTitle) + answers.joined()
      + Self.heading(WorkSheet.lettersTitle) + letters.joined()
  }

  private static func answer(_ exercise: Exercise, _ write: (String) -> String) -> String {
    let question = exercise.question
    let lines = WorkSheet.working(question) + WorkSheet.warnings(question)
    return "\(exercise.number). **\(write(question.text(question.answer)))**\n"
      + lines.map { "   - \(write($0))\n" }.joined()
  }

  private static func heading(_ title: String) -> String { "\n## \(title)\n\n" }
}
