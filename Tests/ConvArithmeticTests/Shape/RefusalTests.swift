import ConvArithmetic
import Testing

/// Which reasons a refusal names, each with its numbers.
@Suite struct RefusalTests {
  private let valid = LayerCase.square(.convolution, input: 8, kernel: 3).channels(4, 6, groups: 2)
  private let transposed = LayerCase.square(.transposed, input: 4, kernel: 3, stride: 2)

  @Test func `a valid layer has no reason to be refused`() {
    #expect(valid.reasons.isEmpty)
    #expect(transposed.reasons.isEmpty)
  }

  @Test func `a kernel wider than its padded input has no output`() {
    let subject = LayerCase.square(.convolution, input: 7, kernel: 5, padding: 1, dilation: 3)
    let reason = { axis in
      Refusal.Reason.kernelExceedsInput(
        axis, dilatedKernelSize: 13, dilation: 3, paddedInput: 9, nearestKernelSize: 3)
    }
    #expect(subject.reasons == [reason(.height), reason(.width)])
  }

  @Test func `a kernel that is too wide is named beside a stride of 0`() {
    var subject = LayerCase.square(.convolution, input: 4, kernel: 5)
    subject.layer.stride = Spatial(height: 0, width: 1)
    #expect(subject.reasons.map(\.hyperparameter) == [.stride, .kernelSize, .kernelSize])
  }

  @Test func `groups must divide both channel numbers`() {
    let subject = valid.channels(8, 6, groups: 3)
    #expect(
      subject.reasons == [
        .notDivisible(.inChannels, channels: 8, groups: 3, nearestGroups: 2)
      ])
    let neither = valid.channels(9, 6, groups: 4)
    #expect(
      neither.reasons == [
        .notDivisible(.inChannels, channels: 9, groups: 4, nearestGroups: 3),
        .notDivisible(.outChannels, channels: 6, groups: 4, nearestGroups: 3),
      ])
  }

  @Test func `output_padding must be smaller than stride or dilation of its axis`() {
    var subject = transposed
    subject.layer.outputPadding = Spatial(height: 1, width: 2)
    #expect(
      subject.reasons == [.outputPaddingTooLarge(.width, outputPadding: 2, stride: 2, dilation: 1)])
    subject.layer.dilation[.height] = 5
    #expect(subject.reasons.count == 1)
    subject.layer.dilation[.width] = 3
    #expect(subject.reasons.isEmpty)
  }

  @Test func `a convolution has no output_padding to object to`() throws {
    var subject = valid
    subject.layer.outputPadding = Spatial(height: -4, width: 99)
    #expect(subject.reasons.isEmpty)
    #expect(try subject.forward().axes == valid.forward().axes)
  }

  @Test func `padding that crops a transposed layer to nothing is refused`() {
    let subject = LayerCase.square(.transposed, input: 2, kernel: 3, padding: 2)
    let reason = { Refusal.Reason.outputEmpty($0, output: 0, nearestPadding: 1) }
    #expect(subject.reasons == [reason(.height), reason(.width)])
  }

  @Test func `the input must have the layer's channels`() {
    var subject = valid
    subject.input.channels = 5
    #expect(subject.reasons == [.channelsMismatch(input: 5, inChannels: 4)])
  }

  @Test func `same needs a stride of 1`() {
    var subject = LayerCase.square(.convolution, input: 8, kernel: 5, dilation: 2)
    subject.layer.padding = .same
    subject.layer.stride[.width] = 2
    let nearest = Spatial(square: 4)
    #expect(
      subject.reasons == [
        .strideUnderSame(stride: Spatial(height: 1, width: 2), nearest: nearest)
      ])
  }

  @Test func `the padding nearest to a word is never below 0`() {
    var layer = ConvLayer()
    layer.padding = .same
    for (kernel, dilation, nearest) in [(5, 2, 4), (4, 1, 1), (0, 1, 0), (3, -2, 0), (-9, 1, 0)] {
      layer.kernelSize = Spatial(height: kernel, width: 1)
      layer.dilation = Spatial(square: dilation)
      #expect(layer.numericPadding == Spatial(height: nearest, width: 0))
    }
  }

  @Test func `numbers below their minimum are named with both axes or the one`() {
    var subject = transposed
    subject.layer.stride = Spatial(square: 0)
    subject.layer.dilation[.height] = -1
    subject.layer.outputPadding[.width] = -2
    subject.layer.padding = .explicit(Spatial(square: -3))
    subject.input.size[.width] = 0
    subject.input.batch = -1
    #expect(
      subject.reasons == [
        .belowMinimum(.batch, nil, value: -1, minimum: 0),
        .belowMinimum(.input, .width, value: 0, minimum: 1),
        .belowMinimum(.stride, nil, value: 0, minimum: 1),
        .belowMinimum(.dilation, .height, value: -1, minimum: 1),
        .belowMinimum(.padding, nil, value: -3, minimum: 0),
        .belowMinimum(.outputPadding, .width, value: -2, minimum: 0),
      ])
  }

  @Test func `channels and groups start at 1`() {
    #expect(
      valid.channels(0, -1, groups: 0).reasons == [
        .belowMinimum(.groups, nil, value: 0, minimum: 1),
        .belowMinimum(.inChannels, nil, value: 0, minimum: 1),
        .belowMinimum(.outChannels, nil, value: -1, minimum: 1),
      ])
  }

  @Test func `all reasons are given at once, the constructor's first`() {
    var subject = LayerCase.square(.convolution, input: 4, kernel: 9).channels(5, 6, groups: 2)
    subject.input.channels = 3
    subject.layer.stride[.width] = 0
    #expect(
      subject.reasons.map(\.hyperparameter) == [.groups, .stride, .input, .kernelSize, .kernelSize])
  }

  @Test func `a size beyond 64 bits is refused`() {
    var subject = transposed
    subject.input.size[.height] = .max
    #expect(subject.reasons == [.sizeTooLarge(.height)])
    #expect(subject.reasons.first?.remedy == nil)
  }

  @Test func `an empty batch excuses nothing but the missing samples`() {
    #expect(valid.batch(0).reasons.isEmpty)
    #expect(!LayerCase.square(.convolution, input: 2, kernel: 3).batch(0).reasons.isEmpty)
    #expect(
      !LayerCase.square(.transposed, input: 2, kernel: 3, outputPadding: 1).batch(0)
        .reasons.isEmpty)
  }
}
