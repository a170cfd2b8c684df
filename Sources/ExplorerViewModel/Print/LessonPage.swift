/// A lesson as a page to print, in Markdown: text, task and picture of each screen, and the answers
/// at the end.
package struct LessonPage: Sendable {
  package let lesson: Lesson
  /// What each screen shows when it opens, after the keys of those before it.
  package let frames: [Frame]
  private let subjects: [LayerCase]
  /// The words of each screen with the numbers that its layer has: its text, task and answer.
  private let words: [(text: [String], task: String, answer: String)]

  /// Plays the lesson by its own keys; `capabilities` say whether the pictures may have Unicode.
  package init(_ lesson: Lesson, on size: ScreenSize, _ capabilities: Capabilities) {
    self.lesson = lesson
    var state = ExplorerState(size: size, capabilities: capabilities, theme: .light)
    var (frames, subjects): ([Frame], [LayerCase]) = ([], [])
    var words: [(text: [String], task: String, answer: String)] = []
    for (index, screen) in lesson.screens.enumerated() {
      state.begin(lesson, at: index)
      // The page has the words; the picture has the room.
      var picture = state
      picture.lesson = nil
      picture.message = nil
      frames.append(render(picture))
      subjects.append(state.subject)
      let opened = LessonText(state)
      for key in screen.keys { _ = state.press(key) }
      let answer = LessonText(state).filled(screen.answer)
      words.append((screen.text.map(opened.filled), opened.filled(screen.task), answer))
    }
    (self.frames, self.subjects, self.words) = (frames, subjects, words)
  }

  /// The file of the picture of a screen, from 0.
  package func pictureName(_ index: Int) -> String { "\(name)-\(index + 1).svg" }

  package var name: String { "lesson-\(lesson.number)" }

  /// The page, with its pictures as files beside it, or else as text.
  package func markdown(
    hasPictures: Bool, spell: (String) -> String = { $0 }
  ) -> String {
    func write(_ text: String) -> String { spell(text).markdown }
    let about = lesson.relationshipText.isEmpty ? "" : "\(write(lesson.relationshipText)).\n"
    let screens = words.enumerated().map { index, said in
      let layer = subjects[index]
      let text = said.text.map { write($0) + "\n" }.joined()
      let picture =
        hasPictures
        ? "![Screen \(index + 1)](\(pictureName(index)))\n"
        : "```text\n\(frames[index].text)\n```\n"
      let subject = "`\(layer.layer.pytorchLine)` on an input of \(layer.input.text)\n"
      return "\n## Screen \(index + 1)\n\n\(text)\n\(subject)\n\(picture)"
        + "\n**To do:** \(write(said.task))\n"
    }
    let answers = words.enumerated().filter { !$1.answer.isEmpty }.map { index, said in
      "- Screen \(index + 1): \(write(said.answer))\n"
    }
    return
      "# Lesson \(lesson.number): \(write(lesson.title))\n\nGoal: \(write(lesson.goal)). \(about)"
      + (about.isEmpty ? "\n" : "") + screens.joined()
      + (answers.isEmpty ? "" : "\n## Answers\n\n" + answers.joined())
  }
}
