import ConvArithmetic
import Testing

/// Which inputs share an output, and output_padding as the index among them.
@Suite struct RoundTripTests {
  /// The two of the reference, for relationship 14.
  @Test(arguments: [
    (4, 3, 0, 13, [13, 14, 15]), (3, 2, 1, 11, [11, 12]), (3, 2, 1, 12, [11, 12]),
    (3, 1, 1, 5, [5]), (3, 3, 2, 1, [1]),
  ])
  func `output_padding counts the inputs of an output`(
    kernel: Int, stride: Int, padding: Int, input: Int, inputs: [Int]
  ) throws {
    let subject = LayerCase.square(
      .convolution, input: input, kernel: kernel, stride: stride, padding: padding)
    let trip = try #require(try subject.forward().axes.height.roundTrip)
    #expect(trip.inputs == Count(inputs[0])...Count(inputs[inputs.count - 1]))
    #expect(trip.output == subject.outputSize)
    // In the last example 2p = 4 cells make an output by themselves, and index 0 is an input of −1.
    let first = stride - inputs.count
    #expect(
      inputs.map { trip.outputPadding(of: Count($0)) } == inputs.indices.map { $0 + first })
    #expect(trip.outputPadding(of: trip.inputs.upperBound) == stride - 1)
    #expect(trip.outputPadding(of: 100) == nil)
    #expect(trip.outputPadding(of: 0) == nil)
  }

  @Test func `the transposed layer goes back to the input of its index`() throws {
    var checked = 0
    for (subject, pass) in LayerCase.validSamples(2_000, seed: 71)
    where pass.layer.direction == .convolution {
      let axis = pass.axes.height
      let trip = try #require(axis.roundTrip)
      guard trip.isReversible else { continue }
      for input in 1...12 {
        var other = subject
        other.input.size[.height] = input
        let isSame = (try? other.forward())?.output.size.height == axis.output
        let index = trip.outputPadding(of: Count(input))
        #expect((index != nil) == isSame)
        guard let index else { continue }
        let back = LayerCase.square(
          .transposed, input: axis.output, kernel: axis.kernelSize, stride: axis.stride,
          padding: axis.paddingBefore, dilation: axis.dilation, outputPadding: index)
        #expect(back.outputSize == input)
        // Seen from the transposed layer it is the same trip.
        #expect(try back.forward().axes.height.roundTrip == trip)
        checked += 1
      }
    }
    #expect(checked > 500)
  }

  @Test func `a layer is undone by the other kind with the same numbers`() throws {
    var (undone, refused) = (0, 0)
    for (subject, pass) in LayerCase.validSamples(2_000, seed: 72) {
      let layer = subject.layer
      guard let back = pass.undoing else {
        // Only a ConvTranspose2d with an output_padding of s or more has a Conv2d that goes on
        // to another size.
        #expect(layer.direction == .transposed)
        #expect(Axis.axes(2).contains { layer.outputPadding[$0] >= layer.stride[$0] })
        refused += 1
        continue
      }
      undone += 1
      #expect(back.output.size == subject.input.size)
      #expect(back.input.size == pass.output.size)
      #expect(back.layer.direction != layer.direction)
      #expect(back.layer.kernelSize == layer.kernelSize)
      #expect(back.layer.stride == layer.stride)
      #expect(back.layer.dilation == layer.dilation)
      #expect(
        (back.layer.inChannels, back.layer.outChannels) == (layer.outChannels, layer.inChannels))
      guard undone.isMultiple(of: 16) else { continue }
      let answer = try SolverQuestion(undoing: pass).answer()
      #expect(answer.solutions.first?.axes == back.axes)
      #expect(answer.solutions.first?.hasUndoneNumbers == true)
      #expect(answer.solutions.count { $0.hasUndoneNumbers } == 1)
      #expect(Set(answer.solutions).count == answer.solutions.count)
    }
    #expect(undone > 800)
    #expect(refused > 0)
  }

  @Test func `uneven padding by the word same is not undone`() throws {
    var subject = LayerCase.square(.convolution, input: 7, kernel: 4)
    subject.layer.padding = .same
    let pass = try subject.forward()
    #expect(pass.axes.height.roundTrip?.isReversible == false)
    #expect(pass.undoing == nil)
    // There are others that make 7 of 7.
    let answer = try SolverQuestion(undoing: pass).answer()
    #expect(answer.solutions.allSatisfy { !$0.hasUndoneNumbers && $0.axes.height.output == 7 })
  }

  /// FCN's first layer, padded by 100, and a kernel that differs between the axes.
  @Test func `what is undone comes first though no search finds it`() throws {
    let padded = try LayerCase.square(.convolution, input: 224, kernel: 3, padding: 100).forward()
    #expect(
      try SolverQuestion(undoing: padded).answer().solutions.first?.axes.height.numbers
        == [3, 1, 100, 1, 0])
    var subject = LayerCase.square(.convolution, input: 9, kernel: 3, stride: 2, padding: 1)
    subject.layer.kernelSize = Spatial(height: 3, width: 5)
    let answer = try SolverQuestion(undoing: subject.forward()).answer()
    #expect(answer.solutions.first?.axes.height.numbers == [3, 2, 1, 1, 0])
    #expect(answer.solutions.first?.axes.width.numbers == [5, 2, 1, 1, 0])
    #expect(answer.count == Count(answer.solutions.count))
  }
}
