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
        guard let output = try? stage.output(of: shape) else {
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

  @Test func `a failure has the numbers that make it`() throws {
    let input = TensorShape(batch: 2, channels: 6, size: Spatial(5, 8))
    func failure(_ stage: Stage) -> StageFailure? {
      do throws(StageFailure) {
        _ = try stage.output(of: input)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      failure(.channelwise([], channels: 7)) == .channelMismatch(coming: 6, taken: 7))
    #expect(failure(.pixelShuffle(2)) == .channels(.notDivisible(6, by: 4)))
    #expect(failure(.pixelShuffle(.max)) == .channels(.tooLarge))
    #expect(failure(.pixelUnshuffle(2)) == .axis(.height, .notDivisible(5, by: 2)))
    #expect(failure(.channelwise([.resize(to: 0)])) == .axis(.width, .empty(0)))
    var layer = ConvLayer()
    layer.inChannels = 6
    layer.kernelSize = Spatial(6, 3)
    let reasons = #expect(throws: Refusal.self) {
      try LayerCase(layer: layer, input: input).forward()
    }
    #expect(failure(.convolution(layer)) == reasons.map { .refused($0) })
  }

  @Test func `the maps belong to the last axes, and the batch stays`() throws {
    let input = TensorShape(batch: nil, channels: 4, size: Spatial(5, 8))
    let last = try Stage.channelwise([.resize(to: 3)]).output(of: input)
    #expect(last == TensorShape(batch: nil, channels: 4, size: Spatial(5, 3)))
    #expect(try Stage.channelwise([]).output(of: input) == input)
    #expect(
      try Stage.pixelShuffle(2).output(of: input)
        == TensorShape(batch: nil, channels: 1, size: Spatial(10, 16)))
  }

  @Test func `sizes that need no input are those of arguments alone`() {
    #expect(Stage.channelwise([.resize(to: 7), .resize(to: 5)]).fixedSizes == [7, 5])
    #expect(Stage.channelwise([.unchanged, .resize(to: 5)]).fixedSizes == nil)
    #expect(Stage.channelwise([]).fixedSizes == nil)
    #expect(Stage.pixelShuffle(2).fixedSizes == nil)
  }
}
