import ConvArithmetic
import LayerNotation

/// A layer with PyTorch's defaults but for what `change` says.
func layer(
  _ kind: ConvLayer.Direction, _ inChannels: Int, _ outChannels: Int, _ kernelSize: Spatial<Int>,
  _ change: (inout ConvLayer) -> Void = { _ in }
) -> ConvLayer {
  var layer = ConvLayer()
  layer.direction = kind
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

extension LayerCase {
  /// A usual decoder layer, 64 channels of 8×8 to 32 of 16×16.
  static let decoder = Preset.all[1].subject
}

func readLayer(_ text: String) throws(PyTorchProblem) -> ConvLayer {
  try ModelLayer(reading: text).layer
}
