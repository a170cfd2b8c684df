import ConvArithmetic

/// A layer worth looking at, with the input it is looked at with.
package struct Preset: Equatable, Sendable {
  package let name: String
  /// The network that it is of.
  package let family: String
  /// Where the layer is written down.
  package let source: String
  package let subject: LayerCase
  /// What is remarkable about it; empty where there is nothing to say.
  package let note: String
}

extension Preset {
  /// What the explorer opens with, the first row: the layer of a CycleGAN decoder, which a screen
  /// holds at this size.
  ///
  /// It stands here once more, for reading the row takes 0.6 million instructions of the start.
  package static let start: Preset = {
    var layer = ConvLayer()
    layer.direction = .transposed
    (layer.inChannels, layer.outChannels) = (64, 32)
    (layer.stride, layer.padding) = (Spatial(square: 2), .explicit(Spatial(square: 1)))
    layer.outputPadding = Spatial(square: 1)
    let input = TensorShape(batch: 1, channels: 64, size: Spatial(square: 8))
    return Preset(
      name: "checkerboard, k3 s2 p1 op1", family: "Shapes", source: "small layers to begin with",
      subject: LayerCase(layer: layer, input: input),
      note: "The shape of CycleGAN's and many other decoders.")
  }()

  /// The list: families in the order of their years, more or less; a new preset is one row.
  package static let all = PresetRow.all.compactMap { Preset($0) }

  /// The preset of a row; `nil` where its layer or its input cannot be read.
  package init?(_ row: PresetRow) {
    let dimensions = row["input"].split(separator: ",").compactMap { Int($0) }
    guard let layer = try? ConvLayer.read(pytorch: row["layer"]),
      let input = TensorShape(dimensions: dimensions)
    else { return nil }
    (name, family, source, note) = (row["name"], row["family"], row["source"], row["note"])
    subject = LayerCase(layer: layer, input: input)
  }
}
