import ConvArithmetic
import Testing

/// Where the documents' last formula contradicts their steps, and where it does not.
@Suite struct PrintedSummaryTests {
  /// A layer, and what each of the two gives by hand.
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let subject: LayerCase
    let steps: Count
    let summary: Count
  }

  @Test(arguments: [
    Example(
      testDescription: "1×1, bias",
      subject: .square(.convolution, input: 1, kernel: 1).bias(true), steps: 2, summary: 3),
    Example(
      testDescription: "1×1, two channels, no bias",
      subject: .square(.convolution, input: 1, kernel: 1).channels(2, 1), steps: 3, summary: 2),
    Example(
      testDescription: "depthwise 1×1, four channels, no bias",
      subject: .square(.convolution, input: 1, kernel: 1).channels(4, 4, groups: 4), steps: 4,
      summary: Count(-8)),
    Example(
      testDescription: "MobileNet's depthwise 3×3 at 112×112",
      subject: .square(.convolution, input: 112, kernel: 3, padding: 1).channels(
        32, 32, groups: 32),
      steps: 6_823_936, summary: Count(-5_619_712)),
    Example(
      testDescription: "ResNet's 3×3 at 56×56",
      subject: .square(.convolution, input: 56, kernel: 3, padding: 1).channels(64, 64),
      steps: 231_010_304, summary: 218_365_952),
    Example(
      testDescription: "the transposed document's own example",
      subject: .square(.transposed, input: 2, kernel: 2).bias(true), steps: 52, summary: 52),
  ])
  func `the disagreement is shown as it is`(example: Example) throws {
    let pass = try example.subject.forward()
    #expect(pass[.documented] == example.steps)
    #expect(Figure.printedSummary.ratio(pass)?.description == example.summary.description)
    #expect(pass[.printedSummary] - pass[.documented] == example.summary - example.steps)
  }

  @Test func `with bias a convolution's summary has an operation too many for each filter's cell`()
    throws
  {
    for (subject, pass) in LayerCase.validSamples(800, seed: 21)
    where subject.layer.direction == .convolution && subject.layer.bias {
      let naive = NaiveLayer(subject: subject, output: pass.output.size)
      let cells = naive.output.height * naive.output.width
      let samples = subject.input.batch ?? 1
      #expect(
        pass[.printedSummary] - pass[.documented] == Count(samples * naive.channelPairs * cells),
        "\(subject)")
    }
  }

  @Test func `without bias it has C_in − 1 too few for each output`() throws {
    for (subject, pass) in LayerCase.validSamples(800, seed: 22)
    where subject.layer.direction == .convolution && !subject.layer.bias {
      let size = pass.output.size
      let outputs =
        (subject.input.batch ?? 1) * subject.layer.outChannels * size.height * size.width
      let excess = pass[.printedSummary] - pass[.documented]
      #expect(excess == Count(-outputs * (subject.layer.inChannels - 1)), "\(subject)")
    }
  }

  @Test func `the transposed summary equals its steps`() throws {
    for (subject, pass) in LayerCase.validSamples(800, seed: 23)
    where subject.layer.direction == .transposed {
      #expect(pass[.printedSummary] == pass[.documented], "\(subject)")
      #expect(pass[.printedSummary] - pass[.documented] == 0, "\(subject)")
    }
  }

  @Test func `the summary of a valid layer is whole, since groups divide its channels`() throws {
    for (subject, pass) in LayerCase.validSamples(800, seed: 24) {
      #expect(Figure.printedSummary.ratio(pass)?.denominator == 1, "\(subject)")
    }
  }
}
