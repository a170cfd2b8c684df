import Testing

@testable import ExplorerViewModel

/// What is kept of the lessons from one time to the next.
@Suite struct LessonRecordTests {
  @Test func `a lesson that is done and one that was left are written and read again`() throws {
    var state = try ExplorerState.after("")
    let first = try #require(Lesson.outlines.first)
    state.begin(first, at: first.screenCount)
    try state.press("<Esc>")
    #expect(state.keptRecord.text == "convscope lessons 1\n1\n")
    try state.press("L<Enter>nn")
    #expect(state.keptRecord.text == "convscope lessons 1\n1 2:2\n")
    #expect(LessonRecord(reading: Array(state.keptRecord.text.utf8)) == state.keptRecord)
  }

  @Test func `what was read is marked, and a lesson goes on where it was left`() throws {
    var state = try ExplorerState.after("")
    state.lessonRecord = LessonRecord(reading: Array("convscope lessons 1\n2 1 3:4\n".utf8))
    try state.press("L")
    #expect(state.chooser?.selected == 2)
    #expect(state.text.contains("left at 4"))
    try state.press("<Enter>")
    #expect(state.lesson?.lesson.number == 3)
    #expect(state.lesson?.index == 3)
  }

  @Test func `forget clears the marks`() throws {
    var state = try ExplorerState.after("")
    state.lessonRecord = LessonRecord(reading: Array("convscope lessons 1\n2 1 3:4\n".utf8))
    try state.press("L")
    #expect(state.text.contains("2 done, :forget clears the marks"))
    try state.press("<Esc>:forget<Enter>")
    #expect(state.keptRecord == LessonRecord())
    #expect(state.message?.text == "no lesson is marked as done any more")
  }

  @Test(arguments: [
    "", "convscope lessons 2\n1\n", "convscope lessons 1\n", "1 2 3\n",
    "convscope lessons 1\n0 -3 x 1:0 1: :2 1:2:3 99999999999999999999 1:-4\n",
  ])
  func `what makes no sense was never done`(text: String) {
    #expect(LessonRecord(reading: Array(text.utf8)) == LessonRecord())
  }

  @Test func `a lesson that has become shorter begins anew`() throws {
    var state = try ExplorerState.after("")
    state.lessonRecord = LessonRecord(
      reading: Array("convscope lessons 1\n1:9223372036854775807\n".utf8))
    try state.press("L<Enter>")
    #expect(state.lesson?.index == 0)
    #expect(state.keptRecord.text == "convscope lessons 1\n1:1\n")
  }
}
