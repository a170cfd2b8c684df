/// A layer as source text for a library: what does exactly the same there.
package struct DialectCode: Equatable, Sendable {
  let pass: ForwardPass
  let plan: DialectPlan

  private var statements: [PythonStatement] {
    switch plan.dialect {
    case .pytorch: [.call(layer.pytorchCall.function, layer.pytorchCall.arguments)]
    case .keras: keras
    case .jax: jax
    case .onnx: onnx
    }
  }

  /// The text in lines of at most so many characters, where no argument is longer.
  package func lines(width: Int) -> [String] { statements.flatMap { $0.lines(width: width) } }

  package var text: String { lines.joined(separator: "\n") }

  /// As long as they may be in other people's files.
  package var lines: [String] { lines(width: 88) }

  var layer: ConvLayer { pass.layer }
  var isTransposed: Bool { layer.direction == .transposed }
  var isBatched: Bool { pass.input.batch != nil }
  var inChannelsPerGroup: Int { layer.inChannels / max(1, layer.groups) }
  var outChannelsPerGroup: Int { layer.outChannels / max(1, layer.groups) }
  /// The dimensions of PyTorch's weight after its channels.
  var spatialDimensions: Range<Int> { 2..<2 + layer.axes.count }

  /// The input as a batch, channels last or not.
  func inputShape(channelsLast: Bool) -> String {
    let (size, channels) = (Array(pass.input.size), pass.input.channels)
    return tupleText([pass.input.samples] + (channelsLast ? size + [channels] : [channels] + size))
  }

  /// Statements for a batch of one, where the input has no batch.
  func batched(_ statements: [PythonStatement]) -> [PythonStatement] {
    isBatched ? statements : [.line("x = x[None]")] + statements + [.line("y = y[0]")]
  }

  /// A node of a graph; its numbers are attributes, all of them named.
  var onnx: [PythonStatement] {
    var statements: [PythonStatement] = [
      .comment("X: \(inputShape(channelsLast: false)), W: \(tupleText(pass.weight)) as in PyTorch")
    ]
    if !isBatched { statements.append(.comment("X after Unsqueeze, Y before Squeeze")) }
    var input = "X"
    for step in plan.steps {
      switch step {
      case .pad(let ends, let mode):
        let pads = [0, 0] + ends.map(\.before) + [0, 0] + ends.map(\.after)
        let opset = mode == .circular ? "; \"wrap\" needs opset 19" : ""
        statements.append(.comment("P: \(list(pads))\(opset)"))
        let arguments = ["\"Pad\"", "[\"X\", \"P\"]", "[\"Z\"]"]
        statements.append(.call("onnx.helper.make_node", arguments + modeArgument(mode)))
        input = "Z"
      case .convolve(let convolution): statements.append(node(convolution, input))
      case .crop, .pick: break
      }
    }
    return statements
  }

  private func node(_ convolution: DialectConvolution, _ input: String) -> PythonStatement {
    var arguments = [
      isTransposed ? "\"ConvTranspose\"" : "\"Conv\"",
      layer.bias ? "[\"\(input)\", \"W\", \"B\"]" : "[\"\(input)\", \"W\"]", "[\"Y\"]",
      "kernel_shape=\(list(layer.kernelSize))", "strides=\(list(convolution.stride))",
    ]
    switch convolution.rule {
    case .onnx(let ends): arguments.append("pads=\(list(ends.map(\.before) + ends.map(\.after)))")
    case .onnxTransposed(let ends, let outputPadding):
      arguments.append("pads=\(list(ends.map(\.before) + ends.map(\.after)))")
      arguments.append("output_padding=\(list(outputPadding))")
    default: break
    }
    arguments.append("dilations=\(list(convolution.dilation))")
    arguments.append("group=\(layer.groups)")
    return .call("onnx.helper.make_node", arguments)
  }

  /// The name of a mode in NumPy, JAX and ONNX; none for zeros.
  private func modeArgument(_ mode: PaddingMode) -> [String] {
    switch mode {
    case .zeros: []
    case .reflect: ["mode=\"reflect\""]
    case .replicate: ["mode=\"edge\""]
    case .circular: ["mode=\"wrap\""]
    }
  }

  private func list(_ numbers: some Sequence<some CustomStringConvertible>) -> String {
    "[\(numbers.map(\.description).joined(separator: ", "))]"
  }

  private var dimensions: String {
    let axes = layer.axes.map(\.letter).joined()
    return "dimension_numbers=(\"NC\(axes)\", \"OI\(axes)\", \"NC\(axes)\")"
  }

  /// A function call, with the weight as it has to be for it.
  var jax: [PythonStatement] {
    var statements: [PythonStatement] = [
      .comment("x: \(inputShape(channelsLast: false)), w: \(tupleText(pass.weight)) as in PyTorch")
    ]
    if isTransposed { statements += flippedWeight }
    for case .pad(let ends, let mode) in plan.steps {
      let pads = [Ends(0, 0), Ends(0, 0)] + Array(ends)
      statements.append(.call("x = jnp.pad", ["x", Python.ends(pads)] + modeArgument(mode)))
    }
    for case .convolve(let convolution) in plan.steps {
      guard case .jaxGeneral(let ends, let inputDilation) = convolution.rule else { continue }
      let arguments = [
        "x", isTransposed ? "v" : "w", "window_strides=\(tupleText(convolution.stride))",
        "padding=\(Python.ends(ends))", "lhs_dilation=\(tupleText(inputDilation))",
        "rhs_dilation=\(tupleText(convolution.dilation))",
        "feature_group_count=\(layer.groups)", dimensions,
      ]
      statements.append(.call("y = lax.conv_general_dilated", arguments))
    }
    if let helper = plan.shorter, case .jaxTransposed(let ends) = helper.rule {
      let arguments = [
        "x", "w", "strides=\(tupleText(helper.stride))", "padding=\(Python.ends(ends))",
        "rhs_dilation=\(tupleText(helper.dilation))", dimensions, "transpose_kernel=True",
      ]
      statements += [.comment("or, the same:"), .call("y = lax.conv_transpose", arguments)]
    }
    if layer.bias {
      statements.append(.line("y = y + b[:\(layer.axes.map { _ in ", None" }.joined())]"))
    }
    return batched(statements)
  }

  /// The weight with its taps in the other order, and output channels first.
  private var flippedWeight: [PythonStatement] {
    let flip = "v = jnp.flip(w, \(tupleText(spatialDimensions)))"
    guard layer.groups > 1 else { return [.line(flip + ".swapaxes(0, 1)")] }
    let shapes = [
      [layer.groups, inChannelsPerGroup, outChannelsPerGroup],
      [layer.outChannels, inChannelsPerGroup],
    ].map { tupleText($0 + layer.kernelSize) }
    return [
      .call(flip + ".reshape", [shapes[0]]), .call("v = v.swapaxes(1, 2).reshape", [shapes[1]]),
    ]
  }
}
