import ConvArithmetic
import ExplorerViewModel
import Testing

/// The built-in lessons: what they are about, and that what they say is so.
@Suite struct LessonTests {
  /// The order of the lessons, and the relationships of each; the last are about what the
  /// paper has no relationship for, or about several at once.
  static let plan: [(title: String, relationships: [Int])] = [
    ("Slide a window", [1]), ("Padding", [2, 3, 4]), ("Stride and the floor", [5, 6]),
    ("Dilation", [15]), ("Transpose: write, not read", [8, 12]),
    ("Transpose: stretch and slide", [12, 13]), ("Padding crops", [9, 10, 11]),
    ("Ambiguity and output_padding", [13, 14]), ("Overlap and the rule", [12]),
    ("The doubling family", [14]), ("Three ways to upsample", [14]), ("Channels and groups", []),
    ("Counting: MAC, FLOP, exact", [6]), ("Dialects", [6, 14]), ("One axis: sound", [5]),
  ]

  @Test func `there are fifteen, in their order, each in one file`() throws {
    for (index, file) in Lesson.builtInFiles.enumerated() {
      let lessons = try Lesson.read(file)
      #expect(lessons.map(\.number) == [index + 1])
    }
    #expect(Lesson.builtIn.map(\.title) == Self.plan.map(\.title))
    #expect(Lesson.builtIn.map(\.relationships) == Self.plan.map(\.relationships))
  }

  @Test func `all relationships but that of pooling have their lesson`() {
    #expect(Set(Lesson.builtIn.flatMap(\.relationships)) == Set(1...15).subtracting([7]))
  }

  @Test(arguments: Lesson.builtIn.map(\.number))
  func `each has a few short screens that ask, help, answer and claim`(number: Int) throws {
    let lesson = try #require(Lesson.builtIn.first { $0.number == number })
    #expect((3...7).contains(lesson.screens.count))
    for screen in lesson.screens {
      #expect((1...3).contains(screen.text.count))
      #expect(!screen.hint.isEmpty)
      #expect(screen.subject != nil)
      guard screen.until != nil else { continue }
      #expect(!screen.answer.isEmpty && !screen.keys.isEmpty)
    }
    // Something is to be done on most screens.
    let reading = lesson.screens.filter { $0.until == nil }
    #expect(reading.count <= 1)
  }

  @Test(arguments: Lesson.builtIn.map(\.number), [(80, 24), (120, 40)])
  func `what it claims is so, and its keys do it`(number: Int, size: (Int, Int)) throws {
    let lesson = try #require(Lesson.builtIn.first { $0.number == number })
    let screen = ScreenSize(columns: size.0, rows: size.1)
    #expect(LessonPlay.faults(of: lesson, on: screen) == [])
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
        "line 7: 'output=4' is not so: output=(1, 1, 3, 3)",
        "line 8: 'output=1 and holes=15' is not so: output=(1, 1, 1, 1), holes=16",
        // The first of the two keys reached it, and the second one left it again.
        "line 11: 'stride=2' is not so",
        "line 12: 'output=3 and parameters=10' is so before anything has been done",
        "line 16: without keys it cannot be seen whether this is so",
        "line 23: 'weight=1,1,3,4' is not so: weight=(1, 1, 3, 3)",
      ])
  }
}

/// The figures of Dumoulin & Visin in the lessons, with the sizes that the paper gives.
@Suite struct LessonFigureTests {
  struct Figure: Sendable, CustomTestStringConvertible {
    let name: String
    let lesson: Int
    let kind: ConvLayer.Direction
    /// Input, kernel, stride, padding, dilation, output_padding.
    let values: [Int]
    let output: Int
    var testDescription: String { name }
  }

  /// From the generator of the figures (vdumoulin/conv_arithmetic, `bin/generate_makefile`).
  static let figures = [
    Figure(
      name: "no padding, no strides", lesson: 1, kind: .convolution, values: [4, 3, 1, 0, 1, 0],
      output: 2),
    Figure(
      name: "arbitrary padding, no strides", lesson: 2, kind: .convolution,
      values: [5, 4, 1, 2, 1, 0], output: 6),
    Figure(
      name: "same padding, no strides", lesson: 2, kind: .convolution, values: [5, 3, 1, 1, 1, 0],
      output: 5),
    Figure(
      name: "full padding, no strides", lesson: 2, kind: .convolution, values: [5, 3, 1, 2, 1, 0],
      output: 7),
    Figure(
      name: "no padding, strides", lesson: 3, kind: .convolution, values: [5, 3, 2, 0, 1, 0],
      output: 2),
    Figure(
      name: "padding, strides", lesson: 8, kind: .convolution, values: [5, 3, 2, 1, 1, 0], output: 3
    ),
    Figure(
      name: "padding, strides, odd", lesson: 3, kind: .convolution, values: [6, 3, 2, 1, 1, 0],
      output: 3),
    Figure(name: "dilation", lesson: 4, kind: .convolution, values: [7, 3, 1, 0, 2, 0], output: 3),
    Figure(
      name: "no padding, no strides, transposed", lesson: 5, kind: .transposed,
      values: [2, 3, 1, 0, 1, 0], output: 4),
    Figure(
      name: "arbitrary padding, no strides, transposed", lesson: 7, kind: .transposed,
      values: [6, 4, 1, 2, 1, 0], output: 5),
    Figure(
      name: "same padding, no strides, transposed", lesson: 7, kind: .transposed,
      values: [5, 3, 1, 1, 1, 0], output: 5),
    Figure(
      name: "full padding, no strides, transposed", lesson: 7, kind: .transposed,
      values: [7, 3, 1, 2, 1, 0], output: 5),
    Figure(
      name: "no padding, strides, transposed", lesson: 6, kind: .transposed,
      values: [2, 3, 2, 0, 1, 0], output: 5),
    Figure(
      name: "padding, strides, transposed", lesson: 8, kind: .transposed,
      values: [3, 3, 2, 1, 1, 0], output: 5),
    Figure(
      name: "padding, strides, odd, transposed", lesson: 8, kind: .transposed,
      values: [3, 3, 2, 1, 1, 1], output: 6),
  ]

  @Test(arguments: figures)
  func `the figure is seen in its lesson, with the output of the paper`(figure: Figure) throws {
    let lesson = try #require(Lesson.builtIn.first { $0.number == figure.lesson })
    let outputs = try lesson.layersSeen.filter { $0.matches(figure) }
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
