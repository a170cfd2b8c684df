import ConvArithmetic
import LayerNotation

extension ChooserList {
  /// The presets, with what they are in short.
  package static let presets = ChooserList(
    title: "Presets", detailColumn: 38, previewRows: 7, hasLayers: true,
    items: { _ in
      ChooserItems(
        Preset.all.map {
          ChooserItem($0.name, detail: $0.subject.layer.shorthand, words: $0.searchWords)
        })
    },
    preview: { _, index in
      guard let preset = Preset.all[at: index] else { return ChooserPreview() }
      let remarks = [Span(preset.note), Span("source: \(preset.source)", .faint)]
      return ChooserPreview(preset.subject, remarks: remarks.filter { !$0.text.isEmpty })
    },
    take: { if let preset = Preset.all[at: $1] { $0.change(to: preset.subject) } })

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
    take: { $0.takeLesson($1) })

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
