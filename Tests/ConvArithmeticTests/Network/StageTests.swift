import ConvArithmetic
import Testing

@Suite struct StageTests {
  @Test func `a stage has no output for what it cannot take`() {
    #expect(Stage.channelwise([], channels: TakenChannels(7, of: "num_features")).inChannels == 7)
    #expect(Stage.channelwise([]).inChannels == nil)
    #expect(Stage.pixelShuffle(2).channels(6) == nil)
    #expect(Stage.pixelShuffle(.max).channels(6) == nil)
    #expect(Stage.pixelUnshuffle(2).size(Spatial(5, 8)) == nil)
    #expect(Stage.channelwise([.resize(to: 0)]).size(Spatial(5, 8)) == nil)
    var layer = ConvLayer()
    layer.kernelSize = Spatial(6, 3)
    #expect(Stage.convolution(layer).size(Spatial(5, 8)) == nil)
    #expect(Stage.convolution(layer).size(Spatial(6, 8)) == Spatial(1, 6))
  }

  @Test func `the maps belong to the last axes`() throws {
    let input = TensorShape(batch: nil, channels: 4, size: Spatial(5, 8))
    let last = Stage.channelwise([.resize(to: 3)])
    #expect(last.size(input.size) == Spatial(5, 3))
    #expect(throws: StageRefusal.axes(coming: 2, taken: 1)) { try last.output(input) }
    #expect(try Stage.channelwise([]).output(input) == input)
    #expect(
      try Stage.pixelShuffle(2).output(input)
        == TensorShape(batch: nil, channels: 1, size: Spatial(10, 16)))
  }

  @Test func `sizes that need no input are those of arguments alone`() {
    #expect(Stage.channelwise([.resize(to: 7), .resize(to: 5)]).fixedSizes == Spatial(7, 5))
    #expect(Stage.channelwise([.unchanged, .resize(to: 5)]).fixedSizes == nil)
    #expect(Stage.channelwise([]).fixedSizes == nil)
    #expect(Stage.pixelShuffle(2).fixedSizes == nil)
  }
}
