extension Preset {
  /// The autoencoder of Stable Diffusion, at 512×512 and 4 latent channels.
  static let diffusion: [Preset] = [
    Preset("SD VAE encoder conv_in", vae, .conv2d(3, 128, 3, padding: 1), input: 512),
    Preset(
      "SD VAE downsample 1", vae, .conv2d(128, 128, 3, stride: 2), input: 513,
      note:
        "One row and one column of zeros come behind its 512×512, at the end only. No Conv2d pads"
        + " like that: here they are part of the input, 513×513."),
    Preset("SD VAE decoder conv_in", vae, .conv2d(4, 512, 3, padding: 1), input: 64),
    Preset(
      "SD VAE upsample", vae, .conv2d(512, 512, 3, padding: 1), input: 128,
      note: "Behind a resize by 2 to the nearest: no transposed layer at all."),
    Preset("SD VAE decoder conv_out", vae, .conv2d(128, 3, 3, padding: 1), input: 512),
  ]

  private static let vae = PresetFamily(
    "Stable Diffusion VAE",
    source: "Rombach et al. 2021; CompVis/latent-diffusion model.py")
}
