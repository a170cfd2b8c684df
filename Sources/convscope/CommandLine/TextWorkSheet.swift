import ConvArithmetic
import ExplorerViewModel
import LayerNotation

/// A sheet of exercises as plain text, as wide as a page.
nonisolated struct TextWorkSheet {
  private static let width = 80
  /// In front of everything but the number of an exercise.
  private static let indentation = 5
  private let spelling: Spelling
  private(set) var text = ""

  init(_ sheet: WorkSheet, _ spelling: Spelling) {
    self.spelling = spelling
    append(WorkSheet.title)
    append("\(sheet.origin); to print this sheet again:")
    append(sheet.command)
    for exercise in sheet.exercises {
      append("")
      append(exercise.question.layerText, number: exercise.number)
      append(exercise.question.sentence, number: nil)
      append("Answer: ____________", number: nil)
    }
    append("")
    append(WorkSheet.answersTitle)
    for exercise in sheet.exercises { append(answer: exercise) }
    append("")
    append(WorkSheet.lettersTitle)
    for letter in sheet.letters { append("\(letter.name): \(letter.meaning)", number: nil) }
  }

  private mutating func append(answer exercise: Exercise) {
    let question = exercise.question
    append("")
    append(question.text(question.answer), number: exercise.number)
    for line in WorkSheet.working(question) { append(line, number: nil) }
    for warning in WorkSheet.warnings(question) {
      append("Not \(warning.answer). \(warning.reason)", number: nil)
    }
  }

  /// Adds a paragraph after the number of an exercise, or below it.
  private mutating func append(_ paragraph: String, number: Int?) {
    let lines = wrap(paragraph, width: Self.width - Self.indentation, spelling)
    for (index, line) in lines.enumerated() {
      let start = index == 0 ? number.map { "\($0). " } ?? "" : ""
      append(blanks(Self.indentation - start.count) + start + line)
    }
  }

  private mutating func append(_ line: String) { text += spelling.text(line) + "\n" }
}
