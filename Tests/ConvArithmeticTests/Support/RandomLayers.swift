import SeededNumbers
import ConvArithmetic

extension LayerCase {
  /// A small layer at random, valid or not, with different numbers on its axes.
  static func random(using random: inout SeededGenerator) -> LayerCase {
    var layer = ConvLayer()
    layer.direction = Bool.random(using: &random) ? .convolution : .transposed
    layer.groups = random.number(in: 1...2)
    layer.inChannels = layer.groups * random.number(in: 1...2)
    layer.outChannels = layer.groups * random.number(in: 1...3)
    layer.kernelSize = random.spatial(in: 1...3)
    layer.stride = random.spatial(in: 1...3)
    layer.padding = .explicit(random.spatial(in: 0...3))
    layer.dilation = random.spatial(in: 1...3)
    layer.outputPadding = random.spatial(in: 0...2)
    layer.bias = Bool.random(using: &random)
    return LayerCase(
      layer: layer,
      input: TensorShape(
        batch: [nil, 0, 1, 2].randomElement(using: &random) ?? 1, channels: layer.inChannels,
        size: random.spatial(in: 1...5)))
  }

  /// Small valid layers at random, each with its forward pass.
  static func validSamples(
    _ count: Int, seed: UInt64
  ) -> [(subject: LayerCase, pass: ForwardPass)] {
    var random = SeededGenerator(seed: seed)
    var samples: [(subject: LayerCase, pass: ForwardPass)] = []
    while samples.count < count {
      let subject = LayerCase.random(using: &random)
      if let pass = try? subject.forward() { samples.append((subject, pass)) }
    }
    return samples
  }
}

extension SeededGenerator {
  mutating func spatial(in range: ClosedRange<Int>) -> Spatial<Int> {
    Spatial(height: number(in: range), width: number(in: range))
  }
}
