import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Views, lists, heat styles and messages.
@Suite struct ViewTests {
  @Test func `Tab goes through the rooms and Shift-Tab back`() throws {
    let forward = try (0...Room.allCases.count).map {
      try ExplorerState.after(String(repeating: "<Tab>", count: $0)).view.room
    }
    #expect(forward == Room.allCases + [.layer])
    #expect(try ExplorerState.after("<S-Tab>").view.room == Room.allCases.last)
  }

  @Test func `the key of a room goes there, and pressed again or Esc back to the first`() throws {
    for room in Room.allCases {
      guard let key = room.key else { continue }
      var state = try ExplorerState.after("")
      _ = state.press(key)
      #expect(state.view.room == room)
      _ = state.press(key)
      #expect(state.view.room == .layer)
      _ = state.press(key)
      try state.press("<Esc>")
      #expect(state.view.room == .layer)
    }
  }

  @Test func `the bar shows Esc only where it goes to the first room`() throws {
    for room in Room.allCases where room != .layer {
      let key = room.key?.name ?? ""
      for keys in [
        key, key + "<Enter>", key + "<Space><Space>", key + "<Space><Space><Enter>", key + ":",
        key + "?",
      ] {
        var state = try ExplorerState.after(keys)
        let (here, bar) = (state.view.room, render(state).lines[0])
        guard here != .layer else { continue }
        try state.press("<Esc>")
        #expect(bar.hasPrefix("Esc Layer ") == (state.view.room == .layer), "\(keys)")
        #expect(bar.hasPrefix("Esc Layer ") || bar.hasPrefix("    Layer "), "\(keys)")
      }
    }
  }

  @Test func `Enter goes into the picture, whatever has been played of it`() throws {
    for keys in ["W", "W<Space><Space>"] {
      var state = try ExplorerState.after(keys)
      #expect(render(state).lines.last?.contains("Enter picture") == true, "\(keys)")
      try state.press("<Enter>")
      #expect(state.focus == .picture)
    }
  }

  @Test func `m goes through all pages of a room, and the room remembers the last one`() throws {
    for room in Room.allCases where room.pages.count > 1 {
      var state = try ExplorerState.after(room.key?.name ?? "")
      for page in room.pages.dropFirst() + [room.pages[0], room.pages[1]] {
        try state.press("m")
        #expect(state.view == page)
      }
      try state.press("<Esc>" + (room.key?.name ?? ""))
      #expect(state.view == room.pages[1])
    }
  }

  @Test func `each room is named in the bar at 60 columns, the present one marked`() throws {
    for room in Room.allCases {
      let bar = render(try .on(60, 24, keys: room.key?.name ?? "")).lines[0]
      for other in Room.allCases where other != room { #expect(bar.contains(other.title)) }
      #expect(bar.contains("[\(room.title)]"))
    }
  }

  @Test func `a click on a room or on a word of the footer does what its key does`() throws {
    for (text, row, keys) in [("Overlap", 0, "O"), ("help", 0, "?"), ("Enter", 23, "<Enter>")] {
      var state = try ExplorerState.after("")
      let line = Array(render(state).lines[row])
      let column = try #require(
        line.indices.first { String(line[$0...].prefix(text.count)) == text })
      _ = state.press(.mouse(MouseEvent(.press, at: Place(row: row, column: column))))
      #expect(state == (try ExplorerState.after(keys)))
    }
  }

  @Test func `the hyperparameters change in the operations view as well`() throws {
    let state = try ExplorerState.after("Cl")
    #expect(state.layer.kernelSize == Spatial(square: 4))
    // 64·32 filters of 4·4 taps on 8·8 cells.
    #expect(state.text.contains(/products +2,097,152/))
  }

  @Test func `each view begins at its top`() throws {
    let state = try ExplorerState.after("O<PgDn><Tab><S-Tab>")
    #expect(state.text == (try ExplorerState.after("O")).text)
  }

  @Test func `a page up and down come back, and stop at the ends`() throws {
    let top = try ExplorerState.after("O")
    #expect(try ExplorerState.after("O<PgDn><PgDn><PgUp><PgUp>").text == top.text)
    #expect(try ExplorerState.after("O<PgUp>").text == top.text)
    let end = try ExplorerState.after("O<PgDn><PgDn><PgDn>")
    #expect(try ExplorerState.after("O" + String(repeating: "<PgDn>", count: 9)) == end)
    #expect(end.text.contains("Even overlap does not rule"))
    #expect(!end.text.contains("PgDn ▼"))
  }

  @Test func `the place in the help does not move a page`() throws {
    let state = try ExplorerState.after("O?<End><Esc>")
    #expect(state.text == (try ExplorerState.after("O")).text)
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
      #expect(state.subject == LayerCase.decoder)
    }
  }

  @Test func `Ctrl-C ends the program wherever it is`() throws {
    for keys in ["", "?", "p", ":", "5", "m", "C", "Om<Enter>"] {
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
    #expect(try ExplorerState.after("p<Down><Down><Esc>").subject == LayerCase.decoder)
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
