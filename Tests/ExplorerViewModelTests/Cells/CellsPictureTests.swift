import ConvArithmetic
import ExplorerViewModel
import Testing

/// The view of the cells as whole screens.
@Suite struct CellsPictureTests {
  /// A Conv2d with everything: (7 + 2 − 5)/2 + 1 = 3 outputs, the last taps on padding.
  private let convolution: LayerCase = {
    LayerCase.square(7) { layer in
      (layer.inChannels, layer.outChannels, layer.groups) = (6, 4, 2)
      layer.stride = Spatial(square: 2)
      layer.padding = .explicit(Spatial(square: 1))
      layer.dilation = Spatial(square: 2)
    }
  }()

  @Test func `the output cell of a transposed layer, at 80×24`() throws {
    let state = try ExplorerState.on(80, 24, keys: "W<Enter>")
    expectPicture(state.text, "CellsPictureTests/the-output-cell-of-a-transposed-layer-at-80-24")
  }

  @Test func `a dead cell among holes`() throws {
    let state = try ExplorerState.on(
      80, 24, keys: ":k=2 s=3 output_padding=2 padding=0<Enter>W<Enter><End>")
    expectPicture(state.text, "CellsPictureTests/a-dead-cell-among-holes")
  }

  @Test func `the corner of a dilated convolution with stride, padding and groups, at 80×24`()
    throws
  {
    let state = try ExplorerState.on(80, 24, keys: "W<Enter>", convolution)
    expectPicture(
      state.text, "CellsPictureTests/the-corner-of-a-dilated-convolution-with-stride-padding-and")
  }

  @Test func `an input cell in plain ASCII`() throws {
    let state = try ExplorerState.on(80, 24, keys: "W<Enter>m", convolution, unicode: false)
    expectPicture(state.text, "CellsPictureTests/an-input-cell-in-plain-ascii")
  }

  @Test func `a transposed layer at 120×40, beside all hyperparameters`() throws {
    expectPicture(
      try ExplorerState.on(120, 40, keys: "W<Enter>").text, "CellsPictureTests/large-transposed")
  }

  @Test func `a convolution at 120×40, with the cursor on a tap`() throws {
    expectPicture(
      try ExplorerState.on(120, 40, keys: "W<Enter>mm", convolution).text,
      "CellsPictureTests/large-convolution")
  }
}

// The lines are as long as the screen is wide.
