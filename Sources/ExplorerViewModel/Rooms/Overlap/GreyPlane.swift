/// A small picture in integers, row after row.
package struct GreyPlane: Equatable, Sendable {
  /// What can be seen on it before a layer.
  package enum Subject: String, CaseIterable, Sendable { case flat, disc, gradient, edge }

  package let rows: [[Int]]
}

extension GreyPlane {
  /// A subject in greys from 0 to 255, the lighter the larger; the flat one is 128.
  package init(_ subject: Subject, _ size: Spatial<Int>) {
    let (height, width) = (size.height, size.width)
    rows = (0..<height).map { row in
      (0..<width).map { column in
        // The centre of the cell, from the middle of the plane, in half cells.
        let (down, right) = (2 * row + 1 - height, 2 * column + 1 - width)
        let radius = min(height, width) * 3 / 4
        return switch subject {
        case .flat: 128
        case .disc: down * down + right * right <= radius * radius ? 224 : 32
        case .gradient: width > 1 ? 255 * column / (width - 1) : 128
        case .edge: right < 0 ? 32 : 224
        }
      }
    }
  }

  /// What a transposed layer of one channel makes of it, all weights being 1.
  package func transposed(_ axes: Spatial<AxisGeometry>) -> GreyPlane {
    // As all weights are the same, the axes follow one another.
    let wide = rows.map { Self.spread($0, axes.width) }
    let columns = (0..<axes.width.output).map { column in
      Self.spread(wide.map { $0[column] }, axes.height)
    }
    return GreyPlane(rows: (0..<axes.height.output).map { row in columns.map { $0[row] } })
  }

  private static func spread(_ line: [Int], _ axis: AxisGeometry) -> [Int] {
    var sums = Array(repeating: 0, count: axis.output)
    for (position, value) in line.enumerated() {
      for tap in 0..<axis.kernelSize {
        let cell = position * axis.stride + tap * axis.dilation - axis.paddingBefore
        if sums.indices.contains(cell) { sums[cell] += value }
      }
    }
    return sums
  }
}
