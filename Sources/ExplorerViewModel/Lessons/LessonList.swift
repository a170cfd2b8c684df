import ConvArithmetic
import LayerNotation

/// Lessons as a list for people and for programs.
package struct LessonList {
  private let lessons: [Lesson]

  package init(lessons: [Lesson]) { self.lessons = lessons }

  /// A line for each lesson with its number and title, and one for its goal.
  package var text: [String] {
    let width = lessons.map { String($0.number).count }.max() ?? 0
    let titleWidth = lessons.map { Spelling.unicode.width($0.title) }.max() ?? 0
    return lessons.flatMap { lesson in
      let number = Spelling.unicode.padded("\(lesson.number)", to: width, .trailing)
      let title =
        lesson.relationships.isEmpty
        ? lesson.title : Spelling.unicode.padded(lesson.title, to: titleWidth + 2)
      return ["\(number)  \(title)\(lesson.relationshipText)", blanks(width + 2) + lesson.goal]
    }
  }

  /// A table.
  package var markdown: [String] { table.prefix(4).markdown(isRuleSpaced: false) }

  /// An object in one line, with the list of lessons.
  package var json: [UInt8] { JSONWriter.line { $0.list("lessons", table) } }

  private var table: Table {
    let columns: [Table.Column] = [
      .init("number", title: "lesson", .trailing), .init("title"), .init("goal"),
      .init("relationships", title: "relationships of Dumoulin & Visin"), .init("screens"),
    ]
    return Table(
      columns,
      rows: lessons.map { lesson in
        [
          .number(Count(lesson.number)), .text(lesson.title), .text(lesson.goal),
          .numbers(lesson.relationships), .number(Count(lesson.screens.count)),
        ]
      })
  }
}
