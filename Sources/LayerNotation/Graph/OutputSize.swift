import ConvArithmetic

extension ConvLayer {
  /// The `output_padding` with which a transposed layer makes an output of some sizes, those of samples
  /// and channels passed over.
  ///
  ///     o_min = (i − 1)s − 2p + d(k − 1) + 1,   o_min ≤ o ≤ o_min + s − 1
  ///
  /// Source: `_ConvTransposeNd._output_padding`.
  func outputPadding(making sizes: [Int], of input: [Int]) throws(GraphGap) -> Spatial<Int> {
    let axes = kernelSize.count
    let places = sizes.count == input.count ? sizes.suffix(axes) : sizes[...]
    let wanted: Spatial<Int>? = Spatial(Array(places))
    guard let ends = paddingEnds, let coming = Spatial(input.suffix(axes)), coming.count == axes
    else { return outputPadding }
    let least = kernelSize.along { axis in
      let span = Count(dilation[axis]) * (Count(kernelSize[axis]) - 1) + 1
      let crop = Count(ends[axis].before) + Count(ends[axis].after)
      return (Count(coming[axis]) - 1) * Count(stride[axis]) - crop + span
    }
    let most = least.with(stride) { $0 + Count($1) - 1 }
    guard let wanted, wanted.count == axes,
      wanted.axes.allSatisfy({ (least[$0]...max(least[$0], most[$0])).contains(Count(wanted[$0])) })
    else {
      let texts = [least, most].map { "(" + $0.map(\.grouped).joined(separator: ", ") + ")" }
      throw .refused(Remark(.otherOutputSize, tupleText(sizes), texts[0], texts[1]))
    }
    return wanted.with(least) { Int(exactly: Count($0) - $1) ?? 0 }
  }
}
