/// A layer worth looking at, with the input it is looked at with.
package struct Preset: Hashable, Sendable {
  package let name: String
  /// Where the layer comes from.
  package let source: String
  package let subject: LayerCase

  /// A preset on one square sample.
  private init(_ name: String, source: String, _ layer: ConvLayer, input: Int) {
    self.name = name
    self.source = source
    subject = LayerCase(
      layer: layer,
      input: TensorShape(batch: 1, channels: layer.inChannels, size: Spatial(square: input)))
  }
}

extension Preset {
  /// What the explorer opens with: the layer of a CycleGAN decoder, at a size that a screen holds.
  package static let start = Preset(
    "checkerboard, k3 s2 p1 op1", source: "the shape of CycleGAN's and many other decoders",
    .convTranspose2d(64, 32, 3, stride: 2, padding: 1, outputPadding: 1), input: 8)

  /// The list; a new preset is one more row.
  package static let all: [Preset] = [
    start,
    Preset(
      "even, k4 s2 p1", source: "the shape of DCGAN's decoder",
      .convTranspose2d(64, 32, 4, stride: 2, padding: 1), input: 8),
    Preset(
      "the document's example", source: "moduleprofiler, ConvTranspose2d complexity",
      .convTranspose2d(1, 1, 2, bias: false), input: 2),
    Preset(
      "DCGAN G2", source: "Radford et al. 2015; PyTorch examples",
      .convTranspose2d(512, 256, 4, stride: 2, padding: 1, bias: false), input: 4),
    Preset(
      "CycleGAN up 1", source: "Zhu et al. 2017, junyanz/pytorch-CycleGAN-and-pix2pix",
      .convTranspose2d(256, 128, 3, stride: 2, padding: 1, outputPadding: 1), input: 64),
    Preset(
      "U-Net up-conv 1", source: "Ronneberger et al. 2015",
      .convTranspose2d(1024, 512, 2, stride: 2), input: 28),
    Preset(
      "FSRCNN ×4", source: "Dong et al. 2016",
      .convTranspose2d(56, 1, 9, stride: 4, padding: 4, outputPadding: 3), input: 7),
    Preset(
      "FCN-8s upscore8", source: "Long et al. 2015",
      .convTranspose2d(21, 21, 16, stride: 8, bias: false), input: 70),
    Preset("LeNet-5 C1", source: "LeCun et al. 1998", .conv2d(1, 6, 5), input: 32),
    Preset(
      "AlexNet conv1", source: "torchvision.models.alexnet",
      .conv2d(3, 64, 11, stride: 4, padding: 2), input: 224),
    Preset(
      "ResNet-50 stem", source: "He et al. 2015; torchvision",
      .conv2d(3, 64, 7, stride: 2, padding: 3, bias: false), input: 224),
    Preset(
      "ResNet-50 downsample 1×1 s2", source: "He et al. 2015; torchvision",
      .conv2d(256, 512, 1, stride: 2, bias: false), input: 56),
    Preset(
      "MobileNetV1 depthwise", source: "Howard et al. 2017",
      .conv2d(32, 32, 3, padding: 1, groups: 32, bias: false), input: 112),
    Preset(
      "ViT-B/16 patches", source: "Dosovitskiy et al. 2020",
      .conv2d(3, 768, 16, stride: 16), input: 224),
    Preset(
      "DeepLabV3 ASPP rate 12", source: "Chen et al. 2017",
      .conv2d(2048, 256, 3, padding: 12, dilation: 12, bias: false), input: 65),
  ]
}

extension ConvLayer {
  /// A square Conv2d, in the order and with the defaults of PyTorch's constructor.
  fileprivate static func conv2d(
    _ inChannels: Int, _ outChannels: Int, _ kernelSize: Int, stride: Int = 1, padding: Int = 0,
    dilation: Int = 1, groups: Int = 1, bias: Bool = true
  ) -> ConvLayer {
    var layer = ConvLayer()
    (layer.inChannels, layer.outChannels) = (inChannels, outChannels)
    layer.kernelSize = Spatial(square: kernelSize)
    layer.stride = Spatial(square: stride)
    layer.padding = .explicit(Spatial(square: padding))
    layer.dilation = Spatial(square: dilation)
    (layer.groups, layer.bias) = (groups, bias)
    return layer
  }

  /// A square ConvTranspose2d, likewise.
  fileprivate static func convTranspose2d(
    _ inChannels: Int, _ outChannels: Int, _ kernelSize: Int, stride: Int = 1, padding: Int = 0,
    outputPadding: Int = 0, bias: Bool = true
  ) -> ConvLayer {
    var layer = conv2d(
      inChannels, outChannels, kernelSize, stride: stride, padding: padding, bias: bias)
    layer.kind = .convTranspose2d
    layer.outputPadding = Spatial(square: outputPadding)
    return layer
  }
}
