import ExplorerViewModel
import Testing

/// The view of the verdict, on screens of several sizes.
@Suite struct VerdictPictureTests {
  @Test func `an uneven decoder, with what would make it even`() throws {
    let state = try ExplorerState.on(
      80, 24, keys: "O")
    expectPicture(state.text, "VerdictPictureTests/an-uneven-decoder-with-what-would-make-it-even")
  }

  @Test func `the advice is chosen, and unfolds`() throws {
    let state = try ExplorerState.on(
      80, 24, keys: "O:k=5 padding=2<Enter><Enter>j")
    expectPicture(state.text, "VerdictPictureTests/the-advice-is-chosen-and-unfolds")
  }

  @Test func `an even kernel whose dilation leaves holes`() throws {
    let state = try ExplorerState.on(
      80, 30, keys: "O:k=4 dil=2 output_p=0,1 padding=0 input=1,64,6,40<Enter>")
    expectPicture(state.text, "VerdictPictureTests/an-even-kernel-whose-dilation-leaves-holes")
  }

  @Test func `axes that differ, in ASCII`() throws {
    let state = try ExplorerState.on(
      80, 24, keys: "O:k=9,4 s=4,2 padding=4,1 output_padding=3,0 input=1,64,7,40<Enter>",
      unicode: false)
    expectPicture(state.text, "VerdictPictureTests/axes-that-differ-in-ascii")
  }

  @Test func `a convolution that never reads its last row`() throws {
    let state = try ExplorerState.on(
      79, 16, keys: "Ot:k=11 s=4 padding=0 input=1,64,224,224<Enter>")
    expectPicture(state.text, "VerdictPictureTests/a-convolution-that-never-reads-its-last-row")
  }
}
