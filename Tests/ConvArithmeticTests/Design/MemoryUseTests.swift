import ConvArithmetic
import Testing

@Suite struct MemoryUseTests {
  /// A real layer with its numbers worked out by hand; parameters and products as published.
  struct RealLayer: Sendable {
    let name: String
    let subject: LayerCase
    let weights: Count
    let input: Count
    let output: Count
    let products: Count
    let columns: Count
  }

  private static let layers: [RealLayer] = [
    // 112² = 12,544 cells.
    RealLayer(
      name: "MobileNetV1 pw #1",
      subject: .square(.convolution, input: 112, kernel: 1).channels(32, 64),
      weights: 2_048, input: 401_408, output: 802_816, products: 25_690_112, columns: 401_408),
    // A kernel of 49 cells on three channels for each of 112² places.
    RealLayer(
      name: "ResNet-50 stem",
      subject: .square(.convolution, input: 224, kernel: 7, stride: 2, padding: 3).channels(3, 64),
      weights: 9_408, input: 150_528, output: 802_816, products: 118_013_952, columns: 1_843_968),
    RealLayer(
      name: "MobileNetV2 dw s2",
      subject: .square(.convolution, input: 112, kernel: 3, stride: 2, padding: 1)
        .channels(96, 96, groups: 96),
      weights: 864, input: 1_204_224, output: 301_056, products: 2_709_504, columns: 28_224),
    // 28² = 784 cells, each of which becomes 512·4 numbers.
    RealLayer(
      name: "U-Net up-conv 1",
      subject: .square(.transposed, input: 28, kernel: 2, stride: 2).channels(1_024, 512),
      weights: 2_097_152, input: 802_816, output: 1_605_632, products: 1_644_167_168,
      columns: 1_605_632),
    RealLayer(
      name: "DCGAN G2",
      subject: .square(.transposed, input: 4, kernel: 4, stride: 2, padding: 1)
        .channels(512, 256),
      weights: 2_097_152, input: 8_192, output: 16_384, products: 33_554_432, columns: 65_536),
  ]

  @Test(arguments: layers)
  func `real layers take the memory that a hand count gives`(real: RealLayer) throws {
    let pass = try real.subject.forward()
    #expect(pass[.weights] == real.weights, "\(real.name)")
    #expect(pass[.multiplications] == real.products)
    for (format, bytes) in [(NumberFormat.int8, Count(1)), (.fp16, 2), (.fp32, 4)] {
      #expect(pass[.weightBytes, format] == real.weights * bytes)
      #expect(pass[.inputBytes, format] == real.input * bytes)
      #expect(pass[.outputBytes, format] == real.output * bytes)
      #expect(pass[.peakBytes, format] == (real.input + real.output) * bytes)
      #expect(pass[.columnBytes, format] == real.columns * bytes)
    }
  }

  @Test func `a bias beside int8 weights is an int32`() throws {
    let biased = try Self.layers[3].subject.bias(true).forward()
    // 2,097,152 weights and 512 biases: 2,097,664 parameters.
    #expect(biased[.weightBytes, .int8] == Count(2_097_152 + 4 * 512))
    #expect(biased[.weightBytes, .fp16] == Count(2 * 2_097_664))
    #expect(biased[.weightBytes, .fp32] == Count(4 * 2_097_664))
  }

  @Test func `the intensity is two operations a product over all bytes once`() throws {
    let pass = try Self.layers[4].subject.forward()
    // 67,108,864 operations over 2,097,152 + 8,192 + 16,384 bytes.
    #expect(Figure.intensity.ratio(pass, .int8) == Ratio(67_108_864, 2_121_728))
  }

  @Test func `every sample of a batch has its input and output, and one buffer is enough`() throws {
    let single = Self.layers[1].subject
    let (one, four) = (try single.forward(), try single.batch(4).forward())
    #expect(four[.inputElements] == 4 * one[.inputElements])
    #expect(four[.outputElements] == 4 * one[.outputElements])
    #expect(four[.columnElements] == one[.columnElements])
    #expect(four[.weights] == one[.weights])
    #expect(try single.batch(0).forward()[.peakBytes, .fp32] == 0)
    #expect(try Figure.intensity.ratio(single.batch(0).forward(), .fp32) == Ratio(0))
  }

  @Test func `elements are those of loops over channels, cells and taps`() throws {
    for (subject, pass) in LayerCase.validSamples(1_000, seed: 60) {
      let naive = NaiveLayer(subject: subject, output: pass.output.size)
      let layer = subject.layer
      let taps = layer.kernelSize.height * layer.kernelSize.width
      #expect(pass[.weights] == Count(naive.channelPairs * taps), "\(subject)")
      // Each place has a column of all taps on the channels of a group.
      let channels = layer.direction == .convolution ? layer.inChannels : layer.outChannels
      let columns = naive.products.all * channels / layer.groups
      #expect(pass[.columnElements] == Count(columns), "\(subject)")
      let output = pass.output.dimensions.reduce(1, *)
      #expect(pass[.outputElements] == Count(output), "\(subject)")
      #expect(pass[.inputElements] == Count(subject.input.dimensions.reduce(1, *)), "\(subject)")
    }
  }

  @Test func `a kernel of one tap needs no buffer, unless something is padded or left out`() throws
  {
    let plain = LayerCase.square(.convolution, input: 5, kernel: 1)
    #expect(try plain.forward().needsNoColumns)
    #expect(try LayerCase.square(.transposed, input: 5, kernel: 1).forward().needsNoColumns)
    for other in [
      LayerCase.square(.convolution, input: 5, kernel: 1, stride: 2),
      .square(.convolution, input: 5, kernel: 1, padding: 1),
      .square(.convolution, input: 5, kernel: 2),
      .square(.transposed, input: 5, kernel: 1, stride: 2, outputPadding: 1),
    ] {
      #expect(try !other.forward().needsNoColumns, "\(other)")
    }
  }

  @Test func `bytes beyond 127 bits are an error, not another number`() throws {
    let wide = LayerCase.square(.convolution, input: 3, kernel: 3).channels(1 << 62, 1 << 62)
    let pass = try wide.forward()
    #expect((pass[.weightBytes, .int8]).isOverflow)
    #expect(Figure.intensity.ratio(pass)?.isOverflow == true)
    #expect(pass[.inputBytes, .fp32] == Count(Int128(9) << 64))
  }
}
