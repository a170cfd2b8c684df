import ConvArithmetic

extension RecordedCase {
  /// The layer in convscope's terms; `nil` where these cannot express it.
  ///
  /// An input is batched or not, so it has four numbers or three, and padding is given in numbers
  /// or by one of two words.
  var subject: LayerCase? {
    guard let kind, let layerPadding, let shape = TensorShape(dimensions: input, axes: 2) else {
      return nil
    }
    var layer = ConvLayer()
    layer.direction = kind
    layer.inChannels = inChannels
    layer.outChannels = outChannels
    layer.kernelSize = Spatial(kernelSize)
    layer.stride = Spatial(stride)
    layer.padding = layerPadding
    layer.dilation = Spatial(dilation)
    layer.outputPadding = Spatial(outputPadding ?? [0, 0])
    layer.groups = groups
    layer.bias = bias
    return LayerCase(layer: layer, input: shape)
  }

  var kind: ConvLayer.Direction? {
    switch op {
    case "conv2d": .convolution
    case "conv_transpose2d": .transposed
    default: nil
    }
  }

  var layerPadding: Padding? {
    switch padding {
    case .cells(let cells): .explicit(Spatial(cells))
    case .word("same"): .same
    case .word("valid"): .valid
    case .word: nil
    }
  }
}

extension Spatial where Value == Int {
  fileprivate init(_ pair: [Int]) { self.init(height: pair[0], width: pair[1]) }
}
