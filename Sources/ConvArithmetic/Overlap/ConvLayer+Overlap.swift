extension ConvLayer {
  /// The least and the most products that a cell away from the borders receives, at whatever size;
  /// `nil` where its numbers make no sense.
  package var interiorExtremes: (least: Count, most: Count)? {
    let ranges = axes.compactMap { axis -> ClosedRange<Int>? in
      let (taps, stride, dilation) = (kernelSize[axis], stride[axis], dilation[axis])
      guard min(taps, stride, dilation) >= 1 else { return nil }
      // The range is that of all sizes.
      return Coverage(
        positions: 1, taps: taps, stride: stride, dilation: dilation, offset: 0, size: 1
      ).interiorRange
    }
    guard ranges.count == kernelSize.count else { return nil }
    return ranges.reduce((1, 1)) { extremes, range in
      (extremes.0 * Count(range.lowerBound), extremes.1 * Count(range.upperBound))
    }
  }
}
