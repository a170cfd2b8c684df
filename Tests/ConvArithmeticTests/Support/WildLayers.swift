import SeededNumbers
import ConvArithmetic

extension SeededGenerator {
  /// A layer of numbers that a choice makes, valid or not.
  mutating func layer(
    _ choose: (inout SeededGenerator) -> Int
  ) -> LayerCase {
    func both() -> Spatial<Int> { Spatial(height: choose(&self), width: choose(&self)) }
    var layer = ConvLayer()
    layer.direction = Bool.random(using: &self) ? .convolution : .transposed
    layer.inChannels = choose(&self)
    layer.outChannels = choose(&self)
    layer.groups = choose(&self)
    layer.kernelSize = both()
    layer.stride = both()
    layer.dilation = both()
    layer.outputPadding = both()
    layer.padding =
      [.explicit(both()), .explicit(both().with(both()) { Ends($0, $1) }), .same, .valid, .causal]
      .randomElement(using: &self) ?? .valid
    layer.paddingMode = PaddingMode.allCases.randomElement(using: &self) ?? .zeros
    layer.bias = Bool.random(using: &self)
    let batch = Bool.random(using: &self) ? choose(&self) : nil
    // Often the right channels, or few layers would come as far as their sizes.
    let channels = Bool.random(using: &self) ? layer.inChannels : choose(&self)
    return LayerCase(
      layer: layer, input: TensorShape(batch: batch, channels: channels, size: both()))
  }
}
