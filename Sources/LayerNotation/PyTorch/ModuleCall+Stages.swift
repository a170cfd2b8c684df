extension ModuleCall {
  /// What the module does to sizes: several stages where the text leaves it open.
  ///
  /// In source, arguments that are not written have their defaults; `print` leaves some out. `input`
  /// is what a class that pads by its input needs. Arguments that contradict each other are those of
  /// a class: what a function gets when a model runs does not.
  func stages(
    isSource: Bool, on input: Spatial<Int>? = nil, isClass: Bool = true, isBatched: Bool = true
  ) throws(PyTorchProblem) -> [Stage] {
    if ![.pointwise, .mixing].contains(known.effect), let hidden = unpacked.first {
      throw PyTorchProblem(hidden.position, .unexpected, hidden.text)
    }
    if isClass, let contradiction { return [.channelwise([], demand: contradiction)] }
    switch known.effect {
    case .convolution(let direction) where known.isOwn:
      return [.convolution(try layer(direction))]
    case .convolution, .gate: throw PyTorchProblem(position, .unknownEffect, name)
    case .pointwise: return [try keepingSizes([])]
    case .mixing: return [try keepingSizes(try mixedAxes(isBatched))]
    case .function: return []
    case .pool where known.remark == .padsByInput: return [try samePool(on: input)]
    case .pool: return try pools(isSource)
    case .unpool: return [.channelwise(try unpooled())]
    case .adaptivePool: return [.channelwise(try given(adaptedSizes(), "output_size"))]
    case .upsample: return [.channelwise(try resized(isSource))]
    case .pad(let mode):
      return [
        .channelwise(try padEnds().map { .pad(before: $0.before, after: $0.after, mode) })
      ]
    case .pixelShuffle:
      return [.pixelShuffle(try given(number("upscale_factor"), "upscale_factor"))]
    case .pixelUnshuffle:
      return [.pixelUnshuffle(try given(number("downscale_factor"), "downscale_factor"))]
    }
  }

  private func keepingSizes(_ maps: [AxisMap]) throws(PyTorchProblem) -> Stage {
    .channelwise(
      maps, channels: takenChannels, parameters: try parameters(), demand: try demand())
  }

  /// The axes that each cell sees all of: those of the last dimensions, the one of `dim`, or all.
  ///
  /// Without `dim` it is dimension 0 of 1 or 3, otherwise 1. Source: `_get_softmax_dim` of
  /// `torch/nn/functional.py`.
  private func mixedAxes(_ isBatched: Bool) throws(PyTorchProblem) -> [AxisMap] {
    var mixed = 0..<axes
    if known.parameters == ["dim"] {
      let others = isBatched ? 2 : 1
      let usual = axes + others == 3 ? 0 : 1
      let dimension = isGiven("dim") ? try number("dim") ?? usual : usual
      let axis = (dimension < 0 ? dimension &+ axes : dimension &- others)
      mixed = mixed.contains(axis) ? axis..<axis + 1 : 0..<0
    } else if known.channels == nil, let sizes = try sizes("normalized_shape") {
      mixed = mixed.suffix(sizes.count)
    }
    return mixed.isEmpty ? [] : (0..<axes).map { mixed.contains($0) ? .mixed : .unchanged }
  }

  /// The channels that the module has numbers for, where they are written.
  private var channels: Int? { known.channels.flatMap { try? number($0) } }

  /// The channels that the module takes, where its arguments say them: one slope goes with all, and
  /// of an instance norm without numbers of its own PyTorch only warns.
  ///
  /// Source: `forward` of `_InstanceNorm`, `prelu` in `aten/src/ATen/native/Activation.cpp`.
  private var takenChannels: TakenChannels? {
    guard let channels, let parameter = known.channels else { return nil }
    let isChecked =
      switch known.weights {
      case .slopes: channels != 1
      case .noAffine: ["affine", "track_running_stats"].contains { (try? flag($0)) == true }
      default: true
      }
    return isChecked ? TakenChannels(channels, of: parameter) : nil
  }

  /// The learnable numbers, where their shape is written.
  private func parameters() throws(PyTorchProblem) -> Int {
    func isOn(_ flag: String, otherwise: Bool) throws(PyTorchProblem) -> Bool {
      try self.flag(flag) ?? otherwise
    }
    let numbers: (of: Int, times: Int)
    switch known.weights {
    case nil, .matrix, .attention, .oneGate, .threeGates, .fourGates: return 0
    case .slopes: return try number("num_parameters") ?? 1
    case .affine: numbers = (channels ?? 0, try isOn("affine", otherwise: true) ? 2 : 0)
    case .noAffine: numbers = (channels ?? 0, try isOn("affine", otherwise: false) ? 2 : 0)
    case .scale, .scaleAndShift:
      let shift = known.weights == .scaleAndShift ? try isOn("bias", otherwise: true) : false
      let isLearned = try isOn("elementwise_affine", otherwise: true)
      numbers = (try normalized(), isLearned ? (shift ? 2 : 1) : 0)
    }
    let (product, overflow) = numbers.of.multipliedReportingOverflow(by: numbers.times)
    return overflow ? .max : product
  }

  /// The values of `normalized_shape`.
  private func normalized() throws(PyTorchProblem) -> Int {
    guard let argument = self["normalized_shape"] else { return 0 }
    guard case .list(let sizes) = argument.value else {
      return try number(argument.value, of: argument, "normalized_shape")
    }
    var product = Count(1)
    for size in sizes {
      product = product * Count(try number(size, of: argument, "normalized_shape"))
    }
    return Int(exactly: product) ?? .max
  }

  private func given<Value>(_ value: Value?, _ parameter: String) throws(PyTorchProblem) -> Value {
    guard let value else { throw PyTorchProblem(position, .missingArgument, name, parameter) }
    return value
  }

  func isGiven(_ parameter: String) -> Bool {
    self[parameter].map { $0.value != .none } ?? false
  }

  // MARK: Maps along the axes

  /// `AvgPool2d` does not print its `ceil_mode`.
  private func pools(_ isSource: Bool) throws(PyTorchProblem) -> [Stage] {
    let kernel = try given(numbers("kernel_size"), "kernel_size")
    let stride = isGiven("stride") ? try numbers("stride") ?? kernel : kernel
    let padding = try numbers("padding") ?? kernel.map { _ in 0 }
    let dilation = try numbers("dilation") ?? kernel.map { _ in 1 }
    let isOpen = self["ceil_mode"] == nil && !isSource && name.hasPrefix("Avg")
    let isCeiling = try flag("ceil_mode") ?? false
    return (isOpen ? [false, true] : [isCeiling]).map { isCeiling in
      .channelwise(
        kernel.indices.map { axis in
          .pool(
            PoolingWindow(
              kernelSize: kernel[axis], stride: stride[axis], padding: padding[axis],
              dilation: dilation[axis], isCeiling: isCeiling))
        })
    }
  }

  /// A pool that pads as TensorFlow's `SAME` does, and leaves its dilation out of that.
  ///
  /// Source: timm 1.0, `layers/pool2d_same.py`.
  private func samePool(on input: Spatial<Int>?) throws(PyTorchProblem) -> Stage {
    var window = ConvLayer(axes: axes)
    window.kernelSize = try given(size("kernel_size"), "kernel_size")
    window.stride = try given(size("stride"), "stride")
    let dilation = try size("dilation") ?? window.dilation
    let isCeiling = try flag("ceil_mode") ?? false
    guard let ends = input.flatMap({ window.samePadding(of: $0) }) else {
      throw PyTorchProblem(position, .unknownEffect, name)
    }
    return .channelwise(
      ends.axes.map { axis in
        AxisTaps(
          .convolution, kernelSize: window.kernelSize[axis], stride: window.stride[axis],
          dilation: dilation[axis], before: Count(ends[axis].before),
          after: Count(ends[axis].after), isCeiling: isCeiling
        ).map { .convolution($0) } ?? .unknown
      })
  }

  /// (i − 1)s − 2p + k, where no `output_size` is said.
  ///
  /// Source: `torch.nn.MaxUnpool2d`.
  private func unpooled() throws(PyTorchProblem) -> [AxisMap] {
    let kernel = try given(numbers("kernel_size"), "kernel_size")
    let stride = isGiven("stride") ? try numbers("stride") ?? kernel : kernel
    let padding = try numbers("padding") ?? kernel.map { _ in 0 }
    return kernel.indices.map { axis in
      AxisTaps(
        .transposed, kernelSize: kernel[axis], stride: stride[axis], before: Count(padding[axis]),
        after: Count(padding[axis])
      ).map { .convolution($0) } ?? .unknown
    }
  }

  /// `output_size`, where `None` keeps what comes, or the part of it that `output_ratio` is.
  private func adaptedSizes() throws(PyTorchProblem) -> [AxisMap]? {
    if !isGiven("output_size"), isGiven("output_ratio") {
      return try values("output_ratio") { (value, argument) throws(PyTorchProblem) in
        guard case .decimal(let ratio) = value, ratio > 0, ratio < 1 else {
          throw wrong(argument, "output_ratio", "a number between 0 and 1")
        }
        return .scale(by: ratio, .other)
      }
    }
    guard isGiven("output_size") else { return nil }
    // The windows of a fractional pool leave cells out.
    let covers = name.hasPrefix("Adaptive")
    return try values("output_size") { (value, argument) throws(PyTorchProblem) in
      guard value != .none else { return .unchanged }
      let size = try number(value, of: argument, "output_size")
      return .resize(to: size, coversInput: covers)
    }
  }

  /// `size`, or `scale_factor`, which may be a fraction.
  private func resized(_ isSource: Bool) throws(PyTorchProblem) -> [AxisMap] {
    let interpolation = try interpolation(isSource)
    if isGiven("size") {
      return try given(numbers("size"), "size").map { .resize(to: $0, coversInput: false) }
    }
    let maps = try values("scale_factor") { (value, argument) throws(PyTorchProblem) in
      switch value {
      case .integer(let number) where number >= 0: AxisMap.scale(by: Double(number), interpolation)
      case .decimal(let number) where number >= 0: AxisMap.scale(by: number, interpolation)
      default: throw wrong(argument, "scale_factor", "a number")
      }
    }
    return try given(maps, "scale_factor")
  }

  /// `Upsample` does not print whether it has `align_corners`, and `UpsamplingBilinear2d` always has.
  private func interpolation(_ isSource: Bool) throws(PyTorchProblem) -> Interpolation {
    guard name == "Upsample" else { return name.contains("Nearest") ? .nearest : .other }
    guard isGiven("mode"), let mode = self["mode"] else { return .nearest }
    switch mode.value {
    case .word("nearest"), .word("nearest-exact"): return .nearest
    case .word("linear"), .word("bilinear"), .word("trilinear"):
      let isAligned = try flag("align_corners") ?? !isSource
      return isAligned ? .other : .linear
    default: return .other
    }
  }
}
