import ExplorerViewModel
import LayerNotation
import Testing

/// The other views and the lists, at 80×24.
@Suite struct ViewPictureTests {
  @Test func `a layer lays its checkerboard over grey pictures, its fix does not`() throws {
    let state = try ExplorerState.on(80, 24, keys: "Omm", Preset.start.subject)
    expectPicture(
      state.text, "ViewPictureTests/a-layer-lays-its-checkerboard-over-grey-pictures")
  }

  @Test func `the map view gives the map the whole screen and has a cursor`() throws {
    let state = try ExplorerState.on(80, 24, keys: "Om<Enter>jjjlll")
    expectPicture(
      state.text, "ViewPictureTests/the-map-view-gives-the-map-the-whole-screen-and-has-a-cursor")
  }

  @Test func `a map that does not fit is drawn in blocks by their mean, with a magnifier`() throws {
    let state = try ExplorerState.on(80, 24, keys: ":input=100<Enter><Tab><Tab>")
    expectPicture(
      state.text, "ViewPictureTests/a-map-that-does-not-fit-is-drawn-in-blocks-by-their-mean")
  }

  @Test func `help shows all keys, from their table`() throws {
    let state = try ExplorerState.on(80, 24, keys: "?")
    expectPicture(state.text, "ViewPictureTests/help-shows-all-keys-from-their-table")
  }

  @Test func `the end of the help has the words`() throws {
    let state = try ExplorerState.on(80, 24, keys: "?<End>")
    expectPicture(state.text, "ViewPictureTests/the-end-of-the-help-has-the-words")
  }
}
