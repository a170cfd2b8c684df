import ConvArithmetic

extension ModuleCall {
  /// The convolution that the arguments describe, with PyTorch's defaults for the others.
  func layer(_ direction: ConvLayer.Direction) throws(PyTorchProblem) -> ConvLayer {
    var layer = ConvLayer()
    layer.direction = direction
    layer.inChannels = try number("in_channels") ?? layer.inChannels
    layer.outChannels = try number("out_channels") ?? layer.outChannels
    layer.kernelSize = try size("kernel_size", across: 1) ?? layer.kernelSize
    layer.stride = try size("stride", across: 1) ?? layer.stride
    layer.padding = try padding() ?? layer.padding
    layer.dilation = try size("dilation", across: 1) ?? layer.dilation
    layer.outputPadding = try size("output_padding", across: 0) ?? layer.outputPadding
    layer.groups = try number("groups") ?? layer.groups
    layer.bias = try flag("bias") ?? layer.bias
    try requireArguments()
    return layer
  }

  func notes() throws(PyTorchProblem) -> [PyTorchNote] {
    var notes: [PyTorchNote] = axes == 1 ? [.oneAxis(name)] : []
    if ModuleClass.isParametrized(name) { notes.append(.parametrized) }
    if let argument = self["padding_mode"] {
      let modes = ["zeros", "reflect", "replicate", "circular"]
      guard case .word(let mode) = argument.value, modes.contains(mode) else {
        throw wrong(argument, "padding_mode", "zeros, reflect, replicate or circular")
      }
      if mode != "zeros" { notes.append(.paddingMode(mode)) }
    }
    return notes + unpacked.filter(\.isUnpacked).map { .unpacked($0.text) }
  }

  /// A number for each axis; `across` is that of the height that a layer along one axis lacks.
  private func size(_ parameter: String, across: Int) throws(PyTorchProblem) -> Spatial<Int>? {
    try numbers(parameter).map { Spatial(lastAxes: $0, across: across) }
  }

  private func padding() throws(PyTorchProblem) -> Padding? {
    guard let argument = self["padding"] else { return nil }
    switch argument.value {
    case .word("same"): return .same
    case .word("valid"): return .valid
    case .word where argument.isQuoted:
      throw wrong(argument, "padding", "a number, a pair, 'same' or 'valid'")
    default: return try size("padding", across: 0).map { .explicit($0) }
    }
  }
}

extension Spatial<Int> {
  /// The values of the last axes, and the same one on those before them.
  init(lastAxes values: [Int], across: Int) {
    self.init(square: across)
    for (axis, value) in zip(Axis.allCases.suffix(values.count), values) { self[axis] = value }
  }
}
