import ConvArithmetic
import Testing

/// The two documents' steps, by their own examples and by loops.
@Suite struct DocumentedCountTests {
  @Test func `the worked example of the transposed document comes out`() throws {
    let pass = try LayerCase.square(.transposed, input: 2, kernel: 2).forward()
    let counts = pass.overlap.coverage.map { $0.counts }
    let map = counts.height.map { row in counts.width.map { row * $0 } }
    #expect(map == [[1, 2, 1], [2, 4, 2], [1, 2, 1]])
    #expect(pass[.additionsPerFilter] == 7)
    #expect(pass[.operationsPerFilter] == 43)
  }

  @Test func `where nothing overlaps, each hole is an addition less`() throws {
    let pass = try LayerCase.square(.transposed, input: 2, kernel: 2, stride: 3).forward()
    #expect(pass.overlap.holes == 9)
    #expect(pass[.additionsPerFilter] == Count(-9))
  }

  @Test func `output_padding is passed through to the map`() throws {
    let doubling = LayerCase.square(
      .transposed, input: 2, kernel: 3, stride: 2, padding: 1, outputPadding: 1)
    #expect(try doubling.forward()[.documented] == 153)
    let single = LayerCase.square(
      .transposed, input: 1, kernel: 2, stride: 2, outputPadding: 1)
    #expect(try single.forward()[.documented] == 31)
  }

  @Test func `sums over channels and biases are aggregated in empty cells too`() throws {
    let subject = LayerCase.square(.transposed, input: 2, kernel: 2, stride: 3)
      .channels(2, 1).bias(true)
    #expect(try subject.forward()[.aggregation] == 50)
  }

  @Test func `the steps count what loops over channels, cells and taps count`() throws {
    for (subject, pass) in LayerCase.validSamples(400, seed: 20) {
      let naive = NaiveLayer(subject: subject, output: pass.output.size)
      let (cells, layer) = (naive.output.height * naive.output.width, subject.layer)
      let kernel = layer.kernelSize.height * layer.kernelSize.width
      let additions = naive.overlap.joined().map { $0 - 1 }.reduce(0, +)
      let perFilter =
        switch layer.direction {
        // As many products as taps at each cell, and one addition less.
        case .convolution: cells * kernel + cells * (kernel - 1)
        case .transposed: cells * kernel + additions
        }
      let channelsSummed = naive.channelPairs / layer.outChannels
      let aggregation = layer.outChannels * cells * (channelsSummed - 1 + (layer.bias ? 1 : 0))
      let samples = subject.input.batch ?? 1
      #expect(pass[.filters] == Count(naive.channelPairs), "\(subject)")
      #expect(pass[.operationsPerFilter] == Count(perFilter), "\(subject)")
      #expect(pass[.aggregation] == Count(aggregation), "\(subject)")
      let perSample = Count(naive.channelPairs * perFilter + aggregation)
      #expect(pass[.documentedPerSample] == perSample, "\(subject)")
      #expect(pass[.documented] == Count(samples) * perSample, "\(subject)")
    }
  }
}
