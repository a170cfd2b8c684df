import ConvArithmetic
import ExplorerViewModel
import SeededNumbers
import Testing

/// Lessons as people write them, and what is said of those that make no sense.
@Suite struct LessonReaderTests {
  private static let head = "lesson 1: Title\ngoal: a goal\n"
  private static let screen = head + "screen\n  Text.\n"

  private static let builtInTexts = Lesson.builtInFiles.map { String(decoding: $0, as: UTF8.self) }

  private static let whole = """
    # A comment.
    lesson 7: Two screens
    relationship: 13, 14
    goal: read all of it

    screen
      The first line,
    \tand a second one.
    set op=conv_transpose2d input=2,6,5,4
    set out_channels=4 kernel_size=3,5 groups=2 bias=no
    view map
    row output_padding
    until output_padding=1 and view=map
    hint a hint
    answer: an answer
    keys l<Tab>
    keys :k=3<Enter>
    given output=2,4,7,8
    with stride=2 : output=11,11
    then valid
    screen
      Nothing to do.
    """

  private func read(_ text: String) throws -> [Lesson] { try Lesson.read(Array(text.utf8)) }

  @Test func `everything that is written is read`() throws {
    let lesson = try #require(try read(Self.whole).first)
    #expect(lesson.number == 7 && lesson.title == "Two screens" && lesson.goal == "read all of it")
    #expect(lesson.relationships == [13, 14] && lesson.screens.count == 2)
    let screen = lesson.screens[0]
    #expect(screen.text == ["The first line,", "and a second one."])
    let layer = try #require(screen.subject)
    #expect(layer.input == TensorShape(dimensions: [2, 6, 5, 4], axes: 2))
    #expect(layer.layer.direction == .transposed && layer.layer.outChannels == 4)
    #expect(layer.layer.kernelSize == Spatial(height: 3, width: 5))
    #expect(layer.layer.groups == 2 && !layer.layer.bias)
    #expect(screen.view == .map && screen.row == .outputPadding)
    #expect(screen.until?.text == "output_padding=1 and view=map")
    #expect(screen.hint == "a hint" && screen.answer == "an answer")
    #expect(screen.keys == ["l", .tab, ":", "k", "=", "3", .enter])
    #expect(screen.claims.count == 3)
    #expect(lesson.screens[1].subject == nil && lesson.screens[1].until == nil)
  }

  @Test func `ends of lines, a mark of the encoding and comments change nothing`() throws {
    for text in Self.builtInTexts {
      let plain = try read(text)
      let windows = text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n")
      #expect(try read("\u{FEFF}" + windows) == plain)
      #expect(try read(text + "\n\n# The end.\n") == plain)
    }
  }

  @Test func `a file can have several lessons`() throws {
    let text = Self.builtInTexts.reversed().joined(separator: "\n")
    #expect(try read(text).map(\.number) == Array((1...21).reversed()))
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    let line: Int
    let reason: String
    var testDescription: String { reason }

    init(_ text: String, _ line: Int, _ reason: String) {
      (self.text, self.line, self.reason) = (text, line, reason)
    }
  }

  static let faults: [Fault] = [
    Fault("", 1, "there is no lesson in it"),
    Fault("# nothing\n\n", 1, "there is no lesson in it"),
    Fault("screen\n", 1, "screen is outside any lesson"),
    Fault("  text\n", 1, "text is outside any screen"),
    Fault("lesson\n", 1, "a lesson begins with its number: lesson 8: TITLE"),
    Fault("lesson x: Title\n", 1, "a lesson begins with its number: lesson 8: TITLE"),
    Fault("lesson 0: Title\n", 1, "a lesson begins with its number: lesson 8: TITLE"),
    Fault("lesson 8\n", 1, "the title is empty"),
    Fault(
      "lesson 8: \(String(repeating: "x", count: 35))\n", 1,
      "the title has 35 characters; at most 34 fit"),
    Fault("lesson 1: A\nscreen\n  Text.\n", 1, "the lesson has no goal"),
    Fault(head, 1, "the lesson has no screen"),
    Fault(head + "goal: another\n", 3, "there is a second goal"),
    Fault(head + "relationship: 13, x\n", 3, "'13, x' is not up to five numbers from 1 to 15"),
    Fault(head + "relationship: 16\n", 3, "'16' is not up to five numbers from 1 to 15"),
    Fault(screen + "goal: late\n", 5, "goal belongs before the screens"),
    Fault(screen + "relationship: 1\n", 5, "relationship belongs before the screens"),
    Fault(screen + "lesson 1: Again\n", 5, "there is a second lesson 1"),
    Fault(head + "screen one\n", 3, "screen is followed by 'one'"),
    Fault(head + "screen\nscreen\n  Text.\n", 3, "the screen has no text"),
    Fault(head + "screen\nset stride=2\n", 3, "the screen has no text"),
    Fault(head + "hint now\n", 3, "hint is outside any screen"),
    Fault(screen + "foo bar\n", 5, "'foo bar' begins with none of lesson, relationship"),
    Fault(screen + "Sets\n", 5, "'Sets' begins with none of lesson, relationship"),
    Fault(screen + "  a\n  b\n  c\n  d\n", 8, "a screen has at most 4 lines of text"),
    Fault(
      screen + "  \(String(repeating: "x ", count: 39))\n", 5,
      "the line has 77 characters; at most 76 fit"),
    Fault(screen + "set\n", 5, "nothing follows set"),
    Fault(screen + "set stride\n", 5, "'stride' is not an assignment"),
    Fault(screen + "set stride=x\n", 5, "stride: 'x' is not a number"),
    Fault(screen + "set stride=0\n", 5, "stride: 0 is not in 1…2,147,483,647"),
    Fault(screen + "set colour=3\n", 5, "'colour' names no single hyperparameter"),
    Fault(screen + "set output_padding=1\n", 5, "output_padding: a Conv2d has none"),
    Fault(screen + "view everything\n", 5, "'everything' is no view; there are overview"),
    Fault(screen + "row op\n", 5, "'op' is no row; there are batch"),
    Fault(screen + "row stride\nrow stride\n", 6, "there is a second row"),
    Fault(screen + "until\n", 5, "nothing follows until"),
    Fault(screen + "until and\n", 5, "a condition is missing"),
    Fault(screen + "until output=3 and\n", 5, "a condition is missing"),
    Fault(screen + "until nonsense\n", 5, "'nonsense' is not a condition; write valid, invalid"),
    Fault(screen + "until outputs=3\n", 5, "'outputs' is not the name of a hyperparameter"),
    Fault(screen + "until output=x\n", 5, "output: 'x' is not N,C,H,W"),
    Fault(screen + "until output=1,2,3,4,5\n", 5, "output: '1,2,3,4,5' is not N,C,H,W"),
    Fault(screen + "until output>2,2\n", 5, "output: '2,2' is not N,C,H,W"),
    Fault(screen + "until weight=3\n", 5, "weight: '3' is not four numbers"),
    Fault(screen + "until kernel_size=\n", 5, "kernel_size: '' is not a number, or one"),
    Fault(screen + "until kernel_size<3,3\n", 5, "kernel_size: only a single number can be more"),
    Fault(screen + "until bias>no\n", 5, "bias: only a single number can be more or less"),
    Fault(screen + "until view=help\n", 5, "view: 'help' is not overview, "),
    Fault(screen + "until view>map\n", 5, "view: 'map' is not overview, "),
    Fault(screen + "until parameters=many\n", 5, "parameters: 'many' is not a number"),
    Fault(screen + "until parameters=-1\n", 5, "parameters: '-1' is not a number"),
    Fault(screen + "until total=\(String(repeating: "9", count: 50))\n", 5, "total: '999"),
    Fault(screen + "until total!3\n", 5, "'!3' begins with no comparison"),
    Fault(
      screen + "hint \(String(repeating: "x", count: 71))\n", 5,
      "the hint has 71 characters; at most 70 fit"),
    Fault(screen + "answer so\n", 3, "the screen has answer, but no until"),
    Fault(screen + "keys l\n", 3, "the screen has keys, but no until"),
    Fault(screen + "then valid\nscreen\n  B.\n", 3, "the screen has then, but no until"),
    Fault(screen + "until valid\nkeys l<Nowhere>\n", 6, "there is no key '<Nowhere>'"),
    Fault(
      screen + "until valid\nkeys \(String(repeating: "l", count: 1_001))\n", 6,
      "a screen has at most 1000 keys"),
    Fault(screen + "with stride=2\n", 5, "write with k=5 : CONDITION"),
    Fault(screen + "with stride=2 : valid\n", 5, "with changes the layer of a set before it"),
    Fault(screen + "set stride=2\nwith stride=0 : valid\n", 6, "stride: 0 is not in"),
    Fault(screen + "set stride=2\nwith stride=3 :\n", 6, "a condition is missing"),
    Fault(screen + String(repeating: "screen\n  A.\n", count: 40), 83, "at most 40 screens"),
    Fault(String(repeating: "x", count: 1 << 18 + 1), 1, "the file is longer than 262144 bytes"),
  ]

  @Test(arguments: faults)
  func `a faulty file is refused with line and reason`(fault: Fault) throws {
    let error = try #require(throws: LessonError.self) { try read(fault.text) }
    #expect(error.line == fault.line)
    #expect(error.reason.contains(fault.reason), "\(error.reason)")
    #expect(error.message == "line \(fault.line): \(error.reason)")
  }

  @Test func `what is not UTF-8 is refused with its line`() throws {
    let bytes = Array(Self.screen.utf8) + [0x20, 0x20, 0xFF, 0x0A]
    let error = try #require(throws: LessonError.self) { try Lesson.read(bytes) }
    #expect(error.message == "line 5: it is not in UTF-8")
  }

  @Test func `no file whatever breaks the reader`() throws {
    var generator = SeededGenerator(seed: 11)
    let words =
      LessonWord.allCases.map(\.rawValue) + LessonFact.all.map(\.name)
      + ["=", ">", ":", "and", "3", "1,1,4,4", "conv2d", "kernel_size=3", "\n", "\n  ", "\t", "é漢"]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        words.randomElement(using: &generator) ?? ""
      }.joined(separator: Bool.random(using: &generator) ? " " : "\n")
      _ = try? read(Self.screen + text)
      _ = try? read(text)
    }
  }

  @Test func `nothing in a file reaches the screen but what can be shown`() throws {
    let nasty = "\u{1B}[31m漢字 é\u{301}\u{202E}\u{7F}x"
    let text = """
      lesson 1: \(nasty)
      goal: \(nasty)
      screen
        \(nasty)
      until valid and stride=3
      hint \(nasty)
      answer \(nasty)
      """
    var state = try ExplorerState.on(80, 24)
    state.ownLessons = try read(text)
    for keys in ["L", "<Enter>", "n", "nn"] {
      try state.press(keys)
      let scalars = Set(render(state).cells.map(\.scalar))
      #expect(!scalars.contains { "\u{1B}\u{301}\u{202E}\u{7F}".unicodeScalars.contains($0) })
    }
    #expect(state.text.contains("That was lesson 1, ?[31m漢字"))
  }
}
