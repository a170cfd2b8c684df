import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Views, lists, heat styles and messages.
@Suite struct ViewTests {
  @Test func `Tab goes through the views and Shift-Tab back`() throws {
    let forward = try (0...View.allCases.count).map {
      try ExplorerState.after(String(repeating: "<Tab>", count: $0)).view
    }
    #expect(forward == View.allCases + [.overview])
    #expect(try ExplorerState.after("<S-Tab>").view == View.allCases.last)
  }

  @Test func `the hyperparameters change in the operations view as well`() throws {
    let state = try ExplorerState.after("<Tab>l")
    #expect(state.layer.kernelSize == Spatial(square: 4))
    // 64·32 filters of 4·4 taps on 8·8 cells.
    #expect(state.text.contains("products         2,097,152"))
  }

  @Test func `each view begins at its top`() throws {
    let state = try ExplorerState.after("<Tab><PgDn><Tab><S-Tab>")
    #expect(state.text.contains("As documented  "))
  }

  @Test func `a page up and down come back, and stop at the ends`() throws {
    let top = try ExplorerState.after("<Tab>")
    #expect(try ExplorerState.after("<Tab><PgDn><PgDn><PgUp><PgUp>").text == top.text)
    #expect(try ExplorerState.after("<Tab><PgUp>").text == top.text)
    let end = try ExplorerState.after("<Tab><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn>")
    #expect(try ExplorerState.after("<Tab>" + String(repeating: "<PgDn>", count: 9)) == end)
    #expect(end.text.contains("Relationships of Dumoulin & Visin"))
    #expect(!end.text.contains("PgDn ▼"))
  }

  @Test func `the place in the help does not move the operations view`() throws {
    let state = try ExplorerState.after("<Tab>?<End><Esc>")
    #expect(state.text == (try ExplorerState.after("<Tab>")).text)
  }

  @Test func `a screen that grows while help is open is filled`() throws {
    var state = try ExplorerState.on(80, 10, keys: "?<End>")
    state.size = ScreenSize(columns: 80, rows: 100)
    #expect(state.text.contains("Select and change"))
  }

  @Test func `every key that may close a list closes it and does no more`() throws {
    for keys in ["?q", "??", "?<Esc>", "?<Enter>", "p<Esc>", "L<Esc>", "pq<Esc><Esc>"] {
      var state = try ExplorerState.after("")
      #expect(try state.press(keys).isEmpty)
      #expect(state.mode == .browse)
      #expect(state.subject == Preset.start.subject)
    }
  }

  @Test func `Ctrl-C ends the program wherever it is`() throws {
    for keys in ["", "?", "p", ":", "5", "m", "<Tab>", "<Tab><Tab>"] {
      var state = try ExplorerState.after(keys)
      #expect(try state.press("<C-c>") == [.quit])
    }
  }

  @Test func `a preset is chosen from its list`() throws {
    var list = try ExplorerState.after("p")
    for preset in Preset.all {
      var state = list
      try state.press("<Enter>")
      #expect(state.subject == preset.subject)
      try list.press("<Down>")
    }
    #expect(try ExplorerState.after("p<End><Enter>").subject == Preset.all.last?.subject)
    #expect(
      try ExplorerState.after("p<End><Home><Down><Up><Up><Enter>").subject == Preset.all[0].subject)
    #expect(try ExplorerState.after("p<Down><Down><Esc>").subject == Preset.start.subject)
  }

  @Test func `the heat is colours, ASCII, digits, shades and half blocks in turn`() throws {
    let styles = try ["", "c", "cc", "ccc", "cccc", "ccccc"].map {
      try ExplorerState.on(80, 24, keys: $0, colors: 256).heatStyle
    }
    #expect(styles == [.color, .ramp, .digits, .shades, .halfBlocks, .color])
    #expect(try ExplorerState.after("").heatStyle == .ramp)
  }

  @Test func `an unknown key is named`() throws {
    #expect(render(try .after("Q")).lines[23] == " Q does nothing; ? shows the keys")
    #expect(render(try .after("<F5>")).lines[23] == " F5 does nothing; ? shows the keys")
    #expect(render(try .after("<C-x>")).lines[23] == " Ctrl-X does nothing; ? shows the keys")
    #expect(render(try .after("漢")).lines[23] == " 漢 does nothing; ? shows the keys")
  }

  @Test func `a message disappears with the next key`() throws {
    var state = try ExplorerState.after("Q")
    #expect(state.message != nil)
    try state.press("j")
    #expect(state.message == nil)
    #expect(render(state).lines[23].hasPrefix(" ←/→ change"))
  }

  @Test func `a copied line is said`() throws {
    var state = try ExplorerState.after("")
    let line = "nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1)"
    #expect(try state.press("y") == [.copy(line)])
    #expect(render(state).lines[23] == " copied \(line)")
  }

  @Test func `what only a terminal can do is left to it`() throws {
    var state = try ExplorerState.after("")
    let before = state
    #expect(try state.press("<C-z><C-l>") == [.suspend, .repaint])
    #expect(state == before)
  }
}
