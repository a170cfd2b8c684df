import ConvArithmetic
import Testing

/// The presets against `real-layers.tsv`: what PyTorch made of them, and what was measured.
@Suite struct RealLayersTests {
  @Test func `all 88 layers are presets, and no preset is there twice`() {
    #expect(RealLayer.all.count == 88)
    #expect(RealLayer.all.compactMap(\.preset).count == 88)
    #expect(Set(Preset.all.map(\.name)).count == Preset.all.count)
    #expect(Preset.all.count == RealLayer.all.count + 3)
  }

  @Test(arguments: RealLayer.all)
  func `a preset is the layer of its row`(real: RealLayer) throws {
    let preset = try #require(real.preset)
    var expected = real.subject
    if real.isPaddedOnOneSide {
      // The one row and column of zeros are part of the input.
      expected.input.size = expected.input.size.map { $0 + 1 }
      #expect(preset.note.contains("zeros"))
    }
    #expect(preset.subject == expected)
  }

  @Test(arguments: RealLayer.all)
  func `output, parameters and MACs are those of the row`(real: RealLayer) throws {
    let pass = try #require(real.preset).subject.forward()
    #expect(pass.output.size == real.output)
    #expect(pass.output.channels == real.numbers("channels")[1])
    #expect(try pass.parameters == Count(real.numbers("parameters")[0]))
    #expect(try pass.executed.multiplications == Count(real.numbers("macs")[0]))
  }

  @Test(arguments: RealLayer.all.filter { $0["useful"] != "-" })
  func `the useful share is that of the row, to a tenth of a percent`(real: RealLayer) throws {
    let pass = try #require(real.preset).subject.forward()
    let useful = try #require(Int(exactly: pass.executed.usefulMultiplications))
    let all = try #require(Int(exactly: pass.executed.multiplications))
    let tenths = real["useful"].split { !$0.isNumber }.compactMap { Int($0) }
    // With its zeros in the input, all of a layer is useful that is padded on one side.
    let printed = real.isPaddedOnOneSide ? 1000 : 10 * tenths[0] + tenths[1]
    #expect(abs(1000 * Double(useful) / Double(all) - Double(printed)) <= 0.500_001)
  }

  @Test(arguments: RealLayer.all.filter { $0["overlap"].hasPrefix("taps") })
  func `taps and reuse of a Conv2d have the ranges of the row`(real: RealLayer) throws {
    let pass = try #require(real.preset).subject.forward()
    for axis in Axis.allCases {
      let coverage = pass.overlap.coverage[axis]
      #expect(try [coverage.minimum, coverage.maximum] == real.overlap("reuse"))
      #expect(coverage.counts.min() == real.overlap("reuse")[0])
      #expect(coverage.counts.max() == real.overlap("reuse")[1])
      // The zeros of the one side are read like cells.
      let taps = real.isPaddedOnOneSide ? [3, 3] : real.overlap("taps")
      let counted = realTaps(pass.axes[axis])
      #expect([counted.min(), counted.max()] == taps)
    }
  }

  @Test(arguments: RealLayer.all.filter { $0["overlap"].hasPrefix("phases") })
  func `phases, evenness and ranges of a ConvTranspose2d are those of the row`(
    real: RealLayer
  ) throws {
    let pass = try #require(real.preset).subject.forward()
    let phases = phases(pass.axes.height)
    #expect(phases == real.overlap("phases"))
    let interior = pass.overlap.coverage.height.interiorRange
    #expect([interior.lowerBound, interior.upperBound] == [phases.min(), phases.max()])
    let inside = try pass.overlap.interiorExtremes
    #expect([inside.most, inside.least] == real.overlap("max/min").map { Count($0) })
    #expect(pass.overlap.isEvenInside == !real["overlap"].contains("UNEVEN"))
    let range = try [pass.overlap.minimum, pass.overlap.maximum]
    #expect(range == real.overlap("cells").map { Count($0) })
  }

  /// The real input cells that each output reads, by loops.
  private func realTaps(_ axis: AxisGeometry) -> [Int] {
    (0..<axis.output).map { output in
      (0..<axis.kernelSize).count { tap in
        (0..<axis.input)
          .contains(output * axis.stride + tap * axis.dilation - axis.paddingBefore)
      }
    }
  }

  /// The taps of each residue modulo the stride, by a loop.
  private func phases(_ axis: AxisGeometry) -> [Int] {
    (0..<axis.stride).map { phase in
      (0..<axis.kernelSize).count { $0 * axis.dilation % axis.stride == phase }
    }
  }
}
