/// A small picture in integers, row after row.
package struct GreyPlane: Equatable, Sendable {
  /// What can be seen on it before a layer.
  package enum Subject: String, CaseIterable, Sendable { case flat, disc, gradient, edge }

  package static let flatGrey = 128

  package let rows: [[Int]]
}

extension GreyPlane {
  /// A subject in greys from 0 to 255, the lighter the larger; the flat one is ``flatGrey``.
  package init(_ subject: Subject, _ size: Spatial<Int>) {
    let (height, width) = (size.height, size.width)
    rows = (0..<height).map { row in
      (0..<width).map { column in
        // The centre of the cell, from the middle of the plane, in half cells.
        let (down, right) = (2 * row + 1 - height, 2 * column + 1 - width)
        let radius = min(height, width) * 3 / 4
        return switch subject {
        case .flat: Self.flatGrey
        case .disc: down * down + right * right <= radius * radius ? 224 : 32
        case .gradient: width > 1 ? 255 * column / (width - 1) : 128
        case .edge: right < 0 ? 32 : 224
        }
      }
    }
  }

  /// The sums that come out, by what happens along each axis.
  func summed(along axes: Spatial<GreyAxis>) -> GreyPlane {
    // As all weights are the same, the axes follow one another.
    let wide = GreyPlane(rows: axes.width.sums(rows))
    return GreyPlane(rows: axes.height.sums(wide.turned.rows)).turned
  }

  /// Its columns as rows.
  private var turned: GreyPlane {
    GreyPlane(rows: (rows.first ?? []).indices.map { column in rows.map { $0[column] } })
  }
}
