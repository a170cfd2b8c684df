import ConvArithmetic

// Functions that are modules of a network.

extension GraphEffect {
  static let stages: [String: GraphEffect] = [
    "convolution": GraphEffect(
      .stage { arguments throws(GraphGap) in try arguments.convolution(.convolution) }),
    "transposed": GraphEffect(
      .stage { arguments throws(GraphGap) in try arguments.convolution(.transposed) }),
    "either": GraphEffect(
      .stage { arguments throws(GraphGap) in
        let isTransposed = arguments["transposed"]?.isTrue ?? false
        return try arguments.convolution(isTransposed ? .transposed : .convolution)
      }),
    "module": GraphEffect(.stage { arguments throws(GraphGap) in try arguments.module() }),
    "same": GraphEffect(.stage { _ throws(GraphGap) in .channelwise([]) }),
    "normalization": GraphEffect(
      .stage { arguments throws(GraphGap) in
        .channelwise([], channels: arguments.channelsOfWeight)
      }),
    "mixing": GraphEffect(
      .stage { arguments throws(GraphGap) in
        let axes = min(max(try arguments.shape().count - 2, 1), 3)
        return .channelwise(
          Array(repeating: .mixed, count: axes), channels: arguments.channelsOfWeight)
      }),
    "layerNorm": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let (input, last) = (try arguments.shape(), try arguments.numbers("normalized_shape"))
        guard Array(input.suffix(last.count)) == last else {
          throw .refused(Remark(.otherFeatures, tupleText(last), tupleText(input)))
        }
        return .shape(input)
      }, seesSources: true),
  ]
}

extension GraphArguments {
  /// The channels that a normalization has numbers for.
  fileprivate var channelsOfWeight: TakenChannels? {
    self["weight"]?.shape?.first.map { TakenChannels($0, of: "weight") }
  }

  /// A convolution from its weight: (C_out, C_in/groups, k…), and (C_in, C_out/groups, k…) of a
  /// transposed one.
  ///
  /// Source: `torch.nn.functional.conv2d`, `conv_transpose2d`.
  fileprivate func convolution(_ direction: ConvLayer.Direction) throws(GraphGap) -> Stage {
    let weight = try shape("weight")
    guard let kernel = Spatial(weight.dropFirst(2)), weight.count > 2 else {
      throw .refused(Remark(.notAWeight, tupleText(weight)))
    }
    var layer = ConvLayer(direction, axes: kernel.count)
    layer.kernelSize = kernel
    layer.stride = try perAxis("stride", otherwise: layer.stride)
    layer.dilation = try perAxis("dilation", otherwise: layer.dilation)
    layer.groups = try number("groups", otherwise: 1)
    let (channels, overflow) = weight[1].multipliedReportingOverflow(by: layer.groups)
    guard !overflow else { throw .refused(Remark(.notAWeight, tupleText(weight))) }
    (layer.inChannels, layer.outChannels) =
      direction == .transposed ? (weight[0], channels) : (channels, weight[0])
    layer.bias = self["bias"] ?? .nothing != .nothing
    if call.function.parameters.contains("pads") { return try padded(layer) }
    switch self["padding"] ?? .number(0) {
    case .word("same"): layer.padding = .same
    case .word("valid"): layer.padding = .valid
    default:
      layer.padding = .explicit(try perAxis("padding", otherwise: kernel.map { _ in 0 }))
    }
    layer.outputPadding = try perAxis("output_padding", otherwise: kernel.map { _ in 0 })
    return .convolution(layer)
  }

  /// A number for each axis, said once or for all of them.
  func perAxis(
    _ parameter: String, otherwise: Spatial<Int>
  ) throws(GraphGap) -> Spatial<Int> {
    guard let value = self[parameter], value != .nothing, value != .list([]) else {
      return otherwise
    }
    if let number = value.number { return Spatial(repeating: number, count: otherwise.count) }
    guard case .list(let items) = value, items.count == 1 || items.count == otherwise.count else {
      throw open(parameter)
    }
    var numbers = otherwise
    for place in numbers.indices {
      guard let number = items[min(place, items.count - 1)].number else { throw open(parameter) }
      numbers[place] = number
    }
    return numbers
  }

  /// The stage of the module that does the same.
  func module() throws(GraphGap) -> Stage {
    let stages = try moduleStages()
    guard stages.count == 1, let stage = stages.first else {
      throw .open(Remark(.unknownFunction, call.function.name))
    }
    return stage
  }

  /// The same, several where `print` leaves one of its arguments out.
  func moduleStages() throws(GraphGap) -> [Stage] {
    let className = call.function.className
    guard let known = ModuleClass.named(className) else {
      throw .open(Remark(.unknownFunction, call.function.name))
    }
    let needsRank = known.axes == nil && ![.pointwise, .mixing].contains(known.effect)
    var axes = known.axes ?? 2
    if needsRank { axes = max(1, try shape().count - 2) }
    let input = self["input"]?.shape.flatMap { Spatial($0.suffix(axes)) }
    do throws(PyTorchProblem) {
      return try ModuleCall(
        known, name: className, at: call.position, axes: axes, moduleArguments(axes)
      ).stages(
        isSource: call.isSource, on: input, isClass: call.function.name == className)
    } catch {
      throw .open(Remark(.argumentNotKnown, call.function.name, error.message))
    }
  }

  private func moduleArguments(_ axes: Int) -> [PyTorchArgument] {
    var arguments = zip(call.function.parameters, values).compactMap {
      (parameter, value) -> PyTorchArgument? in
      guard parameter != "input", var value, value != .list([]) else { return nil }
      // What is said once is the same along all axes.
      if axes > 1, case .list(let items) = value, items.count == 1 { value = items[0] }
      return argument(parameter, value.argument)
    }
    // The names of aten have the mode in them.
    if call.function.className == "Upsample", self["mode"] == nil,
      let mode = ["nearest", "bilinear", "trilinear", "linear", "bicubic"].first(
        where: name.contains)
    {
      arguments.append(argument("mode", .word(mode)))
    }
    return arguments
  }

  private func argument(_ name: String, _ value: PyTorchValue) -> PyTorchArgument {
    PyTorchArgument(
      name: name, value: value, text: name, namePosition: call.position, position: call.position)
  }
}

extension Stage {
  /// What the stage makes of sizes of any rank, and the layer that did it, unless it is refused.
  func output(of sizes: [Int]) throws(GraphGap) -> (sizes: [Int], pass: ForwardPass?) {
    // Without maps each value by itself: the channels alone have to be right.
    guard let axes, !isMixing else {
      if let refusal = demandRefusal(sizes) {
        throw .refused(Remark(.stageRefused, refusal.text))
      }
      return (sizes, nil)
    }
    guard let shape = TensorShape(dimensions: sizes, axes: axes) else {
      let refusal = StageRefusal.axes(coming: max(0, sizes.count - 2), taken: axes)
      throw .refused(Remark(.stageRefused, refusal.text))
    }
    do throws(StageRefusal) {
      guard case .convolution(let layer) = self else {
        return (try output(shape).dimensions, nil)
      }
      let pass = try layer.pass(shape)
      return (pass.output.dimensions, pass)
    } catch {
      throw .refused(Remark(.stageRefused, error.text))
    }
  }
}
