import ConvArithmetic
import LayerNotation
import Testing

/// Sizes of small models: where they are from, and what becomes of them on another input.
@Suite struct GraphFlowTests {
  static let text = """
    ExportedProgram:
        class GraphModule(torch.nn.Module):
            def forward(self, p_conv_weight: "f32[8, 3, 3, 3]", x: "f32[1, 3, 8, 8]"):
                conv2d: "f32[1, 8, 8, 8]" = torch.ops.aten.conv2d.default(x, p_conv_weight, None, [1, 1], [1, 1]);  x = p_conv_weight = None
                mystery: "f32[1, 8, 8, 8]" = torch.ops.mylib.mystery.default(conv2d);  conv2d = None
                relu: "f32[1, 8, 8, 8]" = torch.ops.aten.relu.default(mystery);  mystery = None
                return (relu,)
    Graph signature:
        # inputs
        p_conv_weight: PARAMETER target='conv.weight'
        x: USER_INPUT
        # outputs
        relu: USER_OUTPUT
    Range constraints: {}
    """

  private func graph(_ text: String = Self.text) throws -> ModelGraph {
    try ModelGraph(reading: Array(text.utf8))
  }

  @Test func `a recorded operation keeps its size on the recorded input`() throws {
    let graph = try graph()
    let flow = graph.flow()
    #expect(graph.operations.map(\.word) == ["conv2d", "mystery", "relu"])
    #expect(graph.operations.map(\.path) == ["conv", "", ""])
    #expect(flow.bases == [.said, .said, .computed, .said, .computed])
    #expect(flow.size(of: 4) == [1, 8, 8, 8])
    #expect(graph.outputs == [4])
    #expect(graph.parameters == 216)
    #expect(flow.total.multiplications == Count(13_824))
  }

  @Test func `behind a recorded operation nothing follows another input`() throws {
    let flow = try graph().flow(from: [[1, 3, 16, 16]])
    #expect(flow.size(of: 2) == [1, 8, 16, 16])
    #expect(flow.bases.suffix(3) == [.computed, .unknown, .unknown])
    #expect(flow.reasons[3]?.sentence == .recordedAlone)
    #expect(flow.reasons[4]?.sentence == .recordedAlone)
  }

  @Test func `a size that the rule does not make is told, and goes on`() throws {
    let wrong = Self.text.replacing("conv2d: \"f32[1, 8, 8, 8]", with: "conv2d: \"f32[1, 8, 9, 9]")
    let flow = try graph(wrong).flow()
    #expect(flow.disagreements.map(\.reason.sentence) == [.computedOtherwise])
    #expect(flow.size(of: 2) == [1, 8, 9, 9])
    #expect(flow.bases[2] == .said)
  }

  @Test func `an operation that refuses what comes says why`() throws {
    let flow = try graph().flow(from: [[1, 4, 8, 8]])
    #expect(flow.refusals.map(\.operation) == [0])
    #expect(flow.refusals[0].reason.text.contains("in_channels 3"))
    #expect(flow.size(of: 2) == nil)
    #expect(flow.bases[4] == .unknown)
  }

  @Test func `exported cells have the sizes of their states, and follow another input`() throws {
    let line = """
      zeros = torch.ops.aten.zeros.default([2, 7, 32])
              gru = torch.ops.aten.gru.input(x, zeros, [], True, 1, 0.0, False, True, False)
              out = gru[0]
              states = gru[1]
              return (out, states)
      """
    let graph = try graph(
      """
      def forward(self, x: "f32[5, 7, 16]"):
              \(line)

      """)
    #expect(graph.outputs.map { graph.flow().size(of: $0) } == [[5, 7, 64], [2, 7, 32]])
    let flow = graph.flow(from: [[9, 7, 16]])
    #expect(graph.outputs.map { flow.size(of: $0) } == [[9, 7, 64], [2, 7, 32]])
    #expect(!flow.total.isCounted)
  }

  @Test func `symbols are no sizes, and an input gives them`() throws {
    let symbolic = Self.text.replacing("[1, 3, 8, 8]", with: "[s0, 3, s1, s1]")
      .replacing("[1, 8, 8, 8]", with: "[s0, 8, s1, s1]")
    let graph = try graph(symbolic)
    #expect(graph.flow().bases[2] == .unknown)
    #expect(graph.flow(from: [[2, 3, 5, 5]]).size(of: 2) == [2, 8, 5, 5])
  }

  @Test(arguments: [
    text.replacing("\n", with: "\r\n"), "```\n" + text + "\n```",
    text.replacing("\n", with: "\n2024-01-01 12:00:00 INFO "),
    text.replacing("\n", with: "\n  12 | "), text.replacing("\n", with: "\n> "),
    text.replacing("\n        ", with: "\n\t"),
  ])
  func `what stands before a line does not matter`(_ text: String) throws {
    let graph = try graph(text)
    #expect(graph.operations.map(\.name) == ["conv2d", "mystery", "relu"])
    #expect(graph.flow().size(of: 4) == [1, 8, 8, 8])
    #expect(graph.problems.isEmpty)
  }

  @Test func `a text that is cut off is read as far as it goes`() throws {
    let lines = Self.text.split(separator: "\n")
    let graph = try graph(lines.prefix(4).joined(separator: "\n"))
    #expect(graph.operations.map(\.name) == ["conv2d"])
    #expect(graph.problems.map(\.line) == [4])
    #expect(graph.parameters == 216)
  }

  @Test func `the signature of older releases is read`() throws {
    let older = """
      Graph signature: ExportGraphSignature(input_specs=[InputSpec(kind=<InputKind.PARAMETER: 2>, \
      arg=TensorArgument(name='p_conv_weight'), target='net.conv.weight', persistent=None), \
      InputSpec(kind=<InputKind.USER_INPUT: 1>, arg=TensorArgument(name='x'), target=None, \
      persistent=None)], output_specs=[OutputSpec(kind=<OutputKind.USER_OUTPUT: 1>, \
      arg=TensorArgument(name='relu'), target=None)])
      """
    let start = Self.text.firstRange(of: "Graph signature")?.lowerBound ?? Self.text.endIndex
    let graph = try graph(Self.text[..<start] + older)
    #expect(graph.operations[0].path == "net.conv")
    #expect(graph.userInputs == [1])
    #expect(graph.outputs == [4])
  }
}
