extension DialectCode {
  /// Layers of Keras, called one after the other; channels last, as is its default.
  var keras: [PythonStatement] {
    var statements: [PythonStatement] = [
      .comment("x: \(inputShape(channelsLast: true)), channels last; w: PyTorch's weight")
    ]
    var value = "x"
    for step in plan.steps {
      switch step {
      case .pad(let ends, .zeros):
        statements.append(layer("ZeroPadding\(dimensions)", [kerasEnds(ends)], result: "x"))
      case .pad(let ends, let mode): statements += copies(ends, mode)
      case .crop(let ends):
        statements.append(layer("Cropping\(dimensions)", [kerasEnds(ends)], of: value))
      case .pick(let every):
        let steps = every.map { "::\($0), " }.joined()
        statements.append(.line("y = \(value)[:, \(steps):]"))
      case .convolve(let convolution): statements += keras(convolution)
      }
      if case .pad = step { continue }
      value = "y"
    }
    return batched(statements)
  }

  private func layer(
    _ name: String, _ arguments: [String], of value: String = "x", result: String = "y"
  ) -> PythonStatement {
    .call("\(result) = keras.layers.\(name)", arguments, tail: [")(\(value))"])
  }

  /// Copies before and after each axis.
  ///
  /// `keras.ops.pad` of TensorFlow has `reflect` alone, so the cells are taken by their indices.
  private func copies(_ ends: Spatial<Ends<Count>>, _ mode: PaddingMode) -> [PythonStatement] {
    guard mode != .reflect else {
      let pads = [Ends(0, 0)] + Array(ends) + [Ends(0, 0)]
      return [.call("x = keras.ops.pad", ["x", Python.ends(pads), "mode=\"reflect\""])]
    }
    return ends.axes.compactMap { axis -> PythonStatement? in
      guard ends[axis] != Ends(0, 0) else { return nil }
      let (input, dimension) = (Count(pass.axes[axis].input), axis.place(among: ends.count) + 1)
      let cells = "keras.ops.arange(\(0 - ends[axis].before), \(input + ends[axis].after))"
      let source =
        mode == .circular
        ? "keras.ops.mod(\(cells), \(input))" : "keras.ops.clip(\(cells), 0, \(input - 1))"
      return .call("x = keras.ops.take", ["x", source, "axis=\(dimension)"])
    }
  }

  /// `2D`, as in `Conv2D`.
  private var dimensions: String { "\(layer.axes.count)D" }

  /// One number where all ends have as many cells; an axis alone has no tuple around its own.
  private func kerasEnds(_ ends: Spatial<Ends<Count>>) -> String {
    guard ends.contains(where: { $0.before != $0.after }) else {
      return Python.numbers(ends.map(\.before))
    }
    return ends.count == 1 ? tupleText([ends[0].before, ends[0].after]) : Python.ends(ends)
  }

  private func keras(_ convolution: DialectConvolution) -> [PythonStatement] {
    let weight = PythonStatement.comment(kernelWords(convolution))
    switch convolution.rule {
    case .keras(let word, let isDepthwise):
      let name = (isDepthwise ? "DepthwiseConv" : "Conv") + dimensions
      let arguments = channelArguments(isDepthwise, convolution) + arguments(convolution, word)
      return [weight, layer(name, arguments)]
    case .kerasTransposed(let word, let outputPadding):
      var arguments = ["\(outChannelsPerGroup)", Python.numbers(convolution.kernelSize)]
      arguments += self.arguments(convolution, word)
      if let outputPadding { arguments.append("output_padding=\(Python.numbers(outputPadding))") }
      return [weight] + transposed(arguments)
    default: return []
    }
  }

  /// One layer, or one for each group.
  private func transposed(_ arguments: [String]) -> [PythonStatement] {
    let name = "Conv\(dimensions)Transpose"
    guard layer.groups > 1 else { return [layer(name, arguments)] }
    return [
      .line("parts = keras.ops.split(x, \(layer.groups), axis=-1)"),
      .call("parts = [keras.layers.\(name)", arguments, tail: [")(part)", "for part in parts]"]),
      .line("y = keras.ops.concatenate(parts, axis=-1)"),
    ]
  }

  private func channelArguments(
    _ isDepthwise: Bool, _ convolution: DialectConvolution
  ) -> [String] {
    let kernel = Python.numbers(convolution.kernelSize)
    guard isDepthwise else {
      return ["\(layer.outChannels)", kernel] + (layer.groups > 1 ? ["groups=\(layer.groups)"] : [])
    }
    return [kernel] + (outChannelsPerGroup > 1 ? ["depth_multiplier=\(outChannelsPerGroup)"] : [])
  }

  private func arguments(_ convolution: DialectConvolution, _ word: PaddingWord) -> [String] {
    (convolution.stride.isAll(1) ? [] : ["strides=\(Python.numbers(convolution.stride))"])
      + ["padding=\"\(word.rawValue)\""]
      + (convolution.dilation.isAll(1)
        ? [] : ["dilation_rate=\(Python.numbers(convolution.dilation))"])
      + (layer.bias ? [] : ["use_bias=False"])
  }

  /// How the weight of PyTorch becomes the kernel of Keras.
  private func kernelWords(_ convolution: DialectConvolution) -> String {
    let size = convolution.kernelSize
    func shape(_ channels: Int...) -> String {
      "kernel " + tupleText(size + channels.map { Count($0) })
    }
    let axes = spatialDimensions.map { "\($0)," }.joined()
    switch convolution.rule {
    case .keras(_, isDepthwise: true):
      let channels = "\(layer.inChannels),\(outChannelsPerGroup)"
      return shape(layer.inChannels, outChannelsPerGroup)
        + " = w.unflatten(0,(\(channels)))[:,:,0].permute(\(axes)0,1)"
    case .kerasTransposed:
      let part = layer.groups > 1 ? "w.chunk(\(layer.groups))[n]" : "w"
      let kernel = shape(outChannelsPerGroup, inChannelsPerGroup)
      let isSpread = size != layer.kernelSize.map { Count($0) }
      guard isSpread else { return "\(kernel) = \(part).permute(\(axes)1,0)" }
      let taps = layer.dilation.map { "::\($0)" }.joined(separator: ",")
      return "\(kernel) = 0, but kernel[\(taps)] = \(part).permute(\(axes)1,0)"
    default: return shape(inChannelsPerGroup, layer.outChannels) + " = w.permute(\(axes)1,0)"
    }
  }
}
