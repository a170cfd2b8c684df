extension ModuleCall {
  /// What the module does to sizes: several stages where the text leaves it open.
  ///
  /// In source, arguments that are not written have their defaults; `print` leaves some out.
  func stages(isSource: Bool) throws(PyTorchProblem) -> [Stage] {
    if known.effect != .pointwise, let hidden = unpacked.first {
      throw PyTorchProblem(hidden.position, .unexpected, hidden.text)
    }
    switch known.effect {
    case .convolution(let direction): return [.convolution(try layer(direction))]
    case .pointwise: return [.channelwise([], channels: channels)]
    case .pool: return try pools(isSource)
    case .adaptivePool: return [.channelwise(try given(adaptedSizes(), "output_size"))]
    case .upsample: return [.channelwise(try resized())]
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

  /// The channels that a normalization takes, where they are written.
  private var channels: Int? {
    let names = ["num_features", "num_channels"]
    return known.parameters.first(where: names.contains).flatMap { try? number($0) }
  }

  private func given<Value>(_ value: Value?, _ parameter: String) throws(PyTorchProblem) -> Value {
    guard let value else { throw PyTorchProblem(position, .missingArgument, name, parameter) }
    return value
  }

  private func isGiven(_ parameter: String) -> Bool {
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

  /// `output_size`, where `None` keeps what comes.
  private func adaptedSizes() throws(PyTorchProblem) -> [AxisMap]? {
    guard isGiven("output_size") else { return nil }
    return try values("output_size") { (value, argument) throws(PyTorchProblem) in
      value == .none ? .unchanged : .resize(to: try number(value, of: argument, "output_size"))
    }
  }

  /// `size`, or `scale_factor`, which may be a fraction.
  private func resized() throws(PyTorchProblem) -> [AxisMap] {
    if isGiven("size") { return try given(numbers("size"), "size").map { .resize(to: $0) } }
    let maps = try values("scale_factor") { (value, argument) throws(PyTorchProblem) in
      switch value {
      case .integer(let number) where number >= 0: AxisMap.scale(by: Double(number))
      case .decimal(let number) where number >= 0: AxisMap.scale(by: number)
      default: throw wrong(argument, "scale_factor", "a number")
      }
    }
    return try given(maps, "scale_factor")
  }
}
