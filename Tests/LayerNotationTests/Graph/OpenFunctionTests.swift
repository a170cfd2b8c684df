import ConvArithmetic
import LayerNotation
import Testing

/// Functions of which an exported text leaves something open.
@Suite struct OpenFunctionTests {
  private static let upsampling = """
    ExportedProgram:
        class GraphModule(torch.nn.Module):
            def forward(self, p_u_weight: "f32[8, 3, 3, 3]", x: "f32[1, 8, s0, 9]"):
                sym_size_int: "Sym(s0)" = torch.ops.aten.sym_size.int(x, 2)
                mod: "Sym(Mod(s0, 2))" = sym_size_int % 2;  sym_size_int = None
                convolution: "f32[1, 3, 2*s0 + Mod(s0, 2) - 1, 17]" = \
    torch.ops.aten.convolution.default(x, p_u_weight, None, [2, 2], [1, 1], [1, 1], True, [mod, 0], 1)
                return (convolution,)

    Graph signature:
        # inputs
        p_u_weight: PARAMETER target='u.weight'
        x: USER_INPUT

        # outputs
        convolution: USER_OUTPUT
    """

  @Test func `a layer whose output_padding is a symbol has all its other numbers`() throws {
    let graph = try ModelGraph(reading: Array(Self.upsampling.utf8))
    let stage = try #require(ModelSheet(graph, title: "").stages.last)
    #expect(stage.op == "conv_transpose2d" && stage.output == nil && stage.layer != nil)
    let layer = try #require(graph.layers().first)
    #expect(layer.path == "u" && layer.input == nil)
    let reason = "its output_padding is not known; 0 stands in its place"
    #expect(layer.gap?.text == reason && stage.reason == reason)
    #expect(layer.layer.inChannels == 8 && layer.layer.outChannels == 3)
    #expect(Array(layer.layer.kernelSize) == [3, 3] && Array(layer.layer.stride) == [2, 2])
  }

  @Test func `many signs are too deep, as many parentheses are`() throws {
    let signs = String(repeating: "-", count: 400_000)
    let text = Self.upsampling.replacing("sym_size_int % 2;", with: signs + "1;")
    let graph = try ModelGraph(reading: Array(text.utf8))
    #expect(graph.problems.contains { $0.message.hasPrefix("nested deeper than 64 parentheses") })
  }

  /// As PyTorch 2.11 makes them of `output_padding=(x.shape[2] % 2, 0)`.
  @Test(arguments: [(9, 18), (10, 19)])
  func `an output_padding follows from the input`(height: Int, made: Int) throws {
    let graph = try ModelGraph(reading: Array(Self.upsampling.utf8))
    let flow = graph.flow(from: [[1, 8, height, 9]])
    #expect(flow.size(of: graph.outputs[0]) == [1, 3, made, 17])
  }

  @Test func `a convolution of open weights is still one by its name`() throws {
    let text = Self.upsampling.replacing("f32[8, 3, 3, 3]", with: "f32[8, s1, 3, 3]")
    let sheet = ModelSheet(try ModelGraph(reading: Array(text.utf8)), title: "")
    #expect(sheet.stages.last?.op == "conv_transpose2d" && sheet.convolutions.all == 1)
  }

  @Test func `what a function that is not known multiplies with its weights is not counted`() throws
  {
    let text = """
      ExportedProgram:
          class GraphModule(torch.nn.Module):
              def forward(self, p_weight: "f32[4, 3, 3, 3]", x: "f32[1, 3, 8, 8]", y: "f32[1, 18, 8, 8]"):
                  relu: "f32[1, 3, 8, 8]" = torch.ops.aten.relu.default(x)
                  deform_conv2d: "f32[1, 4, 8, 8]" = \
      torch.ops.torchvision.deform_conv2d.default(relu, p_weight, y, 1, 1, 1, 1)
                  return (deform_conv2d,)

      Graph signature:
          # inputs
          p_weight: PARAMETER target='weight'
          x: USER_INPUT
          y: USER_INPUT
      """
    let sheet = ModelSheet(try ModelGraph(reading: Array(text.utf8)), title: "")
    #expect(sheet.parameters == 108 && !sheet.isWhole && sheet.torchFlops == nil)
    #expect(sheet.notes.contains(Sentence.productsNotCounted("deform_conv2d")))
    #expect(sheet.stages.last?.multiplications == nil)
  }
}
