extension Preset {
  /// HiFi-GAN, whose layers of one dimension are layers of height 1 here.
  static let audio: [Preset] = [
    Preset(
      "HiFi-GAN up 1", hiFiGAN, .convTranspose1d(512, 256, 16, stride: 8, padding: 4), length: 32,
      note: "A ConvTranspose1d, as height 1. Kernel 2s and padding s/2 enlarge exactly s times."),
    Preset(
      "HiFi-GAN up 2", hiFiGAN, .convTranspose1d(256, 128, 16, stride: 8, padding: 4),
      length: 256),
    Preset(
      "HiFi-GAN up 3", hiFiGAN, .convTranspose1d(128, 64, 4, stride: 2, padding: 1),
      length: 2048),
    Preset(
      "HiFi-GAN up 4", hiFiGAN, .convTranspose1d(64, 32, 4, stride: 2, padding: 1), length: 4096),
    Preset(
      "HiFi-GAN scale D convs.0", hiFiGAN, .conv1d(1, 128, 15, padding: 7), length: 8192,
      note: "The discriminator of scales, a Conv1d, as height 1."),
    Preset(
      "HiFi-GAN scale D convs.1", hiFiGAN,
      .conv1d(128, 128, 41, stride: 2, padding: 20, groups: 4), length: 8192),
    Preset(
      "HiFi-GAN scale D convs.2", hiFiGAN,
      .conv1d(128, 256, 41, stride: 2, padding: 20, groups: 16), length: 4096),
    Preset(
      "HiFi-GAN scale D convs.3", hiFiGAN,
      .conv1d(256, 512, 41, stride: 4, padding: 20, groups: 16), length: 2048),
    Preset(
      "HiFi-GAN scale D convs.4", hiFiGAN,
      .conv1d(512, 1024, 41, stride: 4, padding: 20, groups: 16), length: 512),
    Preset(
      "HiFi-GAN scale D convs.5", hiFiGAN,
      .conv1d(1024, 1024, 41, padding: 20, groups: 16), length: 128),
    Preset(
      "HiFi-GAN period D convs.0", hiFiGAN,
      .conv2d(
        1, 32, kernelSize: Spatial(height: 5, width: 1), stride: Spatial(height: 3, width: 1),
        padding: Spatial(height: 2, width: 0)),
      size: Spatial(height: 4096, width: 2),
      note: "8,192 samples folded into 2 columns, for a period of 2."),
  ]

  private static let hiFiGAN = PresetFamily(
    "HiFi-GAN", source: "Kong et al. 2020; jik876/hifi-gan models.py, config_v1b.json")
}
