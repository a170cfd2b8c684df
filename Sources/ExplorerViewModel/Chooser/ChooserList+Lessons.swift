import LayerNotation

extension ChooserList {
  /// The lessons, with the relationships that they are about.
  package static let lessons = ChooserList(
    title: "Lessons", detailColumn: 46, previewRows: 4, hasLayers: false,
    items: { state in ChooserItems(state.lessons.map { ChooserItem($0, state) }) },
    start: { state in
      // The one that is open or was left, or else the next one to do.
      let wanted = state.lesson?.lesson.number ?? state.bookmark?.number
      return state.lessons.firstIndex { $0.number == wanted }
        ?? state.lessons.firstIndex { !state.finishedLessons.contains($0.number) } ?? 0
    },
    preview: { state, index in
      guard let lesson = state.lessons[at: index] else { return ChooserPreview() }
      return ChooserPreview(
        paragraphs: [
          Span("the goal: \(lesson.goal)", .value), Span(lesson.relationshipText, .plain),
          Span(place(of: lesson, state), .faint),
        ].filter { !$0.text.isEmpty })
    },
    take: { state, index in
      state.takeLesson(index)
      return nil
    })

  private static func place(of lesson: Lesson, _ state: ExplorerState) -> String {
    let total = "\(lesson.screens.count) screens"
    guard let bookmark = state.bookmark, bookmark.number == lesson.number else { return total }
    return "\(total), left at \(bookmark.index + 1)"
  }
}

extension ChooserItem {
  fileprivate init(_ lesson: Lesson, _ state: ExplorerState) {
    let number = Spelling.unicode.padded("\(lesson.number)", to: 2, .trailing)
    let isFinished = state.finishedLessons.contains(lesson.number)
    self.init(
      "\(number)  \(lesson.title)",
      detail: (isFinished ? "done  " : "      ") + lesson.relationshipText, words: lesson.goal)
  }
}
