import ConvArithmetic
import ExplorerViewModel
import Testing

/// The same layer on screens of other sizes: a larger one shows more, a smaller one says what not.
@Suite struct SizePictureTests {
  @Test func `a large screen explains the map beside it`() throws {
    let state = try ExplorerState.on(120, 40)
    expectPicture(state.text, "SizePictureTests/a-large-screen-explains-the-map-beside-it")
  }

  @Test func `a high screen explains the map below it`() throws {
    let state = try ExplorerState.on(80, 45)
    expectPicture(state.text, "SizePictureTests/a-high-screen-explains-the-map-below-it")
  }

  @Test func `beside the map of a Conv2d stands its window`() throws {
    let state = try ExplorerState.on(
      120, 40, LayerCase.square(7) { $0.stride = Spatial(square: 2) })
    expectPicture(state.text, "SizePictureTests/beside-the-map-of-a-conv2d-stands-its-window")
  }

  @Test func `a screen of 60 columns keeps the map and names what it drops`() throws {
    let state = try ExplorerState.on(60, 18)
    expectPicture(
      state.text, "SizePictureTests/a-screen-of-60-columns-keeps-the-map-and-names-what-it-drops")
  }

  @Test func `a screen of 40 columns has the hyperparameters alone and says so`() throws {
    let state = try ExplorerState.on(40, 12)
    expectPicture(
      state.text, "SizePictureTests/a-screen-of-40-columns-has-the-hyperparameters-alone-and-say")
  }

  @Test func `a tiny screen shows the selected row`() throws {
    let state = try ExplorerState.on(20, 5)
    expectPicture(state.text, "SizePictureTests/a-tiny-screen-shows-the-selected-row")
  }

  @Test func `a screen of one row is its title`() throws {
    #expect(try ExplorerState.on(46, 1).text == " (1, 64, 8, 8) → (1, 32, 16, 16)     accepted")
  }

  @Test func `a screen of nothing is nothing`() throws {
    #expect(try ExplorerState.on(0, 0).text == "")
  }
}
