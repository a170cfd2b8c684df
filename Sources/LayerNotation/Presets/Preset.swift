import ConvArithmetic

/// A layer worth looking at, with the input it is looked at with.
package struct Preset: Equatable, Sendable {
  package let name: String
  package let family: String
  package let source: String
  package let subject: LayerCase
  /// What is remarkable about it; empty where there is nothing to say.
  package let note: String
}

extension Preset {
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

  /// The rows of `presets.tsv`: layers of networks, and what is known of them from elsewhere.
  ///
  /// The columns `name` to `note` are the preset, its layer as in the source that it names (Caffe's
  /// at 310574f, SRGAN's at 548f79c). What follows was taken from PyTorch and counted with loops, for
  /// the tests; `-` stands for what such a layer does not have:
  ///
  /// | column | meaning |
  /// |---|---|
  /// | `output` | (N, C, H, W) |
  /// | `parameters` | weights and biases |
  /// | `macs` | nominal: C_out·o²·(C_in/groups)·k², of a transposed layer C_in·i²·(C_out/groups)·k² |
  /// | `useful` | per cent of them that touch a real input cell and a kept output cell |
  /// | `taps` | ordinary: real cells that an output reads, least..most, per axis |
  /// | `reuse` | ordinary: reads of an input cell, least..most, per axis |
  /// | `phases` | transposed: taps of each residue modulo the stride, per axis |
  /// | `verdict` | transposed: `even` or `uneven`, and the most : the least products inside |
  /// | `cells` | transposed: products of an output cell, least..most over the whole output |
  ///
  /// Axes that differ are separated by a comma, height first.
  package static var rows: [DataRow] { DataRow.all(PackageResources.presets_tsv) }

  /// The list: families in the order of their years, more or less; a new preset is one row.
  package static let all = rows.compactMap { Preset($0) }

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
