import ExplorerViewModel
import Testing

/// The views for designing a layer, as whole screens.
@Suite struct DesignPictureTests {
  @Test func `a kernel of 4 for one of 3, number by number`() throws {
    let state = try ExplorerState.on(80, 24, keys: "Dmljjjjh")
    expectPicture(state.text, "DesignPictureTests/a-kernel-of-4-for-one-of-3-number-by-number")
  }

  @Test func `a layer that was refused, beside one that is not`() throws {
    let state = try ExplorerState.on(80, 24, keys: ":groups=5<Enter>Dmf")
    expectPicture(state.text, "DesignPictureTests/a-layer-that-was-refused-beside-one-that-is-not")
  }

  @Test func `the kernel size swept, a value chosen`() throws {
    let state = try ExplorerState.on(80, 24, keys: "Dmm<Enter>j")
    expectPicture(state.text, "DesignPictureTests/the-kernel-size-swept-a-value-chosen")
  }

  @Test func `a sweep with refused values, in ASCII`() throws {
    let state = try ExplorerState.on(
      80, 16, keys: ":sweep output_padding=0..4<Enter><Enter><Right><Esc>", unicode: false)
    expectPicture(state.text, "DesignPictureTests/a-sweep-with-refused-values-in-ascii")
  }

  @Test func `a budget with two limits exceeded`() throws {
    let state = try ExplorerState.on(
      80, 24, keys: ":budget macs=1M ram=16Ki flash=18K<Enter><Enter>j")
    expectPicture(state.text, "DesignPictureTests/a-budget-with-two-limits-exceeded")
  }

  @Test func `a larger screen has the hyperparameters beside the comparison`() throws {
    expectPicture(
      try ExplorerState.on(120, 40, keys: "Dmll").text, "DesignPictureTests/large-comparison")
  }

  @Test func `and beside the sweep`() throws {
    expectPicture(
      try ExplorerState.on(120, 40, keys: "Dmm").text, "DesignPictureTests/large-sweep")
  }
}

// The lines are as long as the screen is wide.

// The lines are as long as the screen is wide.
