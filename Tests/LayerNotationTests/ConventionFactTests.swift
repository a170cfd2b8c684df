import ConvArithmetic
import LayerNotation
import Testing

@Suite struct ConventionFactTests {
  /// 64 → 32 channels on 2 samples of 8×8, to 16×16.
  private static let decoder = LayerCase(
    layer: layer(.transposed, 64, 32, Spatial(square: 3)) {
      $0.stride = Spatial(square: 2)
      $0.padding = .explicit(Spatial(square: 1))
      $0.outputPadding = Spatial(square: 1)
    }, input: TensorShape(batch: 2, channels: 64, size: Spatial(square: 8)))

  @Test(arguments: [
    ("products", "2,359,296"), ("additions", "2,340,800"), ("bias additions", "16,384"),
    ("executed", "4,716,480"), ("useful products", "2,166,784"),
    ("useful additions", "2,150,400"), ("useful", "4,333,568"), ("useful share", "0.92"),
  ])
  func `the ledger has what is executed and what of it is useful`(
    name: String, value: String
  ) throws {
    // 2·32·64 filters, 8·8·9 products each, 529 useful; 17·17 cells before the crop, 16·16 after.
    let ledger = try FactSheet(Self.decoder.forward())[.ledger]
    #expect(ledger.facts.first { $0.name == name }?.value == value)
  }

  @Test func `the ledger says where its numbers come from`() throws {
    let facts = try FactSheet(Self.decoder.forward())[.ledger].facts
    #expect(
      facts.map(\.substituted) == [
        "2·64/1·32·9·8·8", "2,359,296 − 2·32·17·17", "2·32·16·16",
        "2,359,296 + 2,340,800 + 16,384", "2·64/1·32·23·23", "2,166,784 − 2·32·256",
        "2,166,784 + 2,150,400 + 16,384", "4,333,568/4,716,480",
      ])
  }

  @Test func `the report has the ledger where the screen has the products`() throws {
    let sheet = try FactSheet(Self.decoder.forward())
    let titles = sheet.reportSections.map(\.title)
    // What has a view of its own: verdict, advice, memory, dialects.
    #expect(titles.count == sheet.sections.count + 4)
    #expect(titles.contains("Really executed"))
    #expect(!sheet.sections.map(\.title).contains("Really executed"))
  }

  @Test func `a tool's count comes with unit, ratio, formula and reason`() throws {
    let facts = try FactSheet(Self.decoder.forward()).conventions
    let thop = try #require(facts.first { $0.name == "thop" })
    #expect(thop.count == "9,437,184")
    #expect(thop.unit == "MAC")
    #expect(thop.ratio == "4.00")
    #expect(thop.formula == "N·C_out·H_out·W_out·C_in/groups·K")
    #expect(thop.substituted == "2·32·16·16·64/1·9")
    #expect(
      thop.reasons == [
        "7,077,888 too many: it counts a transposed layer by its output size 16×16, where its input"
          + " size 8×8 is right."
      ])
    #expect(thop.source.hasPrefix("thop.profile"))
  }

  @Test func `a tool that is right is called right`() throws {
    let facts = try FactSheet(Self.decoder.forward()).conventions
    let fvcore = try #require(facts.first { $0.name == "fvcore" })
    #expect(fvcore.count == "2,359,296")
    #expect(fvcore.reasons == ["It is the right number of products."])
    #expect(facts.last?.reasons == ["It is the right number of executed operations."])
  }

  @Test func `a tool that fails says why, and has no number`() throws {
    var empty = Self.decoder
    empty.input.batch = 0
    let facts = try FactSheet(empty.forward()).conventions
    let ptflops = try #require(facts.first { $0.name == "ptflops, pytorch" })
    #expect(ptflops.count == "fails")
    #expect(ptflops.ratio == "–")
    #expect(ptflops.formula.isEmpty)
    #expect(ptflops.reasons == ["It fails: it divides by the batch of 0."])
  }

  @Test func `of a tool that was not recorded nothing is claimed, not even that it fails`() throws {
    var wave = layer(.convolution, 2, 2, Spatial(square: 3))
    wave.padding = .explicit(Spatial(square: 1))
    wave.paddingMode = .circular
    let facts = try FactSheet(subject(wave, input: 8).forward()).conventions
    let fvcore = try #require(facts.first { $0.name == "fvcore" })
    #expect(fvcore.count == "–" && fvcore.ratio == "–" && fvcore.formula.isEmpty)
    #expect(
      fvcore.reasons == [
        "Not known here: what it counts was not recorded for padding that copies."
      ])
    #expect(facts.first?.count != "–")
    #expect(!facts.contains { $0.count == "fails" })
  }

  @Test func `a count that does not fit is not called a failure`() throws {
    let wide = layer(.convolution, 1 << 62, 1 << 62, Spatial(square: 3))
    let facts = try FactSheet(subject(wide, input: 3).forward()).conventions
    #expect(facts.allSatisfy { $0.count == "more than 127 bits hold" && $0.ratio == "–" })
    #expect(facts.allSatisfy { $0.reasons == ["The comparison does not fit in 127 bits."] })
  }
}
