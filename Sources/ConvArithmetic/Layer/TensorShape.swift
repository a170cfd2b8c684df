/// The shape of an input or output: (N, C, H, W), or (C, H, W) without a batch, for two axes; of
/// other axes likewise.
package struct TensorShape: Hashable, Sendable {
  /// The samples N; `nil` for an unbatched tensor, which counts as one sample.
  package var batch: Int?
  package var channels: Int
  package var size: Spatial<Int>

  package init(batch: Int?, channels: Int, size: Spatial<Int>) {
    (self.batch, self.channels, self.size) = (batch, channels, size)
  }

  /// The shape that some numbers are for a layer of so many axes; `nil` for another rank.
  ///
  /// The rank says whether there is a batch.
  package init?(dimensions: [Int], axes: Int) {
    let rest = dimensions.dropLast(axes)
    guard (1...2).contains(rest.count), let size = Spatial(dimensions.suffix(axes)),
      let channels = rest.last
    else { return nil }
    self.init(batch: rest.count == 2 ? rest.first : nil, channels: channels, size: size)
  }

  package var dimensions: [Int] {
    var dimensions: [Int] = []
    dimensions.reserveCapacity(size.count + 2)
    if let batch { dimensions.append(batch) }
    dimensions.append(channels)
    for cells in size { dimensions.append(cells) }
    return dimensions
  }

  /// The samples that a count is multiplied by: N, or 1 without a batch.
  package var samples: Int { batch ?? 1 }
}
