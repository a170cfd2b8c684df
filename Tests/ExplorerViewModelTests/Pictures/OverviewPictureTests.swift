import ExplorerViewModel
import Testing

/// The whole screen at 80×24, without colours.
@Suite struct OverviewPictureTests {
  @Test func `the explorer opens on a layer with a checkerboard`() throws {
    let state = try ExplorerState.on(80, 24)
    expectPicture(
      state.text, "OverviewPictureTests/the-explorer-opens-on-a-layer-with-a-checkerboard")
  }

  @Test func `without Unicode the same screen is written in ASCII`() throws {
    let state = try ExplorerState.on(80, 24, unicode: false)
    expectPicture(
      state.text, "OverviewPictureTests/without-unicode-the-same-screen-is-written-in-ascii")
  }

  @Test func `a kernel that the stride divides makes the overlap even`() throws {
    let state = try ExplorerState.on(80, 24, keys: ":kernel_size=4 output_padding=0<Enter>")
    expectPicture(
      state.text, "OverviewPictureTests/a-kernel-that-the-stride-divides-makes-the-overlap-even")
  }

  @Test func `of a Conv2d the map is the reuse of its input`() throws {
    let state = try ExplorerState.on(80, 24, keys: "t")
    expectPicture(state.text, "OverviewPictureTests/of-a-conv2d-the-map-is-the-reuse-of-its-input")
  }

  @Test func `an invalid layer is explained with its numbers, and the rest stays`() throws {
    let state = try ExplorerState.on(80, 24, keys: ":groups=5 padding=20<Enter>")
    expectPicture(
      state.text, "OverviewPictureTests/an-invalid-layer-is-explained-with-its-numbers-and-the-rest"
    )
  }

  @Test func `digits show the counts themselves`() throws {
    let state = try ExplorerState.on(80, 24, keys: "c")
    expectPicture(state.text, "OverviewPictureTests/digits-show-the-counts-themselves")
  }
}
