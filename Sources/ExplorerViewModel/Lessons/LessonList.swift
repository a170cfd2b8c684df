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
      let number = padded(String(lesson.number), width, isRight: true)
      let relationship =
        lesson.relationships.isEmpty
        ? lesson.title : padded(lesson.title, titleWidth + 2) + lesson.relationshipText
      let indent = String(repeating: " ", count: width + 2)
      return ["\(number)  \(relationship)", indent + lesson.goal]
    }
  }

  /// A table.
  package var markdown: [String] {
    ["| lesson | title | goal | relationships of Dumoulin & Visin |", "|---:|---|---|---|"]
      + lessons.map { lesson in
        let numbers = lesson.relationships.map(String.init).joined(separator: ", ")
        return
          "| \(lesson.number) | \(lesson.title.markdown) | \(lesson.goal.markdown) | \(numbers) |"
      }
  }

  /// An object in one line, with the list of lessons.
  package var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.list("lessons", lessons) { writer, lesson in
        writer.field("number", lesson.number)
        writer.field("title", lesson.title)
        writer.field("goal", lesson.goal)
        writer.field("relationships", lesson.relationships)
        writer.field("screens", lesson.screens.count)
      }
    }
    writer.endLine()
    return writer.bytes
  }

  private func padded(_ text: String, _ width: Int, isRight: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - Spelling.unicode.width(text)))
    return isRight ? space + text : text + space
  }
}
