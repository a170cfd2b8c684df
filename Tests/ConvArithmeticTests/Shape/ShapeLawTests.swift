import ConvArithmetic
import Testing

/// What holds between shapes, over ranges of hyperparameters.
@Suite struct ShapeLawTests {
  @Test(arguments: 1...5, 1...4)
  func `a convolution has as many outputs as its kernel has places`(kernel: Int, stride: Int) {
    for (input, padding, dilation) in triples(1...12, 0...3, 1...3) {
      let subject = LayerCase.square(
        .convolution, input: input, kernel: kernel, stride: stride, padding: padding,
        dilation: dilation)
      let room = input + 2 * padding - (dilation * (kernel - 1) + 1)
      // The places of the kernel's first tap; with no room there is none, and no output.
      let places = Array(Swift.stride(from: 0, through: room, by: stride))
      #expect(subject.outputSize == (places.isEmpty ? nil : places.count), "\(subject)")
    }
  }

  @Test(arguments: 1...5, 1...4)
  func `a transposed layer writes from its first product to its last, less the crop`(
    kernel: Int, stride: Int
  ) {
    for (input, padding, dilation) in triples(1...6, 0...3, 1...3) {
      for outputPadding in 0..<max(stride, dilation) {
        let subject = LayerCase.square(
          .transposed, input: input, kernel: kernel, stride: stride, padding: padding,
          dilation: dilation, outputPadding: outputPadding)
        let lastProduct = (input - 1) * stride + (kernel - 1) * dilation
        let kept = lastProduct + 1 + outputPadding - 2 * padding
        #expect(subject.outputSize == (kept > 0 ? kept : nil), "\(subject)")
      }
    }
  }

  @Test(arguments: 1...5, 1...4)
  func `a transposed layer undoes its convolution's shape`(kernel: Int, stride: Int) {
    for (input, padding, dilation) in triples(1...12, 0...3, 1...3) {
      let convolution = LayerCase.square(
        .convolution, input: input, kernel: kernel, stride: stride, padding: padding,
        dilation: dilation)
      guard let output = convolution.outputSize else { continue }
      let room = input + 2 * padding - (dilation * (kernel - 1) + 1)
      let transposed = LayerCase.square(
        .transposed, input: output, kernel: kernel, stride: stride, padding: padding,
        dilation: dilation, outputPadding: room % stride)
      #expect(transposed.outputSize == input, "\(convolution)")
      #expect(
        (try? convolution.forward())?.overlap == (try? transposed.forward())?.overlap,
        "The reuse of the one's input is the overlap of the other's output.")
    }
  }

  @Test(arguments: 1...7, 1...4)
  func `same keeps the size, also of an input smaller than the kernel`(
    kernel: Int, dilation: Int
  ) throws {
    for input in 1...9 {
      var subject = LayerCase.square(.convolution, input: input, kernel: kernel, dilation: dilation)
      subject.layer.padding = .same
      let axis = try subject.forward().axes.height
      #expect(axis.output == input)
      #expect(axis.paddingBefore + axis.paddingAfter == dilation * (kernel - 1))
      #expect(
        [0, 1].contains(axis.paddingAfter - axis.paddingBefore), "The odd one is at the end.")
    }
  }

  @Test(arguments: 1...4, 1...3)
  func `valid is no padding`(kernel: Int, stride: Int) throws {
    for input in kernel...9 {
      let subject = LayerCase.square(.convolution, input: input, kernel: kernel, stride: stride)
      var worded = subject
      worded.layer.padding = .valid
      #expect(try worded.forward().axes == subject.forward().axes)
    }
  }

  @Test func `several inputs share one output size where the stride leaves a rest`() {
    for input in [11, 12] {
      let subject = LayerCase.square(.convolution, input: input, kernel: 3, stride: 2, padding: 1)
      #expect(subject.outputSize == 6)
    }
    for input in 13...15 {
      #expect(LayerCase.square(.convolution, input: input, kernel: 4, stride: 3).outputSize == 4)
    }
  }

  @Test func `the axes never mix`() throws {
    for (subject, pass) in LayerCase.validSamples(300, seed: 1) {
      var turned = subject
      turned.layer.kernelSize = subject.layer.kernelSize.turned
      turned.layer.stride = subject.layer.stride.turned
      turned.layer.dilation = subject.layer.dilation.turned
      turned.layer.outputPadding = subject.layer.outputPadding.turned
      turned.input.size = subject.input.size.turned
      if let cells = subject.layer.padding.equal {
        turned.layer.padding = .explicit(cells.turned)
      }
      #expect(try turned.forward().axes == pass.axes.turned)
    }
  }

  @Test func `an unbatched input gives an unbatched output and counts as one sample`() throws {
    let subject = LayerCase.square(.convolution, input: 5, kernel: 3).channels(2, 4)
    let (batched, unbatched) = (try subject.forward(), try subject.batch(nil).forward())
    #expect(batched.output.dimensions == [1, 4, 3, 3])
    #expect(unbatched.output.dimensions == [4, 3, 3])
    #expect(unbatched[.documented] == batched[.documented])
    #expect(unbatched[.multiplications] == batched[.multiplications])
  }

  private func triples(
    _ first: ClosedRange<Int>, _ second: ClosedRange<Int>, _ third: ClosedRange<Int>
  ) -> [(Int, Int, Int)] {
    first.flatMap { first in
      second.flatMap { second in third.map { (first, second, $0) } }
    }
  }
}

extension Spatial {
  fileprivate var turned: Spatial { Spatial(height: width, width: height) }
}
