import ConvArithmetic
import ExplorerViewModel
import Testing

/// The course: what it is about, and that what it says is so.
@Suite struct LessonTests {
  static let tracks = ["See": 1...5, "Transpose": 6...14, "Build": 15...21]

  @Test func `the course has three tracks, each lesson in one file`() throws {
    for (index, file) in Lesson.builtInFiles.enumerated() {
      let lesson = try #require(try Lesson.read(file).first)
      #expect(lesson.number == index + 1)
      #expect(Self.tracks[lesson.track]?.contains(lesson.number) == true)
    }
    #expect(Lesson.builtIn.count == 21)
  }

  @Test func `the list has the heads of all lessons, and a lesson that is opened its screens`()
    throws
  {
    #expect(Lesson.outlines.count == Lesson.builtIn.count)
    for (outline, lesson) in zip(Lesson.outlines, Lesson.builtIn) {
      #expect(outline.screens.isEmpty && outline.screenCount == lesson.screens.count)
      #expect(
        [outline.title, outline.goal, outline.track] == [lesson.title, lesson.goal, lesson.track])
      var state = try ExplorerState.after("")
      state.begin(outline)
      #expect(state.lesson?.lesson == lesson)
    }
  }

  @Test func `all relationships but that of pooling have their lesson`() {
    #expect(Set(Lesson.builtIn.flatMap(\.relationships)) == Set(1...15).subtracting([7]))
  }

  @Test func `transposed convolution is told in eight screens by itself`() {
    #expect(Lesson.builtIn.first { $0.number == 6 }?.screens.count == 8)
  }

  @Test(arguments: Lesson.builtIn.map(\.number))
  func `each has five to eight short screens that ask, help, answer and end with questions`(
    number: Int
  ) throws {
    let lesson = try #require(Lesson.builtIn.first { $0.number == number })
    #expect((5...8).contains(lesson.screens.count))
    #expect(!lesson.source.isEmpty)
    for screen in lesson.screens {
      #expect((1...4).contains(screen.text.count))
      #expect(!screen.hint.isEmpty)
      guard screen.until != nil else { continue }
      #expect(!screen.answer.isEmpty && !screen.keys.isEmpty)
    }
    #expect(lesson.screens.suffix(2).allSatisfy { $0.until != nil })
  }

  @Test(arguments: Lesson.builtIn.map(\.number), [(80, 24), (100, 30), (120, 40)])
  func `what it says is so on every screen, by its keys and by wrong ways`(
    number: Int, size: (Int, Int)
  ) throws {
    let lesson = try #require(Lesson.builtIn.first { $0.number == number })
    let screen = ScreenSize(columns: size.0, rows: size.1)
    #expect(LessonPlay.faults(of: lesson, on: screen).map(\.message) == [])
  }

  @Test func `the lessons of the first edition still open, and their keys do what they ask`() {
    #expect(FirstEdition.lessons.map(\.number) == Array(1...15))
    for lesson in FirstEdition.lessons {
      let faults = LessonPlay.faults(of: lesson).map(\.message)
      // What only the checker of today asks for, they did not know.
      #expect(faults.filter { !$0.contains("is neither on the screen") } == [], "\(lesson.title)")
    }
  }

  @Test func `a number in a sentence that stands nowhere else is found`() throws {
    let text = """
      lesson 1: Faults
      goal: find them
      screen
        There are 77 cells in {input} of {kernel_size}.
      set op=conv2d input=1,1,5,5 kernel_size=3
      until stride=2
      row stride
      answer It is 41.
      keys l
      """
    let lessons = try Lesson.read(Array(text.utf8))
    #expect(
      lessons.flatMap { LessonPlay.faults(of: $0) }.map(\.message) == [
        "line 3: 77 is neither on the screen nor in a claim",
        "line 3: 41 is neither on the screen nor in a claim",
      ])
  }

  @Test func `a claim that is not so is found, with its line and its number`() throws {
    let text = """
      lesson 1: Faults
      goal: find them
      screen
        Text.
      set op=conv2d input=1,1,5,5 kernel_size=3
      row stride
      given output=4
      with stride=3 : output=1 and holes=15
      until output=2
      keys ll
      then stride=2
      screen
        Done before it begins.
      set op=conv2d input=1,1,5,5 kernel_size=3
      until output=3 and parameters=10
      then valid
      screen
        Done, but not so.
      set op=conv2d input=1,1,5,5 kernel_size=3
      row stride
      until stride=2
      keys l
      then weight=1,1,3,4
      """
    let lessons = try Lesson.read(Array(text.utf8))
    let faults = lessons.flatMap { LessonPlay.faults(of: $0) }.map(\.message)
    #expect(
      faults == [
        "line 7: 'output=4' is false: output=(1, 1, 3, 3)",
        "line 8: 'output=1 and holes=15' is false: output=(1, 1, 1, 1), holes=16",
        // The first of the two keys reached it, and the second one left it again.
        "line 3: the keys do not reach 'output=2'",
        "line 12: 'output=3 and parameters=10' holds before anything is done",
        "line 16: without keys this cannot be checked",
        "line 23: 'weight=1,1,3,4' is false: weight=(1, 1, 3, 3)",
      ])
  }
}

/// The figures of Dumoulin & Visin in the lessons, with the sizes that the paper gives.
@Suite struct LessonFigureTests {
  struct Figure: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: ConvLayer.Direction
    /// Input, kernel, stride, padding, dilation, output_padding.
    let values: [Int]
    let output: Int
    var testDescription: String { name }
  }

  /// From the generator of the figures (vdumoulin/conv_arithmetic, `bin/generate_makefile`).
  static let figures = [
    Figure(
      name: "no padding, no strides", kind: .convolution, values: [4, 3, 1, 0, 1, 0],
      output: 2),
    Figure(
      name: "arbitrary padding, no strides", kind: .convolution,
      values: [5, 4, 1, 2, 1, 0], output: 6),
    Figure(
      name: "same padding, no strides", kind: .convolution, values: [5, 3, 1, 1, 1, 0],
      output: 5),
    Figure(
      name: "full padding, no strides", kind: .convolution, values: [5, 3, 1, 2, 1, 0],
      output: 7),
    Figure(
      name: "no padding, strides", kind: .convolution, values: [5, 3, 2, 0, 1, 0],
      output: 2),
    Figure(
      name: "padding, strides", kind: .convolution, values: [5, 3, 2, 1, 1, 0], output: 3
    ),
    Figure(
      name: "padding, strides, odd", kind: .convolution, values: [6, 3, 2, 1, 1, 0],
      output: 3),
    Figure(name: "dilation", kind: .convolution, values: [7, 3, 1, 0, 2, 0], output: 3),
    Figure(
      name: "no padding, no strides, transposed", kind: .transposed,
      values: [2, 3, 1, 0, 1, 0], output: 4),
    Figure(
      name: "same padding, no strides, transposed", kind: .transposed,
      values: [5, 3, 1, 1, 1, 0], output: 5),
    Figure(
      name: "no padding, strides, transposed", kind: .transposed,
      values: [2, 3, 2, 0, 1, 0], output: 5),
    Figure(
      name: "padding, strides, transposed", kind: .transposed,
      values: [3, 3, 2, 1, 1, 0], output: 5),
    Figure(
      name: "padding, strides, odd, transposed", kind: .transposed,
      values: [3, 3, 2, 1, 1, 1], output: 6),
  ]

  private static let layersSeen = Lesson.builtIn.flatMap(\.layersSeen)

  @Test(arguments: figures)
  func `the figure is seen in the course, with the output of the paper`(figure: Figure) throws {
    let outputs = try Self.layersSeen.filter { $0.matches(figure) }
      .map { try $0.forward().output.size }
    #expect(outputs.contains(Spatial(square: figure.output)))
    #expect(outputs.allSatisfy { $0 == Spatial(square: figure.output) })
  }
}

extension LayerCase {
  fileprivate func matches(_ figure: LessonFigureTests.Figure) -> Bool {
    let names: [Hyperparameter] = [
      .input, .kernelSize, .stride, .padding, .dilation, .outputPadding,
    ]
    return layer.direction == figure.kind
      && zip(names, figure.values).allSatisfy { name, value in
        Axis.axes(2).allSatisfy { number(name, $0) == value }
      }
  }
}

extension Lesson {
  /// What is explored, key by key, when the lesson is played by its own keys.
  fileprivate var layersSeen: [LayerCase] {
    var state = ExplorerState(
      LayerCase.decoder, size: ScreenSize(columns: 80, rows: 24),
      capabilities: Capabilities(unicode: true, colors: 0))
    state.begin(self)
    var seen: [LayerCase] = []
    let keys: [KeyPress] = screens.flatMap { $0.keys + [KeyPress.character("n")] }
    for key in keys {
      seen.append(state.subject)
      _ = state.press(key)
    }
    return seen
  }
}
