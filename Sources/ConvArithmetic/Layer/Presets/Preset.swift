/// A layer worth looking at, with the input it is looked at with.
package struct Preset: Hashable, Sendable {
  package let name: String
  package let family: PresetFamily
  package let subject: LayerCase
  /// What is remarkable about it; empty where there is nothing to say.
  package let note: String

  package var source: String { family.source }

  /// A preset on one sample.
  init(
    _ name: String, _ family: PresetFamily, _ layer: ConvLayer, size: Spatial<Int>,
    note: String = ""
  ) {
    (self.name, self.family, self.note) = (name, family, note)
    subject = LayerCase(
      layer: layer, input: TensorShape(batch: 1, channels: layer.inChannels, size: size))
  }

  /// A preset on one square sample.
  init(
    _ name: String, _ family: PresetFamily, _ layer: ConvLayer, input: Int, note: String = ""
  ) {
    self.init(name, family, layer, size: Spatial(square: input), note: note)
  }

  /// A preset of one dimension, as height 1, on one sample.
  init(
    _ name: String, _ family: PresetFamily, _ layer: ConvLayer, length: Int, note: String = ""
  ) {
    self.init(name, family, layer, size: Spatial(height: 1, width: length), note: note)
  }
}

/// The network that a preset is of, and where its layers are written down.
package struct PresetFamily: Hashable, Sendable {
  package let name: String
  package let source: String

  init(_ name: String, source: String) { (self.name, self.source) = (name, source) }
}

extension Preset {
  /// What the explorer opens with: the layer of a CycleGAN decoder, at a size that a screen holds.
  package static let start = Preset(
    "checkerboard, k3 s2 p1 op1", shapes,
    .convTranspose2d(64, 32, 3, stride: 2, padding: 1, outputPadding: 1), input: 8,
    note: "The shape of CycleGAN's and many other decoders.")

  private static let shapes = PresetFamily("Shapes", source: "small layers to begin with")
  private static let document = PresetFamily(
    "Shapes", source: "moduleprofiler, ConvTranspose2d complexity")

  private static let teaching: [Preset] = [
    start,
    Preset(
      "even, k4 s2 p1", shapes, .convTranspose2d(64, 32, 4, stride: 2, padding: 1), input: 8,
      note: "The shape of DCGAN's decoder: the kernel is a multiple of the stride."),
    Preset("the document's example", document, .convTranspose2d(1, 1, 2, bias: false), input: 2),
  ]

  /// The list: families in the order of their years, more or less; a new preset is one row in one
  /// of them.
  package static let all: [Preset] =
    teaching + classifiers + residual + mobile + transformers + segmentation + generative
    + superResolution + diffusion + audio
}
