import ConvArithmetic
import SeededNumbers
import Testing

/// Convolutions whose padding copies cells, along one axis.
@Suite struct CopiesTests {
  private static let copying = PaddingMode.allCases.filter { $0 != .zeros }

  private func layer(
    _ mode: PaddingMode, input: Int, kernel: Int, stride: Int = 1, padding: Int, dilation: Int = 1
  ) -> LayerCase {
    var layer = ConvLayer(axes: 1)
    layer.kernelSize = Spatial(kernel)
    layer.stride = Spatial(stride)
    layer.padding = .explicit(Spatial(padding))
    layer.dilation = Spatial(dilation)
    layer.paddingMode = mode
    let shape = TensorShape(batch: 1, channels: 1, size: Spatial(input))
    return LayerCase(layer: layer, input: shape)
  }

  /// Measured in PyTorch by the gradient of the sum of all outputs.
  @Test(arguments: [
    (PaddingMode.zeros, [3, 4, 5, 5, 4, 3], [1, 2, 1, 2, 1, 1]),
    (.reflect, [3, 6, 6, 6, 6, 3], [1, 3, 1, 2, 1, 1]),
    (.replicate, [6, 4, 5, 5, 4, 6], [2, 2, 1, 2, 1, 1]),
    (.circular, [5, 5, 5, 5, 5, 5], [1, 2, 1, 2, 1, 2]),
  ])
  func `cells are read as often as PyTorch measures`(
    mode: PaddingMode, reads: [Int], strided: [Int]
  ) throws {
    let wide = try layer(mode, input: 6, kernel: 5, padding: 2).forward()
    #expect(wide.overlap.coverage[0].counts == reads)
    let narrow = try layer(mode, input: 6, kernel: 3, stride: 2, padding: 1).forward()
    #expect(narrow.overlap.coverage[0].counts == strided)
  }

  @Test func `three to eight channels of 8×8 have as many useful products as PyTorch's`() throws {
    for (mode, products) in [(PaddingMode.zeros, 11_616), (.circular, 13_824)] {
      var subject = LayerCase.square(.convolution, input: 8, kernel: 3, padding: 1).channels(3, 8)
      subject.layer.paddingMode = mode
      let pass = try subject.forward()
      #expect(pass[.usefulMultiplications] == Count(products))
      #expect(pass.overlap.maximum == 9)
    }
  }

  @Test(arguments: copying) func `what is said of cells is what their counts say`(
    mode: PaddingMode
  ) throws {
    var random = SeededGenerator(seed: 77)
    var layers = 0
    while layers < 400 {
      let subject = layer(
        mode, input: random.number(in: 1...24), kernel: random.number(in: 1...6),
        stride: random.number(in: 1...5), padding: random.number(in: 1...9),
        dilation: random.number(in: 1...4))
      guard let pass = try? subject.forward() else { continue }
      layers += 1
      let coverage = pass.overlap.coverage[0]
      for range in [0..<coverage.size, 1..<coverage.size, 0..<max(1, coverage.size / 2)] {
        guard let window = coverage.window(range) else { continue }
        let counts = Array(coverage.counts[range])
        #expect(window.counts == counts)
        #expect(window.sum == Count(counts.reduce(0, +)), "\(subject) \(range)")
        #expect(window.minimum == counts.min().map { Count($0) })
        #expect(window.maximum == counts.max().map { Count($0) })
        #expect(window.holes == Count(counts.count { $0 == 0 }))
        #expect(window.sumOfSquares == Count(counts.map { $0 * $0 }.reduce(0, +)))
        for level in 1...4 {
          #expect(window.cells(reachedAtLeast: level) == Count(counts.count { $0 >= level }))
        }
      }
      // After the last tap, and not read by a copy either.
      let last =
        (coverage.positions - 1) * coverage.stride + (coverage.taps - 1) * coverage.dilation
      let trailing = coverage.counts.indices.reversed().prefix {
        coverage.counts[$0] == 0 && $0 + coverage.offset > last
      }
      #expect(coverage.trailing == Count(trailing.count))
      let phases = coverage.phases
      for cell in coverage.interior {
        #expect(coverage.counts[cell] == phases[(cell + coverage.offset) % coverage.stride])
      }
    }
  }

  @Test(arguments: 1...9, 1...3) func `circular padding makes every kernel of stride 1 even`(
    kernel: Int, dilation: Int
  ) throws {
    guard kernel % 2 == 1 else { return }
    let padding = dilation * (kernel - 1) / 2
    let input = max(1, padding) + kernel
    let pass = try layer(
      .circular, input: input, kernel: kernel, padding: padding, dilation: dilation
    ).forward()
    #expect(pass.output.size == pass.input.size)
    #expect(pass.overlap.coverage[0].counts == Array(repeating: kernel, count: input))
  }

  @Test(arguments: copying) func `of a very long padding only what needs no cells is counted`(
    mode: PaddingMode
  ) throws {
    let pass = try layer(mode, input: 1 << 40, kernel: 3, stride: 2, padding: 1 << 30).forward()
    let outputs = Count(pass.output.size[0])
    #expect(pass[.usefulMultiplications] == 3 * outputs)
    #expect(Figure.usefulAdditions.count(pass) == 2 * outputs)
    #expect(Figure.mostInside.count(pass) == 2)
    for figure in [Figure.mostOverlap, .leastOverlap, .holes] {
      #expect(figure.answer(pass) == .notCovered(.longCopies))
    }
    #expect(Features.longCopies.refusal() == "not counted for more than 4,096 copied cells")
  }
}
