extension ConvLayer {
  /// A Conv2d, in the order and with the defaults of PyTorch's constructor.
  static func conv2d(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Spatial<Int>,
    stride: Spatial<Int> = Spatial(square: 1), padding: Spatial<Int> = Spatial(square: 0),
    groups: Int = 1, bias: Bool = true
  ) -> ConvLayer {
    var layer = ConvLayer()
    (layer.inChannels, layer.outChannels) = (inChannels, outChannels)
    (layer.kernelSize, layer.stride, layer.padding) = (kernelSize, stride, .explicit(padding))
    (layer.groups, layer.bias) = (groups, bias)
    return layer
  }

  /// A square Conv2d, likewise.
  static func conv2d(
    _ inChannels: Int, _ outChannels: Int, _ kernelSize: Int, stride: Int = 1, padding: Int = 0,
    dilation: Int = 1, groups: Int = 1, bias: Bool = true
  ) -> ConvLayer {
    var layer = conv2d(
      inChannels, outChannels, kernelSize: Spatial(square: kernelSize),
      stride: Spatial(square: stride), padding: Spatial(square: padding), groups: groups,
      bias: bias)
    layer.dilation = Spatial(square: dilation)
    return layer
  }

  /// A square ConvTranspose2d, likewise.
  static func convTranspose2d(
    _ inChannels: Int, _ outChannels: Int, _ kernelSize: Int, stride: Int = 1, padding: Int = 0,
    outputPadding: Int = 0, groups: Int = 1, bias: Bool = true
  ) -> ConvLayer {
    var layer = conv2d(
      inChannels, outChannels, kernelSize, stride: stride, padding: padding, groups: groups,
      bias: bias)
    layer.kind = .convTranspose2d
    layer.outputPadding = Spatial(square: outputPadding)
    return layer
  }

  /// A Conv1d as a Conv2d of height 1.
  static func conv1d(
    _ inChannels: Int, _ outChannels: Int, _ kernelSize: Int, stride: Int = 1, padding: Int = 0,
    groups: Int = 1
  ) -> ConvLayer {
    conv2d(
      inChannels, outChannels, kernelSize: Spatial(height: 1, width: kernelSize),
      stride: Spatial(height: 1, width: stride), padding: Spatial(height: 0, width: padding),
      groups: groups)
  }

  /// A ConvTranspose1d as a ConvTranspose2d of height 1.
  static func convTranspose1d(
    _ inChannels: Int, _ outChannels: Int, _ kernelSize: Int, stride: Int, padding: Int
  ) -> ConvLayer {
    var layer = conv1d(inChannels, outChannels, kernelSize, stride: stride, padding: padding)
    layer.kind = .convTranspose2d
    return layer
  }
}
