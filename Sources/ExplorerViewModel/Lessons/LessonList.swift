import ConvArithmetic
import LayerNotation

/// Lessons as a list for people and for programs.
extension [Lesson] {
  /// A line for each lesson with its number and title, and one for its goal.
  package var listText: [String] {
    let width = map { String($0.number).count }.max() ?? 0
    let titleWidth = map { Spelling.unicode.width($0.title) }.max() ?? 0
    return flatMap { lesson in
      let number = Spelling.unicode.padded("\(lesson.number)", to: width, .trailing)
      let title =
        lesson.relationships.isEmpty
        ? lesson.title : Spelling.unicode.padded(lesson.title, to: titleWidth + 2)
      return ["\(number)  \(title)\(lesson.relationshipText)", blanks(width + 2) + lesson.goal]
    }
  }

  /// A table.
  package var listMarkdown: [String] { table.prefix(4).markdown(isRuleSpaced: false) }

  /// An object in one line, with the list of lessons.
  package var listJSON: [UInt8] { JSONWriter.line { $0.list("lessons", table) } }

  private var table: Table {
    let columns: [Table.Column] = [
      .init("number", title: "lesson", .trailing), .init("title"), .init("goal"),
      .init("relationships", title: "relationships of Dumoulin & Visin"), .init("screens"),
    ]
    return Table(
      columns,
      rows: map { lesson in
        [
          .number(Count(lesson.number)), .text(lesson.title), .text(lesson.goal),
          .numbers(lesson.relationships), .number(Count(lesson.screens.count)),
        ]
      })
  }
}
