import ConvArithmetic
import LayerNotation
import Testing

/// The relationships of Dumoulin & Visin as the report and the screen show them.
@Suite struct RelationshipFactTests {
  private func section(_ subject: LayerCase) throws -> FactSection {
    try FactSheet(subject.forward())[.relationship]
  }

  @Test func `the decoder is relationship 14, with its numbers and its convolution`() throws {
    let section = try section(
      subject(
        layer(.transposed, 64, 32, Spatial(square: 3)) {
          $0.stride = Spatial(square: 2)
          $0.padding = .explicit(Spatial(square: 1))
          $0.outputPadding = Spatial(square: 1)
        }))
    #expect(
      section.facts == [
        Fact(
          "H, W R14 any p, s, a", "o' = s(i' − 1) + a + k − 2p", "2·(8 − 1) + 1 + 3 − 2·1",
          value: "16")
      ])
    #expect(
      section.notes == [
        "Along H, W it is an ordinary convolution with k' = 3, s' = 1 and p' = k − p − 1 = 1 over"
          + " the input stretched to 15 cells by 1 zero between neighbours, with 1 zero at its end"
          + " only.",
        "R: numbers in \"A guide to convolution arithmetic for deep learning\" (2018).",
      ])
  }

  @Test func `axes that differ have their own, and the floor is explained`() throws {
    // Inputs of 11 and 12 both give 6 under k3 s2 p1: (11 + 2 − 3)/2 = 5, (12 + 2 − 3)/2 = 5.5.
    var subject = subject(
      layer(.convolution, 3, 3, Spatial(square: 3)) {
        $0.stride = Spatial(height: 2, width: 1)
        $0.padding = .explicit(Spatial(square: 1))
      }, input: 11)
    subject.input.size[.width] = 7
    let section = try section(subject)
    #expect(
      section.facts.map(\.name) == [
        "H R6 any p, s", "H R15 any p, s, d", "W R3 half padding", "W R2 s = 1", "W R6 any p, s",
        "W R15 any p, s, d",
      ])
    #expect(section.facts.map(\.value) == ["6", "6", "7", "7", "7", "7"])
    #expect(section.facts[2].formula == "o = i")
    #expect(section.facts[2].substituted == "")
    #expect(
      section.notes.first
        == "Along H the floor makes the inputs from 11 to 12 all give 6; a transposed layer tells"
        + " them apart by a, its output_padding (R14).")
  }

  @Test func `what is not in the paper says so`() throws {
    let section = try section(
      subject(
        layer(.transposed, 1, 1, Spatial(square: 3)) {
          $0.dilation = Spatial(square: 2)
          $0.padding = .explicit(Spatial(square: 5))
          $0.outputPadding = Spatial(square: 1)
        }))
    #expect(section.facts.map(\.name) == ["H, W ext with dilation"])
    #expect(
      section.notes.first
        == "Along H, W it is an ordinary convolution with k' = 3, d' = 2, s' = 1 and"
        + " p' = d(k − 1) − p = −1 (it crops) over the input, with 1 zero at its end only.")
    #expect(section.notes.last?.hasSuffix(" ext: not in the paper.") == true)
  }

  @Test(arguments: FactSheet.Topic.allCases)
  func `the report has every topic but one that only the screen has`(topic: FactSheet.Topic) throws
  {
    let layer = layer(.transposed, 1, 1, Spatial(square: 3))
    let sheet = try FactSheet(subject(layer).forward())
    #expect(sheet.reportSections.contains(sheet[topic]) == (topic != .executed))
  }

  @Test func `every relationship has words of its own`() {
    for subject in Relationship.Subject.allCases {
      #expect(!subject.condition.isEmpty)
      #expect(subject.label == (subject.number.map { "R\($0)" } ?? "ext"))
    }
  }
}
