import ConvArithmetic
import Testing

@Suite struct StageTests {
  @Test func `a chain of modules passes on the shapes that it does in PyTorch`() throws {
    let chains = try RecordedChain.recorded.get()
    #expect(chains.count > 300)
    for chain in chains {
      var shape = RecordedChain.shape(chain.input)
      var refused: Int?
      for (place, module) in chain.modules.enumerated() {
        var stage = try #require(module.stage, "\(module.op)")
        if chain.input.count == 3, module.op == "upsample", case .channelwise(let maps, _) = stage {
          stage = .channelwise(Array(maps.suffix(1)))
        }
        guard let output = stage.output(of: shape) else {
          refused = place
          break
        }
        shape = output
        guard let expected = chain.expected.shapes else { continue }
        #expect(shape == RecordedChain.shape(expected[place]), "\(chain.id), module \(place)")
      }
      #expect(refused == chain.expected.module, "\(chain.id)")
    }
  }

  @Test func `a stage has no output for what it cannot take`() {
    #expect(Stage.channelwise([], channels: 7).inChannels == 7)
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

  @Test func `the maps belong to the last axes`() {
    let input = TensorShape(batch: nil, channels: 4, size: Spatial(5, 8))
    let last = Stage.channelwise([.resize(to: 3)]).output(of: input)
    #expect(last == TensorShape(batch: nil, channels: 4, size: Spatial(5, 3)))
    #expect(Stage.channelwise([]).output(of: input) == input)
    #expect(
      Stage.pixelShuffle(2).output(of: input)
        == TensorShape(batch: nil, channels: 1, size: Spatial(10, 16)))
  }

  @Test func `sizes that need no input are those of arguments alone`() {
    #expect(Stage.channelwise([.resize(to: 7), .resize(to: 5)]).fixedSizes == Spatial(7, 5))
    #expect(Stage.channelwise([.unchanged, .resize(to: 5)]).fixedSizes == nil)
    #expect(Stage.channelwise([]).fixedSizes == nil)
    #expect(Stage.pixelShuffle(2).fixedSizes == nil)
  }
}

extension Stage {
  fileprivate func output(of input: TensorShape) -> TensorShape? {
    guard inChannels ?? input.channels == input.channels, let channels = channels(input.channels),
      let size = size(input.size)
    else { return nil }
    return TensorShape(batch: input.batch, channels: channels, size: size)
  }
}
