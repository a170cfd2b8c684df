import ConvArithmetic

/// A layer with PyTorch's defaults but for what `change` says.
func layer(
  _ kind: ConvLayer.Kind, _ inChannels: Int, _ outChannels: Int, _ kernelSize: Spatial<Int>,
  _ change: (inout ConvLayer) -> Void = { _ in }
) -> ConvLayer {
  var layer = ConvLayer()
  layer.kind = kind
  (layer.inChannels, layer.outChannels) = (inChannels, outChannels)
  layer.kernelSize = kernelSize
  change(&layer)
  return layer
}

/// One square sample for a layer.
func subject(_ layer: ConvLayer, input: Int = 8) -> LayerCase {
  LayerCase(
    layer: layer,
    input: TensorShape(batch: 1, channels: layer.inChannels, size: Spatial(square: input)))
}

/// A generator of random numbers that a seed determines.
///
/// Source: Steele, Lea & Flood (2014), Fast Splittable Pseudorandom Number Generators.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
