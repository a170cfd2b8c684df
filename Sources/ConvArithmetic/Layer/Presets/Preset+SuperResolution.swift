extension Preset {
  /// SRGAN, ESPCN and FSRCNN.
  static let superResolution: [Preset] = [
    Preset(
      "SRGAN first 9×9", srgan, .conv2d(3, 64, 9, padding: 4), input: 24,
      note: "Trained on crops of 24×24 and for a factor of 4."),
    Preset("SRGAN residual", srgan, .conv2d(64, 64, 3, padding: 1), input: 24),
    Preset(
      "SRGAN upsample", srgan, .conv2d(64, 256, 3, padding: 1), input: 24,
      note: "Upsamples by PixelShuffle(2) of four times the channels: no transposed layer at all."),
    Preset("SRGAN last 9×9", srgan, .conv2d(64, 3, 9, padding: 4), input: 96),
    Preset("ESPCN conv1", espcn, .conv2d(1, 64, 5, padding: 2), input: 32),
    Preset(
      "ESPCN conv4", espcn, .conv2d(32, 9, 3, padding: 1), input: 32,
      note: "9 = 3² channels, which PixelShuffle(3) makes into 96×96."),
    Preset(
      "FSRCNN ×2", fsrcnn, .convTranspose2d(56, 1, 9, stride: 2, padding: 4, outputPadding: 1),
      input: 7),
    Preset(
      "FSRCNN ×3", fsrcnn, .convTranspose2d(56, 1, 9, stride: 3, padding: 4, outputPadding: 2),
      input: 7,
      note: "The one factor of the three that divides the kernel. In Caffe, without"
        + " output_padding, 7 → 19."),
    Preset(
      "FSRCNN ×4", fsrcnn, .convTranspose2d(56, 1, 9, stride: 4, padding: 4, outputPadding: 3),
      input: 7),
  ]

  private static let srgan = PresetFamily(
    "SRGAN", source: "Ledig et al. 2016; leftthomas/SRGAN model.py")
  private static let espcn = PresetFamily(
    "ESPCN", source: "Shi et al. 2016; pytorch/examples super_resolution/model.py")
  private static let fsrcnn = PresetFamily(
    "FSRCNN", source: "Dong et al. 2016, as ported to PyTorch: output_padding = stride − 1")
}
