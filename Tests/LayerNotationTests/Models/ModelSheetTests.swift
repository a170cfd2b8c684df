import ConvArithmetic
import LayerNotation
import Testing

/// A model stage by stage, against what PyTorch saw of it.
@Suite struct ModelSheetTests {
  static func sheet(_ text: String, _ inputs: [[Int]] = []) throws -> ModelSheet {
    try ModelSheet(reading: Array(text.utf8), title: "model", ModelQuestion(inputs: inputs))
  }

  @Test(arguments: RecordedModel.all)
  func `an exported model has every convolution, size and total`(model: RecordedModel) throws {
    let record = try model.record
    let sheet = try ModelSheet(reading: model.text("export"), title: model.name)
    let layers = sheet.stages.filter { $0.layer != nil }
    #expect(layers.map(\.path) == record.calls.map(\.path))
    #expect(layers.map(\.input) == record.calls.map(\.in))
    #expect(layers.map(\.output) == record.calls.map(\.out))
    #expect(sheet.stages.allSatisfy { $0.basis == .computed || $0.basis == .said })
    #expect(sheet.parameters == Count(record.parameters))
    #expect(sheet.torchFlops == Count(record.torchFlops))
    #expect(sheet.input == record.input)
    #expect(sheet.isWhole && sheet.refusals.isEmpty)
  }

  @Test(arguments: RecordedModel.traced)
  func `a traced model has the same with the input that is given`(model: RecordedModel) throws {
    let record = try model.record
    let question = ModelQuestion(inputs: [record.input])
    let sheet = try ModelSheet(reading: model.text("fx"), title: model.name, question)
    let layers = sheet.stages.filter { $0.layer != nil }
    #expect(layers.map(\.input) == record.calls.map(\.in))
    #expect(layers.map(\.output) == record.calls.map(\.out))
    #expect(sheet.torchFlops == Count(record.torchFlops))
    // Without an input there are no sizes, and no products.
    let open = try ModelSheet(reading: model.text("fx"), title: model.name)
    #expect(open.stages.allSatisfy { $0.layer == nil || $0.basis == .unknown })
    #expect(open.multiplications == 0 && !open.isWhole)
  }

  // The sums over all layers, as of the layers one by one.
  @Test func `the totals of a counter are those of all convolutions`() throws {
    let model = RecordedModel(name: "tv_resnet18")
    let record = try model.record
    let sheet = try ModelSheet(reading: model.text("export"), title: model.name)
    for total in sheet.toolTotals {
      #expect(total.covered == Count(record.calls.count) && total.missing == 0)
    }
    let flops = sheet.toolTotals.first { $0.convention == .torchFlopCounter }
    // All but the last linear layer, of 512 numbers for each of 1000 classes.
    #expect(flops?.count == Count(record.torchFlops - 2 * 512 * 1000))
    // Araujo, Norris & Sim (2019) have 435 for ResNet-18.
    #expect(sheet.stages.last { $0.layer != nil }?.reach == [435, 435])
  }

  // Every block of ConvNeXt permutes its channels to the end and back. By hand: stem 4/4, then 3, 3,
  // 9 and 3 kernels of 7 at jumps of 4, 8, 16 and 32, with kernels of 2/2 between them:
  // 4 + 3·6·4 + 4 + 3·6·8 + 8 + 9·6·16 + 16 + 3·6·32 = 1688.
  @Test(arguments: ["export", "fx"])
  func `what a cell sees is known behind a permute`(kind: String) throws {
    let model = RecordedModel(name: "tv_convnext_tiny")
    let question = ModelQuestion(inputs: [try model.record.input])
    let sheet = try ModelSheet(reading: model.text(kind), title: model.name, question)
    #expect(sheet.stages.last { $0.layer != nil }?.reach == [1688, 1688])
    #expect(sheet.stages.filter { $0.layer != nil }.allSatisfy { !$0.reach.isEmpty })
  }

  // Both write what a report of the network has: nearest neighbours of a phase see fewer cells.
  @Test func `a stage of a network sees from the least to the most, as the network's page says`()
    throws
  {
    let network = try #require(PresetNetwork.named("unet"))
    let sheet = NetworkSheet(try #require(network.named))
    let lines = try ModelSheet(network, ModelQuestion(inputs: [])).text(all: true, .unicode)
    let last = try #require(lines.first { $0.hasPrefix("last ") })
    #expect(sheet.reach(sheet.rows.count - 1) == "188–204" && last.contains(" 188–204 "))
  }

  // Attention sees more than its modules say.
  @Test func `behind attention nothing is said of what a cell sees`() throws {
    let model = RecordedModel(name: "df_vae_decoder")
    let sheet = try ModelSheet(reading: model.text("export"), title: model.name)
    let layers = sheet.stages.filter { $0.layer != nil }
    #expect(layers.first?.reach == [3, 3] && layers.last?.reach.isEmpty == true)
    #expect(sheet.peak == nil)
  }

  // 12 values, then 24 of the convolution, 24 of its permuted ones that are the same, and 24 more.
  @Test func `what only gives values other dimensions takes no memory`() throws {
    let text = """
      ExportedProgram:
          class GraphModule(torch.nn.Module):
              def forward(self, p_c_weight: "f32[2, 1, 1, 1]", x: "f32[1, 1, 3, 4]"):
                  conv2d: "f32[1, 2, 3, 4]" = torch.ops.aten.conv2d.default(x, p_c_weight)
                  permute: "f32[1, 3, 4, 2]" = torch.ops.aten.permute.default(conv2d, [0, 2, 3, 1])
                  relu: "f32[1, 3, 4, 2]" = torch.ops.aten.relu.default(permute)
                  return (relu,)

      Graph signature:
          # inputs
          p_c_weight: PARAMETER target='c.weight'
          x: USER_INPUT

          # outputs
          relu: USER_OUTPUT
      """
    #expect(try Self.sheet(text).peak == 48)
  }

  @Test(arguments: PresetNetwork.all.map(\.name))
  func `a well-known network has the parameters and the output of PyTorch`(name: String) throws {
    let preset = try #require(PresetNetwork.named(name))
    let sheet = try ModelSheet(preset)
    #expect(sheet.origin == .network)
    #expect(sheet.parameters == Count(preset.parameters))
    #expect(sheet.output == preset.output)
  }

  static let decoder = """
    Sequential(
      (0): ConvTranspose2d(8, 4, kernel_size=(3, 3), stride=(2, 2))
      (1): ReLU()
      (2): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
    )
    """

  @Test func `a printed Sequential has no sizes without an input, and says so`() throws {
    let open = try Self.sheet(Self.decoder)
    #expect(open.origin == .printed)
    #expect(open.stages.map(\.line) == [2, 3, 4])
    #expect(open.stages.allSatisfy { $0.basis == .unknown && $0.output == nil })
    #expect(open.stages[0].reason == "the size of the model's input is not given")
    #expect(open.overlap(open.stages[0]) == "4:1")
    let sized = try Self.sheet(Self.decoder, [[1, 8, 8, 8]])
    #expect(sized.stages.map(\.output) == [[1, 4, 17, 17], [1, 4, 17, 17], [1, 4, 8, 8]])
    #expect(sized.stages.map(\.op) == ["conv_transpose2d", "ReLU", "MaxPool2d"])
    // 8·4·3·3 = 288 weights on each of 8·8 inputs, and 4 biases.
    #expect(sized.multiplications == Count(288 * 64))
    #expect(sized.parameters == 292)
    #expect(try Self.sheet(Self.decoder, [[8, 8]]).output == sized.output)
  }

  @Test func `of another printed model the convolutions are listed, equal ones one by one`() throws
  {
    let sheet = try Self.sheet(
      """
      Net(
        (first): Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1))
        (blocks): ModuleList(
          (0-2): 3 x Conv2d(8, 8, kernel_size=(3, 3), stride=(1, 1))
        )
      )
      """, [[1, 3, 32, 32]])
    #expect(sheet.stages.map(\.path) == ["first", "blocks.0", "blocks.1", "blocks.2"])
    #expect(sheet.stages[1].repetitions == 1 && sheet.stages[1].basis == .unknown)
    // 3·8·9 weights and 8 biases, then three times 8·8·9 and 8.
    #expect(sheet.parameters == Count(224 + 3 * 584))
    #expect(sheet.convolutions.all == 4)
    #expect(!sheet.isWhole)
  }

  // What PyTorch's hooks saw is the witness: no size that is claimed is wrong.
  @Test(arguments: RecordedModel.all, [false, true])
  func `of a printed model no size is claimed that is wrong, but for those that are marked`(
    model: RecordedModel, assumes: Bool
  ) throws {
    let record = try model.record
    let question = ModelQuestion(inputs: [record.input], assumesPrintedOrder: assumes)
    let sheet = try ModelSheet(reading: model.text("print"), title: model.name, question)
    let calls = Dictionary(
      record.calls.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for stage in sheet.stages where stage.layer != nil && stage.basis == .computed {
      #expect(stage.output == calls[stage.path]?.out, "\(stage.path)")
    }
    #expect(sheet.stages.allSatisfy { $0.basis != .said })
    #expect(assumes || sheet.stages.allSatisfy { $0.basis != .unknown || $0.output == nil })
  }

  @Test func `an input that a model does not have is refused`() throws {
    #expect(throws: Remark.self) { try Self.sheet(Self.decoder, [[1, 2, 3, 4, 5]]) }
    #expect(throws: NotationError.self) {
      try Self.sheet(Self.decoder, [[1, 8, 8, 8], [1, 8, 8, 8]])
    }
    let printed = "Net(\n  (a): Conv2d(3, 8, 3)\n  (b): Conv2d(3, 8, 3)\n)\n"
    let known = Sentence.inputsNotSaid() + ", not 2"
    #expect(throws: NotationError(known, of: "input")) {
      try Self.sheet(printed, [[1, 3, 8, 8], [1, 3, 8, 8]])
    }
    let exported = try RecordedModel(name: "tv_alexnet").text("export")
    #expect(throws: NotationError.self) {
      try ModelSheet(reading: exported, title: "", ModelQuestion(inputs: [[1], [1]]))
    }
  }

  @Test func `a text without a layer is a problem, and control codes are not written`() throws {
    #expect(throws: PyTorchProblem.self) { try Self.sheet("nothing here") }
    let text = "x = torch.zeros(1, 3, 9, 9)\na = nn.Conv2d(3, 8, 3)(x)\n"
    let sheet = try ModelSheet(reading: Array(text.utf8), title: "a\u{1B}[31mb")
    for lines in [sheet.text(all: true, .unicode), [sheet.markdown(all: true) { $0 }]] {
      #expect(lines.joined().unicodeScalars.allSatisfy { $0 != "\u{1B}" })
    }
  }

  @Test func `activations stand in the text on demand, and always in the other forms`() throws {
    let sheet = try Self.sheet(Self.decoder, [[1, 8, 8, 8]])
    #expect(sheet.table(all: false).rows.count == 2)
    #expect(sheet.table(all: true).rows.count == 3)
    #expect(sheet.fullTable.rows.count == 3)
  }
}
