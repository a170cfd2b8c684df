import ConvArithmetic
import LayerNotation
import Testing

/// Networks of real models: what goes through them is what PyTorch saw.
@Suite struct GraphNetworkTests {
  @Test(arguments: RecordedModel.all)
  func `the network of an exported model fits, and ends as the model does`(
    _ model: RecordedModel
  ) throws {
    let record = try model.record
    let graph = try ModelGraph(reading: model.text("export"))
    let named = try #require(graph.network())
    let flow = named.network.flow(of: named.input)
    #expect(flow.failure == nil)
    #expect(flow.mismatches.isEmpty)
    let cells = named.input.elements
    #expect(cells == record.input.reduce(1) { $0 * Count($1) })
    if let output = record.output, let last = flow.shapes.last {
      #expect(last.elements == output.reduce(1) { $0 * Count($1) })
    }
  }

  @Test(arguments: RecordedModel.all)
  func `the network of an exported model costs what the model does`(
    _ model: RecordedModel
  ) throws {
    let record = try model.record
    let named = try #require(ModelGraph(reading: model.text("export")).network())
    let costs = named.network.costs(named.network.flow(of: named.input))
    let total = costs.reduce(StageCost.none, +)
    // Torch counts a multiplication and an addition each.
    #expect(2 * total.multiplications == Count(record.torchFlops))
    let calls = record.calls.filter { !$0.path.isEmpty }
    #expect(calls.allSatisfy { call in named.modules.contains { $0.name == call.path } })
  }

  @Test(arguments: RecordedModel.traced)
  func `the network of a traced model is that of the exported one`(_ model: RecordedModel) throws {
    let record = try model.record
    let traced = try #require(ModelGraph(reading: model.text("fx")).network(from: record.input))
    let exported = try #require(ModelGraph(reading: model.text("export")).network())
    #expect(traced.input == exported.input)
    #expect(traced.modules.compactMap(\.layer) == exported.modules.compactMap(\.layer))
    let shapes = [traced, exported].map { $0.network.flow(of: $0.input).shapes.last }
    #expect(shapes[0] == shapes[1])
  }

  @Test(arguments: [
    ("tv_resnet18", 0), ("tv_convnext_tiny", 0), ("timm_resnetv2_50x1_bit", 0), ("tv_r3d_18", 0),
    ("smp_Unet", 0), ("sb_hifigan", 0), ("tv_deeplabv3_resnet50", 0), ("df_vae_decoder", 1),
    ("hf_wav2vec2", 2), ("tv_alexnet", 1),
  ])
  func `only what no module says is recorded`(_ name: String, _ count: Int) throws {
    let model = RecordedModel(name: name)
    let named = try #require(ModelGraph(reading: model.text("export")).network())
    let recorded = named.modules.filter { if case .recorded = $0.stage { true } else { false } }
    #expect(recorded.count == count)
    #expect(named.notes.contains { $0.sentence == .recordedModules } == (count > 0))
  }

  @Test func `a network follows another input, and stops where it is only recorded`() throws {
    let model = RecordedModel(name: "tv_resnet18")
    var named = try #require(ModelGraph(reading: model.text("export")).network())
    named.input.size = Spatial(160, 192)
    let flow = named.network.flow(of: named.input)
    #expect(flow.shapes.last?.dimensions == [1, 1000, 1, 1])
    let decoder = RecordedModel(name: "df_vae_decoder")
    var other = try #require(ModelGraph(reading: decoder.text("export")).network())
    other.input.size = Spatial(16, 16)
    guard case .recorded? = other.network.flow(of: other.input).failure?.reason else {
      Issue.record("attention is recorded alone")
      return
    }
  }

  @Test func `a gate of one cell joins all cells`() throws {
    let text = """
      Net(
        (c): Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
        (f): Linear(in_features=8, out_features=8, bias=True)
      )

      def forward(self, x):
          c = self.c(x)
          mean = c.mean((2, 3))
          f = self.f(mean)
          view = f.view(1, 8, 1, 1)
          mul = c * view
          return mul
      """
    let named = try #require(ModelGraph(reading: Array(text.utf8)).network(from: [1, 3, 6, 6]))
    #expect(named.modules.map(\.sources) == [[0], [1], [2], [1, 3]])
    #expect(named.modules.map(\.name) == ["c", "mean", "f", "mul"])
    let flow = named.network.flow(of: named.input)
    #expect(flow.shapes.map { Array($0.size) } == [[6, 6], [6, 6], [1, 1], [1, 1], [6, 6]])
    #expect(flow.mismatches.isEmpty)
  }

  @Test func `dimensions that are split and put together again are the same`() throws {
    let text = """
      Net(
        (c): Conv2d(4, 4, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
        (n): LayerNorm((4,), eps=1e-05, elementwise_affine=True)
        (d): Conv2d(4, 4, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
      )

      def forward(self, x):
          c = self.c(x)
          permute = c.permute(0, 2, 3, 1)
          windows = permute.view(2, 3, 2, 3, 2, 4).transpose(2, 3).reshape(18, 4, 4)
          n = self.n(windows)
          back = n.view(2, 3, 3, 2, 2, 4).transpose(2, 3).reshape(2, 6, 6, 4)
          d = self.d(back.permute(0, 3, 1, 2))
          return d
      """
    let named = try #require(ModelGraph(reading: Array(text.utf8)).network(from: [2, 4, 6, 6]))
    #expect(named.modules.map(\.name) == ["c", "n", "d"])
    #expect(named.modules[1].stage == .channelwise([], parameters: 8))
  }
}
