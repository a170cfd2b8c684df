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
    let state = try ExplorerState.on(80, 24, keys: "<Tab><Tab><Tab>")
    expectPicture(state.text, "CellsPictureTests/the-output-cell-of-a-transposed-layer-at-80-24")
  }

  @Test func `a dead cell among holes, pinned`() throws {
    let state = try ExplorerState.on(
      80, 24, keys: ":k=2 s=3 output_padding=2 padding=0<Enter><Tab><Tab><Tab><End>x")
    expectPicture(state.text, "CellsPictureTests/a-dead-cell-among-holes-pinned")
  }

  @Test func `the corner of a dilated convolution with stride, padding and groups, at 80×24`()
    throws
  {
    let state = try ExplorerState.on(80, 24, keys: "<Tab><Tab><Tab>", convolution)
    expectPicture(
      state.text, "CellsPictureTests/the-corner-of-a-dilated-convolution-with-stride-padding-and")
  }

  @Test func `an input cell in plain ASCII`() throws {
    let state = try ExplorerState.on(80, 24, keys: "<Tab><Tab><Tab>m", convolution, unicode: false)
    expectPicture(state.text, "CellsPictureTests/an-input-cell-in-plain-ascii")
  }

  @Test func `a transposed layer at 120×40, beside all hyperparameters`() throws {
    #expect(try ExplorerState.on(120, 40, keys: "<Tab><Tab><Tab>").text == largeTransposed)
  }

  @Test func `a convolution at 120×40, with the cursor on a tap`() throws {
    #expect(
      try ExplorerState.on(120, 40, keys: "<Tab><Tab><Tab>mm", convolution).text == largeConvolution
    )
  }
}

// The lines are as long as the screen is wide.
private let largeTransposed = """
   convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)                                                     valid
   hyperparameter      H     W │   input x 8×8          kernel w 3×3  ▸ output y 16×16
     batch             1       │    0 1 2 3 4 5 6 7      0 1 2              0   2   4   6   8  10  12  14
     in_channels      64       │ 0  . . . . . . . .   0  . b .        −1  / / / / / / / / / / / / / / / / /
     out_channels     32       │ 1  . . h . . . . .   1  . . .         0  / . . . . . . . . . . . . . . . +
     input             8     8 │ 2  . . b . . . . .   2  . h .         1  / . . . . . . . . . . . . . . . +
   ▸ kernel_size       3     3 │ 3  . . . . . . . .                    2  / . . . . . . . . . . . . . . . +
     stride            2     2 │ 4  . . . . . . . .                    3  / . . . .[@]. . . . . . . . . . +
     padding           1     1 │ 5  . . . . . . . .                    4  / . . . . . . . . . . . . . . . +
       crops the output by 1   │ 6  . . . . . . . .                    5  / . . . . . . . . . . . . . . . +
     dilation          1     1 │ 7  . . . . . . . .                    6  / . . . . . . . . . . . . . . . +
     output_padding    1     1 │                                       7  / . . . . . . . . . . . . . . . +
       keeps 1 more at the end │                                       8  / . . . . . . . . . . . . . . . +
     groups            1       │                                       9  / . . . . . . . . . . . . . . . +
     bias            yes       │                                      10  / . . . . . . . . . . . . . . . +
                               │                                      11  / . . . . . . . . . . . . . . . +
                               │                                      12  / . . . . . . . . . . . . . . . +
                               │                                      13  / . . . . . . . . . . . . . . . +
                               │                                      14  / . . . . . . . . . . . . . . . +
                               │                                      15  / + + + + + + + + + + + + + + + +
                               ├──────────────────────────────────────────────────────────────────────────────────────────
                               │ y[3,4] = Σ (w[0,1]·x[2,2] + w[2,1]·x[1,2]) + b
                               │ 2 × 1 = 2 products reach it; summed over 64 input channels; b is the output channel's
                               │ bias.
                               │
                               │ H  i·s + t·d − p = o: 2·2 + 0·1 − 1 = 3, 1·2 + 2·1 − 1 = 3
                               │ W  i·s + t·d − p = o: 2·2 + 1·1 − 1 = 4
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │ a b … products by tap  + kept by output_padding  / cropped
   ↑↓←→ cell  < > leap  m grid  x pin  Tab view  ? help  q quit
  """

private let largeConvolution = """
   convscope   Conv2d  (1, 6, 7, 7) → (1, 4, 3, 3)                                                                  valid
   hyperparameter      H     W │   input x 7×7           ▸ kernel w 3×3    output y 3×3
     batch             1       │    −1 0 1 2 3 4 5 6 7      0   1   2       0 1 2
     in_channels       6       │ −1  0 0 0 0 0 0 0 0 0   0  . - . - .    0  i i i
     out_channels      4       │  0  0 ~ ~ ~ ~ ~ ~ ~ 0      - - - - -    1  i i i
     input             7     7 │  1  0 ~ . ~ . ~ . ~ 0   1  . - . - .    2  i i i
   ▸ kernel_size       3     3 │  2  0 ~ ~ ~ ~ ~ ~ ~ 0      - - - - -
     stride            2     2 │  3  0 ~ . ~ i ~ i ~0i   2  . - . -[i]
     padding           1     1 │  4  0 ~ ~ ~ ~ ~ ~ ~ 0
       adds 1 zero each side   │  5  0 ~ . ~ i ~ i ~0i
     dilation          2     2 │  6  0 ~ ~ ~ ~ ~ ~ ~ 0
     output_padding    –       │  7  0 0 0 00i 00i 00i
       a Conv2d has none       ├──────────────────────────────────────────────────────────────────────────────────────────
     groups            2       │ w[2,2] times x[3,3]→y[0,0], x[3,5]→y[0,1], x[5,3]→y[1,0], x[5,5]→y[1,1]
     bias            yes       │ A tap of 9 products, 4 of them with real cells; so in each of the 12 pairs of channels.
                               │
                               │ H  o·s + t·d − p = i: 0·2 + 2·2 − 1 = 3, 1·2 + 2·2 − 1 = 5, 2·2 + 2·2 − 1 = 7
                               │ W  o·s + t·d − p = i: 0·2 + 2·2 − 1 = 3, 1·2 + 2·2 − 1 = 5, 2·2 + 2·2 − 1 = 7
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │
                               │ a b … products by tap  ~ stepped over  0 padding  - gap of the dilation
   ↑↓←→ cell  < > leap  m grid  x pin  Tab view  ? help  q quit
  """
