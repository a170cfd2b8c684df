import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Ordinary to transposed and back.
@Suite struct KindTests {
  @Test func `whatever both kinds have carries over`() throws {
    var state = try ExplorerState.after("t")
    var expected = LayerCase.decoder
    expected.layer.direction = .convolution
    #expect(state.subject == expected)
    try state.press("t")
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `output_padding comes back with the transposed layer`() throws {
    var state = try ExplorerState.after("t")
    #expect(!state.text.contains("output_padding    1"))
    // As PyTorch prints it, a Conv2d has none.
    #expect(try state.press("y") == [.copy("nn.Conv2d(64, 32, 3, stride=2, padding=1)")])
    try state.press("t")
    #expect(state.text.contains("output_padding    1     1"))
  }

  @Test func `words for the padding become the numbers that they stand for`() throws {
    // same: half of d(k − 1) = 2·(5 − 1) is 4, of 2·(4 − 1) is 3.
    let same = try ExplorerState.after("t:padding=same stride=1 k=5,4 dilation=2<Enter>t")
    #expect(same.layer.padding == .explicit(Spatial(height: 4, width: 3)))
    let valid = try ExplorerState.after("t:padding=valid<Enter>t")
    #expect(valid.layer.padding == .explicit(Spatial(square: 0)))
  }

  @Test func `the selection leaves a row that does not apply`() throws {
    var state = try ExplorerState.after("jjjj")
    #expect(state.selected == .outputPadding)
    try state.press("t")
    #expect(state.selected == .dilation)
    // Undo and redo change the kind, too.
    try state.press("ujjj<Home>")
    for _ in 0..<8 { try state.press("j") }
    #expect(state.selected == .outputPadding)
    try state.press("<C-r>")
    #expect(state.selected != .outputPadding)
  }

  @Test func `the selection steps over a row that does not apply`() throws {
    var state = try ExplorerState.after("tjjjj")
    #expect(state.selected == .groups)
    try state.press("k")
    #expect(state.selected == .dilation)
  }

  @Test func `a preset and a command may change the kind under the selection`() throws {
    #expect(try ExplorerState.after("jjjjp<End><Enter>").selected != .outputPadding)
    #expect(try ExplorerState.after("jjjj:op=conv2d<Enter>").selected != .outputPadding)
  }
}
