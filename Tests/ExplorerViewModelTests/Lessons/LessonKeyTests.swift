import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// The keys of a lesson: on, back, away and back again.
@Suite struct LessonKeyTests {
  private func state(_ keys: String = "") throws -> ExplorerState {
    var state = try ExplorerState.after("")
    state.ownLessons = FirstEdition.lessons
    try state.press(keys)
    return state
  }

  @Test func `the list opens with a key, and Enter opens a lesson`() throws {
    var state = try state("L")
    #expect(state.chooser?.list == .lessons)
    #expect(state.chooser?.selected == 0)
    try state.press(String(repeating: "<Down>", count: 7))
    #expect(state.text.contains(" ▸  8  Ambiguity and output_padding"))
    #expect(state.text.contains("the goal: say why two sizes give one"))
    try state.press("<Enter>")
    #expect(state.mode == .browse)
    #expect(state.lesson?.lesson.number == 8)
    #expect(state.layer.direction == .convolution)
    #expect(state.selected == .input)
  }

  @Test func `the first screen says where the lessons are, and a lesson does not`() throws {
    var state = try ExplorerState.on(80, 24, keys: "")
    #expect(state.text.contains("  L lessons  "))
    try state.press("L<Enter>k")
    #expect(!state.text.contains("L lessons"))
  }

  @Test func `the list has its ends, and leaves as all lists do`() throws {
    var state = try state("L<End>")
    #expect(state.chooser?.selected == 14)
    try state.press("<Down>")
    #expect(state.chooser?.selected == 14)
    try state.press("<Home><Up>")
    #expect(state.chooser?.selected == 0)
    #expect(try state.press("<Esc>") == [])
    #expect(state.mode == .browse && state.lesson == nil)
  }

  @Test func `a click selects a lesson, a second one opens it`() throws {
    var state = try state("L")
    let click = KeyPress.mouse(MouseEvent(.press, at: Place(row: 5, column: 10)))
    _ = state.press(click)
    #expect(state.chooser?.selected == 2)
    _ = state.press(click)
    #expect(state.lesson?.lesson.number == 3)
  }

  @Test func `without a lesson the keys say where there are some`() throws {
    for key in ["n", "N"] {
      let state = try state(key)
      #expect(state.message?.text == "no lesson is open; L lists them")
      #expect(state.lesson == nil)
    }
  }

  @Test func `too early, n asks; a second n skips`() throws {
    var state = try state("L<Enter>n")
    #expect(state.lesson?.index == 0)
    #expect(state.message?.text == "not done yet; n again skips this screen")
    try state.press("n")
    #expect(state.lesson?.index == 1)
    #expect(state.lesson?.isDone == false)
  }

  @Test(arguments: ["k", "?<Esc>", ":<Esc>", "x", "<C-l>"])
  func `any other key is no second n`(other: String) throws {
    var state = try state("L<Enter>n" + other + "n")
    #expect(state.lesson?.index == 0)
    try state.press("n")
    #expect(state.lesson?.index == 1)
  }

  @Test func `what is done may be played on with, and n goes on`() throws {
    var state = try state("L<Enter>nnll")
    #expect(state.lesson?.isDone == true)
    try state.press("lll")
    #expect(state.lesson?.isDone == false)
    try state.press("n")
    #expect(state.lesson?.index == 2)
    #expect(state.subject.input.size == Spatial(square: 6))
  }

  @Test func `N goes back to a fresh screen, and not beyond the first`() throws {
    var state = try state("L<Enter>nnlln")
    try state.press("N")
    #expect(state.lesson?.index == 1)
    #expect(state.lesson?.isDone == false)
    #expect(state.subject.input.size == Spatial(square: 4))
    try state.press("NN")
    #expect(state.lesson?.index == 0)
    #expect(state.message?.text == "this is the first screen")
  }

  @Test func `left, it gives back layer, view and row, and undo goes on`() throws {
    var state = try state("5<Enter>jjC")
    let before = state
    try state.press("L<Enter>nnlln<Esc>")
    #expect(state.lesson == nil)
    #expect(state.subject == before.subject)
    #expect(state.view == .operations)
    #expect(state.row == before.row)
    #expect(state.message?.text == "your layer is back; L and Enter take up the lesson again")
    // Through the layers of the lesson to the change before it, and to the start.
    for _ in 0..<40 { try state.press("u") }
    #expect(state.subject == LayerCase.decoder)
    for _ in 0..<40 { try state.press("<C-r>") }
    #expect(state.subject == before.subject)
  }

  @Test func `Esc first takes the keys back from the map`() throws {
    var state = try state("L<Enter>nn<Enter><Esc>")
    #expect(state.lesson != nil)
    #expect(state.focus == .knobs)
    try state.press("<Esc>")
    #expect(state.lesson == nil)
  }

  @Test func `a lesson that was left goes on where it was, another one begins anew`() throws {
    var state = try state("L<Enter>nnlln<Esc>L")
    #expect(state.chooser?.selected == 0)
    #expect(state.text.contains("5 screens, left at 3"))
    try state.press("<Enter>")
    #expect(state.lesson?.index == 2)
    try state.press("<Esc>L<Down><Enter>")
    #expect(state.lesson?.lesson.number == 2)
    #expect(state.lesson?.index == 0)
  }

  @Test func `from lesson to lesson, what is given back stays what it was`() throws {
    var state = try state("L<Enter>" + String(repeating: "n", count: 14))
    #expect(state.lesson?.lesson.number == 2)
    try state.press("<Esc>")
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `at the end the next one is offered; after the last one there is none`() throws {
    var state = try state("L<Enter>nnnnnnnnnn")
    #expect(state.lesson?.isOver == true)
    #expect(state.text.contains("next  n begins lesson 2, Padding; Esc leaves."))
    #expect(state.lessonRecord.finished == [1])
    try state.press("L")
    let first = render(state).lines.first { $0.contains("  1  Slide a window  ") }
    #expect(first?.contains("  done") == true)
    try state.press("<End><Enter>")
    for _ in 0..<13 { try state.press("n") }
    #expect(state.lesson?.isOver == true)
    #expect(state.message?.text == "that was the last lesson; L lists them")
    #expect(state.text.contains("next  Esc gives your layer back."))
  }

  @Test func `r goes back to where the screen began`() throws {
    var state = try state("L<Enter>nnlll:k=1<Enter>")
    try state.press("r")
    #expect(state.subject.input.size == Spatial(square: 4))
    #expect(state.layer.kernelSize == Spatial(square: 3))
    // As one change, which is the last of many.
    try state.press("u")
    #expect(state.layer.kernelSize == Spatial(square: 1))
    try state.press("u<C-r><C-r>")
    #expect(state.layer.kernelSize == Spatial(square: 3))
    #expect(state.subject.input.size == Spatial(square: 4))
  }

  @Test func `a question about the layer has the screen for itself, and the lesson waits`() throws {
    var state = try state("L<Enter>nng")
    #expect(state.hidesResult)
    #expect(!state.text.contains("Lesson 1"))
    try state.press("1,1,2,2<Enter>n")
    #expect(state.lesson?.index == 1)
    try state.press("<Esc>")
    #expect(state.text.contains("─ Lesson 1: Slide a window ─"))
    #expect(state.lesson?.isDone == false)
    try state.press("ll")
    #expect(state.lesson?.isDone == true)
  }

  @Test func `a command line, a paste and the mouse can do what is to be done, too`() throws {
    for keys in [":input=6<Enter>", "6<Enter>"] {
      #expect(try state("L<Enter>nn" + keys).lesson?.isDone == true)
    }
    var pasted = try state("L<Enter>nn")
    _ = pasted.press(.pasted("input=6"))
    #expect(pasted.lesson?.isDone == false)
    try pasted.press("<Enter>")
    #expect(pasted.lesson?.isDone == true)
  }
}
