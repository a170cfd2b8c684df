import ConvArithmetic

// Windows of ONNX, whose padding may differ at both ends or follow from the input.

extension GraphArguments {
  /// Whether the padding is another one on another input.
  var padsByInput: Bool {
    guard case .word(let word)? = self["auto_pad"], word.hasPrefix("SAME") else { return false }
    return self["stride"]?.numbers?.contains { $0 != 1 } ?? false
  }

  /// A pool.
  func window() throws(GraphGap) -> Stage {
    guard let kernel = Spatial(try numbers("kernel_size")) else { throw open("kernel_size") }
    let ones = kernel.map { _ in 1 }
    let stride = try perAxis("stride", otherwise: ones)
    let dilation = try perAxis("dilation", otherwise: ones)
    let ends = try ends(kernel, stride, dilation)
    let isCeiling = self["ceil_mode"]?.isTrue ?? false
    return .channelwise(
      kernel.axes.map { axis in
        let (before, after) = (ends[axis].before, ends[axis].after)
        guard before != after || before < 0 || before > kernel[axis] / 2 else {
          return .pool(
            PoolingWindow(
              kernelSize: kernel[axis], stride: stride[axis], padding: before,
              dilation: dilation[axis], isCeiling: isCeiling))
        }
        // PyTorch has no such pool.
        return AxisTaps(
          .convolution, kernelSize: kernel[axis], stride: stride[axis], dilation: dilation[axis],
          before: Count(before), after: Count(after), isCeiling: isCeiling
        ).map { .convolution($0) } ?? .unknown
      })
  }

  /// A convolution with its `pads`.
  ///
  /// A transposed one crops both ends alike, and keeps more at the end by its `output_padding`.
  func padded(_ plain: ConvLayer) throws(GraphGap) -> Stage {
    var layer = plain
    guard layer.direction == .transposed else {
      let isSame = self["auto_pad"] == .word("SAME_UPPER") && layer.stride.isAll(1)
      layer.padding =
        isSame ? .same : .explicit(try ends(layer.kernelSize, layer.stride, layer.dilation))
      return .convolution(layer)
    }
    let kept = try perAxis("output_padding", otherwise: layer.outputPadding)
    layer.outputPadding = kept
    let ends = try croppedEnds(layer)
    layer.padding = .explicit(ends.map { $0.before })
    layer.outputPadding = kept.with(ends) { $0 &+ $1.before &- $1.after }
    guard ends.allSatisfy({ $0.before >= 0 }), layer.outputPadding.allSatisfy({ $0 >= 0 }) else {
      throw open("pads")
    }
    return .convolution(layer)
  }

  /// What a transposed layer crops, for the output that `output_shape` wants: the larger half first.
  private func croppedEnds(_ layer: ConvLayer) throws(GraphGap) -> Spatial<Ends<Int>> {
    let axes = layer.kernelSize.count
    guard let wanted = self["output_size"], wanted != .nothing else {
      return try ends(layer.kernelSize, layer.stride, layer.dilation)
    }
    guard let sizes = Spatial(try numbers("output_size").suffix(axes)), sizes.count == axes,
      let input = Spatial(try shape().suffix(axes)), input.count == axes
    else { throw open("output_size") }
    let isUpper = self["auto_pad"] == .word("SAME_UPPER")
    return try layer.kernelSize.along { axis throws(GraphGap) in
      let span = span(layer.kernelSize[axis], layer.dilation[axis])
      let whole = Count(layer.stride[axis]) * (Count(input[axis]) - 1) + span
      let kept = whole + Count(layer.outputPadding[axis])
      guard let total = Int(exactly: kept - Count(sizes[axis])) else { throw open("output_size") }
      let less = total >> 1
      return isUpper ? Ends(less, total - less) : Ends(total - less, less)
    }
  }

  /// The cells of padding at both ends of each axis: all beginnings and then all ends, or as many as
  /// make ⌈i/s⌉ outputs.
  private func ends(
    _ kernel: Spatial<Int>, _ stride: Spatial<Int>, _ dilation: Spatial<Int>
  ) throws(GraphGap) -> Spatial<Ends<Int>> {
    let axes = kernel.count
    guard case .word(let word)? = self["auto_pad"], word.hasPrefix("SAME") else {
      let given = self["pads"] ?? .nothing
      if given == .nothing { return kernel.map { _ in Ends(0, 0) } }
      let pads = try numbers("pads")
      guard pads.count == 2 * axes,
        let ends = Spatial(zip(pads, pads.dropFirst(axes)).map(Ends.init))
      else { throw open("pads") }
      return ends
    }
    guard let input = Spatial(try shape().suffix(axes)), input.count == axes else {
      throw open("input")
    }
    return try kernel.along { axis throws(GraphGap) in
      guard stride[axis] >= 1, input[axis] >= 1 else { throw open("stride") }
      let last = (input[axis] - 1) / stride[axis] * stride[axis]
      let total = Count(last) + span(kernel[axis], dilation[axis]) - Count(input[axis])
      guard let total = Int(exactly: max(0, total)) else { throw open("kernel_size") }
      let (less, more) = (total / 2, total - total / 2)
      return word == "SAME_LOWER" ? Ends(more, less) : Ends(less, more)
    }
  }

  /// The cells from the first tap to the last: e = d(k − 1) + 1.
  private func span(_ kernel: Int, _ dilation: Int) -> Count {
    Count(dilation) * (Count(kernel) - 1) + 1
  }
}
