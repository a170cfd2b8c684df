import ConvArithmetic
import LayerNotation
import Testing

@Suite struct FactSheetTests {
  /// The layer of a CycleGAN decoder on (1, 64, 8, 8), with the numbers worked out by hand.
  private static let decoder = subject(
    layer(.transposed, 64, 32, Spatial(square: 3)) {
      $0.stride = Spatial(square: 2)
      $0.padding = .explicit(Spatial(square: 1))
      $0.outputPadding = Spatial(square: 1)
    })

  /// One group of one input channel, without bias: where the printed summary goes below zero.
  private static let depthwise = subject(
    layer(.convolution, 4, 4, Spatial(square: 1)) {
      $0.groups = 4
      $0.bias = false
    }, input: 1)

  @Test(arguments: [
    (FactSheet.Topic.outputSize, "H_out", "16"), (.outputSize, "W_out", "16"),
    (.outputSize, "output", "(1, 32, 16, 16)"), (.weight, "weight", "(64, 32, 3, 3)"),
    (.weight, "parameters", "18,464"), (.documented, "filters ψ", "2,048"),
    (.documented, "additions A", "273"), (.documented, "per filter λ", "2,577"),
    (.documented, "aggregation γ", "524,288"), (.documented, "per sample", "5,801,984"),
    (.documented, "total", "5,801,984"), (.summary, "total", "5,801,984"),
    (.executed, "products", "1,179,648"), (.executed, "useful", "1,083,392"),
    (.overlap, "sum", "529"), (.overlap, "most", "4"), (.overlap, "least", "1"),
    (.overlap, "holes", "0"),
  ])
  func `the decoder's numbers are those of the documents`(
    topic: FactSheet.Topic, name: String, value: String
  ) throws {
    #expect(try Self.fact(topic, name, Self.decoder).value == value)
  }

  @Test(arguments: [
    (
      FactSheet.Topic.outputSize, "H_out", "(i − 1)s − 2p + d(k − 1) + output_padding + 1",
      "(8 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1"
    ),
    (.documented, "filters ψ", "C_in/groups·C_out", "64/1·32"),
    (.documented, "additions A", "Σc_h·Σc_w − H_out·W_out", "23·23 − 16·16"),
    (.documented, "per filter λ", "H_out·W_out·K + A", "16·16·9 + 273"),
    (
      .documented, "aggregation γ", "C_out·H_out·W_out·(C_in/groups − 1 + 1)",
      "32·16·16·(64/1 − 1 + 1)"
    ),
    (.documented, "total", "N·(ψ·λ + γ)", "1·(2,048·2,577 + 524,288)"),
    (
      .weight, "parameters", "C_in/groups·C_out·k_h·k_w + C_out", "64/1·32·3·3 + 32"
    ),
  ])
  func `a number says where it comes from`(
    topic: FactSheet.Topic, name: String, formula: String, substituted: String
  ) throws {
    let fact = try Self.fact(topic, name, Self.decoder)
    #expect(fact.formula == formula)
    #expect(fact.substituted == substituted)
  }

  @Test func `what users misunderstand most is said in words`() throws {
    let sheet = try FactSheet(Self.decoder.forward())
    #expect(
      sheet[.outputSize].notes == [
        "padding crops the output by 1 at each of its ends.",
        "output_padding adds no zeros: it keeps 1 more at the end of each axis,"
          + " of which 0 receive no product.",
      ])
    #expect(sheet[.summary].notes == ["It agrees with the steps above."])
    #expect(
      sheet[.executed].notes == [
        "The documents charge H_out·W_out·K = 2,304 products per filter;"
          + " H_in·W_in·K = 576 are formed."
      ])
    #expect(sheet[.overlap].notes.first?.hasPrefix("Uneven inside") == true)
    #expect(sheet[.overlap].notes.first?.contains("from 1·1 to 2·2 products") == true)
  }

  @Test func `even overlap is called even, and no promise`() throws {
    var even = Self.decoder
    even.layer.kernelSize = Spatial(square: 4)
    even.layer.outputPadding = Spatial(square: 0)
    let note = try #require(FactSheet(even.forward())[.overlap].notes.first)
    #expect(note.hasPrefix("Even inside"))
    #expect(note.contains("gets 2·2 products"))
    #expect(note.hasSuffix("Even overlap does not rule artefacts out."))
  }

  @Test func `a printed summary that disagrees is shown with its cause`() throws {
    #expect(try Self.fact(.documented, "total", Self.depthwise).value == "4")
    let summary = try FactSheet(Self.depthwise.forward())[.summary]
    #expect(summary.facts.map(\.value) == ["−8"])
    #expect(summary.facts.map(\.formula) == ["N·C_in·C_out·H_out·W_out·(2·K − groups)/groups"])
    #expect(
      summary.notes == [
        "It gives 12 less than the document's own steps: it has C_in·(2K − groups) where"
          + " 2K·C_in − groups follows from them. The steps are right, and its code follows them."
      ])
  }

  @Test func `with a bias the printed summary gives more, for another cause`() throws {
    // 4·8·(2·9 + 1) = 608 where 4·8·17 + 8·4 = 576 follows.
    let biased = subject(layer(.convolution, 4, 8, Spatial(square: 3)), input: 3)
    let sheet = try FactSheet(biased.forward())
    #expect(sheet[.documented].facts.last?.value == "576")
    #expect(sheet[.summary].facts.map(\.value) == ["608"])
    #expect(sheet[.summary].notes.first?.hasPrefix("It gives 32 more than") == true)
    #expect(sheet[.summary].notes.first?.contains("2K + 1 where 2K follows") == true)
  }

  @Test func `cells that nothing reaches are counted and explained`() throws {
    // Kernel 1 under stride 2: 2 input cells reach 2 of 3 on each axis, so 4 of 9, and 5 are holes.
    let holes = subject(
      layer(.transposed, 1, 1, Spatial(square: 1)) { $0.stride = Spatial(square: 2) },
      input: 2)
    let sheet = try FactSheet(holes.forward())
    #expect(sheet[.overlap].facts.last?.value == "5")
    #expect(try Self.fact(.documented, "additions A", holes).value == "−5")
    #expect(
      sheet[.executed].notes.last
        == "A contains −1 for each of the 5 cells that nothing reaches; no addition happens there.")
  }

  private static func fact(
    _ topic: FactSheet.Topic, _ name: String, _ subject: LayerCase
  ) throws -> Fact {
    try #require(FactSheet(subject.forward())[topic].facts.first { $0.name == name })
  }
}
