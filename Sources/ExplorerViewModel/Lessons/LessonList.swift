/// Lessons as a list for people and for programs.
extension [Lesson] {
  /// A line for each lesson with its number and title, and one for its goal; above them their
  /// tracks.
  package var listText: [String] {
    let columns: [Table.Column] = [.init("number", .trailing), .init("title"), .init("about")]
    let texts = map { ["\($0.number)", $0.title, $0.relationshipText] }
    let lines = Table(columns, texts: texts).lines(.unicode, hasTitles: false)
    let indent = blanks(2 + (texts.map { $0[0].count }.max() ?? 0))
    var track = ""
    return zip(lines, self).flatMap { line, lesson in
      let heading = lesson.track == track || lesson.track.isEmpty ? [] : [lesson.track]
      track = lesson.track
      return heading + [line, indent + lesson.goal]
    }
  }

  package var listMarkdown: [String] { table.prefix(5).markdown(isRuleSpaced: false) }

  /// An object in one line, with the list of lessons.
  package var listJSON: [UInt8] { JSONWriter.line { $0.list("lessons", table) } }

  private var table: Table {
    let columns: [Table.Column] = [
      .init("number", title: "lesson", .trailing), .init("track"), .init("title"), .init("goal"),
      .init("relationships", title: "relationships of Dumoulin & Visin"), .init("screens"),
    ]
    return Table(
      columns,
      rows: map { lesson in
        [
          .number(Count(lesson.number)), .text(lesson.track), .text(lesson.title),
          .text(lesson.goal),
          .numbers(lesson.relationships), .number(Count(lesson.screenCount)),
        ]
      })
  }
}
