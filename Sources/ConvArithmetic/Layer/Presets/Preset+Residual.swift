extension Preset {
  /// ResNet and ResNeXt.
  static let residual: [Preset] = [
    Preset(
      "ResNet-50 stem", resNet, .conv2d(3, 64, 7, stride: 2, padding: 3, bias: false),
      input: 224),
    Preset(
      "ResNet-50 layer1.0.conv1", resNet, .conv2d(64, 64, 1, bias: false), input: 56),
    Preset(
      "ResNet-50 layer1.0.conv2", resNet, .conv2d(64, 64, 3, padding: 1, bias: false), input: 56),
    Preset(
      "ResNet-50 layer1.0.conv3", resNet, .conv2d(64, 256, 1, bias: false), input: 56),
    Preset(
      "ResNet-50 layer2.0.conv2", resNet,
      .conv2d(128, 128, 3, stride: 2, padding: 1, bias: false), input: 56,
      note: "Begins the same stage as the 1×1 shortcut of stride 2, but reads all of its input."),
    Preset(
      "ResNet-50 layer2.0.downsample", resNet, .conv2d(256, 512, 1, stride: 2, bias: false),
      input: 56, note: "The 1×1 shortcut of stride 2 reads a quarter of its input."),
    Preset(
      "ResNet-50 layer4.1.conv2, dilated", resNet,
      .conv2d(512, 512, 3, padding: 4, dilation: 4, bias: false), input: 65,
      note: "Dilation in place of stride keeps the output stride at 8, for segmentation."),
    Preset(
      "ResNeXt-50 layer1.0.conv2", resNeXt,
      .conv2d(128, 128, 3, padding: 1, groups: 32, bias: false), input: 56,
      note: "32×4d: 32 groups of 4 channels."),
  ]

  private static let resNet = PresetFamily(
    "ResNet-50", source: "He et al. 2015; torchvision/models/resnet.py")
  private static let resNeXt = PresetFamily(
    "ResNeXt-50", source: "Xie et al. 2016; torchvision/models/resnet.py")
}
