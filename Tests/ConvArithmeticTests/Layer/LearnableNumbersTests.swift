import ConvArithmetic
import Testing

@Suite struct LearnableNumbersTests {
  // 64·32/4·3·5 weights and 64 biases; the same weights of the transposed layer.
  @Test(arguments: [(ConvLayer.Direction.convolution, true, 7744), (.transposed, false, 7680)])
  func `a layer learns its weight and its biases`(
    direction: ConvLayer.Direction, bias: Bool, count: Int
  ) {
    var layer = ConvLayer(direction, axes: 2)
    (layer.inChannels, layer.outChannels, layer.groups, layer.bias) = (32, 64, 4, bias)
    layer.kernelSize = Spatial(3, 5)
    #expect(layer.learnableNumbers == Count(count))
  }

  @Test func `groups that do not divide the channels make no layer`() {
    var layer = ConvLayer(.convolution, axes: 1)
    (layer.inChannels, layer.outChannels, layer.groups) = (4, 4, 3)
    #expect(layer.learnableNumbers == 0)
  }
}
