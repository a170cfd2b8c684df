import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// The keys of the list of tools.
@Suite struct ToolFocusTests {
  private static let sizes = [
    (80, 24), (120, 40), (200, 60), (80, 10), (77, 7), (60, 9), (50, 12), (40, 5), (40, 3),
  ].map { ScreenSize(columns: $0.0, rows: $0.1) }

  /// The chosen tool, or nothing where it is not on the screen.
  private func chosen(_ state: ExplorerState) -> String? {
    OperationConvention.allCases.map(\.name).first { state.text.contains("▸ \($0)") }
  }

  @Test(arguments: sizes)
  func `the chosen tool is always in sight`(size: ScreenSize) throws {
    var state = try ExplorerState.on(size.columns, size.rows, keys: "Cm<Enter>")
    for key in ["j", "k"] {
      for _ in OperationConvention.allCases {
        let name = OperationConvention.allCases[state.choice].name
        #expect(chosen(state) == name, "\(name)")
        try state.press(key)
      }
    }
  }

  @Test(arguments: sizes)
  func `it stays in sight on a screen of another size, and for another layer`(
    size: ScreenSize
  ) throws {
    for count in 0..<OperationConvention.allCases.count {
      let keys = "Cm<Enter>" + String(repeating: "j", count: count)
      var state = try ExplorerState.on(150, 50, keys: keys)
      state.size = size
      #expect(chosen(state) == OperationConvention.allCases[count].name)
      for more in ["t", "b", "u", ":input=64,9,9<Enter>"] {
        try state.press(more)
        #expect(chosen(state) == OperationConvention.allCases[count].name, "\(more)")
      }
    }
  }

  @Test func `its name and ratio are not written over where the text goes on above`() throws {
    for count in 0..<OperationConvention.allCases.count {
      let down = String(repeating: "j", count: count)
      let frame = render(try .after("Cm<Enter><End><Home>" + down))
      let row = try #require(frame.place(of: "▸ " + OperationConvention.allCases[count].name)).row
      let text = frame.lines[row]
      #expect(text.contains(" exact") || text.contains("×") || text.contains("+"), "\(text)")
    }
  }

  @Test func `up and down stop at the ends, and Home and End go there`() throws {
    let last = OperationConvention.allCases.count - 1
    let down = String(repeating: "j", count: 30)
    #expect(try ExplorerState.after("Cm<Enter>k<Up>").choice == 0)
    #expect(try ExplorerState.after("Cm<Enter>" + down).choice == last)
    #expect(try ExplorerState.after("Cm<Enter><End>").choice == last)
    #expect(try ExplorerState.after("Cm<Enter><End><Home>").choice == 0)
    #expect(try ExplorerState.after("Cm<Enter><End>").selected == .kernelSize)
  }

  @Test func `Esc gives the focus back to the hyperparameters, Tab leaves it`() throws {
    for keys in ["Cm<Enter>", "Cm<Enter><Esc><Enter>"] {
      #expect(try ExplorerState.after(keys).isListFocused)
    }
    let around = String(repeating: "<Tab>", count: Room.allCases.count)
    for keys in ["Cm<Enter><Esc>", "Cm<Enter><Tab><S-Tab>", "Cm<Enter>" + around] {
      let state = try ExplorerState.after(keys + "j")
      #expect(!state.isListFocused)
      #expect(state.choice == 0)
      #expect(state.selected == .stride)
    }
    #expect(try !ExplorerState.after("Cm<Enter><Tab><Tab>").isMapFocused)
  }

  @Test(arguments: ["5", "<Enter>", "h", "l", "<Left>", "<lt>", ">"])
  func `a key for the hyperparameters says who has the keys, and changes nothing`(
    key: String
  ) throws {
    let state = try ExplorerState.after("Cm<Enter>" + key)
    #expect(state.mode == .browse)
    #expect(state.subject == LayerCase.decoder)
    #expect(render(state).lines[23] == " the arrows choose a tool now; Esc goes back")
  }

  @Test func `a refused layer has no list, and its hyperparameters keep the keys`() throws {
    let state = try ExplorerState.after(":groups=5<Enter>Cm<Enter>")
    #expect(render(state).lines[23] == " there is no output to look at; f fixes the layer")
    #expect(!state.isListFocused)
    // One that is refused while the list has the focus can be fixed by the keys.
    var refused = try ExplorerState.after("Cm<Enter>j:groups=5<Enter>")
    #expect(!refused.isListFocused)
    try refused.press("j")
    #expect(refused.selected == .stride)
    try refused.press("f")
    #expect(refused.isListFocused)
    #expect(refused.choice == 1)
  }

  @Test func `a page moves the choice in the list, and the text outside of it`() throws {
    let away = try ExplorerState.after("Cm<Enter><PgDn><PgDn>")
    #expect(chosen(away) == OperationConvention.allCases.last?.name)
    let text = try ExplorerState.after("O").text
    #expect(try ExplorerState.after("O<PgDn>").text != text)
  }

  @Test func `a text that became shorter moves with the first key`() throws {
    var state = try ExplorerState.on(80, 10, keys: "O" + String(repeating: "<PgDn>", count: 20))
    state.size = ScreenSize(columns: 80, rows: 24)
    let before = state.text
    try state.press("<PgUp>")
    #expect(state.text != before)
  }
}
