extension Preset {
  /// DCGAN, pix2pix and CycleGAN.
  static let generative: [Preset] = dcgan + imageToImage

  private static let pytorch = PresetFamily(
    "DCGAN", source: "Radford et al. 2015; pytorch/examples dcgan/main.py")
  private static let theano = PresetFamily(
    "DCGAN", source: "Radford et al. 2015; Newmu/dcgan_code faces/train_uncond_dcgan.py")
  private static let pix2pix = PresetFamily(
    "pix2pix",
    source: "Isola et al. 2016; junyanz/pytorch-CycleGAN-and-pix2pix networks.py")
  private static let cycleGAN = PresetFamily(
    "CycleGAN", source: "Zhu et al. 2017; junyanz/pytorch-CycleGAN-and-pix2pix networks.py")

  private static let dcgan: [Preset] = [
    Preset(
      "DCGAN G1", pytorch, .convTranspose2d(100, 512, 4, bias: false), input: 1,
      note: "Projects the noise: one cell becomes 4×4, and nothing overlaps yet."),
    Preset(
      "DCGAN G2", pytorch, .convTranspose2d(512, 256, 4, stride: 2, padding: 1, bias: false),
      input: 4),
    Preset(
      "DCGAN G3", pytorch, .convTranspose2d(256, 128, 4, stride: 2, padding: 1, bias: false),
      input: 8),
    Preset(
      "DCGAN G4", pytorch, .convTranspose2d(128, 64, 4, stride: 2, padding: 1, bias: false),
      input: 16),
    Preset(
      "DCGAN G5", pytorch, .convTranspose2d(64, 3, 4, stride: 2, padding: 1, bias: false),
      input: 32),
    Preset(
      "DCGAN in Theano, 1024→512", theano,
      .convTranspose2d(1024, 512, 5, stride: 2, padding: 2, outputPadding: 1, bias: false),
      input: 4, note: "The original has 5×5 kernels, which a stride of 2 does not divide."),
    Preset(
      "DCGAN in Theano, 128→3", theano,
      .convTranspose2d(128, 3, 5, stride: 2, padding: 2, outputPadding: 1, bias: false),
      input: 32, note: "output_padding is implied by the fixed size of the output."),
    Preset(
      "DCGAN D1", pytorch, .conv2d(3, 64, 4, stride: 2, padding: 1, bias: false), input: 64),
  ]

  private static let imageToImage: [Preset] = [
    Preset(
      "pix2pix down 1", pix2pix, .conv2d(3, 64, 4, stride: 2, padding: 1, bias: false),
      input: 256),
    Preset(
      "pix2pix outermost up", pix2pix, .convTranspose2d(128, 3, 4, stride: 2, padding: 1),
      input: 128),
    Preset(
      "pix2pix PatchGAN conv4", pix2pix, .conv2d(256, 512, 4, padding: 1, bias: false), input: 32,
      note: "Kernel 4, stride 1, padding 1 takes one away: 32 → 31."),
    Preset(
      "pix2pix PatchGAN last", pix2pix, .conv2d(512, 1, 4, padding: 1), input: 31,
      note: "One more is taken away, 31 → 30: that is why the patches are 30×30."),
    Preset(
      "CycleGAN up 1", cycleGAN,
      .convTranspose2d(256, 128, 3, stride: 2, padding: 1, outputPadding: 1), input: 64,
      note: "Doubles, and draws a checkerboard: some cells get 4 products, some 1."),
    Preset(
      "CycleGAN up 2", cycleGAN,
      .convTranspose2d(128, 64, 3, stride: 2, padding: 1, outputPadding: 1), input: 128),
  ]
}
