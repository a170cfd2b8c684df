import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// The lessons as they are played with keys, and what the screen shows of them.
@Suite struct LessonStripTests {
  private func open(
    _ number: Int, _ columns: Int, _ rows: Int, unicode: Bool = true
  ) throws -> ExplorerState {
    var state = try ExplorerState.on(columns, rows, unicode: unicode)
    state.ownLessons = FirstEdition.lessons
    state.begin(try #require(FirstEdition.lessons.first { $0.number == number }))
    return state
  }

  @Test(arguments: FirstEdition.lessons.map(\.number), [(80, 24), (120, 40)])
  func `every screen is done by its keys, n goes on, and nothing jumps`(
    number: Int, size: (Int, Int)
  ) throws {
    var state = try open(number, size.0, size.1)
    let lesson = try #require(state.lesson?.lesson)
    let heading = render(state).place(of: "Lesson \(number): ")
    for (index, screen) in lesson.screens.enumerated() {
      #expect(state.lesson?.index == index)
      #expect(state.lesson?.isDone == (screen.until == nil))
      #expect(screen.until?.holds(in: state) != true)
      #expect(state.text.contains("\(index + 1)/\(lesson.screens.count)"))
      #expect(state.text.contains(screen.until == nil ? "  look  " : "  to do "))
      for key in screen.keys { #expect(state.press(key) == nil) }
      #expect(state.lesson?.isDone == true)
      #expect(screen.until?.holds(in: state) != false)
      if screen.until != nil { #expect(state.text.contains("  done  \(screen.answer)")) }
      #expect(render(state).place(of: "Lesson \(number)") == heading)
      try state.press("n")
    }
    #expect(state.lesson?.isOver == true)
    #expect(state.text.contains("That was lesson \(number)"))
    #expect(render(state).place(of: "Lesson \(number)") == heading)
    #expect(state.lessonRecord.finished == [number])
  }

  @Test(arguments: FirstEdition.lessons.map(\.number), [true, false])
  func `the words of every screen are whole at 80×24, beside sizes and counts`(
    number: Int, unicode: Bool
  ) throws {
    var state = try open(number, 80, 24, unicode: unicode)
    let spelling: Spelling = unicode ? .unicode : .ascii
    for screen in state.lesson?.lesson.screens ?? [] {
      try state.press("<Right><Left>")
      let words = render(state).lines.suffix(6).joined(separator: " ").words
      #expect(words.contains(spelling.text(screen.text.joined(separator: " ")).words))
      let goal = state.lesson?.isDone == true && screen.until != nil ? screen.answer : screen.hint
      #expect(words.contains(spelling.text(goal).words))
      if state.view == .overview, case .success(let pass) = state.outcome {
        let count = pass[.documented].grouped
        #expect(state.text.contains(count) || count.count > 18, "\(count)")
        #expect(state.text.contains("filters \(unicode ? "ψ" : "psi")"))
      }
      try state.press("nn")
    }
  }

  @Test(arguments: [
    // Output y[1,1] with stride 1 reads x[1,1] to x[3,3].
    (1, 0, ["w[0,0]·x[1,1]", "w[2,2]·x[3,3]"]),
    // Input x[1,1] writes to i + t, from 1 to 3.
    (5, 2, ["w[0,0]→y[1,1]", "w[2,2]→y[3,3]"]),
    // 2 = 2·0 + 2 = 2·1 + 0 along each axis.
    (6, 3, ["w[2,2]·x[0,0]", "w[0,0]·x[1,1]"]),
  ])
  func `what an answer says of a cell is in its arithmetic`(
    number: Int, index: Int, products: [String]
  ) throws {
    var state = try open(number, 80, 24)
    for _ in 0..<index { try state.press("nn") }
    for key in state.lesson?.screen?.keys ?? [] { _ = state.press(key) }
    for product in products { #expect(state.text.contains(product)) }
  }

  @Test func `the goal of each is told at its begin, and fits`() throws {
    for lesson in FirstEdition.lessons {
      let footer = render(try open(lesson.number, 80, 24)).lines[23]
      #expect(footer == " the goal: \(lesson.goal)")
    }
  }

  @Test func `below the explorer stand heading, text and what is to be done`() throws {
    var state = try open(8, 80, 24)
    try state.press("ln")
    expectPicture(
      state.text, "LessonStripTests/below-the-explorer-stand-heading-text-and-what-is-to-be-done")
    try state.press("l")
    #expect(
      render(state).lines[22]
        == "  done  output_padding 1. Relationship 14: o = s(i − 1) + a + k − 2p.")
  }

  @Test func `a narrow screen breaks the lines, a low one cuts the text and says so`() throws {
    let narrow = render(try open(8, 40, 24)).lines
    #expect(narrow[14] == "─ Lesson 8: Ambiguity and output_… 1/5 ─")
    #expect(
      narrow[15...17] == [
        "  A convolution with stride 2 makes", "  3×3 of 5×5. What does it make of", "  6×6?",
      ])
    let low = render(try open(8, 80, 7)).lines
    #expect(
      low[4] == "  to do press → until input is 6" || low[5] == "  to do press → until input is 6")
    let cut = render(try open(8, 30, 12)).lines
    #expect(cut.contains("  A convolution with stride …"))
  }

  @Test func `there is a frame at every size`() throws {
    for columns in [0, 1, 2, 8, 9, 39, 80] {
      for rows in [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 24] {
        for keys in ["", "L", ":", "C<Enter>", "nnnnnnnnn"] {
          var state = try open(13, columns, rows)
          try state.press(keys)
          #expect(render(state).size == ScreenSize(columns: columns, rows: rows))
        }
      }
    }
  }

  @Test func `help and lists have the whole screen`() throws {
    for keys in ["?", "L", "p"] {
      var state = try open(3, 80, 24)
      try state.press(keys)
      #expect(!state.text.contains("to do"))
      try state.press("<Esc>")
      #expect(state.text.contains("to do"))
    }
  }

  @Test func `a click on the strip does nothing, one above it what it always does`() throws {
    var state = try open(8, 80, 24)
    let before = state
    for row in 18...22 {
      _ = state.press(.mouse(MouseEvent(.press, at: Place(row: row, column: 5))))
      #expect(state.row == before.row && state.subject == before.subject)
    }
    _ = state.press(.mouse(MouseEvent(.press, at: Place(row: 7, column: 5))))
    #expect(state.selected == .stride)
    _ = state.press(.mouse(MouseEvent(.press, at: Place(row: 5, column: 5))))
    try state.press("l")
    #expect(state.lesson?.isDone == true)
  }

  @Test func `what plays by itself can do what is to be done, too`() throws {
    var state = try open(6, 80, 24)
    try state.press("nn<Space>")
    for step in 1...4 {
      #expect(state.lesson?.isDone == false)
      state.tick()
      #expect(state.player.steps == Count(step))
    }
    #expect(state.lesson?.isDone == true)
    #expect(state.text.contains("  done  They do, in every cell"))
  }

  @Test func `scrolling a long view ends above the strip`() throws {
    var state = try open(13, 80, 24)
    try state.press("Cmmm")
    var last = ""
    while state.text != last {
      last = state.text
      try state.press("<PgDn>")
    }
    #expect(!state.text.contains("PgDn ▼"))
    #expect(state.text.contains("PgUp ▲"))
  }
}

extension String {
  /// The words with one space between them.
  fileprivate var words: String { split { $0 == " " || $0 == "\n" }.joined(separator: " ") }
}

extension Spelling {
  fileprivate func text(_ text: String) -> String {
    String(String.UnicodeScalarView(spell(text)))
  }
}
