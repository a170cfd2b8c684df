import ConvArithmetic
import LayerNotation
import Testing

/// Real models as `torch.export` prints them, against what PyTorch's hooks and counter saw.
@Suite struct ExportedModelTests {
  @Test(arguments: RecordedModel.all)
  func `an exported model has the calls, costs and output that PyTorch saw`(
    _ model: RecordedModel
  ) throws {
    let record = try model.record
    let graph = try ModelGraph(reading: model.text("export"))
    let flow = graph.flow()
    #expect(graph.calls(flow) == record.calls)
    #expect(graph.parameters == Count(record.parameters))
    #expect(flow.total.parameters + graph.unusedParameters == graph.parameters)
    #expect(flow.total.torchFlops == Count(record.torchFlops))
    if let output = record.output { #expect(flow.size(of: graph.outputs[0]) == output) }
    #expect(graph.problems.isEmpty)
  }

  @Test(arguments: RecordedModel.all)
  func `every size of an exported model is computed as it is recorded`(
    _ model: RecordedModel
  ) throws {
    let graph = try ModelGraph(reading: model.text("export"))
    let flow = graph.flow()
    #expect(flow.disagreements.isEmpty)
    #expect(flow.refusals.isEmpty)
    #expect(flow.bases.dropFirst(graph.inputs.count).allSatisfy { $0 == .computed })
  }

  @Test(arguments: RecordedModel.all)
  func `the layers of an exported model stand in its text`(_ model: RecordedModel) throws {
    let text = try ModelText(reading: model.text("export"))
    let calls = try model.record.calls
    #expect(text.layers.map(\.path) == calls.map(\.path))
    #expect(
      text.layers.map { $0.input.map { Array($0) } } == calls.map { Array($0.in.dropFirst(2)) })
    #expect(text.problems.isEmpty)
  }
}
