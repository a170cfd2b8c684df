import ConvArithmetic
import LayerNotation
import Testing

/// Exported models whose weights are complex, or have two names, against what PyTorch 2.15 counts.
@Suite struct ExportedWeightTests {
  /// `Sequential(Conv1d(2, 4, 3), ConvTranspose1d(4, 2, 3, stride=2))` of the type complex64.
  static let complex = """
    ExportedProgram:
        class GraphModule(torch.nn.Module):
            def forward(self, p_0_weight: "c64[4, 2, 3]", p_0_bias: "c64[4]", p_1_weight: "c64[4, 2, 3]", p_1_bias: "c64[2]", input: "c64[1, 2, 16]"):
                input_1 = input
                conv1d: "c64[1, 4, 14]" = torch.ops.aten.conv1d.default(input_1, p_0_weight, p_0_bias);  input_1 = None
                conv_transpose1d: "c64[1, 2, 29]" = torch.ops.aten.conv_transpose1d.default(conv1d, p_1_weight, p_1_bias, [2]);  conv1d = None
                return (conv_transpose1d,)

    Graph signature:
        # inputs
        p_0_weight: PARAMETER target='0.weight'
        p_0_bias: PARAMETER target='0.bias'
        p_1_weight: PARAMETER target='1.weight'
        p_1_bias: PARAMETER target='1.bias'
        input: USER_INPUT

        # outputs
        conv_transpose1d: USER_OUTPUT
    """

  @Test func `a complex convolution is counted as PyTorch counts it`() throws {
    let sheet = try ModelSheetTests.sheet(Self.complex)
    #expect(sheet.torchFlops == 4032)
    #expect(sheet.parameters == 54)
    for total in sheet.toolTotals {
      let isPyTorch = total.convention == .torchFlopCounter
      #expect(total.count == (isPyTorch ? 4032 : nil) && total.unknown == (isPyTorch ? 0 : 2))
    }
  }

  /// `b.weight = a.weight`, where `a` is a Conv2d(3, 8, 3, stride=2) and `b` the transposed one.
  static let tied = """
    ExportedProgram:
        class GraphModule(torch.nn.Module):
            def forward(self, p_a_weight: "f32[8, 3, 3, 3]", p_b_weight: "f32[8, 3, 3, 3]", x: "f32[1, 3, 17, 17]"):
                conv2d: "f32[1, 8, 8, 8]" = torch.ops.aten.conv2d.default(x, p_b_weight, None, [2, 2]);  x = None
                relu: "f32[1, 8, 8, 8]" = torch.ops.aten.relu.default(conv2d);  conv2d = None
                conv_transpose2d: "f32[1, 3, 17, 17]" = torch.ops.aten.conv_transpose2d.input(relu, p_b_weight, None, [2, 2])
                return (conv_transpose2d,)

    Graph signature:
        # inputs
        p_a_weight: PARAMETER target='a.weight'
        p_b_weight: PARAMETER target='b.weight'
        x: USER_INPUT

        # outputs
        conv_transpose2d: USER_OUTPUT
    """

  // PyTorch has 216 parameters, and the text would be the same if `a.weight` were another tensor.
  @Test func `weights that may be one with two names are told`() throws {
    let sheet = try ModelSheetTests.sheet(Self.tied)
    #expect(sheet.parameters == 432)
    let note = Sentence.otherNamesOpen("216 parameters")
    #expect(sheet.notes.contains(note))
    let whole = try ModelSheetTests.sheet(Self.complex)
    #expect(whole.notes.isEmpty)
  }
}
