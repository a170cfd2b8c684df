import ConvArithmetic
import LayerNotation
import Testing

/// Layers as source text: text that Python can read, with every number of the layer in it.
@Suite struct DialectCodeTests {
  private func code(_ dialect: Dialect, _ subject: LayerCase, width: Int = 88) throws -> String {
    try #require(DialectFact(dialect, subject.forward())).code.lines(width: width).joined(
      separator: "\n")
  }

  private static let decoder = subject(
    layer(.transposed, 64, 32, Spatial(square: 3)) {
      $0.stride = Spatial(square: 2)
      $0.padding = .explicit(Spatial(square: 1))
      $0.outputPadding = Spatial(square: 1)
    })

  @Test func `a decoder's layer in each library`() throws {
    #expect(
      try code(.pytorch, Self.decoder)
        == "nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1)")
    #expect(
      try code(.keras, Self.decoder) == """
        # x: (1, 8, 8, 64), channels last; w: PyTorch's weight
        # kernel (3, 3, 32, 64) = w.permute(2,3,1,0)
        y = keras.layers.Conv2DTranspose(32, 3, strides=2, padding="valid", output_padding=1)(x)
        y = keras.layers.Cropping2D(1)(y)
        """)
    #expect(
      try code(.jax, Self.decoder) == """
        # x: (1, 64, 8, 8), w: (64, 32, 3, 3) as in PyTorch
        v = jnp.flip(w, (2, 3)).swapaxes(0, 1)
        y = lax.conv_general_dilated(
            x, v, window_strides=(1, 1), padding=((1, 2), (1, 2)), lhs_dilation=(2, 2),
            rhs_dilation=(1, 1), feature_group_count=1,
            dimension_numbers=("NCHW", "OIHW", "NCHW"))
        # or, the same:
        y = lax.conv_transpose(
            x, w, strides=(2, 2), padding=((1, 2), (1, 2)), rhs_dilation=(1, 1),
            dimension_numbers=("NCHW", "OIHW", "NCHW"), transpose_kernel=True)
        y = y + b[:, None, None]
        """)
    #expect(
      try code(.onnx, Self.decoder) == """
        # X: (1, 64, 8, 8), W: (64, 32, 3, 3) as in PyTorch
        onnx.helper.make_node(
            "ConvTranspose", ["X", "W", "B"], ["Y"], kernel_shape=[3, 3], strides=[2, 2],
            pads=[1, 1, 1, 1], output_padding=[1, 1], dilations=[1, 1], group=1)
        """)
  }

  @Test func `a strided, dilated, depthwise layer without a batch in Keras`() throws {
    var subject = subject(
      layer(.convolution, 4, 8, Spatial(height: 3, width: 1)) {
        $0.stride = Spatial(square: 2)
        $0.dilation = Spatial(height: 2, width: 1)
        $0.padding = .explicit(Spatial(height: 1, width: 0))
        $0.groups = 4
        $0.bias = false
      })
    subject.input.batch = nil
    #expect(
      try code(.keras, subject) == """
        x = x[None]
        # x: (1, 8, 8, 4), channels last; w: PyTorch's weight
        x = keras.layers.ZeroPadding2D((1, 0))(x)
        # kernel (3, 1, 4, 2) = w.unflatten(0,(4,2))[:,:,0].permute(2,3,0,1)
        y = keras.layers.DepthwiseConv2D(
            (3, 1), depth_multiplier=2, padding="valid", dilation_rate=(2, 1),
            use_bias=False)(x)
        y = y[:, ::2, ::2, :]
        y = y[0]
        """)
  }

  @Test func `each group of a transposed layer is a layer of Keras`() throws {
    var grouped = Self.decoder
    grouped.layer.groups = 4
    #expect(
      try code(.keras, grouped) == """
        # x: (1, 8, 8, 64), channels last; w: PyTorch's weight
        # kernel (3, 3, 8, 16) = w.chunk(4)[n].permute(2,3,1,0)
        parts = keras.ops.split(x, 4, axis=-1)
        parts = [keras.layers.Conv2DTranspose(
            8, 3, strides=2, padding="valid", output_padding=1)(part)
            for part in parts]
        y = keras.ops.concatenate(parts, axis=-1)
        y = keras.layers.Cropping2D(1)(y)
        """)
  }

  private func ofAxes(_ axes: Int, _ change: (inout ConvLayer) -> Void) -> LayerCase {
    var layer = ConvLayer(.transposed, axes: axes)
    (layer.inChannels, layer.outChannels) = (4, 2)
    change(&layer)
    let size = Spatial(repeating: 5, count: axes)
    return LayerCase(layer: layer, input: TensorShape(batch: 1, channels: 4, size: size))
  }

  @Test func `a layer of one axis has the functions and shapes of one axis`() throws {
    let decoder = ofAxes(1) {
      ($0.kernelSize, $0.stride, $0.outputPadding) = (Spatial(3), Spatial(2), Spatial(1))
      $0.padding = .explicit(Spatial(1))
    }
    #expect(
      try code(.keras, decoder) == """
        # x: (1, 5, 4), channels last; w: PyTorch's weight
        # kernel (3, 2, 4) = w.permute(2,1,0)
        y = keras.layers.Conv1DTranspose(2, 3, strides=2, padding="valid", output_padding=1)(x)
        y = keras.layers.Cropping1D(1)(y)
        """)
    #expect(
      try code(.jax, decoder, width: 200).split(separator: "\n").prefix(3) == [
        "# x: (1, 4, 5), w: (4, 2, 3) as in PyTorch", "v = jnp.flip(w, (2,)).swapaxes(0, 1)",
        "y = lax.conv_general_dilated(x, v, window_strides=(1,), padding=((1, 2),),"
          + " lhs_dilation=(2,), rhs_dilation=(1,), feature_group_count=1,"
          + " dimension_numbers=(\"NCL\", \"OIL\", \"NCL\"))",
      ])
    #expect(
      try code(.onnx, decoder, width: 200).split(separator: "\n").last
        == "onnx.helper.make_node(\"ConvTranspose\", [\"X\", \"W\", \"B\"], [\"Y\"], kernel_shape=[3],"
        + " strides=[2], pads=[1, 1], output_padding=[1], dilations=[1], group=1)")
  }

  @Test func `a layer of three axes has the functions and shapes of three axes`() throws {
    let spread = ofAxes(3) {
      $0.kernelSize = Spatial(3, 1, 2)
      ($0.stride, $0.dilation) = (Spatial(2, 2, 2), Spatial(2, 1, 2))
      ($0.padding, $0.bias) = (.explicit(Spatial(1, 0, 1)), false)
    }
    #expect(
      try code(.keras, spread) == """
        # x: (1, 5, 5, 5, 4), channels last; w: PyTorch's weight
        # kernel (5, 1, 3, 2, 4) = 0, but kernel[::2,::1,::2] = w.permute(2,3,4,1,0)
        y = keras.layers.Conv3DTranspose(
            2, (5, 1, 3), strides=2, padding="valid", use_bias=False, output_padding=0)(x)
        y = keras.layers.Cropping3D((1, 0, 1))(y)
        """)
    #expect(
      try code(.onnx, spread, width: 200).split(separator: "\n").last
        == "onnx.helper.make_node(\"ConvTranspose\", [\"X\", \"W\"], [\"Y\"], kernel_shape=[3, 1, 2],"
        + " strides=[2, 2, 2], pads=[1, 0, 1, 1, 0, 1], output_padding=[0, 0, 0],"
        + " dilations=[2, 1, 2], group=1)")
  }

  private static func padded(_ words: String) throws -> LayerCase {
    try LayerCase(Assignment.read("input=1,2,8,9 out_channels=2 kernel_size=3 bias=no " + words))
  }

  @Test(arguments: [
    (
      Dialect.pytorch, "padding=0:1 stride=2",
      "nn.Sequential(nn.ZeroPad2d((0, 1, 0, 1)), nn.Conv2d(2, 2, 3, stride=2, bias=False))"
    ),
    (.keras, "padding=0:1 stride=2", "x = keras.layers.ZeroPadding2D(((0, 1), (0, 1)))(x)"),
    (.jax, "padding=0:1 stride=2", "padding=((0, 1), (0, 1))"),
    (.onnx, "padding=0:1,2:3", "pads=[0, 2, 1, 3]"),
    (
      .keras, "padding=1:2 padding_mode=reflect",
      "x = keras.ops.pad(x, ((0, 0), (1, 2), (1, 2), (0, 0)), mode=\"reflect\")"
    ),
    (
      .keras, "padding=0,1 padding_mode=replicate",
      "x = keras.ops.take(x, keras.ops.clip(keras.ops.arange(-1, 10), 0, 8), axis=2)"
    ),
    (
      .keras, "padding=2:1,0 padding_mode=circular",
      "x = keras.ops.take(x, keras.ops.mod(keras.ops.arange(-2, 9), 8), axis=1)"
    ),
    (
      .jax, "padding=1 padding_mode=circular",
      "x = jnp.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)), mode=\"wrap\")"
    ),
    (.jax, "padding=1 padding_mode=replicate", "mode=\"edge\""),
    (
      .onnx, "padding=1:2 padding_mode=reflect",
      "onnx.helper.make_node(\"Pad\", [\"X\", \"P\"], [\"Z\"], mode=\"reflect\")"
    ),
    (
      .onnx, "padding=1:2 padding_mode=circular",
      "# P: [0, 0, 1, 1, 0, 0, 2, 2]; \"wrap\" needs opset 19"
    ),
  ])
  func `padding that a library's layer has not is an operation before it`(
    dialect: Dialect, words: String, line: String
  ) throws {
    #expect(try code(dialect, Self.padded(words), width: 200).contains(line))
  }

  @Test func `causal padding is said by both of its conventions`() throws {
    let words = "op=conv1d input=1,1,20 out_channels=1 kernel_size=5 dilation=2 padding=causal"
    for (stride, start) in [
      (1, "Causal: all e − 1 = 8 before and none after"),
      (2, "Causal: e − s = 7 before, s − 1 = 1 after. Elsewhere"),
    ] {
      let pass = try LayerCase(Assignment.read(words + " stride=\(stride)")).forward()
      for fact in DialectFact.all(pass) {
        #expect(fact.limits.contains { $0.hasPrefix(start) }, "\(fact.limits)")
        #expect(fact.sizes[0].agrees)
      }
      #expect(DialectFact.all(pass).count == 4)
    }
  }

  @Test(arguments: 0..<6)
  func `each text has balanced brackets and quotes at any width`(seed: UInt64) throws {
    for pass in ForwardPass.samples(60, seed: seed) {
      for fact in DialectFact.all(pass) {
        for width in [20, 47, 88, 200] {
          let lines = fact.code.lines(width: width)
          #expect(isBalanced(lines.joined(separator: "\n")), "\(lines)")
          #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
        }
        // Nothing is lost where a line is broken.
        let words = { (width: Int) in
          fact.code.lines(width: width).joined().filter { !" #\n".contains($0) }
        }
        #expect(words(30) == words(1000))
      }
    }
  }

  /// Brackets close in the order in which they opened; comments and quotes have none.
  private func isBalanced(_ text: String) -> Bool {
    var open: [Character] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      var quote: Character?
      for character in line {
        if let present = quote {
          if character == present { quote = nil }
          continue
        }
        switch character {
        case "\"", "'": quote = character
        case "(": open.append(")")
        case "[": open.append("]")
        case ")", "]": guard open.popLast() == character else { return false }
        default: break
        }
      }
      guard quote == nil else { return false }
    }
    return open.isEmpty
  }

  @Test(arguments: 0..<6)
  func `each text has every number that is not a default`(seed: UInt64) throws {
    for pass in ForwardPass.samples(60, seed: seed) {
      let layer = pass.layer
      for fact in DialectFact.all(pass) where fact.dialect != .pytorch {
        let text = fact.code.lines(width: 1000).joined(separator: "\n")
        let numbers = Set(text.split { !$0.isNumber }.compactMap { Int($0) })
        // The channels that the weight's shape has.
        var needed = Array(pass.weight.prefix(2))
        for axis in Axis.axes(2) {
          needed += [layer.kernelSize[axis], layer.stride[axis], layer.dilation[axis]]
          needed.append(pass.input.size[axis])
        }
        needed.append(layer.groups)
        let missing = needed.filter { $0 > 1 && !numbers.contains($0) }
        let words = fact.dialect == .keras && text.contains("Depthwise")
        let spread = text.contains("kernel[::")
        #expect(missing.isEmpty || words || spread, "\(missing): \(text)")
        #expect(text.contains("use_bias=False") == (fact.dialect == .keras && !layer.bias))
      }
    }
  }
}
