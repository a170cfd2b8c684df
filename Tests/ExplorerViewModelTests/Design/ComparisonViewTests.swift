import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Two layers side by side, and the keys that exchange them.
@Suite struct ComparisonViewTests {
  @Test func `C keeps the present layer when none is kept, and shows the view`() throws {
    let state = try ExplorerState.after("Dm")
    #expect(state.view == .compare)
    #expect(state.comparison.kept == LayerCase.decoder)
    #expect(state.text.contains("all the same"))
    let changed = try ExplorerState.after("Dml<Tab>C")
    #expect(changed.comparison.kept == LayerCase.decoder)
    #expect(changed.layer.kernelSize == Spatial(square: 4))
  }

  @Test func `A keeps the present layer anew, from any view`() throws {
    let state = try ExplorerState.after("DmlA")
    #expect(state.comparison.kept?.layer.kernelSize == Spatial(square: 4))
    #expect(try ExplorerState.after("llA").comparison.kept?.layer.kernelSize == Spatial(square: 5))
  }

  @Test func `X exchanges A and B, and undo takes back what that did to the layer`() throws {
    var state = try ExplorerState.after("DmlX")
    #expect(state.layer.kernelSize == Spatial(square: 3))
    #expect(state.comparison.kept?.layer.kernelSize == Spatial(square: 4))
    let swapped = state.text
    #expect(swapped.contains("* kernel_size                     4               3              −1"))
    try state.press("X")
    #expect(state.layer.kernelSize == Spatial(square: 4))
    try state.press("Xu")
    #expect(state.layer.kernelSize == Spatial(square: 4))
    let none = try ExplorerState.after("X")
    #expect(none.message?.text == "no layer is kept; A keeps this one")
    #expect(none.subject == LayerCase.decoder)
  }

  @Test func `the hyperparameters change in the view, and the numbers follow`() throws {
    let state = try ExplorerState.after("Dml")
    // 64·32·9 + 32 and 64·32·16 + 32.
    #expect(
      state.text.contains(
        "* parameters                 18,464          32,800         +14,336     ×1.78"))
    #expect(try ExplorerState.after("Dm4<Enter>").text == state.text)
  }

  @Test func `rows that are the same are left out, and counted, until z shows them`() throws {
    let all = try ExplorerState.on(80, 80, keys: "Dmlz")
    #expect(
      all.text.contains("   stride                          2               2            same"))
    #expect(render(all).style(of: "stride                          2") == .faint)
    let few = try ExplorerState.on(80, 80, keys: "Dml")
    #expect(!few.text.contains("stride                          2"))
    #expect(few.text.contains("17 rows are the same; z shows them"))
    // z means the map elsewhere.
    #expect(try ExplorerState.after("Dmz").isZoomed == false)
    #expect(try ExplorerState.after("z").comparison.showsSame == false)
  }

  @Test func `a layer that is refused shows its reasons, and the other one its numbers`() throws {
    let refusedB = try ExplorerState.after("Dm:groups=5<Enter>").text
    #expect(refusedB.contains("B has no output: PyTorch refuses it"))
    #expect(refusedB.contains("groups: in_channels 64 is not divisible by groups 5"))
    #expect(refusedB.contains("* output H                       16               –"))
    let refusedA = try ExplorerState.after(":groups=5<Enter>Dmf").text
    #expect(refusedA.contains("A has no output: PyTorch refuses it"))
    #expect(!refusedA.contains("B has no output"))
  }

  @Test func `layers of both kinds, with words and axes of their own, stand side by side`() throws {
    let state = try ExplorerState.on(
      80, 80,
      keys: "Dm:op=conv2d k=3,5 padding=same s=1 input=none<Esc>:batch=none<Enter>"
        + ":op=conv2d k=3,5 s=1 padding=same<Enter>")
    for row in [
      "* op                ConvTranspose2d          Conv2d         differs",
      "* batch                           1            none         differs",
      "* kernel_size W                   3               5              +2     ×1.67",
      "* padding                         1            same         differs",
      "* output_padding                  1               –",
    ] {
      #expect(state.text.contains(row), "\(row)")
    }
  }

  @Test(arguments: [1, 20, 40, 59, 60, 69, 70, 80, 110, 111, 200])
  func `what a narrow screen leaves out is named`(columns: Int) throws {
    let frame = render(try .on(columns, 30, keys: "Dml"))
    #expect(frame.size.columns == columns)
    guard (40..<60).contains(columns) else { return }
    #expect(frame.lines[29].contains("not shown: differences, ratios"))
  }
}
