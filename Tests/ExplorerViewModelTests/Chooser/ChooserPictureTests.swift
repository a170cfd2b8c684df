import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Whole screens with a list that is open.
@Suite struct ChooserPictureTests {
  @Test func `the presets, filtered, with what the selected one is`() throws {
    let state = try ExplorerState.on(80, 24, keys: "pcaffe<End>")
    expectPicture(
      state.text, "ChooserPictureTests/the-presets-filtered-with-what-the-selected-one-is")
  }

  @Test func `on a wide screen the map of the selected layer is beside the list`() throws {
    let state = try ExplorerState.on(110, 20, keys: "pvgg16 conv1_1")
    expectPicture(
      state.text.replacing("of \(Preset.all.count)", with: "of …"),
      "ChooserPictureTests/the-map-of-the-selected-layer-is-beside-the-list")
  }

  @Test func `a small screen leaves out the details first, and says so`() throws {
    let state = try ExplorerState.on(60, 12, keys: "pfcn")
    expectPicture(
      state.text, "ChooserPictureTests/a-small-screen-leaves-out-the-details-first-and-says-so")
  }

  @Test func `the lessons, with the goal of the selected one`() throws {
    let state = try ExplorerState.on(80, 24, keys: "L<Down>")
    expectPicture(state.text, "ChooserPictureTests/the-lessons-with-the-goal-of-the-selected-one")
  }
}
