import ConvArithmetic
import SeededNumbers

extension ForwardPass {
  /// Small valid layers of either kind with a number of axes, on their inputs.
  static func samples(
    _ count: Int, axes: Int, seed: UInt64, modes: [PaddingMode] = [.zeros],
    hasUnequalEnds: Bool = false
  ) -> [ForwardPass] {
    var random = SeededGenerator(seed: seed)
    var passes: [ForwardPass] = []
    while passes.count < count {
      let kind = ConvLayer.Direction.allCases[random.number(in: 0...1)]
      var layer = ConvLayer(kind, axes: axes)
      func draw(_ range: ClosedRange<Int>) -> Spatial<Int> {
        layer.kernelSize.map { _ in random.number(in: range) }
      }
      layer.kernelSize = draw(1...3)
      layer.stride = draw(1...3)
      layer.dilation = draw(1...2)
      layer.padding = .explicit(draw(0...2))
      if hasUnequalEnds, layer.direction == .convolution {
        layer.padding = .explicit(draw(0...3).with(draw(0...3)) { Ends($0, $1) })
        if axes == 1, random.number(in: 0...2) == 0 { layer.padding = .causal }
      }
      layer.outputPadding = draw(0...1)
      layer.groups = random.number(in: 1...2)
      layer.inChannels = layer.groups * random.number(in: 1...3)
      layer.outChannels = layer.groups * random.number(in: 1...3)
      layer.paddingMode = modes[random.number(in: 0...modes.count - 1)]
      layer.bias = random.number(in: 0...1) == 1
      let input = TensorShape(
        batch: random.number(in: 1...2), channels: layer.inChannels, size: draw(1...4))
      if let pass = try? LayerCase(layer: layer, input: input).forward() { passes.append(pass) }
    }
    return passes
  }
}
