import ConvArithmetic

// The windows of a picture as columns of a matrix, or as their largest values, and back.

extension GraphEffect {
  static let windows: [String: GraphEffect] = [
    "unpool": GraphEffect(.stage { arguments throws(GraphGap) in try arguments.unpooled() }),
    "unfold": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let input = try arguments.shape()
        let windows = try arguments.windows(of: input)
        let values = try arguments.size(
          input[input.count - 3], times: windows.cells, "kernel_size")
        return .shape(input.dropLast(3) + [values, windows.count])
      }),
    "fold": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let (input, ones) = (try arguments.shape(), Spatial(1, 1))
        guard arguments["output_size"] != nil else { throw arguments.open("output_size") }
        let output = Array(try arguments.perAxis("output_size", otherwise: ones))
        let windows = try arguments.windows(of: [1, 1] + output)
        guard (2...3).contains(input.count), input.last == windows.count,
          input[input.count - 2].isMultiple(of: windows.cells)
        else {
          throw .refused(
            Remark(.otherWindows, windows.count.grouped, windows.cells.grouped, tupleText(input)))
        }
        return .shape(input.dropLast(2) + [input[input.count - 2] / windows.cells] + output)
      }),
  ]
}

extension GraphArguments {
  /// The sizes that the call asks for, which may have samples and channels before them, or those of
  /// the module.
  ///
  /// Source: `aten::max_unpool2d`, `_unpool_output_size` of `torch/nn/functional.py`, which also
  /// refuses a size a stride or more from the usual one; that is not looked at here.
  fileprivate func unpooled() throws(GraphGap) -> Stage {
    guard let wanted = self["output_size"], wanted != .nothing else { return try module() }
    let axes = ModuleClass.named(call.function.className)?.axes ?? 2
    guard let sizes = wanted.numbers, sizes.count == axes || sizes.count == axes + 2 else {
      throw open("output_size")
    }
    return .channelwise(sizes.suffix(axes).map { .resize(to: $0, coversInput: false) })
  }

  /// The cells of a window, and how many windows there are in some sizes.
  ///
  ///     L = ∏ (⌊(i + 2p − d(k − 1) − 1)/s⌋ + 1)
  ///
  /// Source: `torch.nn.Unfold`, `torch.nn.Fold`.
  fileprivate func windows(of sizes: [Int]) throws(GraphGap) -> (cells: Int, count: Int) {
    let ones = Spatial(1, 1)
    guard self["kernel_size"] != nil else { throw open("kernel_size") }
    let kernel = try perAxis("kernel_size", otherwise: ones)
    let (stride, dilation) = (
      try perAxis("stride", otherwise: ones), try perAxis("dilation", otherwise: ones)
    )
    let padding = try perAxis("padding", otherwise: Spatial(0, 0))
    let maps = kernel.axes.map { axis in
      AxisTaps(
        .convolution, kernelSize: kernel[axis], stride: stride[axis], dilation: dilation[axis],
        before: Count(padding[axis]), after: Count(padding[axis])
      ).map { AxisMap.convolution($0) } ?? .unknown
    }
    let grid = try Stage.channelwise(maps).output(of: sizes).sizes.suffix(2)
    return (
      try size(kernel[.height], times: kernel[.width], "kernel_size"),
      try size(grid.first ?? 0, times: grid.last ?? 0, "stride")
    )
  }
}
