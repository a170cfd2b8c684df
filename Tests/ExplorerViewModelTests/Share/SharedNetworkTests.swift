import ConvArithmetic
@testable import ExplorerViewModel
import LayerNotation
import Testing

/// A network in the share line, in snapshots and in what is pasted.
@Suite struct SharedNetworkTests {
  private static func opened(_ line: String) throws -> ExplorerState {
    try ExplorerState(
      ShareLine(reading: line), size: ScreenSize(columns: 80, rows: 24),
      capabilities: Capabilities(unicode: true, colors: 0))
  }

  private static let two = "x = torch.zeros(1, 3, 9, 9); a = nn.Conv2d(3, 8, 3)(x);"

  @Test func `Y copies the lines of the network in one, with what is selected`() throws {
    var state = try ExplorerState.after(
      ":nn.Sequential(nn.Conv2d(3, 8, 3), nn.MaxPool2d(2))<Enter>j")
    let line =
      "convscope 'x = torch.zeros(1, 3, 8, 8); module_0 = nn.Conv2d(3, 8, 3)(x);"
      + " module_1 = nn.MaxPool2d(2)(module_0)' --view model --show module=1,module=2,reach=1,pane"
    #expect(state.press("Y") == .copy(line))
    #expect(state.message?.text == "copied the share line, \(line.utf8.count) bytes")
    #expect(try Self.opened(line).network?.selected == 1)
  }

  @Test func `a well-known network keeps its title, and the way back to its beginning`() throws {
    let state = try ExplorerState.after(":network dcgan<Enter><Esc>:stride=2<Enter>")
    var again = try Self.opened(state.shareLine.text)
    #expect(again.network?.title == "DCGAN's generator")
    #expect(again.network?.named == state.network?.named)
    try again.press("r")
    #expect(again.network?.named == state.network?.named)
  }

  @Test func `pasted, it opens at once where the palette has no room, and undo goes back`() throws {
    let resnet = try #require(PresetNetwork.named("resnet18")?.named)
    let long = try ExplorerState.after(":network resnet18<Enter>").shareLine.text
    let short = "convscope '\(Self.two) b = nn.ReLU()(a)' --view reach"
    for (line, key) in [(short, KeyPress.enter), (long, .escape)] {
      for before in ["jj", ":"] {
        var state = try ExplorerState.after(before)
        _ = state.press(.pasted(line + "\n"))
        _ = state.press(key)
        #expect(state.network?.named.modules.count == (line == long ? resnet.modules.count : 2))
        #expect(state.mode == .browse)
        try state.press("u")
        #expect(state.network == nil && state.subject == LayerCase.decoder)
      }
    }
  }

  @Test func `undo goes back to the network that was open before`() throws {
    var state = try ExplorerState.after(":network espcn<Enter>")
    let before = state.network?.named
    _ = state.press(.pasted("convscope --op conv2d --input 1,3,9,9"))
    _ = state.press(.enter)
    #expect(state.network == nil)
    try state.press("u")
    #expect(state.network?.named == before)
  }

  @Test(arguments: ["module=0", "module=3", "module=x", "title=nothing", "reach=-1"])
  func `a mark that makes no sense is refused`(mark: String) {
    #expect(throws: NotationError.self) {
      try Self.opened("convscope '\(Self.two) b = nn.ReLU()(a)' --show \(mark)")
    }
  }

  @Test(arguments: ["module=1", "title=dcgan"])
  func `a mark of a network needs one`(mark: String) {
    #expect(throws: NotationError.self) { try Self.opened("convscope --show \(mark)") }
  }

  @Test func `a network without a convolution is not opened`() {
    let error = #expect(throws: NotationError.self) {
      try Self.opened("convscope 'x = torch.zeros(1, 3, 9, 9); a = nn.ReLU()(x)'")
    }
    #expect(error?.message == "the network has no convolution to explore")
  }

  @Test func `a snapshot is listed by its modules, and opens them`() throws {
    let line = try ExplorerState.after(":network dcgan<Enter>").shareLine
    var state = try ExplorerState.after("")
    state.take(.snapshots([Snapshot(name: try SnapshotName("g"), content: .success(line))]))
    #expect(state.text.contains("14 modules, (1, 100, 1, 1)"))
    try state.press("<Enter>")
    #expect(state.network?.title == "DCGAN's generator")
    #expect(state.view == .model)
  }

  @Test func `a layer with causal padding is shared with its network`() throws {
    let state = try ExplorerState.after(
      ":nn.Sequential(nn.Conv1d(3, 8, 3), nn.ReLU())<Enter><Esc>:padding=causal<Enter>")
    let again = try Self.opened(state.shareLine.text)
    #expect(state.unsharedNetwork == nil)
    #expect(again.network?.module?.layer?.padding == .causal)
    #expect(again.network?.sheet.flow.shapes == state.network?.sheet.flow.shapes)
  }

  @Test func `under the names of its line a network is told as one that is read from it`() throws {
    let state = try ExplorerState.after(
      ":nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.MaxPool2d(2))<Enter>j")
    let again = try Self.opened(state.shareLine.text)
    let (kept, read) = (state.lasting.network?.sheet, again.network?.sheet)
    #expect(kept?.name(0) == "module_0" && kept?.nameWidth == 8)
    #expect(kept?.lines == read?.lines && kept?.nameWidth == read?.nameWidth)
    #expect(render(state.lasting) == render(again))
  }

  @Test func `what cannot be said is left out, with the reason`() throws {
    // A printed module leaves align_corners open, its constructor does not.
    let printed = try ModelText(
      reading: """
        Sequential(
          (0): Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1))
          (1): Upsample(scale_factor=2.0, mode='bilinear')
        )
        """)
    var state = try ExplorerState.after("")
    try state.explore(#require(printed.network()), title: "network")
    let line = state.shareLine
    #expect(line.network == nil && line.text.contains("--op conv2d"))
    let loss = try #require(state.unsharedNetwork)
    #expect(loss.hasPrefix(" without its network ("))
    #expect(state.press("Y") == .copy(line.text))
    #expect(state.message?.text.hasSuffix(loss) == true)
    state.take(.kept(try SnapshotName("a")))
    #expect(state.message?.text == "kept as 'a'\(loss); S lists the snapshots")
    var session = PlainSession(state)
    #expect(session.answer("share") == [line.text, "this is the layer\(loss)"])
  }
}
