import ConvArithmetic
import LayerNotation
import Testing

/// Real models as `torch.fx` prints them, on the input that PyTorch had.
@Suite struct TracedModelTests {
  @Test(arguments: RecordedModel.traced)
  func `a traced model has the calls, costs and output that PyTorch saw`(
    _ model: RecordedModel
  ) throws {
    let record = try model.record
    let graph = try ModelGraph(reading: model.text("fx"))
    let flow = graph.flow(from: [record.input])
    #expect(graph.calls(flow) == record.calls)
    #expect(flow.total.torchFlops == Count(record.torchFlops))
    if flow.openWeights == 0 { #expect(flow.total.parameters == Count(record.parameters)) }
    if let output = record.output { #expect(flow.size(of: graph.outputs[0]) == output) }
    #expect(graph.problems.isEmpty)
    #expect(flow.refusals.isEmpty)
  }

  @Test(arguments: RecordedModel.tracedInPart)
  func `where the text leaves a weight out, no size is claimed`(_ model: RecordedModel) throws {
    let record = try model.record
    let graph = try ModelGraph(reading: model.text("fx"))
    let flow = graph.flow(from: [record.input])
    let calls = graph.calls(flow)
    #expect(calls.count < record.calls.count)
    #expect(calls.allSatisfy { record.calls.contains($0) })
    #expect(flow.bases.contains(.unknown))
  }

  @Test func `a weight of unknown size is assumed to fit, and that is marked`() throws {
    let model = RecordedModel(name: "tv_convnext_tiny")
    let graph = try ModelGraph(reading: model.text("fx"))
    let flow = graph.flow(from: [try model.record.input])
    #expect(flow.openWeights == 18)
    #expect(flow.bases[graph.outputs[0]] == .assumed)
    #expect(flow.reasons[graph.outputs[0]]?.sentence == .broadcastAssumed)
  }

  /// A model that calls the module c alone.
  private func graph(
    of modules: String, returning value: String = "c"
  ) throws -> ModelGraph {
    let text = """
      Net(
        \(modules)
      )

      def forward(self, x):
          c = self.c(x)
          return \(value)

      """
    return try ModelGraph(reading: Array(text.utf8))
  }

  private static let decoder = """
    Net(
      (a): Conv2d(3, 8, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1))
      (t): ConvTranspose2d(8, 3, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1))
    )

    def forward(self, x):
        a = self.a(x)
        size = x.size()
        item = x.shape[slice(-2, None, None)]
        other = mystery(x)
        t = self.t(a, WANTED)
        return t

    """

  // What PyTorch 2.1 and 2.15 make; (16 − 1)·2 − 2 + 2 + 1 = 31 is the least, and 32 the most.
  @Test(
    arguments: [
      ("output_size = size", [1, 3, 32, 40], [1, 3, 32, 40]),
      ("output_size = size", [3, 31, 40], [3, 31, 40]), ("item", [1, 3, 31, 39], [1, 3, 31, 39]),
      ("output_size = (x.shape[2], size[3] - 1)", [1, 3, 32, 40], [1, 3, 32, 39]),
      ("output_size = (31, 40)", [1, 3, 32, 40], [1, 3, 31, 40]),
      ("output_size = (31, 40)", [1, 3, 33, 41], nil), ("[1, 31, 40]", [1, 3, 32, 40], nil),
      ("output_size = other", [1, 3, 32, 40], nil), ("None", [1, 3, 32, 40], [1, 3, 31, 39]),
    ] as [(String, [Int], [Int]?)])
  func `a transposed layer makes the output_size that it is asked for`(
    _ wanted: String, _ input: [Int], _ output: [Int]?
  ) throws {
    let text = Self.decoder.replacing("WANTED", with: wanted)
    let graph = try ModelGraph(reading: Array(text.utf8))
    let flow = graph.flow(from: [input])
    #expect(flow.size(of: graph.outputs[0]) == output)
    let isRefused = output == nil && !wanted.hasSuffix("other")
    #expect(flow.refusals.map(\.reason.sentence) == (isRefused ? [.otherOutputSize] : []))
    let layers = graph.layers(from: input)
    #expect(layers.map(\.path) == ["a", "t"] && (layers[1].input == nil) == (output == nil))
  }

  @Test(arguments: ["# ", "2026-01-02T03:04:05Z stdout F "])
  func `a traced model is read behind a prefix`(_ prefix: String) throws {
    let lines = Self.decoder.replacing("WANTED", with: "None").split(separator: "\n")
    let graph = try ModelGraph(reading: Array(lines.map { prefix + $0 + "\n" }.joined().utf8))
    #expect(graph.flow(from: [[1, 3, 32, 40]]).size(of: graph.outputs[0]) == [1, 3, 31, 39])
  }

  /// ⌈15/2⌉ and ⌈16/2⌉, as TensorFlow's SAME makes them.
  @Test(arguments: [
    ("(c): Conv2dSame(3, 8, kernel_size=(3, 3), stride=(2, 2), bias=False)", 8),
    ("(c): MaxPool2dSame(kernel_size=(3, 3), stride=(2, 2), padding=(0, 0))", 3),
    ("(c): AvgPool2dSame(kernel_size=(3, 3), stride=(2, 2), padding=(0, 0))", 3),
  ])
  func `a module that pads by its input is sized by it, and marked`(
    _ module: String, _ channels: Int
  ) throws {
    let graph = try graph(of: module)
    let flow = graph.flow(from: [[1, 3, 15, 16]])
    #expect(flow.size(of: 1) == [1, channels, 8, 8])
    #expect(flow.bases[1] == .assumed && flow.reasons[1]?.sentence == .padsByInput)
    #expect(graph.flow().size(of: 1) == nil)
    let layers = graph.layers(from: [1, 3, 15, 16])
    #expect(layers.map(\.layer.padding.text) == (channels == 8 ? ["1,0:1"] : []))
    #expect(graph.layers().count == layers.count)
  }

  /// (L, N, D·H), or (N, L, D·H) with batch_first, and the last states (D·layers, N, H) in any case;
  /// of each layer and direction G·H·(in + H + 2) parameters, with a projection G·H·(in + P) + P·H.
  @Test(
    arguments: [
      ("GRU(16, 32)", "c[0]", [5, 7, 32], 96 * 50), ("GRU(16, 32)", "c[1]", [1, 7, 32], 96 * 50),
      (
        "GRU(16, 32, num_layers=2, batch_first=True, bidirectional=True)", "c[0]", [5, 7, 64],
        2 * 96 * 50 + 2 * 96 * 98
      ),
      (
        "GRU(16, 32, num_layers=2, batch_first=True, bidirectional=True)", "c[1]", [4, 5, 32],
        2 * 96 * 50 + 2 * 96 * 98
      ),
      ("LSTM(16, 8)", "c[1][1]", [1, 7, 8], 32 * 26), ("RNN(16, 8)", "c[0]", [5, 7, 8], 8 * 26),
      (
        "LSTM(16, 20, proj_size=5, num_layers=3, bias=False)", "c[0]", [5, 7, 5],
        80 * 21 + 2 * 80 * 10 + 3 * 100
      ),
      (
        "LSTM(16, 20, proj_size=5, num_layers=3, bias=False)", "c[1][0]", [3, 7, 5],
        80 * 21 + 2 * 80 * 10 + 3 * 100
      ),
      (
        """
        MultiheadAttention(
            (out_proj): NonDynamicallyQuantizableLinear(in_features=16, out_features=16, bias=True)
          )
        """, "c[0]", [5, 7, 16], 4 * 16 * 17
      ),
    ] as [(String, String, [Int], Int)])
  func `cells with states and attention have sizes and parameters, and no products`(
    _ module: String, _ taken: String, _ size: [Int], _ parameters: Int
  ) throws {
    let graph = try graph(of: "(c): \(module)", returning: taken)
    let flow = graph.flow(from: [[5, 7, 16]])
    #expect(flow.size(of: graph.outputs[0]) == size)
    #expect(flow.total.parameters == Count(parameters))
    let sheet = ModelSheet(graph, title: "", from: [[5, 7, 16]])
    #expect(!sheet.isWhole && sheet.torchFlops == nil)
    #expect(sheet.notes.contains("the products of c are not counted"))
  }

  /// G·H·(in + H + 2) parameters, without the 2 where there is no bias.
  @Test(
    arguments: [
      ("RNNCell(16, 32)", "c", 32 * 50), ("GRUCell(16, 32, bias=False)", "c", 96 * 48),
      ("LSTMCell(16, 32)", "c[0]", 128 * 50), ("LSTMCell(16, 32)", "c[1]", 128 * 50),
    ])
  func `a single cell makes its next state`(
    _ module: String, _ taken: String, _ parameters: Int
  ) throws {
    let graph = try graph(of: "(c): \(module)", returning: taken)
    for (input, output) in [([7, 16], [7, 32]), ([16], [32])] {
      let flow = graph.flow(from: [input])
      #expect(flow.size(of: graph.outputs[0]) == output)
      #expect(flow.total.parameters == Count(parameters) && !flow.total.isCounted)
    }
    let other = graph.flow(from: [[5, 7, 16]])
    #expect(other.refusals.map(\.reason.sentence) == [.otherDimensions])
  }

  @Test func `cells refuse other features than they take`() throws {
    let flow = try graph(of: "(c): GRU(15, 8)").flow(from: [[5, 7, 16]])
    #expect(flow.refusals.map(\.reason.sentence) == [.otherFeatures])
  }

  @Test func `what is taken for a convolution is marked, and a lazy one takes what comes`() throws {
    let arguments = "kernel_size=(3, 3), stride=(2, 2), bias=False)"
    let taken = try graph(of: "(c): GatedConv2d(3, 8, " + arguments).flow(from: [[1, 3, 15, 16]])
    #expect(taken.size(of: 1) == [1, 8, 7, 7])
    #expect(taken.bases[1] == .assumed && taken.reasons[1]?.sentence == .takenFor)
    let lazy = try graph(of: "(c): LazyConv2d(0, 8, " + arguments).flow(from: [[1, 3, 15, 16]])
    #expect(lazy.size(of: 1) == [1, 8, 7, 7] && lazy.refusals.isEmpty)
  }

  @Test func `a header that is not read to its end says so, and has what comes before`() throws {
    let blocks = String(repeating: "(b): Block(\n", count: 300)
    let graph = try graph(of: "(c): ReLU()\n" + blocks)
    #expect(graph.problems.count == 1)
    #expect(graph.problems.first?.message.hasSuffix("the rest is not read") == true)
    #expect(graph.flow(from: [[1, 3, 8, 8]]).size(of: 1) == [1, 3, 8, 8])
  }

  @Test(arguments: ["Fun()", "Conv2d()"])
  func `a traced model without a module inside is read`(_ header: String) throws {
    let text = """
      \(header)



      def forward(self, input : torch.Tensor) -> torch.Tensor:
          input_1 = input
          weight = self.weight
          conv2d = torch.conv2d(input_1, weight, None, (1, 1), (0, 0), (1, 1), 1);  weight = None
          return conv2d

      # To see more debug info, please use `graph_module.print_readable()`
      """
    let sheet = try ModelSheet(reading: Array(text.utf8), title: "")
    #expect(sheet.origin == .traced && sheet.problems.isEmpty && !sheet.isWhole)
    #expect(sheet.stages.map(\.op) == ["conv2d"])
    #expect(sheet.convolutions.all == 1 && sheet.convolutions.known == 0)
  }

  /// As PyTorch 2.11 makes them.
  @Test func `a pool may return the places of its values, too`() throws {
    let text = """
      P()

      def forward(self, x):
          max_pool2d = torch.nn.functional.max_pool2d(x, 2, return_indices = True);  x = None
          getitem = max_pool2d[0]
          getitem_1 = max_pool2d[1];  max_pool2d = None
          pool = torch.nn.functional.adaptive_max_pool2d(getitem, (4, 2), True);  getitem = None
          getitem_2 = pool[0];  pool = None
          return (getitem_2, getitem_1)
      """
    let graph = try ModelGraph(reading: Array(text.utf8))
    let flow = graph.flow(from: [[2, 3, 8, 10]])
    #expect(graph.outputs.map { flow.size(of: $0) } == [[2, 3, 4, 2], [2, 3, 4, 5]])
  }

  @Test(arguments: RecordedModel.traced)
  func `without an input no size is claimed`(_ model: RecordedModel) throws {
    let graph = try ModelGraph(reading: model.text("fx"))
    let flow = graph.flow()
    for place in graph.operations.indices where graph.operations[place].layer != nil {
      #expect(flow.size(of: graph.inputs.count + place) == nil)
    }
  }
}
