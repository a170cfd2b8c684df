extension Preset {
  /// MobileNet: depthwise and pointwise layers.
  static let mobile: [Preset] = [
    Preset(
      "MobileNetV1 first", mobileNetV1, .conv2d(3, 32, 3, stride: 2, padding: 1, bias: false),
      input: 224),
    Preset(
      "MobileNetV1 depthwise 1", mobileNetV1,
      .conv2d(32, 32, 3, padding: 1, groups: 32, bias: false), input: 112,
      note: "With the pointwise layer behind it 29.30 M MACs; one 3×3 layer for both has 231.21 M,"
        + " 7.9 times as many."),
    Preset(
      "MobileNetV1 pointwise 1", mobileNetV1, .conv2d(32, 64, 1, bias: false), input: 112,
      note: "Seven eighths of the MACs of the pair of depthwise and pointwise layer."),
    Preset(
      "MobileNetV1 depthwise 2, s2", mobileNetV1,
      .conv2d(64, 64, 3, stride: 2, padding: 1, groups: 64, bias: false), input: 112),
    Preset(
      "3×3 in place of MobileNetV1's pair", mobileNetV1,
      .conv2d(32, 64, 3, padding: 1, bias: false), input: 112,
      note: "What depthwise 1 and pointwise 1 replace: 7.9 times their MACs."),
    Preset(
      "MobileNetV2 depthwise, s2", mobileNetV2,
      .conv2d(96, 96, 3, stride: 2, padding: 1, groups: 96, bias: false), input: 112,
      note: "16 channels, expanded by 6 to 96 before, reduced to 24 behind it."),
  ]

  private static let mobileNetV1 = PresetFamily(
    "MobileNet", source: "Howard et al. 2017, table 1")
  private static let mobileNetV2 = PresetFamily(
    "MobileNet", source: "Sandler et al. 2018; torchvision/models/mobilenetv2.py")
}
