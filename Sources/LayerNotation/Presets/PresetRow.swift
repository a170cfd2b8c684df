/// A row of `presets.tsv`: a layer of a network, and what is known of it from elsewhere.
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
package struct PresetRow: Sendable {
  private let columns: [String]
  private let cells: [String]

  /// The cell of a column, without a tab; empty where there is no such column.
  package subscript(column: String) -> String {
    zip(columns, cells).first { $0.0 == column }?.1 ?? ""
  }
}

extension PresetRow {
  package static var all: [PresetRow] {
    let lines = PackageResources.presets_tsv.split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    guard let columns = lines.first else { return [] }
    return lines.dropFirst().map { PresetRow(columns: columns, cells: $0) }
  }
}
