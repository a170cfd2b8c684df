import ConvArithmetic

/// A layer worth looking at, with the input it is looked at with.
package struct Preset: Equatable, Sendable {
  package let name: String
  package let family: String
  package let source: String
  package let subject: LayerCase
  /// What is remarkable about it; empty where there is nothing to say.
  package let note: String

  /// What the explorer opens with, the first row: a checkerboard that every room shows whole on a
  /// small screen.
  ///
  /// It stands here once more, for reading the row takes 0.6 million instructions of the start.
  package static let start: Preset = {
    var layer = ConvLayer()
    layer.direction = .transposed
    layer.stride = Spatial(square: 2)
    let input = TensorShape(batch: 1, channels: 1, size: Spatial(square: 4))
    return Preset(
      name: "checkerboard, k3 s2", family: "Shapes", source: "small layers to begin with",
      subject: LayerCase(layer: layer, input: input),
      note: "The smallest layer that shows what overlap does.")
  }()

  /// The rows of `presets.tsv`: `name` to `note` are the preset, its layer as in the source that it
  /// names (Caffe's at 310574f, SRGAN's at 548f79c); what follows is known from elsewhere, for tests.
  package static var rows: [DataRow] { DataRow.all(PackageResources.presets_tsv) }

  /// The list: families in the order of their years, more or less; a new preset is one row.
  package static let all = rows.compactMap { Preset($0) }
}

extension Preset {
  /// The preset of a row; `nil` where its layer or its input cannot be read.
  package init?(_ row: DataRow) {
    let dimensions = row["input"].split(separator: ",").compactMap { Int($0) }
    guard let layer = try? ConvLayer.read(pytorch: row["layer"]),
      let input = TensorShape(dimensions: dimensions)
    else { return nil }
    (name, family, source, note) = (row["name"], row["family"], row["source"], row["note"])
    subject = LayerCase(layer: layer, input: input)
  }
}
