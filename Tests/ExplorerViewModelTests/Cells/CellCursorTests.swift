import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import SeededNumbers
import Testing

/// The cursor of the view of the cells: where it goes, what follows it, and the pin.
@Suite struct CellCursorTests {
  /// The view after keys.
  private func state(_ keys: String, _ subject: LayerCase = LayerCase.decoder) throws
    -> ExplorerState
  {
    try .after("W<Enter>" + keys, subject)
  }

  private func cell(_ state: ExplorerState) throws -> Spatial<Int> {
    state.cellCursor.cell(of: state.cellCursor.grid, in: try #require(state.trace))
  }

  @Test(arguments: [
    ("", 4, 4), ("jl", 5, 5), ("<Up><Left>", 3, 3), ("<lt>", 4, -1), (">", 4, 12), (">>", 4, 15),
    ("<Home>", 4, -1), ("<End>", 4, 15), ("<PgUp>", -1, 4), ("<PgDn>", 15, 4),
    ("<PgDn><PgDn>", 15, 4), ("<Home>hhh<PgUp>kk", -1, -1),
  ])
  func `the arrows move through the output and what is cropped around it`(
    keys: String, row: Int, column: Int
  ) throws {
    // 16 cells, and one before them that padding crops; the one after output_padding keeps.
    let state = try state(keys)
    #expect(try cell(state) == Spatial(height: row, width: column))
    #expect(state.text.contains(" y[\(row.plain),\(column.plain)] = "))
    #expect(state.subject == LayerCase.decoder)
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

  @Test func `the cell stays while the keys change the hyperparameters`() throws {
    var state = try state("<Esc>")
    try state.press("jl")
    #expect(state.layer.stride == Spatial(square: 3))
    #expect(state.text.contains(" y[4,4] = "))
    try state.press("4<Enter>")
    #expect(state.layer.stride == Spatial(square: 4))
    try state.press("<Enter>l")
    #expect(state.layer.stride == Spatial(square: 4))
    #expect(state.text.contains(" y[4,5] = "))
  }

  @Test func `the cell of a layer that shrinks comes back when it grows`() throws {
    var state = try state("<End><PgDn><PgDn>")
    #expect(try cell(state) == Spatial(square: 15))
    try state.press(":input=2<Enter>")
    // (2 − 1)·2 − 2 + 2 + 1 + 1 = 4 cells.
    #expect(try cell(state) == Spatial(square: 3))
    try state.press("u")
    #expect(try cell(state) == Spatial(square: 15))
  }

  @Test func `an input cell stays in the input`() throws {
    var state = try state("m<Esc>")
    let before = try cell(state)
    try state.press(":stride=3<Enter>")
    #expect(try cell(state) == before)
    #expect(state.text.contains(" x[\(before.height.plain),\(before.width.plain)] times "))
  }

  @Test func `digits are for the hyperparameters, and say so until Esc leaves the cells`() throws {
    let free = try state("5")
    #expect(free.mode == .browse)
    #expect(free.message?.text == "the arrows move the cursor now; Esc goes back")
    #expect(try state("<Esc>5<Enter>").layer.kernelSize == Spatial(square: 5))
  }

  @Test func `a key that is gone says what does the same now`() throws {
    for (key, new) in Command.gone {
      var state = try ExplorerState.after("")
      _ = state.press(key)
      #expect(state.message?.text == "\(key.name) is gone: \(new)")
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
    try state.press("f<Enter>")
    #expect(state.isCellFocused)
    #expect(state.text.contains(" = "))
  }

  @Test func `the cell under the cursor and those it is tied to have their styles`() throws {
    let frame = render(try state(""))
    // Between brackets; the two products are in two input cells and two taps.
    #expect(frame.places(of: .cursor).count == 3)
    // Row and column 4 receive one product each, of the tap in the middle.
    let cursor = try #require(frame.place(of: "[1]"))
    let marked = frame.places(of: .tap4).map { frame[$0.row, $0.column].scalar }
    #expect(String(String.UnicodeScalarView(marked.filter { $0 != " " })) == "eeew[1,1]")
    #expect(frame.cursor == Place(row: cursor.row, column: cursor.column + 1))
  }

  @Test func `huge layers have their cells at once`() throws {
    let huge = ":input=1,1,2147483647,2147483647 in_channels=1 out_channels=1<Enter>"
    let state = try state(huge + "<End>")
    #expect(state.text.contains(" y[4,4294967293] = "))
    // The last of 2·(2^31 − 1) cells is 2·(2^31 − 2) + 2 − 1.
    #expect(state.text.contains("w[1,2]·x[2,2147483646]"))
  }
}
