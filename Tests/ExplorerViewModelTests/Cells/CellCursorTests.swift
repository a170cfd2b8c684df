import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import SeededNumbers
import Testing

/// The cursor of the view of the cells: where it goes, what follows it, and the pin.
@Suite struct CellCursorTests {
  /// The view after keys.
  private func state(_ keys: String, _ subject: LayerCase = Preset.start.subject) throws
    -> ExplorerState
  {
    try .after("<Tab><Tab><Tab>" + keys, subject)
  }

  private func cell(_ state: ExplorerState) throws -> Spatial<Int> {
    state.cellCursor.cell(of: state.cellCursor.grid, in: try #require(state.trace))
  }

  @Test(arguments: [
    ("", 3, 4), ("jl", 4, 5), ("<Up><Left>", 2, 3), ("<lt>", 3, -1), (">", 3, 12), (">>", 3, 15),
    ("<Home>", 3, -1), ("<End>", 3, 15), ("<PgUp>", -1, 4), ("<PgDn>", 15, 4),
    ("<PgDn><PgDn>", 15, 4), ("<Home>hhh<PgUp>kk", -1, -1),
  ])
  func `the arrows move through the output and what is cropped around it`(
    keys: String, row: Int, column: Int
  ) throws {
    // 16 cells, and one in front that padding crops; the one after output_padding keeps.
    let state = try state(keys)
    #expect(try cell(state) == Spatial(height: row, width: column))
    #expect(state.text.contains(" y[\(row.plain),\(column.plain)] = "))
    #expect(state.subject == Preset.start.subject)
  }

  @Test func `m goes from the output to the input, to the kernel and back`() throws {
    let grids = try ["", "m", "mm", "mmm"].map { try state($0).cellCursor.grid }
    #expect(grids == [.output, .input, .kernel, .output])
  }

  @Test func `m takes the cursor to a cell that the present one is tied to`() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<60 {
      let subject = LayerCase.random(using: &generator)
      guard (try? subject.forward()) != nil else { continue }
      var state = try state("jlj", subject)
      for _ in 0..<2 {
        let trace = try #require(state.trace)
        let (grid, before) = (state.cellCursor.grid, try cell(state))
        let links = trace.links(of: grid, at: before)
        try state.press("m")
        let after = try cell(state)
        guard !links.height.isEmpty, !links.width.isEmpty else { continue }
        let next = state.cellCursor.grid
        #expect(links.height.contains { $0[next] == after.height })
        #expect(links.width.contains { $0[next] == after.width })
      }
    }
  }

  @Test func `the kernel has a cursor of its own, on its taps`() throws {
    #expect(try state("mm<End>").text.contains(" w[1,2] times "))
    #expect(try state("mm<End>ljj").text.contains(" w[2,2] times "))
    #expect(try state("mm<Home><PgUp>").text.contains(" w[0,0] times "))
  }

  @Test func `a pinned cell stays while the keys change the hyperparameters`() throws {
    var state = try state("x")
    #expect(state.text.contains("─ pinned ─"))
    try state.press("jl")
    #expect(state.layer.stride == Spatial(square: 3))
    #expect(state.text.contains(" y[3,4] = "))
    try state.press("4<Enter>")
    #expect(state.layer.stride == Spatial(square: 4))
    try state.press("xl")
    #expect(state.layer.stride == Spatial(square: 4))
    #expect(state.text.contains(" y[3,5] = "))
    #expect(!state.text.contains("pinned"))
  }

  @Test func `a pinned cell of a layer that shrinks comes back when it grows`() throws {
    var state = try state("<End><PgDn><PgDn>x")
    #expect(try cell(state) == Spatial(square: 15))
    try state.press(":input=2<Enter>")
    // (2 − 1)·2 − 2 + 2 + 1 + 1 = 4 cells.
    #expect(try cell(state) == Spatial(square: 3))
    try state.press("u")
    #expect(try cell(state) == Spatial(square: 15))
  }

  @Test func `a pinned input cell stays in the input`() throws {
    var state = try state("mx")
    let before = try cell(state)
    try state.press(":stride=3<Enter>")
    #expect(try cell(state) == before)
    #expect(state.text.contains(" x[\(before.height.plain),\(before.width.plain)] times "))
  }

  @Test func `digits are for the hyperparameters, and say so until the cell is pinned`() throws {
    let free = try state("5")
    #expect(free.mode == .browse)
    #expect(free.message?.text == "the keys move the cursor now; x pins it")
    #expect(try state("x5<Enter>").layer.kernelSize == Spatial(square: 5))
  }

  @Test func `in other views x says where cells are pinned`() throws {
    for keys in ["", "<Tab>", "<Tab><Tab>"] {
      let state = try ExplorerState.after(keys + "x")
      #expect(!state.cellCursor.isPinned)
      #expect(state.message?.text.contains("in the view of the cells") == true)
    }
  }

  @Test func `of a refused layer the keys are for the hyperparameters, and it can be fixed`()
    throws
  {
    var state = try state(":groups=5<Enter>")
    #expect(state.text.contains("no output: PyTorch refuses this layer"))
    #expect(!state.isCellFocused)
    try state.press("jl")
    #expect(state.layer.stride == Spatial(square: 3))
    try state.press("mmf")
    #expect(state.isCellFocused)
    #expect(state.text.contains(" = "))
  }

  @Test func `the cell under the cursor and those it is tied to have their styles`() throws {
    let frame = render(try state(""))
    // Between brackets; the two products are in two input cells and two taps.
    #expect(frame.places(of: .cursor).count == 3)
    #expect(frame.place(of: "[@]") != nil)
    let linked = frame.places(of: .linked).map { frame[$0.row, $0.column].scalar }
    #expect(linked.map(String.init) == ["b", "h", "b", "h", "a"], "and the sample of the legend")
    #expect(
      frame.cursor == frame.place(of: "[@]").map { Place(row: $0.row, column: $0.column + 1) })
  }

  @Test func `huge layers have their cells at once`() throws {
    let huge = ":input=1,1,2147483647,2147483647 in_channels=1 out_channels=1<Enter>"
    let state = try state(huge + "<End>")
    #expect(state.text.contains(" y[3,4294967293] = "))
    // The last of 2·(2^31 − 1) cells is 2·(2^31 − 2) + 2 − 1.
    #expect(state.text.contains("w[0,2]·x[2,2147483646] + w[2,2]·x[1,2147483646]"))
  }
}
