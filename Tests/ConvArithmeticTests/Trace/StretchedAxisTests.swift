import ConvArithmetic
import Testing

/// A transposed layer as an ordinary convolution of a stretched input.
@Suite struct StretchedAxisTests {
  /// A transposed figure of the guide: input, kernel, stride, padding, output_padding; then the
  /// stretched input and the padding that it draws, and what comes out.
  struct Figure: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let numbers: (Int, Int, Int, Int, Int)
    let stretched: Int
    let padding: Int
    let output: Int
  }

  @Test(arguments: [
    Figure(
      testDescription: "no_padding_no_strides_transposed", numbers: (2, 3, 1, 0, 0),
      stretched: 2, padding: 2, output: 4),
    Figure(
      testDescription: "arbitrary_padding_no_strides_transposed", numbers: (6, 4, 1, 2, 0),
      stretched: 6, padding: 1, output: 5),
    Figure(
      testDescription: "same_padding_no_strides_transposed", numbers: (5, 3, 1, 1, 0),
      stretched: 5, padding: 1, output: 5),
    Figure(
      testDescription: "full_padding_no_strides_transposed", numbers: (7, 3, 1, 2, 0),
      stretched: 7, padding: 0, output: 5),
    Figure(
      testDescription: "no_padding_strides_transposed", numbers: (2, 3, 2, 0, 0),
      stretched: 3, padding: 2, output: 5),
    Figure(
      testDescription: "padding_strides_transposed", numbers: (3, 3, 2, 1, 0),
      stretched: 5, padding: 1, output: 5),
    Figure(
      testDescription: "padding_strides_odd_transposed", numbers: (3, 3, 2, 1, 1),
      stretched: 5, padding: 1, output: 6),
  ])
  func `a transposed figure of the guide is stretched and padded as drawn`(figure: Figure) throws {
    let (input, kernel, stride, padding, outputPadding) = figure.numbers
    let subject = LayerCase.square(
      .transposed, input: input, kernel: kernel, stride: stride, padding: padding,
      outputPadding: outputPadding)
    let axis = try subject.forward().axes.height
    let stretched = try #require(StretchedAxis(axis))
    #expect(stretched.stretchedSize == figure.stretched)
    #expect(stretched.paddingBefore == figure.padding)
    #expect(stretched.paddingAfter == figure.padding + outputPadding)
    #expect(axis.output == figure.output)
    #expect(stretched.places.count - kernel + 1 == figure.output)
  }

  private func transposed(_ count: Int, seed: UInt64) -> [AxisGeometry] {
    LayerCase.validSamples(count, seed: seed)
      .filter { $0.subject.layer.direction == .transposed }
      .flatMap { [$0.pass.axes.height, $0.pass.axes.width] }
  }

  @Test func `the flipped kernel reads, for each output, just the inputs that scatter to it`()
    throws
  {
    for axis in transposed(600, seed: 1) {
      let stretched = try #require(StretchedAxis(axis))
      let naive = NaiveTrace(axis)
      for output in 0..<axis.output {
        let readings = (0..<axis.kernelSize)
          .compactMap { stretched.reading(ofOutput: output, flippedTap: $0) }
        #expect(readings.count == axis.kernelSize)
        let read = readings.compactMap { reading in
          if case .input(let cell) = reading.content {
            Link(input: cell, tap: axis.kernelSize - 1 - reading.flippedTap, output: output)
          } else {
            nil
          }
        }
        #expect(Set(read) == Set(naive.useful.filter { $0.output == output }), "\(axis)")
        #expect(readings.allSatisfy { $0.content != .outside && $0.content != .cropped })
      }
    }
  }

  @Test func `an ordinary convolution of the stretched size gives the same output size`() throws {
    for axis in transposed(300, seed: 2) {
      let stretched = try #require(StretchedAxis(axis))
      let convolution = LayerCase.square(
        .convolution, input: stretched.places.count, kernel: axis.kernelSize,
        dilation: axis.dilation)
      #expect(convolution.outputSize == axis.output, "\(axis)")
    }
  }

  @Test func `between the input cells are s − 1 zeros, and output_padding adds some after`() throws
  {
    for axis in transposed(300, seed: 3) {
      let stretched = try #require(StretchedAxis(axis))
      let around = -20..<stretched.stretchedSize + 20
      let contents = around.map { stretched.content(at: $0) }
      func count(_ isCounted: (StretchedAxis.Content) -> Bool) -> Int {
        contents.count(where: isCounted)
      }
      let span = axis.dilation * (axis.kernelSize - 1)
      if span >= axis.paddingBefore {
        #expect(count { if case .input = $0 { true } else { false } } == axis.input)
        #expect(count { $0 == .stretchingZero } == (axis.input - 1) * (axis.stride - 1))
        #expect(count { $0 == .paddingZero } == 2 * (span - axis.paddingBefore))
        #expect(count { $0 == .outputPaddingZero } == axis.outputPadding)
        #expect(count { $0 == .cropped } == 0)
      } else {
        #expect(count { $0 == .paddingZero } == 0)
        #expect(contents.contains(.cropped) == (stretched.paddingBefore < 0))
      }
    }
  }

  @Test func `a Conv2d is not stretched`() throws {
    let axis = try LayerCase.square(.convolution, input: 5, kernel: 3).forward().axes.height
    #expect(StretchedAxis(axis) == nil)
  }

  @Test func `there is no reading without its cell or tap`() throws {
    let subject = LayerCase.square(.transposed, input: 3, kernel: 3, stride: 2)
    let stretched = try #require(try StretchedAxis(subject.forward().axes.height))
    for (output, tap) in [(-1, 0), (7, 0), (0, -1), (0, 3), (Int.max, 0), (0, Int.min)] {
      #expect(stretched.reading(ofOutput: output, flippedTap: tap) == nil)
    }
    for place in [Int.min, Int.max] { #expect(stretched.content(at: place) == .outside) }
  }
}
