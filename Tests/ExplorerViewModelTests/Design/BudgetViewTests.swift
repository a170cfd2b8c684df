import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Setting a budget, and what of it shows where.
@Suite struct BudgetViewTests {
  @Test func `m goes on to the budget, Enter to its limits, and Esc back`() throws {
    #expect(try ExplorerState.after("Cmmm").view == .budget)
    #expect(try ExplorerState.after("Cmmm<Enter>").isListFocused)
    #expect(try ExplorerState.after("Cmmm<Enter><Esc>").isListFocused == false)
    #expect(try ExplorerState.after("Cmmm<Enter>l").layer == LayerCase.decoder.layer)
    #expect(try ExplorerState.after("Cmmm<Enter><Esc>l").layer.kernelSize == Spatial(square: 4))
  }

  @Test func `a limit is typed in place, in any unit`() throws {
    #expect(try ExplorerState.after("Cmmm<Enter>5M<Enter>").budget[.macs] == 5_000_000)
    #expect(try ExplorerState.after("Cmmm<Enter>j256Ki<Enter>").budget[.ram] == 262_144)
    #expect(try ExplorerState.after("Cmmm<Enter>jj<Enter>1.5M<Enter>").budget[.flash] == 1_500_000)
    let back = try ExplorerState.after("Cmmm<Enter>5M<Enter>j7<Enter>")
    #expect(back.budget[.ram] == 7)
    #expect(back.isListFocused)
  }

  @Test func `the command sets several at once, from any view, and shows them`() throws {
    let state = try ExplorerState.after(":budget macs=1M ram=16Ki flash=18K dtype=fp16<Enter>")
    #expect(state.view == .budget)
    #expect(Budget.Limit.allCases.map { state.budget[$0] } == [1_000_000, 16_384, 18_000])
    #expect(state.budget.format == .fp16)
    #expect(
      try ExplorerState.after(":budget macs=1<Enter>:budget none<Enter>").budget.isSet == false)
  }

  @Test(arguments: [
    (":budget macs=many<Enter>", "macs: 'many' is not an amount"),
    (":budget 5<Enter>", "'5' is not a budget"),
    ("Cmmm<Enter>5X<Enter>", "macs: '5X' is not an amount"),
  ])
  func `a text that makes no sense stays to be fixed, with its reason`(
    keys: String, message: String
  ) throws {
    let state = try ExplorerState.after(keys)
    #expect(state.message?.text.hasPrefix(message) == true, "\(state.message?.text ?? "")")
    #expect(state.mode != .browse)
    #expect(!state.budget.isSet)
  }

  @Test func `arrows halve and double a limit, and go through the formats`() throws {
    #expect(try ExplorerState.after("Cmmm<Enter>100<Enter>l").budget[.macs] == 200)
    #expect(try ExplorerState.after("Cmmm<Enter>100<Enter>hh").budget[.macs] == 25)
    #expect(try ExplorerState.after("Cmmm<Enter>1<Enter>h").budget[.macs] == 1)
    #expect(try ExplorerState.after("Cmmm<Enter>l").message?.text.hasPrefix("no limit yet") == true)
    #expect(
      try ["jjjl", "jjjll", "jjjlll", "jjjh", "jjj<Enter>"].map {
        try ExplorerState.after("Cmmm<Enter>\($0)").budget.format
      } == [.fp16, .fp32, .int8, .fp32, .fp16])
  }

  @Test func `the title of every view says what is over, in words`() throws {
    for view in View.allCases {
      var within = try ExplorerState.after(":budget macs=1179648 flash=18560<Enter>")
      within.show(view)
      #expect(render(within).lines[1].hasSuffix(" accepted by PyTorch"))
      var over = try ExplorerState.after(":budget macs=1179647<Enter>")
      over.show(view)
      #expect(render(over).lines[1].hasSuffix(" ! over MACs"), "\(view)")
      #expect(render(over).style(of: "! over") == .bad)
    }
    let both = try ExplorerState.after(":budget macs=1 ram=1<Enter>")
    #expect(render(both).lines[1].hasSuffix(" ! over budget"))
    // What follows from the layer is hidden until it has been predicted.
    #expect(!(try ExplorerState.after(":budget macs=1<Enter>g").text.contains("over")))
  }

  @Test func `without a budget nothing is said of one`() throws {
    #expect(render(try .after("")).lines[1].hasSuffix(" accepted by PyTorch"))
    let text = try ExplorerState.after("Cmmm").text
    #expect(!text.contains("over"))
    #expect(!text.contains("within"))
  }

  @Test func `a layer that is refused shows its reasons, and has no limits to choose`() throws {
    let state = try ExplorerState.after(":groups=5<Enter>Cmmm<Enter>")
    #expect(state.text.contains("in_channels 64 is not divisible by"))
    #expect(!state.isListFocused)
  }

  @Test func `numbers beyond 127 bits are over every limit`() throws {
    let wide = LayerCase.square(3) { ($0.inChannels, $0.outChannels) = (1 << 62, 1 << 62) }
    let state = try ExplorerState.after(":budget flash=1G<Enter>", wide)
    #expect(state.text.contains("> 2^127"))
    #expect(state.text.contains("! over"))
  }

  @Test(arguments: [20, 30, 48, 49, 80, 120])
  func `no digits are cut on any width`(columns: Int) throws {
    let state = try ExplorerState.on(
      columns, 60, keys: ":budget macs=1M ram=16Ki flash=18K<Enter>")
    for row in ["MACs", "RAM", "flash", "weights", "peak", "buffer"] where columns >= 40 {
      let line = render(state).lines.first { $0.contains(" \(row) ") }
      #expect(line?.contains("…") == false, "\(row)")
    }
  }
}
