extension Preset {
  /// Vision transformers, and what convolutional networks learned from them.
  static let transformers: [Preset] = [
    Preset(
      "ViT-B/16 patches", viT, .conv2d(3, 768, 16, stride: 16), input: 224,
      note: "The patch embedding as a convolution: the stride is the kernel, nothing is read twice."
    ),
    Preset(
      "ConvNeXt-T stem", convNeXt, .conv2d(3, 96, 4, stride: 4), input: 224,
      note: "Patches of 4×4: the stride is the kernel."),
    Preset(
      "ConvNeXt-T depthwise 7×7", convNeXt, .conv2d(96, 96, 7, padding: 3, groups: 96),
      input: 56),
  ]

  private static let viT = PresetFamily(
    "ViT-B/16",
    source: "Dosovitskiy et al. 2020; torchvision/models/vision_transformer.py")
  private static let convNeXt = PresetFamily(
    "ConvNeXt-T", source: "Liu et al. 2022; torchvision/models/convnext.py")
}
