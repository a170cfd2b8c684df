import ConvArithmetic
import ExplorerViewModel
import Testing

@Suite struct AppearanceTests {
  @Test func `T goes through all themes and back, and the frame says which`() throws {
    var state = try ExplorerState.on(80, 24, colors: 256)
    var seen: [Theme] = []
    for _ in Theme.allCases {
      seen.append(render(state).theme)
      try state.press("T")
    }
    #expect(Set(seen) == Set(Theme.allCases))
    #expect(render(state).theme == seen[0])
  }

  @Test func `c offers only what the terminal can show, plain ASCII always among it`() throws {
    func styles(unicode: Bool, colors: Int) throws -> Set<HeatStyle> {
      var state = try ExplorerState.on(80, 24, unicode: unicode, colors: colors)
      var styles: Set<HeatStyle> = []
      for _ in HeatStyle.allCases {
        styles.insert(state.heatStyle)
        try state.press("c")
      }
      return styles
    }
    #expect(try styles(unicode: true, colors: 256) == Set(HeatStyle.allCases))
    #expect(try styles(unicode: true, colors: 0) == [.ramp, .digits, .shades])
    #expect(try styles(unicode: false, colors: 8) == [.color, .ramp, .digits])
    #expect(try styles(unicode: false, colors: 0) == [.ramp, .digits])
  }

  @Test func `y says so where the terminal has no clipboard, and shows the line`() throws {
    var state = ExplorerState(
      LayerCase.decoder, size: ScreenSize(columns: 100, rows: 24),
      capabilities: Capabilities(unicode: true, colors: 0, hasClipboard: false))
    #expect(state.press(KeyPress.character("y")) == nil)
    #expect(
      render(state).lines[23] == " no clipboard here:"
        + " nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1)")
  }

  @Test func `half blocks need colours, so they give way to a theme without`() throws {
    var state = try ExplorerState.on(80, 24, keys: "cccc", colors: 256)
    #expect(state.heatStyle == .halfBlocks)
    while state.theme != .mono { try state.press("T") }
    #expect(state.heatStyle == .ramp)
  }

  @Test func `half blocks show two rows of the map in one`() throws {
    let state = try ExplorerState.on(80, 24, keys: "cccc", colors: 256)
    let frame = render(state)
    // 16 rows of the map are 8 of the screen, from row 4, column 32 on, beside the ruler.
    for row in 0..<8 {
      for column in 0..<16 {
        let cell = frame[4 + row, 32 + column]
        #expect(cell.scalar == "▀")
        // Even rows receive 1, odd ones 2, but the last one: each half has its own heat.
        let upper = frame[4, 32 + column].style
        #expect(cell.style == upper)
        #expect(row == 7 || cell.lower != nil && cell.lower != cell.style)
      }
    }
    #expect(frame[12, 32].scalar == " ")
  }

  @Test func `what the last key changed is marked until the next change`() throws {
    var state = try ExplorerState.on(80, 24, keys: "l")
    #expect(render(state).lines[15].hasPrefix("─ kernel_size 3 → 4 ─"))
    // A repaint, a resize, a move change nothing about it.
    try state.press("jk<C-l>?<Esc>")
    state.size = ScreenSize(columns: 120, rows: 24)
    #expect(render(state).text.contains("─ kernel_size 3 → 4 ─"))
    state.size = ScreenSize(columns: 80, rows: 24)
    try state.press("t")
    #expect(render(state).lines[15].hasPrefix("─ ConvTranspose2d → Conv2d ─"))
    try state.press("u")
    #expect(render(state).lines[15].hasPrefix("─ Conv2d → ConvTranspose2d ─"))
    try state.press(":k=7 s=3 p=2<Enter>")
    #expect(render(state).lines[15].hasPrefix("─ 3 changes ─"))
    try state.press("al")
    #expect(render(state).lines[15].hasPrefix("─ kernel_size 7 → 8,7 ─"))
  }
}
