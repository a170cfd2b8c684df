import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Networks in the explorer: every module follows at once from a change of one.
@Suite struct NetworkTests {
  private static func state(
    _ keys: String, columns: Int = 80, rows: Int = 24
  ) throws -> ExplorerState {
    try ExplorerState.on(columns, rows, keys: keys)
  }

  @Test func `the modules of a network are listed with size, reach and share`() throws {
    let state = try Self.state(":network resnet18<Enter>")
    expectPicture(state.text, "NetworkTests/modules")
  }

  // `BatchNorm2d._check_input_dim`: in 3 axes or in 1 the norm refuses, before the pool would.
  @Test(arguments: ["d", "dd"])
  func `a norm of other axes is the first that is refused`(keys: String) throws {
    let state = try Self.state(":network resnet18<Enter>" + keys, columns: 110, rows: 30)
    #expect(state.text.contains("bn1: takes 4 dimensions, but gets \(keys == "d" ? 5 : 3)"))
  }

  @Test func `a large screen shows a whole decoder beside its hyperparameters`() throws {
    let state = try Self.state(":network unet<Enter>", columns: 120, rows: 40)
    expectPicture(state.text, "NetworkTests/modules-large")
  }

  @Test func `a cell is followed back to the input and on to the output`() throws {
    let state = try Self.state(":network patchgan<Enter><Esc>m<Enter><End>", columns: 100, rows: 30)
    expectPicture(state.text, "NetworkTests/reach")
    // 70 cells, as its name says.
    #expect(state.text.contains("(70)"))
  }

  @Test func `what fits a network is said in words`() throws {
    let state = try Self.state(":network resnet18<Enter>:fits<Enter>", columns: 100, rows: 40)
    expectPicture(state.text, "NetworkTests/fits")
    // Alsallakh et al. (2020): 224 leaves cells unread, 225 does not.
    #expect(state.text.contains("sizes 1 + 32·n") && state.text.contains("193 or 225"))
  }

  // A U-Net of depth 4 asks for a multiple of 16.
  @Test func `a U-Net that does not fit on 500 fits on 496`() throws {
    var state = try Self.state(":network unet_padded<Enter>:input=500<Enter>")
    let misfits = try #require(state.network).sheet.flow.mismatches
    #expect(misfits.map(\.text) == ["joins 125×125 and 124×124, which do not fit"])
    try state.press(":fits<Enter>")
    #expect(state.text.contains("496 or") && state.text.contains("not 500"))
    try state.press(":input=496<Enter>")
    #expect(state.network?.sheet.flow.mismatches.isEmpty == true)
    #expect(state.text.contains("all 4 fit"))
  }

  @Test func `a knob that is turned changes all sizes after it, and undo brings them back`() throws
  {
    var state = try Self.state(":network dcgan<Enter>")
    let before = try #require(state.network)
    try state.press("<Down>")
    #expect(state.network?.module?.name == "up1")
    try state.press("<Esc>:stride=3<Enter>")
    let shapes = try #require(state.network).sheet.flow.shapes
    // (4 − 1)·3 − 2 + 4 = 11, then twice as many three times.
    #expect(shapes.last?.dimensions == [1, 3, 88, 88])
    #expect(state.subject.layer.stride == Spatial(square: 3))
    try state.press("u")
    #expect(state.network?.sheet.flow.shapes == before.sheet.flow.shapes)
    try state.press("<C-r>")
    #expect(state.network?.sheet.flow.shapes.last?.dimensions == [1, 3, 88, 88])
  }

  @Test func `a module that fails is named with its reason, and those after it have no size`()
    throws
  {
    var state = try Self.state(":network alexnet<Enter><Esc>:out_channels=65<Enter>")
    let sheet = try #require(state.network).sheet
    let row = try #require(sheet.rows.indices.first { sheet.problem($0) != nil })
    #expect(sheet.named.modules[sheet.rows[row].lowerBound].name == "conv2d_3")
    #expect(sheet.output(row) == nil && sheet.output(sheet.rows.count - 1) == nil)
    try state.press("<Enter><Down><Down>")
    #expect(state.text.contains("in_channels"))
    // Nothing is said of sizes that no input has.
    try state.press("<End>")
    #expect(state.text.contains("no input: conv2d_3 before it fails"))
    #expect(!state.text.contains("accepted"))
    try state.press("f")
    #expect(state.network?.sheet.flow.failure == nil)
    #expect(state.network?.module?.layer?.inChannels == 65)
    #expect(state.message?.text.hasPrefix("conv2d_3: now in_channels") == true)
  }

  @Test func `the input of a later module is not its own to change`() throws {
    var state = try Self.state(":network dcgan<Enter><Down><Esc>")
    let before = state.subject
    try state.press(":input=9<Enter>")
    #expect(state.subject == before)
    #expect(state.message?.text == "the input of 'up1' follows from the network")
  }

  @Test func `modules are put in, changed, doubled, moved and taken out`() throws {
    var state = try Self.state(":nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(8, 8, 3))<Enter>")
    func names() -> [String] { state.network?.named.modules.map(\.constructor) ?? [] }
    try state.press("i<C-u>nn.MaxPool2d(2)<Enter>")
    #expect(names() == ["nn.Conv2d(3, 8, 3)", "nn.MaxPool2d(2)", "nn.Conv2d(8, 8, 3)"])
    try state.press("<Enter><C-u>nn.AvgPool2d(2)<Enter>")
    #expect(names()[1] == "nn.AvgPool2d(2)")
    try state.press(":move down<Enter>")
    #expect(names()[2] == "nn.AvgPool2d(2)")
    try state.press("<S-Up>")
    #expect(names()[1] == "nn.AvgPool2d(2)")
    try state.press("<S-Down>:duplicate<Enter>")
    #expect(names().suffix(2) == ["nn.AvgPool2d(2)", "nn.AvgPool2d(2)"])
    try state.press("<Del><Del>")
    #expect(names() == ["nn.Conv2d(3, 8, 3)", "nn.Conv2d(8, 8, 3)"])
    try state.press("<Home><Del>")
    #expect(names() == ["nn.Conv2d(8, 8, 3)"])
    try state.press("<Del>")
    #expect(names().count == 1 && state.message?.text.contains("cannot be taken out") == true)
    try state.press("uuuuuuuuu")
    #expect(names().count == 2)
  }

  @Test func `rows are edited with the activations in them, and joins are left alone`() throws {
    var state = try Self.state(":network resnet18<Enter>")
    func names() -> [String] { state.network?.named.modules.map(\.name) ?? [] }
    let before = names()
    // The first row is a convolution with its normalization and activation.
    let row = try #require(state.network?.sheet.rows.first)
    #expect(row.count == 3)
    try state.press("<Del>")
    #expect(names() == Array(before.dropFirst(3)))
    try state.press("u:duplicate<Enter>")
    #expect(names().count == before.count + 3)
    #expect(names()[0] == before[0] && names()[6] == before[3])
    try state.press("ui<C-u>nn.MaxPool2d(2)<Enter>")
    #expect(names()[3] == "maxpool2d" && names()[4] == before[3])
    try state.press("u")
    #expect(names() == before)
    let join = try #require(
      state.network?.sheet.rows.indices.first {
        state.network?.sheet.what($0).hasPrefix("+") == true
      })
    try state.press("<Home>" + String(repeating: "<Down>", count: join))
    try state.press("<Enter>")
    #expect(state.message?.text == "a join has nothing to edit")
    try state.press(":duplicate<Enter>")
    #expect(state.message?.text == "a join cannot be duplicated")
    #expect(names() == before)
  }

  @Test func `a fix in a later module follows what comes to it`() throws {
    var state = try Self.state(
      ":nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(7, 8, 3))<Enter><Down>")
    #expect(state.pass == nil)
    try state.press("<Esc>f")
    #expect(state.subject.layer.inChannels == 8)
    #expect(state.network?.sheet.flow.failure == nil)
    #expect(state.message?.text.contains("in_channels") == true)
  }

  @Test func `what is wrong stands on every page, and nothing is claimed of what has no output`()
    throws
  {
    var state = try Self.state(
      ":nn.Sequential(nn.ConvTranspose2d(3, 8, 4, 2), nn.Conv2d(7, 8, 3))<Enter>")
    for _ in 0..<5 {
      #expect(state.text.contains("7 channels") || state.text.contains("in_channels"))
      #expect(!state.text.contains("it is even") && !state.text.contains("all 1 fit"))
      try state.press("m")
    }
    try state.press(":evenness<Enter>")
    #expect(state.text.contains("nothing is said about its overlap"))
  }

  @Test func `strides that contradict each other are said to, at every size`() throws {
    // The first asks for an odd size; the second then gets one that is never its own.
    var state = try Self.state(
      ":nn.Sequential(nn.Conv2d(1, 1, 3, 2), nn.ConvTranspose2d(1, 1, 2, 2),"
        + " nn.Conv2d(1, 1, 3, 2))<Enter>:fits<Enter>")
    #expect(state.text.contains("cells are left over somewhere"))
    try state.press(":input=33<Enter>")
    #expect(!state.text.contains("no cell is left over"))
  }

  @Test func `the weights of input cells are told along an axis and in the plane`() throws {
    let state = try Self.state(
      ":nn.Sequential(nn.Conv2d(1, 1, 3, padding=1), nn.Conv2d(1, 1, 3, padding=1))<Enter>"
        + "<Down>:weights<Enter>", columns: 100, rows: 40)
    expectPicture(state.text, "NetworkTests/weights")
    // 1 2 3 2 1: a mean square distance of (4 + 2 + 2 + 4)/9.
    #expect(state.text.contains("5 cells, 81 paths") && state.text.contains("= 4/3)"))
  }

  @Test func `the overlap of a decoder is drawn in the plane, and one key evens it`() throws {
    var state = try Self.state(
      ":nn.Sequential(nn.ConvTranspose2d(8, 8, 3, 2, 1, 1), nn.ConvTranspose2d(8, 3, 3, 2, 1, 1))"
        + "<Enter>:evenness<Enter>", columns: 100, rows: 40)
    expectPicture(state.text, "NetworkTests/evenness")
    let shape = state.network?.sheet.flow.shapes.last
    try state.press("f")
    #expect(state.network?.sheet.isEven == true)
    #expect(state.network?.sheet.flow.shapes.last == shape)
    try state.press("f")
    #expect(state.message?.text.contains("nothing to fix") == true)
  }

  @Test func `a decoder with a skip is made even by one kernel, at the same size`() throws {
    let text = """
      x = torch.zeros(1, 4, 8, 8)
      up = nn.ConvTranspose2d(4, 4, 3, stride=2, padding=1, output_padding=1)(x)
      skip = nn.Conv2d(4, 4, 3, padding=1)(up)
      out = skip + up
      """
    let named = try NamedNetwork(reading: Array(text.utf8))
    let sheet = NetworkSheet(named)
    #expect(!sheet.isEven)
    let advice = named.network.advice(for: named.input)
    #expect(advice.first?.node == 0 && !advice.isEmpty)
    for one in advice {
      var changed = named
      changed.modules[one.node].layer = one.layer
      #expect(NetworkSheet(changed).isEven)
      #expect(NetworkSheet(changed).flow.shapes.last == sheet.flow.shapes.last)
    }
  }

  @Test func `what the network of a text leaves open is said where it opens, and in its report`()
    throws
  {
    let text = try ModelText(
      reading: """
        Net(
          (c): Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
        )

        def forward(self, x):
            c = self.c(x)
            a = torch.nn.functional.scaled_dot_product_attention(c, c, c)
            return a

        """)
    let input = TensorShape(batch: 1, channels: 3, size: Spatial(6, 6))
    let words = Sentence.recordedModules(1, "a")
    var state = try Self.state("")
    state.explore(Model(text, input: input))
    #expect(state.message?.text == words)
    let network = try #require(state.network)
    let lines = NetworkReport(network).lines(width: 120, .unicode)
    #expect(lines.contains { $0.hasSuffix(words) })
  }

  @Test func `what is typed in the place of a module is checked`() throws {
    var state = try Self.state(":network espcn<Enter>")
    let before = state.network
    try state.press("i<C-u>nn.Attention(3)<Enter>")
    #expect(state.network == before)
    #expect(state.message?.style == .bad)
  }

  @Test func `Enter goes to the Layer room with the module, M and Esc come back`() throws {
    var state = try Self.state(":network vgg16<Enter><End>")
    try state.press("<Up><Enter>")
    #expect(state.view == .overview)
    #expect(state.text.contains("Conv2d"))
    try state.press("M")
    #expect(state.view == .model)
    try state.press("<Esc>")
    #expect(state.view == .overview)
  }

  @Test func `plain mode lists the modules, and explores one by its name or its number`() throws {
    var session = PlainSession(try Self.state(":network dcgan<Enter>"))
    let lines = session.answer("layers")
    #expect(lines.contains("3,576,704 parameters"))
    #expect(lines.contains { $0.hasPrefix("up3 ") && $0.contains("even") })
    #expect(session.answer("layer up2").contains("output (1, 128, 16, 16)"))
    #expect(session.answer("layer 1").contains("output (1, 512, 4, 4)"))
    #expect(session.answer("layer 9").first?.contains("no module 9") == true)
  }
}
