import ConvArithmetic

extension DialectWriter {
  /// Layers of Keras, called one after the other; channels last, as is its default.
  var keras: [PythonStatement] {
    var statements: [PythonStatement] = [
      .comment("x: \(inputShape(channelsLast: true)), channels last; w: PyTorch's weight")
    ]
    var value = "x"
    for step in plan.steps {
      switch step {
      case .pad(let ends):
        statements.append(
          .call(
            head: "x = keras.layers.ZeroPadding2D(", arguments: [kerasEnds(ends)], tail: [")(x)"]))
      case .crop(let ends):
        statements.append(
          .call(
            head: "y = keras.layers.Cropping2D(", arguments: [kerasEnds(ends)],
            tail: [")(\(value))"]))
      case .pick(let every):
        statements.append(.line("y = \(value)[:, ::\(every.height), ::\(every.width), :]"))
      case .convolve(let convolution): statements += keras(convolution)
      }
      if case .pad = step { continue }
      value = "y"
    }
    return batched(statements)
  }

  /// One number where all ends have as many cells.
  private func kerasEnds(_ ends: Spatial<Ends>) -> String {
    let isSymmetric = Axis.allCases.allSatisfy { ends[$0].before == ends[$0].after }
    return isSymmetric ? Python.pair(ends.map(\.before)) : Python.ends(ends)
  }

  private func keras(_ convolution: DialectConvolution) -> [PythonStatement] {
    let weight = PythonStatement.comment(kernelWords(convolution))
    switch convolution.rule {
    case .keras(let word, let isDepthwise):
      let name = isDepthwise ? "DepthwiseConv2D" : "Conv2D"
      return [
        weight,
        .call(
          head: "y = keras.layers.\(name)(",
          arguments: channelArguments(isDepthwise, convolution) + arguments(convolution, word),
          tail: [")(x)"]),
      ]
    case .kerasTransposed(let word, let outputPadding):
      var arguments = ["\(outChannelsPerGroup)", Python.pair(convolution.kernelSize)]
      arguments += self.arguments(convolution, word)
      if let outputPadding { arguments.append("output_padding=\(Python.pair(outputPadding))") }
      return [weight] + transposed(arguments)
    default: return []
    }
  }

  /// One layer, or one for each group.
  private func transposed(_ arguments: [String]) -> [PythonStatement] {
    guard layer.groups > 1 else {
      return [
        .call(head: "y = keras.layers.Conv2DTranspose(", arguments: arguments, tail: [")(x)"])
      ]
    }
    return [
      .line("parts = keras.ops.split(x, \(layer.groups), axis=-1)"),
      .call(
        head: "parts = [keras.layers.Conv2DTranspose(", arguments: arguments,
        tail: [")(part)", "for part in parts]"]),
      .line("y = keras.ops.concatenate(parts, axis=-1)"),
    ]
  }

  private func channelArguments(
    _ isDepthwise: Bool, _ convolution: DialectConvolution
  ) -> [String] {
    let kernel = Python.pair(convolution.kernelSize)
    guard isDepthwise else {
      return ["\(layer.outChannels)", kernel]
        + (layer.groups > 1 ? ["groups=\(layer.groups)"] : [])
    }
    return [kernel] + (outChannelsPerGroup > 1 ? ["depth_multiplier=\(outChannelsPerGroup)"] : [])
  }

  private func arguments(_ convolution: DialectConvolution, _ word: PaddingWord) -> [String] {
    let one = Spatial(square: 1)
    return (convolution.stride == one ? [] : ["strides=\(Python.pair(convolution.stride))"])
      + ["padding=\"\(word.rawValue)\""]
      + (convolution.dilation == one
        ? [] : ["dilation_rate=\(Python.pair(convolution.dilation))"])
      + (layer.bias ? [] : ["use_bias=False"])
  }

  /// How the weight of PyTorch becomes the kernel of Keras.
  private func kernelWords(_ convolution: DialectConvolution) -> String {
    let size = convolution.kernelSize
    func shape(_ channels: Int...) -> String {
      "kernel (\(size.height), \(size.width), \(channels.map(String.init).joined(separator: ", ")))"
    }
    switch convolution.rule {
    case .keras(_, isDepthwise: true):
      let channels = "\(layer.inChannels),\(outChannelsPerGroup)"
      return shape(layer.inChannels, outChannelsPerGroup)
        + " = w.unflatten(0,(\(channels)))[:,:,0].permute(2,3,0,1)"
    case .kerasTransposed:
      let part = layer.groups > 1 ? "w.chunk(\(layer.groups))[n]" : "w"
      let kernel = shape(outChannelsPerGroup, inChannelsPerGroup)
      let isSpread = size != layer.kernelSize.map { Count($0) }
      guard isSpread else { return "\(kernel) = \(part).permute(2,3,1,0)" }
      return "\(kernel) = 0, but kernel[::\(layer.dilation.height),::\(layer.dilation.width)]"
        + " = \(part).permute(2,3,1,0)"
    default:
      return shape(inChannelsPerGroup, layer.outChannels) + " = w.permute(2,3,1,0)"
    }
  }
}
