import ConvArithmetic
import Testing

/// The catalogue, the measured table of a few layers, and why each count is not the right one.
@Suite struct OperationConventionTests {
  @Test func `the catalogue has the keys of the batch output, in their order`() {
    #expect(
      OperationConvention.tools.map(\.id) == [
        "torch_flop_counter", "fvcore", "thop", "torchinfo", "ptflops_pytorch", "ptflops_aten",
        "calflops_flops", "calflops_macs", "deepspeed_flops", "deepspeed_macs", "moduleprofiler",
      ])
    #expect(
      OperationConvention.own.map(\.id) == ["documented_steps", "printed_summary", "executed"])
  }

  /// A layer, and what was measured with the tools on it.
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let subject: LayerCase
    let counts: [String: Count]
  }

  @Test(arguments: [
    Example(
      testDescription: "Conv 3→8 k3 p1, 8×8, bias",
      subject: .square(.convolution, input: 8, kernel: 3, padding: 1).channels(3, 8).bias(true),
      counts: [
        "thop": 13_824, "ptflops_aten": 14_336, "fvcore": 13_824, "torchinfo": 14_336,
        "calflops_flops": 28_160, "calflops_macs": 13_824, "moduleprofiler": 27_648,
        "torch_flop_counter": 27_648,
      ]),
    Example(
      testDescription: "ConvT 4→6 k4 s2 p1, 8×8, N=2, bias",
      subject: LayerCase.square(.transposed, input: 8, kernel: 4, stride: 2, padding: 1)
        .channels(4, 6).bias(true).batch(2),
      counts: [
        "thop": 196_608, "ptflops_pytorch": 26_112, "fvcore": 49_152, "torchinfo": 199_680,
        "calflops_flops": 98_496, "calflops_macs": 49_152, "moduleprofiler": 239_808,
        "torch_flop_counter": 98_304,
      ]),
    Example(
      testDescription: "ConvT 4→4 k3 s2 p1 op1 g4, 8×8, N=2, bias",
      subject: LayerCase.square(
        .transposed, input: 8, kernel: 3, stride: 2, padding: 1, outputPadding: 1
      ).channels(4, 4, groups: 4).bias(true).batch(2),
      counts: [
        "thop": 18_432, "ptflops_pytorch": 3_328, "fvcore": 4_608, "torchinfo": 20_480,
        "calflops_flops": 32, "calflops_macs": 0, "moduleprofiler": 22_552,
        "torch_flop_counter": 9_216,
      ]),
  ])
  func `layers measured apart from the recorded ones come out`(example: Example) throws {
    let pass = try example.subject.forward()
    for convention in OperationConvention.tools {
      guard let measured = example.counts[convention.id] else { continue }
      #expect(convention.count(pass) == Ratio(measured), "\(convention.id)")
    }
  }

  @Test func `the deviations explain the whole difference to the right count, none is idle`()
    throws
  {
    let recorded = try RecordedCases.recorded.get().accepted.compactMap(\.subject)
    let passes = try recorded.map { try $0.forward() }
    for pass in passes + LayerCase.validSamples(1_000, seed: 40).map(\.pass) {
      for convention in OperationConvention.allCases {
        guard let count = convention.count(pass)?.whole else { continue }
        let right = convention.unit.rightCount(pass)
        let amounts = convention.deviations(pass).map(\.amount.value)
        #expect(!amounts.contains(0), "\(convention.id) \(pass)")
        #expect(amounts.reduce(0, +) == (count - right).value, "\(convention.id) \(pass)")
      }
    }
  }

  /// The causes, with their amounts, of one convention on one layer.
  private func deviations(_ id: String, _ subject: LayerCase) throws -> [Deviation] {
    let convention = try #require(OperationConvention.allCases.first { $0.id == id })
    return convention.deviations(try subject.forward())
  }

  @Test func `a transposed layer counted by its output size is off by the sizes' difference`()
    throws
  {
    let subject = LayerCase.square(.transposed, input: 2, kernel: 2, stride: 2).channels(3, 1)
    let cause = Deviation.Cause.usesOutputSize(
      output: Spatial(square: 4), input: Spatial(square: 2))
    // 192 for 48.
    #expect(try deviations("thop", subject) == [Deviation(cause: cause, amount: 144)])
    #expect(try deviations("fvcore", subject).isEmpty)
  }

  @Test func `the documents' own example differs by the products that they charge`() throws {
    let example = LayerCase.square(.transposed, input: 2, kernel: 2)
    let charge = Deviation.Cause.chargesOutputCells(
      output: Spatial(square: 3), input: Spatial(square: 2))
    // 43 for 23: 36 multiplications for 16.
    #expect(
      try deviations("documented_steps", example) == [Deviation(cause: charge, amount: 20)])
    let gaps = LayerCase.square(.transposed, input: 2, kernel: 2, stride: 3)
    let causes = try deviations("documented_steps", gaps)
    #expect(causes.map(\.amount) == [84, Count(-9)])
    #expect(causes.last?.cause == .countsHolesAsMinusOne(holes: 9))
  }

  @Test func `two operations a product are one too many for each cell, and the bias is missing`()
    throws
  {
    let subject = LayerCase.square(.convolution, input: 8, kernel: 3, padding: 1).channels(3, 8)
      .bias(true)
    #expect(
      try deviations("torch_flop_counter", subject) == [
        Deviation(cause: .countsFirstTermAsAddition, amount: 512),
        Deviation(cause: .leavesOutBias, amount: Count(-512)),
      ])
  }

  @Test func `groups divided twice, and a size of the other kind, are told apart`() throws {
    let subject = LayerCase.square(
      .transposed, input: 8, kernel: 3, stride: 2, padding: 1, outputPadding: 1
    ).channels(4, 4, groups: 4).bias(true).batch(2)
    #expect(
      try deviations("calflops_macs", subject) == [
        Deviation(cause: .dividesByGroupsTwice(groups: 4), amount: Count(-4_608))
      ])
    let causes = try deviations("calflops_flops", subject).map(\.cause)
    #expect(
      causes == [
        .dividesByGroupsTwice(groups: 4),
        .usesConvolutionSize(
          counted: Spatial(square: 4), output: Spatial(square: 16)),
        .countsFirstTermAsAddition,
      ])
  }

  @Test func `every cause is one that some recorded layer shows`() throws {
    var seen: Set<String> = []
    for subject in try RecordedCases.recorded.get().accepted.compactMap(\.subject) {
      for convention in OperationConvention.allCases {
        for deviation in convention.deviations(try subject.forward()) {
          seen.insert(String("\(deviation.cause)".prefix { $0 != "(" }))
        }
      }
    }
    #expect(
      seen == [
        "usesOutputSize", "ignoresWordPadding", "readsUnbatchedAsBatch", "dividesByBatch",
        "dividesByGroupsTwice", "usesConvolutionSize", "halvesSamePadding", "countsBiasAsProduct",
        "countsFirstTermAsAddition", "leavesOutBias", "ignoresOutputPadding", "chargesOutputCells",
        "countsHolesAsMinusOne", "leavesOutCroppedAdditions", "contradictsSteps",
      ])
  }

  @Test func `formulas are written as the documents write them`() throws {
    let pass = try LayerCase.square(.transposed, input: 2, kernel: 2, stride: 3).forward()
    let steps = try #require(OperationConvention.own.first)
    let formula = try #require(steps.formula(pass))
    #expect(
      formula.symbols
        == "N·(C_in/groups·C_out·(H_out·W_out·K + A) + C_out·H_out·W_out·(C_in/groups − 1))")
    #expect(formula.numbers == "1·(1/1·1·(5·5·4 + (−9)) + 1·5·5·(1/1 − 1))")
    #expect(
      formula.names.map(\.name) == ["N", "C_in", "groups", "C_out", "H_out", "W_out", "K", "A"])
    #expect(formula.names.last?.value == Count(-9))
    #expect(formula.numbers { "<\($0)>" }.contains("<4> + (−<9>)"))
  }

  @Test func `a count that does not fit overflows in every convention`() throws {
    let pass = try LayerCase.square(.convolution, input: .max, kernel: 1).channels(.max, .max)
      .forward()
    for convention in OperationConvention.allCases {
      #expect(convention.count(pass)?.isOverflow == true)
    }
  }
}
