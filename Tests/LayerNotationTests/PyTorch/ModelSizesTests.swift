import ConvArithmetic
import LayerNotation
import Testing

/// Where sizes are not known, the reason is said; the sizes themselves are PyTorch's, in
/// `RecordedModelTests`.
@Suite struct ModelSizesTests {
  private func layers(_ text: String, _ input: [Int] = [1, 3, 16, 16]) throws -> [ModelLayer] {
    let shape = try #require(TensorShape(dimensions: input, axes: input.count - 2))
    return try ModelText(reading: text).layers(from: shape)
  }

  private static let conv = "Conv2d(3, 3, kernel_size=(3, 3), stride=(1, 1))"

  @Test func `without the model's input there is none`() throws {
    let text = try ModelText(reading: "Sequential(\n  (0): \(Self.conv)\n)")
    #expect(text.layers[0].input == nil)
    #expect(text.layers[0].gap == Remark(.noModelInput))
  }

  @Test func `an adaptive pool tells a size without any input`() throws {
    let text = try ModelText(
      reading: "Sequential(\n  (0): AdaptiveAvgPool2d(output_size=(7, 5))\n  (1): \(Self.conv)\n)")
    #expect(text.layers[0].input == Spatial(height: 7, width: 5))
  }

  @Test func `a class with several modules does not say their order`() throws {
    let found = try layers("Net(\n  (a): \(Self.conv)\n  (b): \(Self.conv)\n)")
    #expect(found.map(\.gap) == Array(repeating: Remark(.unknownModuleOrder, "Net", 1), count: 2))
    #expect(
      found[0].gap?.text == "'Net' in line 1 does not say in which order its modules are applied")
  }

  @Test func `after an unknown module nothing is known`() throws {
    let found = try layers("Sequential(\n  (0): Swish()\n  (1): \(Self.conv)\n)")
    #expect(found[0].gap == Remark(.unknownModule, "Swish", 2))
  }

  @Test func `other channels than come end it`() throws {
    let text = """
      Sequential(
        (0): \(Self.conv)
        (1): Conv2d(4, 3, kernel_size=(1, 1), stride=(1, 1))
        (2): \(Self.conv)
      )
      """
    let found = try layers(text)
    #expect(found[0].input == Spatial(square: 16))
    #expect(found[1].gap == Remark(.otherChannelsCome, "Conv2d", 3, "4 channels", 3))
    #expect(found[2].input == nil)
    let normed = try layers(
      "Sequential(\n  (0): BatchNorm2d(4, eps=1e-05)\n  (1): \(Self.conv)\n)")
    #expect(normed[0].gap == Remark(.otherChannelsCome, "BatchNorm2d", 2, "4 channels", 3))
  }

  @Test func `a layer without an output has its input, and the next one none`() throws {
    let text = "Sequential(\n  (0): \(Self.conv)\n  (1): \(Self.conv)\n)"
    let found = try layers(text, [1, 3, 2, 2])
    #expect(found[0].input == Spatial(square: 2))
    #expect(found[1].gap == Remark(.noModuleOutput, "Conv2d", 2))
  }

  @Test func `a pool that does not print its rounding ends it where that matters`() throws {
    let text =
      "Sequential(\n  (0): AvgPool2d(kernel_size=2, stride=2, padding=0)\n  (1): \(Self.conv)\n)"
    #expect(try layers(text)[0].input == Spatial(square: 8))
    #expect(try layers(text, [1, 3, 15, 16])[0].gap == Remark(.unknownRounding, "AvgPool2d", 2))
  }

  @Test func `what is left out of a tree is not taken for nothing`() throws {
    let found = try layers(
      "Sequential(\n  (0): Sequential(...)\n  (1): \(Self.conv)\n)")
    #expect(found[0].gap == Remark(.unknownModule, "Sequential", 2))
  }

  @Test(arguments: [
    "Up(\n  (conv): \(conv)\n)", "Sequential(\n  (0): Up(\n    (conv): \(conv)\n  )\n)",
  ])
  func `a class with one module may do more than apply it`(text: String) throws {
    let found = try layers(text)
    #expect(found[0].input == nil)
    #expect(found[0].gap?.sentence == .unknownModuleOrder)
  }

  @Test func `a forward beside a printed model may do more than the tree says`() throws {
    let text = "Sequential(\n  (0): \(Self.conv)\n  (1): \(Self.conv)\n)\n\n"
    let found = try layers(text + "def forward(self, input):\n    return input\n")
    #expect(found.map(\.gap) == [Remark(.ownForward), Remark(.ownForward)])
    #expect(try layers(text)[0].input == Spatial(16, 16))
  }

  @Test func `a size that somebody gives to one layer goes on through what follows`() throws {
    let text = try ModelText(
      reading: """
        Net(
          (stem): Stem()
          (body): Sequential(
            (0): \(Self.conv)
            (1): \(Self.conv)
          )
        )
        """)
    let found = text.layers(
      from: nil, at: [0: TensorShape(batch: 1, channels: 3, size: Spatial(10, 12))])
    #expect(found.map(\.input) == [Spatial(10, 12), Spatial(8, 10)])
    #expect(found.map(\.basis) == [.said, .computed])
  }

  @Test func `after a module that refuses what comes nothing is known`() throws {
    let found = try layers(
      """
      Sequential(
        (0): PixelUnshuffle(downscale_factor=2)
        (1): Upsample(size=7, mode='nearest')
        (2): Conv2d(4, 2, kernel_size=(1, 1), stride=(1, 1))
      )
      """, [1, 1, 7, 13])
    #expect(found[0].gap == Remark(.noModuleOutput, "PixelUnshuffle", 2))
  }

  @Test func `equal layers of a print come one after the other`() throws {
    let text = """
      Sequential(
        (0-2): 3 x Conv2d(3, 3, kernel_size=(3, 3), stride=(1, 1))
        (3): \(Self.conv)
      )
      """
    let sizes = [16, 14, 12, 10].map { Spatial($0, $0) }
    #expect(try layers(text).map(\.input) == sizes)
  }

  @Test func `a softmax keeps sizes, also along a dimension that is not known`() throws {
    let text = "nn.Sequential(nn.Conv2d(3, 8, 3), nn.Softmax(dim=d), nn.Conv2d(8, 4, 3))"
    #expect(try layers(text).map(\.input) == [Spatial(16, 16), Spatial(14, 14)])
  }

  @Test func `a layer that is there several times has several inputs, unless it keeps sizes`()
    throws
  {
    func text(_ padding: Int) -> String {
      "nn.Sequential(*[nn.Conv2d(3, 3, 3, padding=\(padding)) for _ in range(3)], nn.Conv2d(3, 4, 3))"
    }
    #expect(try layers(text(1)).map(\.input) == [Spatial(16, 16), Spatial(16, 16)])
    let found = try layers(text(0))
    #expect(found.map(\.gap?.sentence) == [.repeatedSizes, .repeatedSizes])
  }

  @Test(arguments: [
    ("LPPool2d(norm_type=2, kernel_size=3, stride=2, ceil_mode=True)", [8, 8]),
    ("LPPool2d(norm_type=2, kernel_size=3, stride=2, ceil_mode=False)", [7, 7]),
    ("MaxUnpool2d(kernel_size=(3, 3), stride=(2, 2), padding=(1, 1))", [31, 31]),
    ("CircularPad2d((1, 2, 3, 4))", [23, 19]),
  ])
  func `the sizes of these modules are PyTorch's rules`(module: String, size: [Int]) throws {
    let found = try layers("Sequential(\n  (0): \(module)\n  (1): \(Self.conv)\n)")
    #expect(found[0].input == Spatial(size))
  }

  @Test func `a gate halves channels or an axis, or refuses`() throws {
    func text(_ gate: String) -> String { "Sequential(\n  (0): \(gate)\n  (1): \(Self.conv)\n)" }
    #expect(try layers(text("GLU(dim=1)"), [1, 6, 8, 8])[0].input == Spatial(8, 8))
    #expect(try layers(text("GLU(dim=-1)"), [1, 3, 8, 8])[0].input == Spatial(8, 4))
    #expect(try layers(text("GLU(dim=0)"), [6, 3, 8, 8])[0].input == nil)
    #expect(try layers(text("GLU(dim=1)"), [1, 3, 8, 8])[0].gap?.sentence == .noModuleOutput)
  }

  @Test func `what does not work along axes is told from what is not known`() throws {
    let found = try layers(
      "Sequential(\n  (0): Flatten(start_dim=1, end_dim=-1)\n  (1): \(Self.conv)\n)")
    #expect(found[0].gap == Remark(.notAlongAxes, "Flatten", 2))
  }

  @Test func `one axis and two are not mixed`() throws {
    let text = """
      Sequential(
        (0): Conv1d(3, 3, kernel_size=(3,), stride=(1,))
        (1): Upsample(scale_factor=2.0, mode='nearest')
        (2): \(Self.conv)
      )
      """
    let found = try layers(text, [1, 3, 16])
    #expect(found.map(\.input) == [Spatial(16), nil])
    #expect(found[1].gap?.text == "Conv2d in line 4 takes 2 axes, but gets 1")
    let planar = try layers(text)
    #expect(planar[0].gap?.text == "Conv1d in line 2 takes 1 axis, but gets 2")
  }

  @Test func `a size that an argument says for all axes needs to know how many there are`() throws {
    func text(_ convolutions: String...) -> String {
      let lines = (["Upsample(size=7, mode='nearest')"] + convolutions).enumerated()
      return "Sequential(\n" + lines.map { "  (\($0)): \($1)\n" }.joined() + ")"
    }
    let wave = "Conv1d(3, 3, kernel_size=(3,), stride=(1,))"
    #expect(try ModelText(reading: text(wave)).layers[0].input == Spatial(7))
    #expect(try ModelText(reading: text(Self.conv)).layers[0].input == Spatial(7, 7))
    #expect(try ModelText(reading: text(wave, Self.conv)).layers.map(\.input) == [nil, nil])
  }

  @Test func `sizes of one and three axes go through pools, pads and resampling`() throws {
    let wave = try layers(
      """
      Sequential(
        (0): ConstantPad1d(padding=(4, 0), value=0)
        (1): Conv1d(1, 8, kernel_size=(5,), stride=(4,))
        (2): BatchNorm1d(8, eps=1e-05, momentum=0.1)
        (3): MaxPool1d(kernel_size=3, stride=2, padding=0, dilation=1, ceil_mode=True)
        (4): Upsample(scale_factor=2.0, mode='linear')
        (5): Conv1d(8, 8, kernel_size=(3,), stride=(1,))
      )
      """, [1, 1, 64])
    // (64 + 4 − 5)/4 + 1 = 16, ⌈(16 − 3)/2⌉ + 1 = 8, and twice that.
    #expect(wave.map(\.input) == [Spatial(68), Spatial(16)])
    let volume = try layers(
      """
      Sequential(
        (0): Conv3d(1, 8, kernel_size=(3, 3, 3), stride=(1, 2, 2), padding=(1, 1, 1))
        (1): InstanceNorm3d(8, eps=1e-05)
        (2): MaxPool3d(kernel_size=(1, 2, 2), stride=(1, 2, 2), padding=0, dilation=1)
        (3): ReplicationPad3d((1, 1, 2, 2, 3, 3))
        (4): Conv3d(8, 8, kernel_size=(1, 1, 1), stride=(1, 1, 1))
        (5): AdaptiveAvgPool3d(output_size=(None, 1, 2))
        (6): ConvTranspose3d(8, 4, kernel_size=(2, 2, 2), stride=(2, 2, 2))
        (7): Conv3d(4, 4, kernel_size=(1, 1, 1), stride=(1, 1, 1))
      )
      """, [1, 1, 10, 16, 24])
    #expect(
      volume.map(\.input) == [
        Spatial(10, 16, 24), Spatial(16, 8, 8), Spatial(16, 1, 2), Spatial(32, 2, 4),
      ])
  }
}
