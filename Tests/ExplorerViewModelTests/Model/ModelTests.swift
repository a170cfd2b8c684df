import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// The layers of a model: the list, and the way from it to a layer and back.
@Suite struct ModelTests {
  /// Its order is known; the module after the layers is none of a network.
  static let chain = """
    Sequential(
      (body): Sequential(
        (0): Conv2d(3, 64, kernel_size=(7, 7), stride=(2, 2), padding=(3, 3), bias=False)
        (1): ReLU()
        (2): MaxPool2d(kernel_size=3, stride=2, padding=1, dilation=1, ceil_mode=False)
        (3): Conv2d(64, 128, kernel_size=(3, 3), padding=(1, 1))
      )
      (head): Flatten(start_dim=1, end_dim=-1)
    )
    """
  static let broken = """
    Net(
      (up): ConvTranspose2d(64, 32, kernel_size=(3, 3), stride=(2, 2))
      (bad): Conv2d(3, x, kernel_size=(3, 3))
      (worse): Conv2d(3, 4)
      (wave): Conv1d(1, 16, kernel_size=(9,), stride=(4,))
    )
    """

  static let models = [chain, broken].compactMap { text in
    (try? ModelText(reading: text)).map { Model($0) }
  }

  static func state(
    _ text: String, input: TensorShape? = nil, columns: Int = 80, rows: Int = 24
  ) throws -> ExplorerState {
    var state = try ExplorerState.on(columns, rows)
    state.explore(Model(try ModelText(reading: text), input: input))
    return state
  }

  @Test func `the list shows every layer with its path, and what was not understood`() throws {
    let state = try Self.state(Self.broken)
    #expect(
      render(state).lines.dropFirst().prefix(6) == [
        " ConvTranspose2d   (1, 64, 8, 8) → (1, 32, 16, 16)          accepted by PyTorch",
        " Layers of the model  /_ type to filter                                       4",
        " ▸ up                             ConvTranspose2d 64→32, k3 s2",
        "   wave                           Conv1d 1→16, k9 s4",
        "   ! line 3 not understood        out_channels: 'x' is not a number; variable…",
        "   ! line 4 not understood        Conv2d needs kernel_size",
      ])
    #expect(state.message?.text.hasPrefix("not understood: line 3: out_channels") == true)
    #expect(state.message?.text.hasSuffix(", and 1 more") == true)
  }

  @Test func `sizes follow from the input of the model`() throws {
    // The shapes that a ResNet's stem has: 224, 112 after the first, 56 after the pool.
    let state = try Self.state(
      Self.chain, input: TensorShape(batch: 2, channels: 3, size: Spatial(square: 224)))
    #expect(state.text.contains("input of the model             (2, 3, 224, 224)"))
    #expect(state.text.contains("Conv2d 64→128, k3 p1, on 56×56"))
    var second = state
    try second.press("<End><Enter>")
    #expect(second.subject.input.dimensions == [2, 64, 56, 56])
    #expect(second.mode == .browse)
    #expect(second.message?.text == "layer body.3; M lists the layers")
  }

  @Test func `the input of the model is asked for in the list`() throws {
    var state = try Self.state(Self.chain)
    #expect(state.text.contains("input of the model             not given; Enter to give it"))
    try state.press("<Up><Enter>")
    #expect(state.text.contains("input of the model, N,C,H,W: 1,3,8,8_"))
    try state.press("<C-u>96<Enter>")
    #expect(state.chooser != nil)
    #expect(state.text.contains("Conv2d 64→128, k3 p1, on 24×24"))
    try state.press("<End><Enter>")
    #expect(state.subject.input.dimensions == [1, 64, 24, 24])
    try state.press("M")
    #expect(state.text.contains("▸ body.3 "))
  }

  @Test func `the input of a layer is asked for where it does not follow`() throws {
    var state = try Self.state(Self.broken)
    try state.press("<Enter>")
    #expect(state.text.contains("input of up, N,C,H,W: 1,64,8,8_"))
    try state.press("<C-u>x<Enter>")
    #expect(state.message?.style == .bad)
    try state.press("<C-u>2,64,5,7<Enter>")
    #expect(state.mode == .browse)
    #expect(state.subject.input.dimensions == [2, 64, 5, 7])
    #expect(state.subject.layer.direction == .transposed)
    try state.press("u")
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `Esc goes back to the list, and from it to what was explored`() throws {
    var state = try Self.state(Self.broken)
    try state.press("<Enter><Esc>")
    #expect(state.chooser != nil)
    try state.press("<Esc>")
    #expect(state.mode == .browse)
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `a size that is typed for a layer goes on through what follows`() throws {
    var state = try Self.state("Net(\n  (stem): Stem()\n" + Self.chain.dropFirst(12))
    try state.press("<Enter><C-u>1,3,32,32<Enter>M")
    #expect(state.text.contains("k7 s2 p3, on 32×32"))
    #expect(state.text.contains("Conv2d 64→128, k3 p1, on 8×8"))
  }

  @Test func `the printed order is taken for that of execution only where somebody says so`() throws
  {
    let text = try ModelText(reading: "Net(\n  (stem): Identity()\n" + Self.chain.dropFirst(12))
    let input = TensorShape(batch: 1, channels: 3, size: Spatial(square: 64))
    let model = Model(text, input: input)
    #expect(model.line(1) == "body.3: Conv2d 64→128, k3 p1, input not known")
    #expect(
      model.inputSummary == "the sizes of 0 of 2 layers follow from the input (1, 3, 64, 64); "
        + "'Net' in line 1 does not say in which order its modules are applied")
    let ordered = Model(text, input: input, assumingPrintedOrder: true)
    #expect(ordered.line(1) == "body.3: Conv2d 64→128, k3 p1, input (1, 64, 16, 16) (assumed)")
  }

  @Test func `a layer along one axis is asked for its length`() throws {
    var state = try Self.state(Self.broken)
    try state.press("wave<Enter>")
    #expect(state.text.contains("input of wave, N,C,L: 1,1,16_"))
    try state.press("<Enter>")
    #expect(state.subject.layer.kernelSize == Spatial(9))
    #expect(state.message?.text == "layer wave; M lists the layers")
  }

  @Test func `a single layer is explored at once`() throws {
    let state = try Self.state(
      "Conv2d(3, 8, kernel_size=(3, 3))",
      input: TensorShape(batch: 1, channels: 3, size: Spatial(square: 10)))
    #expect(state.mode == .browse)
    #expect(state.subject.input.dimensions == [1, 3, 10, 10])
  }

  @Test func `what was not understood is said in full where it is selected`() throws {
    var state = try Self.state(Self.broken)
    try state.press("line 4")
    #expect(state.text.contains(" line 4, column 12\n Conv2d needs kernel_size"))
    try state.press("<Enter>")
    #expect(state.chooser != nil)
  }

  @Test func `without a model, M says where one comes from`() throws {
    let state = try ExplorerState.after("M")
    #expect(state.mode == .browse)
    #expect(state.text.contains("convscope model.txt"))
  }

  @Test(arguments: [(80, 24), (49, 20), (120, 40), (200, 60), (20, 6), (1, 1), (0, 0)])
  func `the list fits any screen`(columns: Int, rows: Int) throws {
    for text in [Self.chain, Self.broken] {
      var state = try Self.state(text, columns: columns, rows: rows)
      for key in ["<Down>", "<Down>", "<Enter>", "<Enter>", "M", "<End>"] {
        try state.press(key)
        #expect(render(state).size == state.size)
      }
    }
  }

  @Test func `hostile names come out as plain text`() throws {
    let text =
      "Net(\n  (a\u{1B}[31m\u{202E}b): Conv2d(3, 4, kernel_size=(3, 3))\n  (c): Conv2d(3, 4, 3)\n)"
    for unicode in [true, false] {
      var state = try ExplorerState.on(80, 24, unicode: unicode)
      guard let model = try? ModelText(reading: text) else { continue }
      state.explore(Model(model))
      let scalars = render(state).cells.map(\.scalar)
      #expect(scalars.allSatisfy { $0.properties.generalCategory != .control })
      #expect(!scalars.contains("\u{202E}"))
    }
  }
}

/// PyTorch's words typed or pasted in the explorer.
@Suite struct TypedPyTorchTests {
  @Test func `a constructor as a command keeps the size of the input`() throws {
    let state = try ExplorerState.after(":nn.Conv2d(3, 64, 7, stride=2)<Enter>")
    #expect(state.subject.layer.pytorchLine == "nn.Conv2d(3, 64, 7, stride=2)")
    #expect(state.subject.input.dimensions == [1, 3, 8, 8])
    #expect(state.mode == .browse)
    let back = try ExplorerState.after(":nn.Conv2d(3, 64, 7, stride=2)<Enter>u")
    #expect(back.subject == LayerCase.decoder)
  }

  @Test func `a line of a printed model is taken, too`() throws {
    var state = try ExplorerState.after("")
    _ = state.press(.pasted("(conv1): Conv2d(3, 64, kernel_size=(7, 7), stride=(2, 2))"))
    #expect(state.mode != .browse)
    _ = state.press(.enter)
    #expect(state.subject.layer.pytorchLine == "nn.Conv2d(3, 64, 7, stride=2)")
  }

  @Test func `a pasted model opens its list`() throws {
    var state = try ExplorerState.after("")
    _ = state.press(.pasted(ModelTests.chain))
    #expect(state.chooser?.list == .model)
    try state.press("<Esc>")
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `several layers in one line are a network`() throws {
    let state = try ExplorerState.after(
      ":nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Conv2d(8, 4, 3))<Enter>")
    #expect(state.network?.named.modules.map(\.name) == ["0", "1", "2"])
    #expect(state.view == .model && state.chooser == nil)
  }

  @Test(arguments: [
    (":nn.Conv2d(3, 64, k)<Enter>", "column 18: kernel_size: 'k' is not a number"),
    (":nn.Conv2d(3, 64<Enter>", "column "), (":nn.Linear(3, 4)<Enter>", "column 1: 'Linear'"),
    (":conv(3)<Enter>", "column "),
  ])
  func `what is no layer stays, with place and reason`(keys: String, message: String) throws {
    let state = try ExplorerState.after(keys)
    #expect(state.message?.text.hasPrefix(message) == true, "\(state.message?.text ?? "none")")
    #expect(state.mode != .browse)
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `assignments with parentheses are still assignments`() throws {
    let state = try ExplorerState.after(":kernel_size=(3, 5), input=(1, 2, 9, 9)<Enter>")
    #expect(state.subject.layer.kernelSize == Spatial(height: 3, width: 5))
    #expect(state.subject.input.dimensions == [1, 2, 9, 9])
  }
}

/// Models in plain mode.
@Suite struct PlainModelTests {
  private func session(_ text: String) throws -> PlainSession {
    var state = try ExplorerState.after("")
    state.hold(Model(try ModelText(reading: text)))
    return PlainSession(state)
  }

  @Test func `layers lists them, layer explores one`() throws {
    var session = try session(ModelTests.broken)
    #expect(
      session.answer("layers") == [
        "2 layers", "1  up: ConvTranspose2d 64→32, k3 s2, input not known",
        "2  wave: Conv1d 1→16, k9 s4, input not known",
        "not understood: line 3, column 20: out_channels: 'x' is not a number; variables have no value here",
        "not understood: line 4, column 12: Conv2d needs kernel_size",
        "`layer 1` explores the first",
      ])
    #expect(session.answer("layer 1 1,64,5,5").contains("output (1, 32, 11, 11)"))
    #expect(session.answer("layer 2").first == "its input is not known; 1,1,16 is used")
    #expect(session.answer("layer 3") == ["there is no layer 3; layers lists them"])
    #expect(session.answer("layer x y z").first?.contains("there is no layer x") == true)
  }

  @Test func `without a model, both say so`() throws {
    var session = PlainSession(try ExplorerState.after(""))
    for word in ["layers", "layer 1"] {
      #expect(session.answer(word).first?.hasPrefix("no model is open") == true)
    }
  }
}
