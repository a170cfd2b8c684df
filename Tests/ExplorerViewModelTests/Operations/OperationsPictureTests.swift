import ExplorerViewModel
import Testing

/// What a layer costs: the exact ledger and the documents, the tools, the formulas.
@Suite struct OperationsPictureTests {
  @Test func `the exact ledger stands above what the documents say`() throws {
    let state = try ExplorerState.on(80, 24, keys: "C")
    expectPicture(
      state.text,
      "OperationsPictureTests/the-exact-ledger-stands-above-what-the-documents-say")
  }

  @Test func `a tool that was chosen says how it counts, and why that is not right`() throws {
    let state = try ExplorerState.on(80, 24, keys: "Cm<Enter>jjj")
    expectPicture(
      state.text,
      "OperationsPictureTests/a-tool-that-was-chosen-says-how-it-counts-and-why-that-is-no")
  }

  @Test func `formulas are shown by sections, from the chosen one on`() throws {
    let state = try ExplorerState.on(80, 24, keys: "Cmm<Enter>jj")
    expectPicture(
      state.text, "OperationsPictureTests/formulas-are-shown-by-sections-from-the-chosen-one-on")
  }

  @Test func `without Unicode the operations view is the same in ASCII`() throws {
    let state = try ExplorerState.on(80, 24, keys: "C", unicode: false)
    expectPicture(
      state.text, "OperationsPictureTests/without-unicode-the-operations-view-is-the-same-in-ascii")
  }

  @Test func `a large screen has longer numbers and reasons`() throws {
    expectPicture(
      try ExplorerState.on(120, 40, keys: "Cm<Enter>jj").text, "OperationsPictureTests/large-screen"
    )
  }
}

// The lines are as long as the screen is wide.
