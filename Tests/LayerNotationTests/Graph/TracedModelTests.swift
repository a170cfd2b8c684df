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
  private func graph(of modules: String) throws -> ModelGraph {
    try ModelGraph(
      reading: """
        Net(
          \(modules)
        )

        def forward(self, x):
            c = self.c(x)
            return c

        """)
  }

  @Test func `more modules than anybody's are read in part, which is said`() throws {
    let modules = (0...ModelLimits.modules).map { "  (m\($0)): ReLU()\n" }.joined()
    let graph = try graph(of: "(c): ReLU()\n" + modules)
    #expect(
      graph.problems.map(\.message) == ["more than 100,000 modules; the rest is not read"])
    #expect(graph.flow(from: [[1, 3, 8, 8]]).size(of: 1) == [1, 3, 8, 8])
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
