import ConvArithmetic
import LayerNotation
import SeededNumbers
import Testing

@Suite struct PyTorchExpressionTests {
  static let texts: [(text: String, line: String)] = [
    ("Conv2d(3, 8, 5)", "nn.Conv2d(3, 8, 5)"),
    ("nn.Conv2d(3,8,5)", "nn.Conv2d(3, 8, 5)"),
    ("torch.nn.Conv2d( 3 , 8 , 5 )", "nn.Conv2d(3, 8, 5)"),
    ("torch.nn.modules.conv.Conv2d(3, 8, 5)", "nn.Conv2d(3, 8, 5)"),
    (
      "nn.Conv2d(3, 8, (5,), 2)".replacing("(5,)", with: "(5, 3)"),
      "nn.Conv2d(3, 8, (5, 3), stride=2)"
    ),
    ("nn.Conv2d(3, 8, [5, 3])", "nn.Conv2d(3, 8, (5, 3))"),
    ("nn.Conv2d(3, 8, (5, 3,))", "nn.Conv2d(3, 8, (5, 3))"),
    ("nn.Conv2d(1_024, 8, 3)", "nn.Conv2d(1024, 8, 3)"),
    (
      "nn.Conv2d(4, 8, 3, 2, 1, 2, 4, False)",
      "nn.Conv2d(4, 8, 3, stride=2, padding=1, dilation=2, groups=4, bias=False)"
    ),
    (
      "nn.Conv2d(4, 8, 3, 2, 1, 2, 4, False, 'zeros', 'cpu', torch.float32)",
      "nn.Conv2d(4, 8, 3, stride=2, padding=1, dilation=2, groups=4, bias=False)"
    ),
    (
      "nn.ConvTranspose2d(4, 8, 3, 2, 1, 1, 4, False, 2)",
      "nn.ConvTranspose2d(4, 8, 3, stride=2, padding=1, output_padding=1, dilation=2, groups=4, bias=False)"
    ),
    (
      "nn.ConvTranspose2d(4, 8, 3, 2, 1, (0, 1), 4, True, (2, 1), 'zeros', None, None)",
      "nn.ConvTranspose2d(4, 8, 3, stride=2, padding=1, output_padding=(0, 1), dilation=(2, 1), groups=4)"
    ),
    ("nn.Conv2d(kernel_size=3, out_channels=8, in_channels=4)", "nn.Conv2d(4, 8, 3)"),
    ("nn.Conv2d(4, 8, 3, padding='same')", "nn.Conv2d(4, 8, 3, padding='same')"),
    ("nn.Conv2d(4, 8, 3, padding=\"valid\")", "nn.Conv2d(4, 8, 3, padding='valid')"),
    (
      "Conv2d(4, 8, kernel_size=(3, 3), stride=(1, 1), padding=same)",
      "nn.Conv2d(4, 8, 3, padding='same')"
    ),
    ("nn.Conv2d(4, 8, 3, bias=0)", "nn.Conv2d(4, 8, 3, bias=False)"),
    ("nn.Conv2d(4, 8, 3, bias=None)", "nn.Conv2d(4, 8, 3, bias=False)"),
    (
      "nn.Conv2d(4, 8, 3, device=torch.device('cuda', 0), dtype=torch.float16)",
      "nn.Conv2d(4, 8, 3)"
    ),
    (
      "self.up = nn.ConvTranspose2d(64, 32, 3, stride=2),",
      "nn.ConvTranspose2d(64, 32, 3, stride=2)"
    ),
    (
      "    self.layers[0]: nn.Module = nn.Conv2d(4, 8, 3)  # the first".replacing("[0]", with: ""),
      "nn.Conv2d(4, 8, 3)"
    ),
    (">>> m = nn.Conv2d(4, 8, 3)", "nn.Conv2d(4, 8, 3)"),
    ("nn.Conv2d(4, 8, 3).to(device).half();", "nn.Conv2d(4, 8, 3)"),
    ("nn.Conv2d(4, 8, 3))", "nn.Conv2d(4, 8, 3)"),
    ("spectral_norm(nn.Conv2d(4, 8, 3, bias=False))", "nn.Conv2d(4, 8, 3, bias=False)"),
    ("(conv1): Conv2d(4, 8, kernel_size=(3, 3), stride=(1, 1))", "nn.Conv2d(4, 8, 3)"),
    ("(0-2): 3 x Conv2d(4, 8, kernel_size=(3, 3), stride=(1, 1))", "nn.Conv2d(4, 8, 3)"),
    ("nn.Conv2d(\r\n\t4,  # in\r\n\t8, # out\r\n\t3,\r\n)\r\n", "nn.Conv2d(4, 8, 3)"),
    ("nn.Conv2d(4, \\\n 8, 3)", "nn.Conv2d(4, 8, 3)"),
    ("\u{FEFF}nn.Conv2d(4,\u{A0}8,\u{A0}3)", "nn.Conv2d(4, 8, 3)"),
    ("\u{1B}[1;32mnn.Conv2d\u{1B}[0m(4, 8, 3)", "nn.Conv2d(4, 8, 3)"),
    (
      "nn.Conv1d(4, 8, 5, 2, 3, 4)",
      "nn.Conv1d(4, 8, 5, stride=2, padding=3, dilation=4)"
    ),
    (
      "nn.ConvTranspose1d(4, 8, (5,), stride=(3,), output_padding=[2])",
      "nn.ConvTranspose1d(4, 8, 5, stride=3, output_padding=2)"
    ),
    ("nn.Conv1d(4, 8, 5, padding='same')", "nn.Conv1d(4, 8, 5, padding='same')"),
    (
      "Conv3d(4, 8, kernel_size=(1, 3, 3), stride=(1, 2, 2), padding=(0, 1, 1), bias=False)",
      "nn.Conv3d(4, 8, (1, 3, 3), stride=(1, 2, 2), padding=(0, 1, 1), bias=False)"
    ),
    (
      "nn.ConvTranspose3d(4, 8, [2, 3, 4], 2, 1, (0, 1, 0))",
      "nn.ConvTranspose3d(4, 8, (2, 3, 4), stride=2, padding=1, output_padding=(0, 1, 0))"
    ),
    ("nn.Conv2d(-1, 0, 3, padding=-2)", "nn.Conv2d(-1, 0, 3, padding=-2)"),
  ]

  @Test(arguments: texts)
  func `a constructor is read as Python reads it`(text: String, line: String) throws {
    #expect(try readLayer(text).pytorchLine == line)
  }

  @Test(arguments: PaddingMode.allCases) func `padding modes are read and written`(
    mode: PaddingMode
  ) throws {
    let line = "nn.Conv2d(4, 8, 3, padding=1, padding_mode='\(mode)')"
    let layer = try ModelLayer(reading: line).layer
    #expect(layer.paddingMode == mode)
    #expect(layer.pytorchLine == (mode == .zeros ? "nn.Conv2d(4, 8, 3, padding=1)" : line))
    #expect(try ModelLayer(reading: layer.pytorchLine).layer == layer)
    let transposed = Result {
      try ModelLayer(reading: line.replacing("Conv", with: "ConvTranspose")).layer
    }
    #expect((try? transposed.get()) == nil || mode == .zeros)
  }

  @Test func `what a layer has no place for is said`() throws {
    let text = "self.a.b = nn.Conv1d(4, 8, 3, padding=1, padding_mode='reflect')"
    let expression = try ModelLayer(reading: text)
    #expect(expression.notes.isEmpty)
    #expect(expression.layer.paddingMode == .reflect)
    #expect(expression.path == "a.b")
    #expect(expression.moduleName == "Conv1d")
    #expect(try ModelLayer(reading: "Conv2d(1, 1, 1, padding_mode=zeros)").notes.isEmpty)
    #expect(
      try ModelLayer(reading: "ParametrizedConv2d(\n  1, 1, kernel_size=(1, 1)\n)").notes
        == [Remark(.computedWeight)])
  }

  @Test(arguments: [
    ("nn.Conv2d(3, 8, 3, bias=False, **kw)", ["**kw"], "nn.Conv2d(3, 8, 3, bias=False)"),
    ("nn.Conv2d(3, 8, 3, *args)", ["*args"], "nn.Conv2d(3, 8, 3)"),
    ("nn.Conv2d(3, 8, 3, padding=1, *args)", ["*args"], "nn.Conv2d(3, 8, 3, padding=1)"),
    ("nn.Conv2d(3, 8, 3, **kw, stride=2)", ["**kw"], "nn.Conv2d(3, 8, 3, stride=2)"),
    ("nn.Conv2d(3, 8, 3, *args, 2, **a.b(c))", ["*args", "**a.b(c)"], "nn.Conv2d(3, 8, 3)"),
    (
      "nn.Conv2d(**kw, in_channels=1, out_channels=2, kernel_size=3)", ["**kw"],
      "nn.Conv2d(1, 2, 3)"
    ),
  ])
  func `what is unpacked is said to be unknown`(
    text: String, unpacked: [String], line: String
  ) throws {
    for text in [text, "self.conv = \(text)", "spectral_norm(\(text)).to(device),"] {
      let layer = try ModelLayer(reading: text)
      #expect(layer.layer.pytorchLine == line)
      #expect(layer.notes == unpacked.map { Remark(.unpackedArguments, $0) })
      #expect(try ModelText(reading: text).layers.map(\.notes) == [layer.notes])
    }
    #expect(
      Remark(.unpackedArguments, "**kw").text
        == "what '**kw' holds is not known; arguments that it may set have their defaults")
  }

  @Test func `a layer at random, of each kind, is the same after both forms`() throws {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<2000 {
      let layer = random.layer()
      #expect(try readLayer(layer.pytorchLine) == layer)
      let printed = layer.pytorchLine.dropFirst(3)
      #expect(try ModelText(reading: "  (a): \(printed)").layers.map(\.layer) == [layer])
      #expect(
        try ModelText(reading: "self.a = \(layer.pytorchLine)").layers.map(\.layer) == [layer])
    }
  }

  @Test func `every recorded layer is the same after both forms`() throws {
    for recorded in try RecordedLine.recorded.get() {
      let fields = try recorded.line.withUnsafeBytes { try CaseFields.read($0) }
      guard let layer = try? fields.subject().layer else { continue }
      #expect(try readLayer(layer.pytorchLine) == layer, "\(recorded.id)")
    }
  }
}

extension SeededGenerator {
  /// A layer of any numbers, such as no one would write.
  fileprivate mutating func layer() -> ConvLayer {
    func number() -> Int {
      [-3, 0, 1, 2, 7, 1000, Int(Int32.max), .max, .min].randomElement(using: &self) ?? 1
    }
    let op = LayerOp.all.randomElement(using: &self) ?? .conv2d
    var layer = ConvLayer(op.direction, axes: op.axes)
    func numbers() -> Spatial<Int> { layer.kernelSize.map { _ in number() } }
    (layer.inChannels, layer.outChannels, layer.groups) = (number(), number(), number())
    (layer.kernelSize, layer.stride, layer.dilation) = (numbers(), numbers(), numbers())
    layer.padding = [.same, .valid, .explicit(numbers())].randomElement(using: &self) ?? .same
    layer.paddingMode = PaddingMode.allCases.randomElement(using: &self) ?? .zeros
    layer.outputPadding = numbers()
    layer.bias = Bool.random(using: &self)
    return layer
  }
}
