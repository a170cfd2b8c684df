import ConvArithmetic
@testable import ExplorerViewModel
import LayerNotation
import Testing

/// The stages of a model sorted and filtered.
@Suite struct StageListTests {
  /// The names of the listed modules.
  private static func names(_ state: ExplorerState) -> [String] {
    let rows = state.choiceCount
    return (0..<rows).compactMap { state.network?.sheet.name(state.listedRow($0)) }
  }

  private static let decoder =
    ":nn.Sequential(nn.ConvTranspose2d(4, 64, 4, 2, 1), nn.ConvTranspose2d(64, 2, 3, 2),"
    + " nn.Conv2d(2, 2, 3))<Enter>"

  @Test func `a key lists the modules by each number, the most first`() throws {
    var state = try ExplorerState.after(Self.decoder)
    #expect(Self.names(state) == ["0", "1", "2"])
    // 8×8 → 16×16 → 33×33 → 31×31; 4096, 1154 and 38 parameters with biases.
    let orders: [[String]] = [
      ["1", "0", "2"], ["0", "1", "2"], ["0", "1", "2"], ["1", "2", "0"],
    ]
    for (order, names) in zip(StageOrder.allCases.dropFirst(), orders) {
      try state.press("o")
      #expect(state.listing.order == order)
      #expect(Self.names(state) == names, "\(order)")
      #expect(state.text.contains(order.words))
    }
    try state.press("o")
    #expect(Self.names(state) == ["0", "1", "2"])
  }

  @Test
  func `the chosen module stays chosen in another order, and is the one that is moved on from`()
    throws
  {
    var state = try ExplorerState.after(Self.decoder + "<End>:sort verdict<Enter>")
    #expect(state.network?.module?.name == "2" && state.choice == 1)
    try state.press("<Up>")
    #expect(state.network?.module?.name == "1")
    try state.press("<Down><Down>")
    #expect(state.network?.module?.name == "0")
  }

  @Test func `words list what has them, and Esc first takes them away`() throws {
    var state = try ExplorerState.after(Self.decoder + "/uneven<Enter>")
    #expect(Self.names(state) == ["1", "2"])
    #expect(state.network?.module?.name == "1")
    #expect(state.text.contains("2 of 3 shown: uneven"))
    try state.press("/<C-u>even<Enter>")
    #expect(Self.names(state) == ["0"])
    try state.press("<Esc>")
    #expect(Self.names(state) == ["0", "1", "2"] && state.view == .model)
    #expect(state.network?.module?.name == "0" && state.focus == .picture)
    try state.press("<Esc>")
    #expect(state.focus == .knobs)
  }

  @Test func `what is typed is looked for at each key, and nothing is lost where nothing has it`()
    throws
  {
    var state = try ExplorerState.after(Self.decoder + "<End>/transp")
    #expect(Self.names(state) == ["0", "1"])
    try state.press("zz")
    #expect(Self.names(state).isEmpty && render(state).size == state.size)
    try state.press("<Enter>")
    #expect(state.message?.text == "no module has 'transpzz'" && state.mode != .browse)
    try state.press("<Esc>")
    #expect(Self.names(state).count == 3 && state.network?.module?.name == "2")
    try state.press(":filter zz<Enter>")
    #expect(state.isFaulty && Self.names(state).count == 3)
  }

  @Test(arguments: [5, 8, 12, 24, 60])
  func `in a long list what is chosen is in sight and written, on any screen`(rows: Int) throws {
    let layers = Array(repeating: "nn.Conv2d(8, 8, 3, padding=1)", count: 40)
      .joined(separator: ", ")
    for (page, mark, word) in [("", "▸ ", "8→8"), (":reach<Enter><Enter>", "▸", "█")] {
      var state = try ExplorerState.on(80, rows, keys: ":nn.Sequential(\(layers))<Enter>\(page)")
      for key in ["<End>", "<Up>", "<Home>", "<PgDn>", "<Up>"] {
        try state.press(key)
        let line = render(state).lines.first { $0.contains("\(mark)\(state.choice) ") }
        #expect(line?.contains(word) == true, "\(page) \(key)")
      }
    }
  }

  @Test func `what fails and what has no size are found by those words`() throws {
    var state = try ExplorerState.after(
      ":nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(7, 8, 3), nn.MaxPool2d(2))<Enter>")
    try state.press(":filter refused<Enter>")
    #expect(Self.names(state) == ["1"])
    try state.press(":filter unknown<Enter>")
    #expect(Self.names(state) == ["2"])
  }

  @Test func `a module that no longer has the words stays while it is worked on`() throws {
    var state = try ExplorerState.after(Self.decoder + ":filter uneven<Enter><Esc>")
    try state.press(":filter uneven<Enter>")
    state.focus = .knobs
    try state.press(":kernel_size=4<Enter>")
    #expect(Self.names(state) == ["1"])
  }

  @Test func `modules move where all are listed as printed alone`() throws {
    var state = try ExplorerState.after(Self.decoder + ":sort parameters<Enter>")
    let before = state.network?.named
    try state.press("<S-Down>")
    #expect(state.network?.named == before && state.isFaulty)
    try state.press(":sort printed<Enter><S-Down>")
    #expect(state.network?.named.modules.map(\.name) == ["1", "0", "2"])
  }

  @Test func `an order that there is not is refused with all names`() throws {
    let state = try ExplorerState.after(Self.decoder + ":sort size<Enter>")
    #expect(state.message?.text.contains("printed, multiplications, parameters") == true)
  }

  @Test func `the layers of a printed model are sorted and found in the same way`() throws {
    let text = """
      Net(
        (a): Conv2d(3, 8, kernel_size=(3, 3))
        (up): ConvTranspose2d(8, 16, kernel_size=(3, 3), stride=(2, 2))
        (b): ConvTranspose2d(16, 4, kernel_size=(4, 4), stride=(2, 2))
      )
      """
    var state = try ExplorerState.after("")
    state.explore(Model(try ModelText(reading: text)))
    func names() -> [String] {
      state.chooser.map { chooser in chooser.matches.map { chooser.items[$0].name } } ?? []
    }
    #expect(names() == ["a", "up", "b"])
    try state.press("<C-o><C-o>")
    #expect(names() == ["up", "b", "a"] && state.chooser?.selectedItem?.name == "a")
    #expect(state.text.contains("Layers of the model, most parameters first"))
    #expect(state.text.contains("1,168 parameters"))
    try state.press("uneven")
    #expect(names() == ["up"])
    try state.press("<Esc><C-o><C-o>")
    #expect(names() == ["up", "b", "a"] && state.listing.order == .verdict)
    try state.press("unknown")
    #expect(names().count == 3)
  }

  @Test func `plain mode lists them in the order and with the words that were asked for`() throws {
    var session = PlainSession(try ExplorerState.after(Self.decoder))
    let sorted = session.answer("sort multiplications")
    #expect(sorted.contains("most multiplications first"))
    #expect(session.answer("filter uneven").contains { $0.hasPrefix("2 of 3 shown: uneven") })
    #expect(session.answer("filter").contains { $0.hasPrefix("0 ") })
  }
}

/// What public counters print for a whole model.
@Suite struct ModelTotalsTests {
  @Test func `each counter has its sum over the convolutions, and what it leaves out`() throws {
    let state = try ExplorerState.on(120, 40, keys: ":network dcgan<Enter>:totals<Enter>")
    #expect(state.text.contains("3,576,704 parameters"))
    // fvcore counts a product as one operation, and no bias: the sum of all products.
    let products = try #require(state.network).sheet.totals.multiplications.grouped
    let fvcore = render(state).lines.first { $0.contains("fvcore") } ?? ""
    #expect(fvcore.contains(products))
    #expect(fvcore.contains("5 convolutions; 9 other stages not counted"))
  }

  // WaveNet has 42 layers of one axis; of those only PyTorch's own counter is recorded.
  @Test func `a counter that is not known has no sum`() throws {
    let state = try ExplorerState.on(140, 40, keys: ":network wavenet<Enter>:totals<Enter>")
    let lines = render(state).lines
    let fvcore = try #require(lines.first { $0.contains("fvcore") })
    #expect(fvcore.contains("–  MAC"))
    #expect(fvcore.contains("not known for 42 of 42 convolutions; 61 other stages not counted"))
    let torch = try #require(lines.first { $0.contains("torch flop counter") })
    #expect(torch.contains("op    42 convolutions; 61 other"))
    #expect(!state.text.contains("fails"))
  }

  @Test func `of a printed model the layers without a size are not counted`() throws {
    var state = try ExplorerState.after("")
    state.explore(Model(try ModelText(reading: ModelTests.broken)))
    try state.press("<Esc>:totals<Enter>")
    #expect(state.text.contains("the sizes of 0 of 2 are known"))
    #expect(state.text.contains("no convolution has a size"))
    #expect(!state.text.contains("fvcore"))
  }
}
