/// The shape of an input or output: (N, C, H, W), or (C, H, W) without a batch, for two axes.
package struct TensorShape: Hashable, Sendable {
  /// The samples N; `nil` for an unbatched tensor, which counts as one sample.
  package var batch: Int?
  package var channels: Int
  package var size: Spatial<Int>

  package init(batch: Int?, channels: Int, size: Spatial<Int>) {
    (self.batch, self.channels, self.size) = (batch, channels, size)
  }

  package init?(dimensions: [Int]) {
    let hasBatch = dimensions.count == 4
    guard hasBatch || dimensions.count == 3 else { return nil }
    let tail = Array(dimensions.suffix(3))
    self.init(
      batch: hasBatch ? dimensions[0] : nil, channels: tail[0],
      size: Spatial(height: tail[1], width: tail[2]))
  }

  package var dimensions: [Int] { (batch.map { [$0] } ?? []) + [channels] + Array(size) }

  /// The samples that a count is multiplied by: N, or 1 without a batch.
  package var samples: Int { batch ?? 1 }
}
