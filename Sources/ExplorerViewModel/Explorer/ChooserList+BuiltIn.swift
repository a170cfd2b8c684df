extension ChooserList {
  package static let presets = ChooserList(
    title: "Presets", detailColumn: 38, previewRows: 7, hasLayers: true,
    items: { _ in
      ChooserItems(
        Preset.all.map { preset in
          ChooserItem(
            name: preset.name, detail: preset.subject.layer.shorthand, words: preset.searchWords,
            preview: {
              let remarks = [Span(preset.note), Span("source: \(preset.source)", .faint)]
              return ChooserPreview(preset.subject, remarks: remarks.filter { !$0.text.isEmpty })
            }, take: { $0.explore(preset.subject) })
        })
    })

  package static let lessons = ChooserList(
    title: "Lessons",
    remark: { state in
      let done = state.lessonRecord.finished.count
      return done == 0 ? nil : "\(done) done, :\(Command.forget.name) clears the marks"
    }, detailColumn: 46, previewRows: 4, hasLayers: false,
    start: { state in
      // The lesson that is open or was left, or else the next one to do.
      let wanted = state.lesson?.lesson.number ?? state.lessonRecord.bookmark?.number
      return state.lessons.firstIndex { $0.number == wanted }
        ?? state.lessons.firstIndex { !state.lessonRecord.finished.contains($0.number) } ?? 0
    },
    items: { state in
      ChooserItems(
        state.lessons.map { lesson in
          let isFinished = state.lessonRecord.finished.contains(lesson.number)
          let bookmark = state.lessonRecord.bookmark
          let place =
            bookmark.map { $0.number == lesson.number ? ", left at \($0.index + 1)" : "" } ?? ""
          return ChooserItem(
            name: Spelling.unicode.padded("\(lesson.number)", to: 2, .trailing)
              + "  \(lesson.title)",
            detail: (isFinished ? "done  " : "      ") + lesson.track,
            words: "\(lesson.track) \(lesson.goal)",
            preview: {
              let lines = [
                Span("the goal: \(lesson.goal)", .value), Span(lesson.relationshipText),
                Span("\(lesson.screenCount) screens\(place)", .faint),
              ]
              return ChooserPreview(paragraphs: lines.filter { !$0.text.isEmpty })
            }, take: { $0.resume(lesson) })
        })
    })
}
