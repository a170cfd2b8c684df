import ExplorerViewModel
import Testing

/// The view of the channels, on screens of two sizes.
@Suite struct ChannelPictureTests {
  @Test func `four groups are four blocks, and a quarter of the weights`() throws {
    let state = try ExplorerState.on(80, 24, keys: "Cmmmm:groups=4<Enter>")
    expectPicture(
      state.text, "ChannelPictureTests/four-groups-are-four-blocks-and-a-quarter-of-the-weights")
  }

  // The lines are as long as the screen is wide.
  @Test func `a depthwise layer is a diagonal`() throws {
    let state = try ExplorerState.on(
      120, 40, keys: "Cmmmm:op=conv2d input=1,32,8,8 groups=32<Enter>")
    expectPicture(state.text, "ChannelPictureTests/a-depthwise-layer-is-a-diagonal")
  }
}
