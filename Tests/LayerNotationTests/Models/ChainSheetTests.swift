import LayerNotation
import Testing

/// A `Sequential` with modules that are no stages of a network: sizes go on as far as rules go.
@Suite struct ChainSheetTests {
  private static func sheet(_ modules: String) throws -> ModelSheet {
    try ModelSheetTests.sheet("nn.Sequential(\(modules))", [[1, 4, 9, 10]])
  }

  // (9 − 2, 10 − 2) halved is (3, 4), and 6·3·4 = 72.
  @Test func `sizes go through modules that work along no axes`() throws {
    let sheet = try Self.sheet(
      "nn.Conv2d(4, 6, 3), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(72, 5), nn.ReLU()")
    #expect(
      sheet.stages.map(\.output) == [[1, 6, 7, 8], [1, 6, 3, 4], [1, 72], [1, 5], [1, 5]])
    #expect(sheet.output == [1, 5])
    // 6·4·9 + 6 = 222, and 72·5 + 5 = 365.
    #expect(sheet.parameters == 587)
    #expect(sheet.notes == [] && sheet.refusals == [])
  }

  @Test func `the first module without a rule is named, and what comes before it is not lost`()
    throws
  {
    let sheet = try Self.sheet(
      "nn.Conv2d(4, 6, 3), nn.MaxPool2d(2), Mystery(3), nn.Conv2d(6, 1, 1)")
    #expect(sheet.stages.map(\.output) == [[1, 6, 7, 8], [1, 6, 3, 4], nil, nil])
    let reason = "what 'Mystery' does to sizes is not known"
    #expect(sheet.stages.map(\.reason) == [nil, nil, reason, reason])
  }

  // 222, and 6·5·9 weights and 5 biases; (7 − 2)·(8 − 2)·5 = 150.
  @Test func `a lazy layer takes the channels that come`() throws {
    let sheet = try Self.sheet("nn.Conv2d(4, 6, 3), nn.LazyConv2d(5, 3), nn.Flatten()")
    #expect(sheet.stages.map(\.output) == [[1, 6, 7, 8], [1, 5, 5, 6], [1, 150]])
    #expect(sheet.parameters == 497)
  }

  // (8 − 2)³·4 = 864, and (8 − 2)·4 = 24; PyTorch 2.1 and 2.15 make the same.
  @Test(
    arguments: [
      ("nn.Conv3d(1, 4, 3), nn.InstanceNorm3d(4)", [1, 1, 8, 8, 8], [1, 864]),
      ("nn.Conv3d(1, 4, 3), nn.InstanceNorm3d(4, affine=True)", [1, 8, 8, 8], [4, 216]),
      ("nn.InstanceNorm3d(4, affine=True)", [4, 8, 8, 8], [4, 512]),
      ("nn.GroupNorm(1, 3), nn.Conv1d(3, 4, 3)", [1, 3, 8], [1, 24]),
    ] as [(String, [Int], [Int])])
  func `a normalization over all cells goes with any number of axes`(
    _ modules: String, _ input: [Int], _ output: [Int]
  ) throws {
    let text = "nn.Sequential(\(modules), nn.Flatten())"
    #expect(try ModelSheetTests.sheet(text).refusals.isEmpty)
    let sheet = try ModelSheetTests.sheet(text, [input])
    #expect(sheet.output == output && sheet.refusals.isEmpty)
  }

  // 100·512 + 512, and 8·4·16 + 4; (8 − 1)·2 − 2 + 4 = 16.
  @Test func `a chain that begins with a matrix takes an input without axes`() throws {
    let text = """
      Sequential(
        (0): Linear(in_features=100, out_features=512, bias=True)
        (1): Unflatten(dim=1, unflattened_size=(8, 8, 8))
        (2): ConvTranspose2d(8, 4, kernel_size=(4, 4), stride=(2, 2), padding=(1, 1))
      )
      """
    let sheet = try ModelSheetTests.sheet(text, [[3, 100]])
    #expect(sheet.stages.map(\.output) == [[3, 512], [3, 8, 8, 8], [3, 4, 16, 16]])
    #expect(sheet.parameters == 52_228 && sheet.refusals.isEmpty)
    #expect(try ModelSheetTests.sheet(text, [[3, 99]]).refusals.count == 1)
  }

  @Test func `a linear layer of other features is refused`() throws {
    let sheet = try Self.sheet("nn.Conv2d(4, 6, 3), nn.Flatten(), nn.Linear(72, 5)")
    #expect(sheet.refusals.count == 1)
    #expect(sheet.stages[1].output == [1, 336])
  }

  // Of a third of them PyTorch 2.13 made nothing. AvgPool2d does not print its ceil_mode.
  @Test func `a printed module makes what it made in PyTorch, or is refused as it was`() throws {
    for module in try RecordedPrints.recorded.get().modules {
      let sheet = try ModelSheetTests.sheet(
        "Sequential(\n  (0): Identity()\n  (1): \(module.text)\n)", [module.input.dimensions])
      let isOpen = module.text.hasPrefix("AvgPool2d") && sheet.output == nil
      #expect(sheet.output == module.output?.dimensions || isOpen, "\(module.text)")
      #expect(sheet.refusals.isEmpty == (module.output != nil), "\(module.text)")
    }
  }

  @Test(arguments: ["nn.MaxPool2d(2, 2, 2)", "nn.GroupNorm(3, 4)"])
  func `a module alone is one, though it is no convolution`(text: String) throws {
    #expect(try ModelSheetTests.sheet(text).refusals.count == 1)
    let printed = "Sequential(\n  (0): ReLU()\n  (1): MaxPool2d(kernel_size=2, stride=2)\n)"
    #expect(try ModelSheetTests.sheet(printed, [[1, 4, 9, 10]]).output == [1, 4, 4, 5])
    #expect(throws: PyTorchProblem.self) { try ModelSheetTests.sheet("Nothing(known)") }
    #expect(try ModelSheetTests.sheet("nn.MaxPool2d(2)", [[1, 4, 9, 10]]).output == [1, 4, 4, 5])
  }
}
