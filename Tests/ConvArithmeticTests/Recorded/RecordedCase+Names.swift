import ConvArithmetic

extension RecordedCase {
  /// The names of a convention's formulas with their values, from the recording or by loops.
  func names(for convention: OperationConvention) -> [String: Int128] {
    let (before, after) = (Array(input.suffix(2)), Array((expected.output ?? [0, 0]).suffix(2)))
    var names = [
      "N": Int128(input.count == 4 ? input[0] : 1), "C_in": Int128(inChannels),
      "C_out": Int128(outChannels), "groups": Int128(groups),
      "K": Int128(kernelSize[0] * kernelSize[1]), "H_in": Int128(before[0]),
      "W_in": Int128(before[1]), "H_out": Int128(after[0]), "W_out": Int128(after[1]),
    ]
    names["A"] = expected.additionsDocumented?.count.value
    names["H'"] = Int128(sizeByTool(0, before[0]))
    // Without a batch the columns are the first axis that a tool sees.
    names["W'"] = Int128(sizeByTool(input.count == 4 ? 1 : 0, before[1]))
    if op == "conv_transpose2d" {
      addMaps(to: &names)
      if convention.id == "deepspeed_flops" { names["W'"] = transposedSize(0, before[1]) }
    }
    return names
  }

  /// An ordinary convolution's output size, `same` halved for both sides.
  private func sizeByTool(_ axis: Int, _ input: Int) -> Int {
    let span = dilation[axis] * (kernelSize[axis] - 1)
    let both =
      switch padding {
      case .cells(let cells): 2 * cells[axis]
      case .word("same"): span / 2 * 2
      case .word: 0
      }
    let room = input + both - span - 1
    let remainder = room % stride[axis]
    return (room - (remainder < 0 ? remainder + stride[axis] : remainder)) / stride[axis] + 1
  }

  /// A transposed convolution's output size: the end of the last tap, within the crop.
  private func transposedSize(_ axis: Int, _ input: Int) -> Int128? {
    guard case .cells(let cells) = padding else { return nil }
    let last = (input - 1) * stride[axis] + (kernelSize[axis] - 1) * dilation[axis]
    return Int128(last + 1 - 2 * cells[axis] + (outputPadding?[axis] ?? 0))
  }

  /// The reached cells before the crop, and A of the map without output_padding.
  private func addMaps(to names: inout [String: Int128]) {
    guard case .cells(let padding) = padding, let output = expected.output else { return }
    let (before, after) = (Array(input.suffix(2)), Array(output.suffix(2)))
    let axes = [0, 1].map { axis in
      NaiveAxis(
        positions: before[axis], taps: kernelSize[axis],
        stride: stride[axis], dilation: dilation[axis], offset: padding[axis],
        size: max(0, after[axis] - (outputPadding?[axis] ?? 0)))
    }
    let sums = axes.map { axis in axis.counts.reduce(0, +) }
    names["A'"] = Int128(sums[0] * sums[1] - axes[0].size * axes[1].size)
    for (name, axis) in zip(["U_h", "U_w"], axes) {
      var whole = axis
      whole.offset = 0
      whole.size = (axis.positions - 1) * axis.stride + (axis.taps - 1) * axis.dilation + 1
      names[name] = Int128(whole.counts.count { $0 > 0 })
    }
  }
}
