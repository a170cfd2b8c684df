import ExplorerViewModel
import Testing

/// The view of the channels, on screens of two sizes.
@Suite struct ChannelPictureTests {
  @Test func `four groups are four blocks, and a quarter of the weights`() throws {
    let state = try ExplorerState.on(80, 24, keys: "Cmmmm:groups=4<Enter>")
    expectPicture(
      state.text, "ChannelPictureTests/four-groups-are-four-blocks-and-a-quarter-of-the-weights")
  }

  @Test func `a layer of few channels has a kernel for each connection, with its weights`() throws {
    let keys = ":op=conv2d input=1,3,6,6 out_channels=2<Enter>:channels<Enter>"
    let state = try ExplorerState.on(80, 24, keys: keys)
    let rows = state.text.split(separator: "\n")
    #expect(rows.filter { $0.contains("█ 9  █ █ 9  █ █ 9  █") }.count == 2)
    #expect(state.text.contains("██ kernel of 9 weights"))
  }

  @Test func `the kernels of two groups are two blocks`() throws {
    let keys = ":op=conv2d input=1,8,6,6 out_channels=8 groups=2<Enter>:channels<Enter>"
    let text = try ExplorerState.on(80, 24, keys: keys).text
    #expect(text.contains(" 3 ██ ██ ██ ██ .. .. .. .. "))
    #expect(text.contains(" 4 .. .. .. .. ██ ██ ██ ██ "))
    #expect(text.contains("██ kernel of 9 weights  . none"))
  }

  @Test func `many channels that are all connected need no picture`() throws {
    let keys = ":op=conv2d input=1,64,6,6 out_channels=64<Enter>:channels<Enter>"
    #expect(try !ExplorerState.on(80, 24, keys: keys).text.contains("inputs across"))
  }

  // The lines are as long as the screen is wide.
  @Test func `a depthwise layer is a diagonal`() throws {
    let state = try ExplorerState.on(
      120, 40, keys: "Cmmmm:op=conv2d input=1,32,8,8 groups=32<Enter>")
    expectPicture(state.text, "ChannelPictureTests/a-depthwise-layer-is-a-diagonal")
  }
}
