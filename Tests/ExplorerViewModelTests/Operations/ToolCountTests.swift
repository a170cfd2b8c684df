import ConvArithmetic
import ExplorerViewModel
import Testing

/// The counts of the tools on the screen, against what the tools printed.
@Suite struct ToolCountTests {
  @Test func `the sample has layers of all kinds`() {
    let sample = RecordedTools.sample
    #expect(sample.count >= 40)
    for isTransposed in [true, false] {
      let kind = sample.filter { $0.isTransposed == isTransposed }
      #expect(kind.count { !$0.isUnbatched && !$0.hasFailure } >= 8)
      #expect(kind.count { $0.isUnbatched } >= 3)
      #expect(kind.count { $0.hasFailure } >= 3)
    }
  }

  @Test(arguments: RecordedTools.sample)
  func `every tool's count is the recorded number, and a tool that failed fails`(
    recorded: RecordedTools
  ) throws {
    let subject = try #require(recorded.subject)
    // The longest explanation leaves all tools on such a screen.
    let list = ToolList(render(try .on(120, 50, keys: "Cm", subject)))
    for convention in OperationConvention.tools {
      let shown = try #require(list[convention.name], "\(convention.id)")
      switch try #require(recorded.tools[convention.id]) {
      case .number(let number):
        let digits = thousands(number)
        #expect(shown.count == digits || digits.count > 18 && shown.count.hasPrefix("≈"))
      case .text: #expect(shown.count == "fails" && shown.ratio == "–")
      case .pair: Issue.record("\(convention.id) printed two numbers")
      }
    }
  }

  @Test func `the ratio is that to the right count of the tool's unit`() throws {
    // 1,179,648 products are 64·32·9·8·8; 2,358,240 operations add 1,170,400 and 8,192 to them.
    let list = ToolList(render(try .on(120, 60, keys: "Cm")))
    let ratios = [
      // 2·1,179,648 − 2,358,240 = 1,056; the quotient, 1.0004, would look exact.
      "torch flop counter": "+1,056", "fvcore": "exact",
      // (16·16) / (8·8), and 8,192 more: 4.0069
      "thop": "×4.00", "torchinfo": "×4.01",
      // 1,187,840 / 1,179,648 = 1.0069
      "ptflops, aten": "×1.01",
      // 5,801,984 / 2,358,240 = 2.4603, of which the output_padding makes 28,672 / 2,358,240
      "documents, steps": "×2.46", "moduleprofiler": "×2.45",
      "calflops MACs": "exact", "executed": "exact",
    ]
    for (name, ratio) in ratios { #expect(list[name]?.ratio == ratio, "\(name)") }
  }

  @Test func `the ratios of an unbatched depthwise layer are those of its misreadings`() throws {
    let subject = LayerCase(
      layer: LayerCase.square(56) { layer in
        (layer.inChannels, layer.outChannels, layer.groups) = (32, 32, 32)
        (layer.kernelSize, layer.padding) = (Spatial(square: 3), .explicit(Spatial(square: 1)))
        layer.bias = false
      }.layer,
      input: TensorShape(batch: nil, channels: 32, size: Spatial(square: 56)))
    let list = ToolList(render(try .on(120, 60, keys: "Cm", subject)))
    // 32 channels for samples: 32 times as much; one column of 56: 1 / 56 = 0.018; ⌊56/32⌋ = 1.
    #expect(list["moduleprofiler"]?.ratio == "×32.00")
    #expect(list["ptflops, pytorch"]?.ratio == "×0.02")
    #expect(list["thop"]?.ratio == "exact")
    // C_out·W_out = 32·56 in place of 56·56 places: 32 / 56 = 0.571
    #expect(list["torchinfo"]?.ratio == "×0.57")
    // 2·9/(2·9 − 1) = 1.059
    #expect(list["torch flop counter"]?.ratio == "×1.06")
    // The summary has (2K − groups)/groups·32 where 2K − 1 is right: (18 − 32) / 17 = −0.82
    #expect(list["documents, summary"]?.ratio == "×−0.82")
  }

  @Test func `a ratio that is too long is a whole number, in the same column`() throws {
    // One input row of 1: an unbatched layer's torchinfo counts C_out·W_out places for one.
    let subject = LayerCase(
      layer: LayerCase.square(1) { layer in
        (layer.outChannels, layer.bias) = (123_456, false)
        layer.kernelSize = Spatial(square: 1)
      }.layer,
      input: TensorShape(batch: nil, channels: 1, size: Spatial(square: 1)))
    let frame = render(try .on(80, 60, keys: "Cm", subject))
    #expect(ToolList(frame)["torchinfo"]?.ratio == "×123,456")
    // It ends before the same column as the others.
    for name in ["torchinfo", "fvcore"] {
      let row = try #require(frame.place(of: "   \(name) ")).row
      #expect(Array(frame.lines[row]).prefix(50).last.map { $0 != " " } == true)
    }
  }
}

/// Digits in groups of three, by another way than the program's.
private func thousands(_ number: Int) -> String {
  // Tools that mistake the size of an output count less than nothing.
  if number < 0 { return "−" + thousands(-number) }
  guard number >= 1_000 else { return "\(number)" }
  let rest = "\(number % 1_000)"
  let zeros = String(repeating: "0", count: 3 - rest.count)
  return thousands(number / 1_000) + "," + zeros + rest
}
