import ConvArithmetic
import LayerNotation
import Testing

/// Classes that are not torch's, and print as its convolutions do.
@Suite struct PrintedClassTests {
  private static let arguments = "(3, 8, kernel_size=(3, 3), stride=(2, 2), bias=False)"

  private func layers(_ module: String, _ input: [Int] = [1, 3, 15, 16]) throws -> [ModelLayer] {
    let shape = try #require(TensorShape(dimensions: input, axes: input.count - 2))
    let text = """
      Sequential(
        (0): \(module)
        (1): Conv2d(8, 3, kernel_size=(1, 1), stride=(1, 1))
      )
      """
    return try ModelText(reading: text).layers(from: shape)
  }

  @Test(arguments: [
    ("StdConv2d", Sentence.computedWeight), ("ScaledStdConv2d", .computedWeight),
    ("ParametrizedConv2d", .computedWeight), ("QuantizedConv2d", .quantizedWeight),
    ("ConvBn2d", .fusedModules), ("ConvReLU2d", .fusedModules), ("ConvBnReLU2d", .fusedModules),
  ])
  func `a class that is known to be like a convolution is one, with a mark`(
    name: String, mark: Sentence
  ) throws {
    let found = try layers(name + Self.arguments)
    #expect(found[0].layer.pytorchLine == "nn.Conv2d(3, 8, 3, stride=2, bias=False)")
    #expect(found[0].notes.map(\.sentence) == [mark])
    #expect(found.map(\.input) == [Spatial(15, 16), Spatial(7, 7)])
    #expect(found.map(\.basis) == [.computed, .computed])
  }

  @Test(arguments: ["GatedConv2d", "Mine", "EqualLR"])
  func `a class of any name that prints as one does is taken for one, and its size assumed`(
    name: String
  ) throws {
    let found = try layers(name + Self.arguments)
    let mark = Remark(.takenFor, name, "Conv2d")
    #expect(found[0].notes == [mark])
    #expect(found.map(\.basis) == [.computed, .assumed([mark])])
    #expect(found[1].input == Spatial(7, 7))
    #expect(
      mark.text == "\(name) is taken for a Conv2d: it has its hyperparameters, "
        + "but what else it does is not known")
  }

  /// NumPy 2 prints the types of its numbers; the sizes are those of PyTorch's formula,
  /// ⌊(15 − 3)/2⌋ + 1 and ⌊(16 − 3)/2⌋ + 1.
  @Test(arguments: ["np.int64", "numpy.int32"])
  func `a number that NumPy prints with its type is a number`(type: String) throws {
    let stride = "(\(type)(2), \(type)(2))"
    let found = try layers("Conv2d(3, 8, kernel_size=\(type)(3), stride=\(stride), bias=False)")
    #expect(found[0].layer.pytorchLine == "nn.Conv2d(3, 8, 3, stride=2, bias=False)")
    #expect(found[1].input == Spatial(7, 7))
    #expect(try !ModelText(reading: "nn.Conv2d(3, np.log2(256), 3)").problems.isEmpty)
  }

  @Test func `a transposed one is told by its name or by output_padding`() throws {
    let named = "MyConvTranspose(3, 8, kernel_size=(3, 3), stride=(2, 2))"
    let padded = "Mine(3, 8, kernel_size=(3, 3), stride=(2, 2), output_padding=(1, 1))"
    for module in [named, padded] {
      #expect(try layers(module)[0].layer.direction == .transposed, "\(module)")
    }
    let volume = "Conv3DSimple(3, 64, kernel_size=(3, 3, 3), stride=(1, 2, 2), padding=(1, 1, 1))"
    #expect(try layers(volume)[0].layer.kernelSize == Spatial(3, 3, 3))
  }

  @Test func `a call of another class in source is not taken for one`() throws {
    let text = "self.a = Mine\(Self.arguments)\nself.b = nn.Conv2d(3, 8, 3)\n"
    #expect(try ModelText(reading: text).layers.map(\.path) == ["b"])
  }

  @Test func `extra arguments of another class do not matter`() throws {
    let module =
      "QuantizedConv2d(3, 8, kernel_size=(3, 3), stride=(1, 1), scale=1.0, zero_point=0)"
    #expect(try layers(module).map(\.input) == [Spatial(15, 16), Spatial(13, 14)])
  }

  /// TensorFlow pads 15 by 1 + 1 and 16 by 0 + 1 for a kernel of 3 in steps of 2.
  @Test func `padding by the input is that of TensorFlow`() throws {
    let found = try layers("Conv2dSame" + Self.arguments)
    #expect(found[0].layer.padding == .explicit(Spatial(Ends(1, 1), Ends(0, 1))))
    #expect(found.map(\.input) == [Spatial(15, 16), Spatial(8, 8)])
    let text = try ModelText(reading: "Conv2dSame" + Self.arguments)
    #expect(text.layers[0].layer.padding.isZero)
    let other = text.layers[0].subject(
      on: TensorShape(batch: 1, channels: 3, size: Spatial(16, 15)))
    #expect(other.layer.padding == .explicit(Spatial(Ends(0, 1), Ends(1, 1))))
  }

  /// 15 cells are padded by 1 + 1 and 16 by 0 + 1 for a window of 3 in steps of 2: ⌈i/s⌉ windows.
  @Test(arguments: [
    "MaxPool2dSame(kernel_size=(3, 3), stride=(2, 2), padding=(0, 0), ceil_mode=False)",
    "AvgPool2dSame(kernel_size=(3, 3), stride=(2, 2), padding=(0, 0))",
  ])
  func `a pool that pads by its input has a cell a step, which is marked`(_ pool: String) throws {
    let model = try ModelText(
      reading: """
        Sequential(
          (0): \(pool)
          (1): Conv2d(3, 8, kernel_size=(1, 1), stride=(1, 1))
        )
        """)
    let found = model.layers(from: TensorShape(batch: 1, channels: 3, size: Spatial(15, 16)))
    #expect(found[0].input == Spatial(8, 8))
    let name = String(pool.prefix { $0 != "(" })
    #expect(found[0].basis == .assumed([Remark(.padsByInput, name)]))
    #expect(model.layers[0].gap == Remark(.noModelInput))
    #expect(model.network() == nil)
  }

  @Test func `padding of a module inside comes first`() throws {
    let found = try layers(
      """
      Conv2dStaticSamePadding(
          3, 8, kernel_size=(3, 3), stride=(2, 2), bias=False
          (static_padding): ZeroPad2d((0, 1, 0, 1))
        )
      """)
    #expect(found[0].layer.padding == .explicit(Spatial(Ends(0, 1), Ends(0, 1))))
    #expect(found[1].input == Spatial(7, 8))
  }

  @Test func `a lazy layer takes the channels that come, or asks for them`() throws {
    let lazy = "LazyConv2d(0, 8, kernel_size=(3, 3), stride=(2, 2), bias=False)"
    let found = try layers(lazy, [1, 5, 15, 16])
    #expect(found[0].layer.inChannels == 5)
    #expect(found[0].notes == [Remark(.lazyChannels, "LazyConv2d")])
    #expect(found[1].input == Spatial(7, 7))
    let alone = try #require(try ModelText(reading: lazy).layers.first)
    #expect(alone.layer.inChannels == 0)
    #expect(alone.subject() == nil)
    #expect(alone.proposed.layer.inChannels == 1)
    let source = try ModelText(reading: "nn.Sequential(nn.LazyConv2d(8, 3), nn.Conv2d(8, 1, 1))")
    #expect(source.layers[0].layer.pytorchLine == "nn.Conv2d(0, 8, 3)")
  }

  @Test func `a fused container applies its modules`() throws {
    let found = try layers(
      "ConvReLU2d(\n    (0): Conv2d(3, 8, kernel_size=(3, 3), stride=(2, 2))\n    (1): ReLU()\n  )")
    #expect(found.map(\.path) == ["0.0", "1"])
    #expect(found[1].basis == .computed)
  }

  @Test func `a known name that holds layers is another class`() throws {
    let found = try layers("ReLU(\n    (0): Conv2d(3, 8, kernel_size=(3, 3), stride=(2, 2))\n  )")
    #expect(found.map(\.input) == [nil, nil])
  }
}
