import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// The cell cursor, the window that follows it, and the zoom.
@Suite struct MapCursorTests {
  /// From the middle, where the cursor is at first, to the first cell.
  private static let corner = "<Home><PgUp>"

  @Test func `the cursor says row, column and the product`() throws {
    // Coverage of the start layer: 1 2 1 2 … along both axes.
    for (keys, text) in [
      ("", "row 0, column 0: 1 × 1 = 1"), ("jll", "row 1, column 2: 2 × 1 = 2"),
      ("<Down>lll", "row 1, column 3: 2 × 2 = 4"),
    ] {
      #expect(try ExplorerState.after("<Enter>" + Self.corner + keys).text.contains(text))
    }
  }

  @Test(arguments: [
    ("hhhkkk", 0, 0), ("<lt>", 0, 0), (">", 0, 8), (">>>>", 0, 15), ("<End>", 0, 15),
    ("<End><Home>", 0, 0), ("<PgDn>", 12, 0), ("<PgDn><PgDn>", 15, 0), ("<PgDn><PgUp>", 0, 0),
    ("<End><PgDn><PgDn>ljlj", 15, 15),
  ])
  func `the cursor stays inside the map`(keys: String, row: Int, column: Int) throws {
    #expect(
      try ExplorerState.after("<Enter>" + Self.corner + keys).text.contains(
        "row \(row), column \(column):"))
    #expect(
      try ExplorerState.after("Om<Enter>" + Self.corner + keys).text.contains(
        "row \(row), column \(column):"))
  }

  @Test func `its count is that of the cell`() throws {
    // The loops know no copies.
    for preset in Preset.all
    where preset.subject.input.size.height <= 70 && preset.subject.layer.paddingMode == .zeros {
      let pass = try preset.subject.forward()
      let counts = pass.axes.map { scatter($0) }
      var state = try ExplorerState.after("<Enter><PgDn>>>lj", preset.subject)
      for keys in ["", "hhk"] {
        try state.press(keys)
        let cell = state.cursorCell(in: pass.overlap)
        let count = counts.with(cell) { $0[$1] }.reduce(1, *)
        #expect(state.text.contains("\(counts.count == 1 ? ":" : " =") \(count) "))
      }
    }
  }

  @Test func `a map that shrinks keeps its cursor`() throws {
    var state = try ExplorerState.after("<Enter><End><PgDn><PgDn><Esc>")
    try state.press("k<lt><lt><Enter>")
    // Input 2: (2 − 1)·2 − 2 + 2 + 1 + 1 = 4 cells.
    #expect(state.text.contains("row 3, column 3: 1 × 1 = 1"))
  }

  @Test func `the keys change values again after the cursor`() throws {
    #expect(try ExplorerState.after("<Enter><Esc>l").layer.kernelSize == Spatial(square: 4))
    #expect(try ExplorerState.after("<Enter>l").layer.kernelSize == Spatial(square: 3))
  }

  @Test func `the cursor of an invalid layer is nowhere`() throws {
    let state = try ExplorerState.after("<Enter>:groups=5<Enter>jl>")
    #expect(render(state).places(of: .cursor).isEmpty)
    #expect(state.text.contains("no output"))
  }

  @Test func `a window follows the cursor and says its position`() throws {
    // 200 cells; the pane has 12 rows of 48 columns, less the ruler, two columns a cell.
    var state = try ExplorerState.after(":input=100<Enter>z")
    #expect(state.text.contains("0–10/200 × 0–22/200"))
    try state.press("Om<Enter><End>" + String(repeating: "<PgDn>", count: 20))
    #expect(state.text.contains("184–199/200 × 161–199/200"))
  }

  @Test func `a map that does not fit is seen whole at first, its scale said`() throws {
    // 200 cells in 17 rows: blocks of 12, as for the period of 2.
    var state = try ExplorerState.after(":input=100<Enter>Om")
    #expect(state.text.contains("means of 12×12; least 1, most 4; z shows cells"))
    try state.press("z")
    #expect(!state.text.contains("means of"))
    #expect(state.text.contains("z shows all"))
  }

  @Test func `half blocks are chosen where they show all cells`() throws {
    let subject = LayerCase.square(30) { $0.direction = .transposed }
    // 32 cells in 20 rows and 80 columns.
    let state = try ExplorerState.on(80, 24, keys: "Om", subject, colors: 256)
    #expect(state.text.contains("half blocks; z shows cells"))
    #expect(state.heatStyle == .color)
    let plain = try ExplorerState.on(80, 24, keys: "Om", subject)
    #expect(plain.text.contains("means of 2×2"))
  }

  @Test func `a map that fits is shown cell by cell, zoomed or not`() throws {
    #expect(try ExplorerState.after("Omz").text == (try ExplorerState.after("Om")).text)
  }

  @Test func `in blocks, the cursor marks the block of its cell`() throws {
    let state = try ExplorerState.after(":input=100<Enter><Enter><Home><PgUp>>>jjj")
    // 12 rows: blocks of ⌈200/12⌉ = 17, and 18 for the period. Column 16 is in the first one.
    #expect(
      render(state).places(of: .cursor) == [Place(row: 3, column: 31), Place(row: 3, column: 32)])
  }

  @Test func `a magnifier shows the cells around the cursor`() throws {
    let state = try ExplorerState.after(":input=100<Enter>Om<Enter>")
    #expect(state.text.contains("around the cursor"))
    // The block, and the cell in the magnifier.
    #expect(render(state).places(of: .cursor).count == 4)
    #expect(try !ExplorerState.after("Om<Enter>").text.contains("around the cursor"))
  }
}
