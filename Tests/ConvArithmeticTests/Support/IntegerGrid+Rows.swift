import ConvArithmetic

extension IntegerGrid {
  /// A plane of rows that are equally long.
  init?(_ rows: [[Int]]) {
    self.init(size: Spatial(rows.count, rows.first?.count ?? 0)) { rows[$0[0]][$0[1]] }
  }

  /// The rows of a plane.
  var rows: [[Int]] {
    (0..<size[0]).map { row in (0..<size[1]).map { self[Spatial(row, $0)] } }
  }
}

extension LayerValues {
  /// All output cells of a plane, each from what it is made of.
  var outputRows: [[Count]] {
    let size = trace.size(of: .output)
    return (0..<size[0]).map { row in (0..<size[1]).map { output(at: Spatial(row, $0)) } }
  }
}
