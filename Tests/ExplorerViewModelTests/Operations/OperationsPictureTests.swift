import ExplorerViewModel
import Testing

/// The operations view in a person's order: documented, executed, the tools, the formulas.
@Suite struct OperationsPictureTests {
  @Test func `headline, ledger and tools stand beside the hyperparameters`() throws {
    let state = try ExplorerState.on(80, 24, keys: "C")
    expectPicture(
      state.text,
      "OperationsPictureTests/headline-ledger-and-tools-stand-beside-the-hyperparameters")
  }

  @Test func `a tool that was chosen says how it counts, and why that is not right`() throws {
    let state = try ExplorerState.on(80, 24, keys: "C<Enter>jjj")
    expectPicture(
      state.text,
      "OperationsPictureTests/a-tool-that-was-chosen-says-how-it-counts-and-why-that-is-no")
  }

  @Test func `below the tools the operations view has every formula`() throws {
    let state = try ExplorerState.on(80, 24, keys: "C<PgDn><PgDn><PgDn>")
    expectPicture(
      state.text, "OperationsPictureTests/below-the-tools-the-operations-view-has-every-formula")
  }

  @Test func `without Unicode the operations view is the same in ASCII`() throws {
    let state = try ExplorerState.on(80, 24, keys: "C", unicode: false)
    expectPicture(
      state.text, "OperationsPictureTests/without-unicode-the-operations-view-is-the-same-in-ascii")
  }

  @Test func `a large screen has longer bars and more of it at once`() throws {
    expectPicture(
      try ExplorerState.on(120, 40, keys: "C<Enter>jj").text, "OperationsPictureTests/large-screen")
  }
}

// The lines are as long as the screen is wide.
