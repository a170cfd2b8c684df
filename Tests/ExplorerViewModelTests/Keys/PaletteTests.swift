import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// The list of commands that a colon opens.
@Suite struct PaletteTests {
  /// The names of the rows that are left, as they stand on a large screen.
  private func rows(_ keys: String) throws -> [String] {
    let state = try ExplorerState.on(120, 120, keys: keys)
    guard let chooser = state.chooser else { return [] }
    return chooser.matches.map { place in
      chooser.items[place].name.split(separator: " ").last.map(String.init) ?? ""
    }
  }

  @Test func `it has every command that applies, and every hyperparameter`() throws {
    let state = try ExplorerState.after("")
    let rows = try rows(":")
    for command in Command.all where !command.name.isEmpty && command.applies(to: state) {
      let isForPlainModeAlone = ["show", "report"].contains(command.name)
      #expect(rows.contains(command.name) == !isForPlainModeAlone, "\(command.name)")
    }
    for name in ["batch", "input", "kernel_size", "stride", "padding", "bias", "output_padding"] {
      #expect(rows.contains(name), "\(name)")
    }
    #expect(try self.rows("t:output").contains("output_padding") == false)
  }

  @Test(arguments: [
    ("undo", "undo"), ("Ctrl-R", "redo"), ("last change", "undo"), ("keras", "code"),
    ("gather", "order"), ("grey", "picture"), ("even values", "fix"), ("DEPTHWISE", "presets"),
  ])
  func `a command is found by its name, its key, its other words and its help`(
    text: String, name: String
  ) throws {
    #expect(try rows(":\(text)").contains(name))
  }

  @Test func `the key stands beside the command`() throws {
    for size in [(80, 24), (40, 12)] {
      let state = try ExplorerState.on(size.0, size.1, keys: ":transposed")
      #expect(state.text.contains(" t         transposed"))
    }
  }

  @Test func `the arrows choose, and Enter does what is chosen`() throws {
    #expect(try ExplorerState.after(":transp<Enter>").layer.direction == .convolution)
    let moved = try ExplorerState.after(":<Down><Enter>")
    #expect(moved.layer.direction == .convolution && moved.mode == .browse)
    #expect(try ExplorerState.after(":bias<Enter>").layer.bias == false)
  }

  @Test func `a command with an argument puts its word into the line, and shows an example`()
    throws
  {
    var state = try ExplorerState.on(80, 24, keys: ":sol<Enter>")
    #expect(state.chooser?.filter.text == "solve ")
    #expect(render(state).lines[2].contains(":solve _ such as 16"))
    try state.press("16<Enter>")
    #expect(state.view == .solver && state.mode == .browse)
  }

  @Test(arguments: PresetNetwork.all.map(\.name) + ["ResNet-18", " VGG16 "])
  func `the name of a network opens it`(name: String) throws {
    let state = try ExplorerState.after(":\(name)<Enter>")
    let wanted = SearchText(name.filter { $0 != " " })
    let preset = try #require(PresetNetwork.all.first { SearchText($0.name) == wanted })
    #expect(state.network?.title == preset.title)
    #expect(state.mode == .browse && state.view == .model)
    #expect(try rows(":\(name)").contains("networks"))
  }

  @Test func `what is found by a name is given that name`() throws {
    for preset in Preset.all {
      let state = try ExplorerState.after(":\(preset.name)<Enter>")
      #expect(state.subject == preset.subject && state.mode == .browse, "\(preset.name)")
    }
    #expect(try ExplorerState.after(":keras<Enter>").view == .code)
    for name in ["ramp", "Ramp", "the papers"] {
      #expect(try ExplorerState.after(":\(name)<Enter>").view.room == .watch, "\(name)")
    }
    #expect(
      try ExplorerState.after(":resnet18<Enter>:parameters<Enter>").listing.order == .parameters)
    // What a command's help has as an example is no name.
    #expect(try ExplorerState.after(":my decoder<Enter>").message == nil)
    #expect(try ExplorerState.after(":16<Enter>").view == .overview)
  }

  @Test func `a hyperparameter is completed, with its value and its range`() throws {
    var state = try ExplorerState.on(80, 24, keys: ":kern")
    #expect(state.text.contains("kernel_size     now 3, from 1 to 2,147,483,647"))
    try state.press("<Enter>5<Enter>")
    #expect(state.layer.kernelSize == Spatial(square: 5))
    #expect(try ExplorerState.after(":a=<C-u>k=3,5<Enter>:kern").text.contains("now 3,5, from 1"))
  }

  @Test func `what is said in plain mode works on the screen, too`() throws {
    let cell = try ExplorerState.after(":cell 3 4<Enter>")
    #expect(cell.view.room == .watch && cell.text.contains("y[3,4] = "))
    #expect(try ExplorerState.after(":preset 1<Enter>").subject == Preset.all[0].subject)
    #expect(try ExplorerState.after(":presets unet<Enter>").chooser?.filter.text == "unet")
    #expect(try ExplorerState.after(":code keras<Enter>").view == .code)
    #expect(try ExplorerState.after(":lesson 3<Enter>").lesson?.lesson.number == 3)
    #expect(try ExplorerState.after(":quiz 2<Enter>").series.level.rawValue == 2)
    var state = try ExplorerState.after("")
    #expect(try state.press(":open my decoder<Enter>") == [.listSnapshots])
    let name = try SnapshotName("my decoder")
    let line = ShareLine(Preset.all[0].subject, view: "map")
    state.take(.snapshots([Snapshot(name: name, content: .success(line))]))
    #expect(state.subject == Preset.all[0].subject && state.mode == .browse)
  }

  @Test(arguments: [("rows", ":compare<Enter>"), ("audience", "D"), ("plot", ":sweep<Enter>")])
  func `a word does nothing where its key does nothing`(word: String, there: String) throws {
    let refused = try ExplorerState.after(":\(word)<Enter>")
    #expect(refused.message?.text == "\(word) does nothing here; ? shows the keys")
    // It stays to be changed.
    #expect(refused.chooser?.filter.text == word)
    let taken = try ExplorerState.after(there + ":\(word)<Enter>")
    #expect(taken.mode == .browse && taken.message?.text.contains("does nothing") != true)
    var session = PlainSession(try .on(80, 24))
    #expect(session.answer(word) == ["\(word) does nothing here; help lists the commands"])
  }

  @Test func `former lines come back, the last one first`() throws {
    let start = ":k=4<Enter>:k=5<Enter>:"
    let lines = try ["<Up>", "<Up><Up>", "<Up><Up><Up>", "<Up><Up><Down>", "<C-p>", "<C-p><C-n>"]
      .map { try ExplorerState.after(start + $0).chooser?.filter.text }
    #expect(lines == ["k=5", "k=4", "k=4", "k=5", "k=5", ""])
    #expect(try ExplorerState.after(":k=4<Enter>u:<Up><Enter>").layer.kernelSize.height == 4)
    #expect(try ExplorerState.after(":<Up>").chooser?.filter.text == "")
  }

  @Test func `a row can be clicked, as in every list`() throws {
    var state = try ExplorerState.after(":")
    let click = KeyPress.mouse(MouseEvent(.press, at: Place(row: 4, column: 10)))
    _ = state.press(click)
    _ = state.press(click)
    #expect(state.layer.direction == .convolution && state.mode == .browse)
  }

  @Test func `a message that is longer than a row has more rows`() throws {
    let words =
      "'swe' names no single hyperparameter; there are op, batch, in_channels,"
      + " out_channels, input, kernel_size, stride, padding, dilation, output_padding, groups, bias,"
      + " padding_mode"
    for size in [(80, 24), (40, 12)] {
      let state = try ExplorerState.on(size.0, size.1, keys: ":swe x<Enter>")
      let text = state.text.split(separator: "\n").map { $0.drop { $0 == " " } }
        .joined(separator: " ")
      #expect(text.hasSuffix(words))
    }
  }
}
