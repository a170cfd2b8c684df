import ConvArithmetic
@testable import ExplorerViewModel
import LayerNotation
import Testing

/// What keys say and do in the room of a network.
@Suite struct NetworkKeysTests {
  private static func state(
    _ keys: String, columns: Int = 80, rows: Int = 24
  ) throws -> ExplorerState {
    try ExplorerState.on(columns, rows, keys: keys)
  }

  @Test func `what is taken out is named, and so is what comes back`() throws {
    var state = try Self.state(":network resnet18<Enter><Down><Down>")
    try state.press("<Del>")
    #expect(
      state.message?.text
        == "took out layer1_0_conv1, layer1_0_bn1 and layer1_0_relu; u brings them back")
    try state.press("u")
    #expect(state.message?.text == "brought back layer1_0_conv1, layer1_0_bn1 and layer1_0_relu")
    try state.press("u")
    #expect(state.network == nil)
    #expect(state.message?.text == "closed the network; Ctrl-R opens it again")
    #expect(state.focus == .knobs)
    try state.press("<C-r>")
    #expect(state.network != nil)
  }

  @Test func `Esc comes back from a module to the network, and the header names what is selected`()
    throws
  {
    var state = try Self.state(":network resnet18<Enter><Down>", columns: 120)
    #expect(state.text.contains("maxpool: MaxPool2d(3, stride=2, padding=1)"))
    #expect(state.text.contains("m reach"))
    try state.press("<Down><Enter>")
    #expect(state.view == .overview)
    try state.press("<Esc>")
    #expect(state.view == .model && state.focus == .picture)
    try state.press("<Esc><Esc>")
    #expect(state.view == .overview)
    try state.press("<Esc>")
    #expect(state.view == .overview)
  }

  @Test func `a change of the selection or of what comes before is none of the layer`() throws {
    var state = try Self.state(":network vgg16<Enter><Down><Down><Down>")
    #expect(state.lastChange == nil)
    try state.press(":duplicate<Enter>u")
    #expect(state.lastChange == nil)
    try state.press("<Esc>:kernel_size=5<Enter>")
    #expect(state.lastChange?.parts == ["kernel_size 3 → 5"])
  }

  @Test func `a cell is gone to by its number`() throws {
    var state = try Self.state(":network patchgan<Enter>m")
    try state.press("3<Enter>")
    #expect(state.networkCell == 3 && state.view == .reach)
    try state.press(":cell 0<Enter>")
    #expect(state.networkCell == 0)
    try state.press(":cell 100000<Enter>")
    #expect(state.message?.text.hasPrefix("the last cell along W is") == true)
  }

  @Test func `where branches meet, weights are counted in the plane`() throws {
    let lines = "x = torch.zeros(1, 1, 9, 9); a = nn.Conv2d(1, 1, 3, padding=1)(x); b = a + x"
    let state = try Self.state(":\(lines)<Enter><End>:weights<Enter>", columns: 100, rows: 40)
    #expect(state.text.contains("3 cells, 10 paths"))
    #expect(state.text.contains("1 2 1") && !state.text.contains("2 4 2"))
  }

  @Test func `a digit on the page of fits begins another input of the network`() throws {
    var state = try ExplorerState.after(":network unet_padded<Enter><Down><Down>:fits<Enter>")
    let (layer, input) = (state.layer, state.network?.named.input)
    try state.press("128")
    #expect(state.chooser?.filter.text == "input=128")
    try state.press("<Enter>")
    #expect(state.network?.named.input.size == Spatial(square: 128))
    #expect(state.layer == layer && state.view == .fits)
    #expect(state.text.contains("near here 112, 128, 144"))
    try state.press("u")
    #expect(state.network?.named.input == input)
  }
}
