import ConvArithmetic
import LayerNotation
import Testing

@Suite struct BudgetWordsTests {
  /// The layer of a CycleGAN decoder on (1, 64, 8, 8).
  private static let decoder = subject(
    layer(.transposed, 64, 32, Spatial(square: 3)) {
      $0.stride = Spatial(square: 2)
      $0.padding = .explicit(Spatial(square: 1))
      $0.outputPadding = Spatial(square: 1)
    })

  private func budget(_ text: String) throws -> Budget {
    var budget = Budget()
    try budget.take(text)
    return budget
  }

  @Test func `a budget is read from assignments`() throws {
    let read = try budget("macs=100M, ram=256Ki flash=1Mi dtype=fp16")
    #expect(read[.macs] == 100_000_000)
    #expect(read[.ram] == 262_144)
    #expect(read[.flash] == 1_048_576)
    #expect(read.format == .fp16)
    var less = read
    try less.take("ram=none")
    #expect(less[.ram] == nil)
    #expect(less[.macs] == 100_000_000)
    try less.take("none")
    #expect(!less.isSet)
    #expect(less.format == .fp16)
  }

  @Test(arguments: [
    ("macs=many", "macs: 'many' is not an amount"), ("rom=5", "'rom=5' is not a budget"),
    ("macs", "'macs' is not a budget"), ("dtype=bf16", "dtype: 'bf16' is not int8, fp16 or fp32"),
  ])
  func `what makes no sense is said, and nothing of it is taken`(
    text: String, message: String
  ) throws {
    var budget = Budget()
    let error = #expect(throws: NotationError.self) { try budget.take("macs=5 \(text)") }
    #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
    #expect(budget == Budget())
  }

  @Test(arguments: [
    ("input elements", "N·C_in·H_in·W_in", "1·64·8·8", "4,096"),
    ("output elements", "N·C_out·H_out·W_out", "1·32·16·16", "8,192"),
    ("column buffer", "C_out/groups·K·H_in·W_in", "32/1·9·8·8", "18,432"),
    ("int8 weights", "weight·1 + C_out·4", "18,432·1 + 32·4", "18,560 bytes, 18.13 KiB"),
    ("fp32 weights", "weight·4 + C_out·4", "18,432·4 + 32·4", "73,856 bytes, 72.13 KiB"),
    ("fp16 peak", "input + output", "8,192 + 16,384", "24,576 bytes, 24.00 KiB"),
    (
      "int8 intensity", "2·products/(weights + peak)", "2·1,179,648/(18,560 + 12,288)",
      "76.48 op/byte"
    ),
  ])
  func `the memory of the decoder comes with its formulas`(
    name: String, formula: String, substituted: String, value: String
  ) throws {
    let facts = try FactSheet(Self.decoder.forward())[.memory].facts
    #expect(facts.first { $0.name == name } == Fact(name, formula, substituted, value: value))
    #expect(!facts.contains { $0.name.hasPrefix("budget") })
  }

  @Test func `a budget stands after the memory, with what is over in words`() throws {
    let budget = try budget("macs=1M ram=12288 flash=18Ki")
    let facts = try FactSheet(Self.decoder.forward(), budget: budget)[.memory].facts.suffix(3)
    #expect(facts.map(\.name) == ["budget MACs", "budget RAM", "budget flash"])
    #expect(
      facts.map(\.substituted) == [
        "1,179,648 of 1,000,000", "12,288 of 12,288", "18,560 of 18,432",
      ])
    #expect(
      facts.map(\.value) == [
        "117.96%, over by 179,648", "100.00%, within, 0 B left", "100.69%, over by 128",
      ])
  }

  @Test func `memory that does not fit in 127 bits is said in words`() throws {
    let wide = layer(.convolution, 1 << 62, 1 << 62, Spatial(square: 3))
    let budget = try budget("macs=1G flash=1Gi")
    let facts = try FactSheet(subject(wide, input: 3).forward(), budget: budget)[.memory].facts
    #expect(facts.first { $0.name == "int8 weights" }?.value == "more than 127 bits hold")
    #expect(facts.first { $0.name == "int8 intensity" }?.value == "more than 127 bits hold")
    #expect(facts.suffix(2).map(\.value) == ["over", "over"])
  }
}
