import ConvArithmetic
import LayerNotation
import Testing

/// Questions, answers and verdicts as text.
@Suite struct QuestionWordsTests {
  private static let decoder = transposed(8, k: 3, s: 2, p: 1, a: 1) { $0.channels(64, 32) }

  private static func question(
    _ kind: Question.Kind, _ subject: LayerCase = decoder
  ) throws -> Question {
    try #require(Question(kind, subject.forward()))
  }

  @Test func `a layer of three axes is asked about by their names`() throws {
    var layer = ConvLayer(axes: 3)
    layer.stride = Spatial(1, 1, 2)
    layer.kernelSize = Spatial(1, 2, 3)
    let subject = LayerCase(
      layer: layer, input: TensorShape(batch: 1, channels: 1, size: Spatial(4, 5, 7)))
    let shape = try Self.question(.outputShape, subject)
    #expect(
      shape.sentence == "What is the shape of the output, (N, C_out, D_out, H_out, W_out)?")
    #expect(shape.expected == "five numbers, or D,H,W alone")
    #expect(shape.read("4,4,3") == [1, 1, 4, 4, 3])
    #expect(shape.read("4,4,3") == shape.answer)
    #expect(shape.working.map(\.name) == ["D_out", "H_out", "W_out"])
    let mistake = try #require(shape.mistakes.first { $0.idea == .axesSwapped })
    #expect(mistake.answer == [1, 1, 3, 4, 4])
    #expect(shape.reason(mistake) == "That swaps depth and width; depth comes first.")
    let weight = try Self.question(.weightShape, subject)
    #expect(weight.partNames == ["C_out", "C_in/groups", "k_d", "k_h", "k_w"])
    #expect(weight.answer == [1, 1, 1, 2, 3])
  }

  @Test(arguments: Exercise.Level.allCases)
  func `every wrong answer that is known has its reason in words`(level: Exercise.Level) {
    for exercise in (1...200).compactMap({ Exercise(seed: 7, level: level, number: $0) }) {
      for mistake in exercise.question.mistakes {
        let reason = exercise.question.reason(mistake)
        #expect(
          reason.hasPrefix("That ") && reason.hasSuffix(".") && !reason.contains("{"),
          "\(mistake.idea) of \(exercise.question.kind): \(reason)")
      }
    }
  }

  @Test(arguments: [PaddingMode.reflect, .replicate, .circular])
  func `nothing that is said of padding that copies speaks of zeros in it`(mode: PaddingMode) throws
  {
    var texts: Set<String> = []
    for (kernel, stride, padding) in [(3, 1, 1), (5, 2, 2), (4, 3, 3), (3, 2, 1)] {
      let pass = try ordinary(8, k: kernel, s: stride, p: padding, d: 2) { $0.paddingMode = mode }
        .forward()
      for question in Question.all(about: pass) {
        texts.insert(question.sentence)
        for mistake in question.mistakes { texts.insert(question.reason(mistake)) }
      }
    }
    #expect(texts.filter { $0.contains("zero") }.allSatisfy { $0.contains("copies") })
    #expect(texts.contains { $0.contains("itself or as a copy?") })
    #expect(!texts.contains(""))
  }

  @Test func `where there are too many copies to count, nobody is asked for the most reads`() throws
  {
    let pass = try ordinary(8, k: 3, p: 5_000) { $0.paddingMode = .replicate }.forward()
    #expect(Question(.maximumOverlap, pass) == nil)
    #expect(Question(.outputSize(.height), pass)?.answer == [10_006])
  }

  @Test func `the layer and its input are said as PyTorch says them`() throws {
    #expect(
      try Self.question(.parameters).layerText
        == "nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1)"
        + " on an input of (1, 64, 8, 8)")
  }

  @Test(arguments: Question.Kind.all(Axis.axes(2)))
  func `a question is one sentence of its own`(kind: Question.Kind) throws {
    // Of either layer, as far as it has an answer.
    let layers = try [Self.decoder, ordinary(9, k: 3, s: 2)].map { try $0.forward() }
    let own = layers.compactMap { Question(kind, $0) }
    let others = layers.flatMap { Question.all(about: $0) }.filter { $0.kind != kind }
    #expect(!own.isEmpty)
    for question in own {
      #expect(question.sentence.hasSuffix("?") && !question.sentence.contains("{"))
      #expect(!question.name.isEmpty && !question.name.contains("{"))
      #expect(!others.map(\.sentence).contains(question.sentence))
    }
  }

  @Test(arguments: [
    (Question.Kind.outputShape, "(1, 32, 16, 16)"), (.outputSize(.height), "16"),
    (.weightShape, "(64, 32, 3, 3)"), (.parameters, "18,464"), (.filters, "2,048"),
    (.multiplications, "1,179,648"), (.additionsPerFilter, "273"), (.maximumOverlap, "4"),
  ])
  func `the answer is written as it is in the program`(
    kind: Question.Kind, text: String
  ) throws {
    let question = try Self.question(kind)
    #expect(question.text(question.answer) == text)
    // What is written can be read again.
    #expect(question.read(text) == question.answer)
  }

  @Test(arguments: [
    "1,32,16,16", "(1,32,16,16)", " ( 1, 32, 16, 16 ) ", "1 32 16 16", "1x32x16x16", "16,16", "16",
    "16 x 16", "(16)", "32x16x16", "(32, 16, 16)", "32 16 16", "[1, 32, 16, 16]", "1*32*16*16",
    "torch.Size([1, 32, 16, 16])", "1X32X16X16",
  ])
  func `a shape can be typed in many ways, its sizes alone too`(text: String) throws {
    let question = try Self.question(.outputShape)
    #expect(question.read(text) == question.answer)
  }

  @Test(arguments: [
    "", " ", "1,32,16", "1,2,3,4,5", "a", "16,b", "(16", "--16", "1.5",
    "99999999999999999999999999999999999999999",
  ])
  func `what is no shape is none`(text: String) throws {
    #expect(try Self.question(.outputShape).read(text) == nil)
  }

  @Test(arguments: [
    ("18464", 18_464), ("18,464", 18_464), (" 7 ", 7), ("-5", -5), ("−1,234", -1_234), ("0", 0),
    ("1,000,000", 1_000_000), ("1 024", 1_024), ("18_464", 18_464), ("(16)", 16), ("[16]", 16),
  ])
  func `a number may be in groups of three digits`(text: String, number: Int) throws {
    #expect(try Self.question(.parameters).read(text) == [Count(number)])
  }

  @Test(arguments: [
    "", "16,16", "1,2,3", ",464", "1,0000", "1 2", "x", "+5", "٣", "1e3", "-", "- -1", "1,234 567",
    "1__024", "(16", "16]",
  ])
  func `what is no number is none`(text: String) throws {
    #expect(try Self.question(.parameters).read(text) == nil)
  }

  @Test func `the working has the formula and the numbers`() throws {
    #expect(
      try Self.question(.outputShape).working == [
        Fact(
          "H_out, W_out", "(i − 1)s − 2p + d(k − 1) + output_padding + 1",
          "(8 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1", value: "16")
      ])
    #expect(
      try Self.question(.weightShape).working == [
        Fact(
          "weight", "(C_in, C_out/groups, k_h, k_w)", "(64, 32/1, 3, 3)",
          value: "(64, 32, 3, 3)")
      ])
    #expect(
      try Self.question(.additionsPerFilter).working == [
        Fact(
          "A", "(i_h·k_h − cropped_h)·(i_w·k_w − cropped_w) − H_out·W_out",
          "(8·3 − 1)·(8·3 − 1) − 16·16", value: "273")
      ])
    #expect(
      try Self.question(.maximumOverlap).working == [
        Fact("most", "⌈k_h/s_h⌉·⌈k_w/s_w⌉", "⌈3/2⌉·⌈3/2⌉", value: "4")
      ])
  }

  @Test func `axes that differ are worked out one by one`() throws {
    var oblong = ordinary(8, k: 3, s: 2)
    oblong.input.size[.width] = 9
    let working = try Self.question(.outputShape, oblong).working
    #expect(working.map(\.name) == ["H_out", "W_out"])
    #expect(working.map(\.value) == ["3", "4"])
  }

  @Test(arguments: [
    ("16", "Right: (1, 32, 16, 16).", ""),
    (
      "1,32,20,20", "Not (1, 32, 20, 20): it is (1, 32, 16, 16).",
      "H_out is 4 too large. W_out is 4 too large."
    ),
    ("1,31,16,16", "Not (1, 31, 16, 16): it is (1, 32, 16, 16).", "C_out is 1 too small."),
  ])
  func `a verdict has both answers, and the distance of each number`(
    text: String, verdict: String, distance: String
  ) throws {
    let question = try Self.question(.outputShape)
    let given = try #require(question.read(text))
    let judgement = try #require(question.judge(given))
    #expect(judgement.verdict == verdict)
    #expect(judgement.distanceText == distance)
  }

  @Test func `a number far off is said to be so`() throws {
    let question = try Self.question(.additionsPerFilter)
    let near = try #require(question.judge([1_273]))
    #expect(near.distanceText == "It is 1,000 too large.")
    let far = try #require(question.judge([Count(Int128.min)]))
    #expect(far.distanceText == "It is further off than 127 bits hold.")
    #expect(far.mistakes.isEmpty)
  }

  @Test func `a misconception has a name of its own`() {
    let names = Misconception.Idea.allCases.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Misconception.Idea.paddingCountedOnce.name == "padding counted once")
  }
}
