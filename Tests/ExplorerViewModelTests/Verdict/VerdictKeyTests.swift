import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// The keys of the verdict, and the one that takes its advice from anywhere.
@Suite struct VerdictKeyTests {
  /// k5 s2 p2 op1: the nearest even layers have kernels 6 and 4.
  private static let fives = ":k=5 padding=2<Enter>"

  @Test(arguments: [(80, 24), (100, 40), (120, 40), (200, 60)])
  func `the price of a very long kernel is said whole`(columns: Int, rows: Int) throws {
    let layer = ":op=conv_transpose1d input=1,64,8 k=3 s=1000003 padding=0 output_padding=0<Enter>"
    let pages = try ["", "O"].map { try ExplorerState.on(columns, rows, keys: layer + $0).text }
    #expect(pages.allSatisfy { !$0.contains(/×[0-9,.]*…/) })
    // A kernel as long as the stride, with padding 500,000 for the same size: of its 8·1,000,003
    // products 2·500,000 are cropped; before there were 8·3. 7,000,024 / 24 = 291,667.67.
    #expect(pages[1].contains("×291,667.67"))
  }

  @Test func `one key takes the nearest advice from any view, and one undo takes it back`() throws {
    let start = LayerCase.decoder
    for view in View.allCases {
      var state = try ExplorerState.after("")
      state.show(view)
      try state.press("f")
      #expect(state.layer.kernelSize == Spatial(square: 4), "\(view)")
      #expect(state.layer.outputPadding == Spatial(square: 0))
      #expect(state.layer.padding == start.layer.padding && state.view == view)
      #expect(
        render(state).lines[23].hasPrefix(" even, useful products ×1.70, parameters ×1.78"))
      try state.press("u")
      #expect(state.subject == start)
      try state.press("u")
      #expect(state.text.contains("nothing to undo"))
    }
  }

  @Test func `a layer that is even, or no transposed one, has nothing to fix`() throws {
    let even = try ExplorerState.after("ff")
    #expect(even.text.contains("its overlap even, there is nothing to fix"))
    #expect(try ExplorerState.after("tf").text.contains("valid, there is nothing to fix"))
  }

  @Test func `an advice is chosen with the arrows and taken with Enter`() throws {
    var state = try ExplorerState.after(Self.fives + "O<Enter>")
    #expect(state.isListFocused && state.choice == 0)
    try state.press("j")
    #expect(state.choice == 1)
    #expect(state.text.contains("▸ 2     4  1   1   0"))
    #expect(state.text.contains("nn.ConvTranspose2d(64, 32, 4, stride=2,"))
    try state.press("<Enter>")
    #expect(state.layer.kernelSize == Spatial(square: 4))
    #expect(state.text.contains("it is even, nothing to fix"))
    // There is nothing to choose from, and the arrows scroll.
    #expect(!state.isListFocused)
    try state.press("u")
    #expect(state.layer.kernelSize == Spatial(square: 5) && state.isListFocused)
  }

  @Test func `in the view the chosen advice is taken, elsewhere the nearest`() throws {
    #expect(
      try ExplorerState.after(Self.fives + "O<Enter>jf").layer.kernelSize == Spatial(square: 4))
    #expect(try ExplorerState.after(Self.fives + "O<Enter>j<Tab>f").layer.kernelSize.height == 6)
    #expect(try ExplorerState.after(Self.fives + "Of").layer.kernelSize.height == 6)
  }

  @Test func `hyperparameters change beside it, and the verdict follows`() throws {
    let state = try ExplorerState.after("Ol")
    #expect(state.layer.kernelSize == Spatial(square: 4))
    #expect(state.text.contains("s = 2 divides k = 4: phases 2, 2"))
  }

  @Test func `a refused layer shows its reasons, and the key makes it valid`() throws {
    var state = try ExplorerState.after("O:groups=5<Enter>")
    #expect(state.text.contains("no output: PyTorch refuses this layer"))
    #expect(!state.text.contains("What makes it even"))
    try state.press("m")
    #expect(!state.isListFocused)
    try state.press("f")
    #expect(state.layer.groups == 4 && state.layer.kernelSize == Spatial(square: 3))
  }

  @Test func `a question hides the verdict`() throws {
    let state = try ExplorerState.after("Og")
    #expect(!state.text.contains("uneven") && !state.text.contains("phases"))
  }

  @Test func `the kernel of the steps is summed once it is shown or edited`() throws {
    #expect(!(try ExplorerState.after("O").text.contains("the paper's")))
    let shown = try ExplorerState.after("W<Enter>vO")
    // Rows 0, 2 of the kernel share a phase: 0 1 2 / 2 2 0 / 0 1 2 has the sums 4, 2 / 2, 2.
    #expect(shown.text.contains("the paper's not flat, 2 to 4"))
    let edited = try ExplorerState.after("W<Enter>vm<Tab>")
    #expect(edited.text.contains("the paper's not flat, 2 to 4"))
    // Its first number from 0 to −2.
    let typed = try ExplorerState.after("W<Enter>vmm<Home><PgUp>-2<Enter>O")
    #expect(typed.text.contains("edited    flat, 2 each"))
  }

  static let sizes = [
    (80, 24), (120, 40), (200, 60), (80, 10), (77, 7), (60, 9), (50, 12), (40, 5), (40, 3),
  ].map { ScreenSize(columns: $0.0, rows: $0.1) }

  @Test(arguments: sizes)
  func `the chosen advice is always in sight`(size: ScreenSize) throws {
    var state = try ExplorerState.on(size.columns, size.rows, keys: "O<Enter>")
    for key in ["j", "k"] {
      for _ in 0..<6 {
        #expect(state.text.contains("▸ \(state.choice + 1)  "), "\(state.choice)")
        try state.press(key)
      }
    }
  }

  @Test func `plain mode says verdict and advice, and takes one by its number`() throws {
    var session = PlainSession(try .on(80, 24))
    #expect(session.answer("verdict").first == "uneven overlap, 4:1 inside")
    #expect(session.answer("advice").last == "advice 1 takes the first change")
    let answer = session.answer("advice 2")
    let said = "even, useful products ×0.48, parameters ×0.45: kernel_size"
    #expect(answer.first?.hasPrefix(said) == true)
    #expect(session.state.layer.kernelSize == Spatial(square: 2))
    #expect(session.answer("advice 2").first?.contains("nothing to fix") == true)
    #expect(session.answer("advice x").first?.contains("is not the number of a change") == true)
    _ = session.answer("undo")
    #expect(session.answer("fix").first?.contains("kernel_size 3 → 4") == true)
    _ = session.answer("transposed")
    #expect(session.answer("advice") == ["advice is for the overlap of transposed layers"])
    #expect(session.answer("verdict").first == "even reuse inside")
    _ = session.answer("groups=5")
    #expect(session.answer("advice").first == "no output: PyTorch refuses this layer")
  }

  // 2·2·16·8 + 8 parameters over 3·3·16·8 + 8: 520/1,160 = 0.448.
  @Test func `beside a profile that fills its columns the advice is whole`() throws {
    let keys = ":nn.ConvTranspose2d(16, 8, 3, 2)<Enter>:input=8<Enter>O"
    let lines = render(try .on(80, 24, keys: keys)).lines
    let row = try #require(lines.first { $0.contains("resize, convolve") })
    #expect(row.hasSuffix("×0.45"))
  }
}
