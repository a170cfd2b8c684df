import ConvArithmetic
import Testing

@Suite struct ExecutedCountTests {
  @Test func `products are those of loops over samples, channels, cells and taps`() throws {
    for (subject, pass) in LayerCase.validSamples(400, seed: 30) {
      let naive = NaiveLayer(subject: subject, output: pass.output.size)
      let (all, useful) = naive.products
      let filters = Count((subject.input.batch ?? 1) * naive.channelPairs)
      #expect(try pass.executed.multiplications == filters * Count(all), "\(subject)")
      #expect(try pass.executed.usefulMultiplications == filters * Count(useful), "\(subject)")
    }
  }

  @Test func `padding zeros are multiplied, and useless`() throws {
    let pass = try LayerCase.square(.conv2d, input: 1, kernel: 3, padding: 1).forward()
    #expect(try pass.executed.multiplications == 9)
    #expect(try pass.executed.usefulMultiplications == 1)
    #expect(try pass.documented.total == 17)
  }

  @Test func `a transposed layer multiplies each input cell by its kernel and drops the crop`()
    throws
  {
    // pix2pix's first decoder layer: 2×2 of 4×4 products remain.
    let pass = try LayerCase.square(.convTranspose2d, input: 1, kernel: 4, stride: 2, padding: 1)
      .forward()
    #expect(try pass.executed.multiplications == 16)
    #expect(try pass.executed.usefulMultiplications == 4)
  }

  @Test func `without padding every product of a transposed layer is useful`() throws {
    for (kernel, stride) in [(1, 1), (2, 3), (4, 2), (5, 2)] {
      let executed = try LayerCase.square(
        .convTranspose2d, input: 6, kernel: kernel, stride: stride
      ).forward().executed
      #expect(try executed.multiplications == executed.usefulMultiplications)
    }
  }

  @Test func `an empty batch executes nothing`() throws {
    let pass = try LayerCase.square(.conv2d, input: 8, kernel: 3).batch(0).forward()
    #expect(pass.output.dimensions == [0, 1, 6, 6])
    #expect(try pass.executed.multiplications == 0)
    #expect(try pass.documented.total == 0)
    #expect(try pass.documented.operationsPerFilter == 36 * 17)
  }

  @Test func `a count that does not fit throws`() throws {
    let pass = try LayerCase.square(.conv2d, input: .max, kernel: 1).channels(.max, .max).forward()
    #expect(throws: CountOverflow()) { try pass.executed.multiplications }
    #expect(throws: CountOverflow()) { try pass.documented.total }
    #expect(throws: CountOverflow()) { try pass.summary.total }
  }
}
