import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// The keys of the solver.
@Suite struct SolverViewTests {
  /// Kernel, stride, padding, dilation and output_padding of a square layer.
  private func numbers(_ state: ExplorerState) -> [Int] {
    let layer = state.layer
    guard let padding = layer.padding.equal else { return [] }
    return [layer.kernelSize, layer.stride, padding, layer.dilation, layer.outputPadding]
      .map(\.height)
  }

  @Test func `S shows the solver, and Enter takes the best layer in one step of undo`() throws {
    var state = try ExplorerState.after("D<Enter>")
    #expect(state.view == .solver)
    #expect(state.isListFocused)
    try state.press("<Enter>")
    // U-Net's layer in place of CycleGAN's: 16×16 of 8×8, too.
    #expect(numbers(state) == [2, 2, 0, 1, 0])
    #expect(state.text.contains("now nn.ConvTranspose2d(64, 32, 2, stride=2); u takes it back"))
    try state.press("u")
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `what is searched along three axes is said whole`() throws {
    let state = try ExplorerState.after(
      ":op=conv3d input=1,64,9,16,32 k=3,5,27 padding=1,2,13 s=1,2,8<Enter>D")
    let text = state.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // No kernel up to 11 makes 4 of 32 by steps of 8 but with more padding.
    #expect(text.contains(/searched: D: k 1–11, .*; H: k 1–11, .*; W: k [^…]*p ≤ d\(k−1\)/))
  }

  @Test func `the arrows choose a layer and a goal`() throws {
    #expect(numbers(try .after("D<Enter><Down><Enter>")) == [4, 2, 1, 1, 0])
    #expect(numbers(try .after("D<Enter><Down><Down><Up><Enter>")) == [4, 2, 1, 1, 0])
    let goals = try (0..<6).map {
      try ExplorerState.after("D<Enter>" + String(repeating: "<Right>", count: $0)).solver.goal
    }
    #expect(goals == [.present, .same, .double, .half, .undo, .present])
    #expect(try ExplorerState.after("D<Enter><Left>").solver.goal == .undo)
    #expect(try ExplorerState.after("D<Enter><Right><Right>").solver.goal == .double)
    #expect(try ExplorerState.after("D<Enter><Right><Down><Left>").choice == 0)
  }

  @Test func `a typed size is a goal of its own`() throws {
    let state = try ExplorerState.after("D<Enter>24<Enter>")
    #expect(state.mode == .browse)
    #expect(state.text.contains("ConvTranspose2d that makes 24×24 from 8×8"))
    #expect(state.text.contains("[24×24]"))
    // (8 − 1)·3 − 0 + 3 = 24.
    #expect(numbers(try .after("D<Enter>24<Enter><Enter>")) == [3, 3, 0, 1, 0])
    let skip = try ExplorerState.after("D<Enter>15,16<Enter><Enter>")
    #expect(skip.subject.outputSize == Spatial(height: 15, width: 16))
  }

  @Test func `a goal is a command anywhere, and one that means none stays to be fixed`() throws {
    let state = try ExplorerState.after(":solve x4<Enter>")
    #expect(state.view == .solver)
    #expect(state.solver.typed == .times(4, for: .everyInput))
    let wrong = try ExplorerState.after(":solve twice<Enter>")
    #expect(wrong.mode != .browse)
    #expect(wrong.view == .overview)
    #expect(wrong.message?.text == "'twice' is not a size, H,W, same, double, half, x3, /3 or undo")
  }

  @Test func `a command asks for this input alone`() throws {
    let every = try ExplorerState.after("D<Enter><Right><Right>")
    #expect(every.text.contains("22 layers, for every input  :audience this input"))
    let this = try ExplorerState.after("D<Enter><Right><Right>:audience<Enter>")
    #expect(this.text.contains("60 layers, for this input  :audience every input"))
  }

  @Test func `the keys are for the hyperparameters until Enter gives them to the list`() throws {
    let state = try ExplorerState.after("D<Right>")
    #expect(state.layer.kernelSize == Spatial(square: 4))
    // 17 = (8 − 1)·2 − 2 + 3 + 1 + 1.
    #expect(state.text.contains("ConvTranspose2d that makes 17×17 from 8×8"))
    #expect(try ExplorerState.after("D<Enter><Down>").choice == 1)
    #expect(try ExplorerState.after("D<Enter><Esc>5<Enter>").layer.kernelSize == Spatial(square: 5))
  }

  /// The transposed layer takes 8×8×64 to 16×16×32, so its Conv2d takes that back.
  @Test func `undo becomes the other kind, with its input and channels`() throws {
    let state = try ExplorerState.after("D<Enter><Left><Enter>")
    #expect(state.layer.direction == .convolution)
    #expect([state.layer.inChannels, state.layer.outChannels] == [32, 64])
    #expect(state.subject.input.dimensions == [1, 32, 16, 16])
    #expect(numbers(state).prefix(4) == [3, 2, 1, 1])
    #expect(state.subject.outputSize == Spatial(square: 8))
    // And back: the first of the other kind is the layer that was left.
    let back = try ExplorerState.after("D<Enter><Left><Enter><Home><Enter>")
    #expect(back.layer == LayerCase.decoder.layer)
  }

  @Test func `a layer that is refused is solved for, where the goal is clear`() throws {
    let refused = LayerCase.square(5) { $0.kernelSize = Spatial(square: 7) }
    let present = try ExplorerState.after("D<Enter>", refused)
    #expect(present.text.contains("this goal needs the output of a valid layer:"))
    #expect(present.text.contains("kernel_size: the kernel spans 7"))
    let same = try ExplorerState.after("D<Enter><Right><Down><Enter>", refused)
    #expect(numbers(same) == [3, 1, 1, 1, 0])
    #expect(same.subject.outputSize == Spatial(square: 5))
    let typed = try ExplorerState.after("D<Enter>3<Enter><Enter>", refused)
    #expect(typed.subject.outputSize == Spatial(square: 3))
  }

  @Test func `where there is no layer, Enter says so`() throws {
    let state = try ExplorerState.after("tD<Enter><Right><Right><Enter>")
    #expect(state.message?.text == "there is no layer to take")
    #expect(state.text.contains("no Conv2d makes ×2 of every input"))
    #expect(try ExplorerState.after("tD<Enter><Right><Right>t").text.contains("22 layers"))
  }

  @Test func `pages and ends move what is chosen, and a click takes it`() throws {
    #expect(try ExplorerState.after("D<Enter><PgDn>").choice == 12)
    #expect(try ExplorerState.after("D<Enter><PgDn><PgUp>").choice == 0)
    #expect(try ExplorerState.after("D<Enter><End>").choice == 59)
    var state = try ExplorerState.after("D<Enter>")
    let row = try #require(render(state).place(of: "   4  2   1  1   0  even"))
    func click() -> KeyPress { .mouse(MouseEvent(.press, at: row)) }
    _ = state.press(click())
    #expect(state.choice == 1)
    _ = state.press(click())
    #expect(numbers(state) == [4, 2, 1, 1, 0])
  }

  @Test(arguments: [(1, 1), (7, 3), (20, 8), (31, 5), (49, 20), (80, 4), (300, 90)])
  func `the solver is drawn at any size`(columns: Int, rows: Int) throws {
    for keys in [
      "D<Enter>", "D<Enter><Left>", "tD<Enter><Right><Right>", "D<Enter>64,8<Enter><End>", "D",
    ] {
      let state = try ExplorerState.on(columns, rows, keys: keys)
      #expect(render(state).size == ScreenSize(columns: columns, rows: rows))
      let ascii = try ExplorerState.on(columns, rows, keys: keys, unicode: false)
      #expect(ascii.text.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func `plain mode lists layers and takes one by its number`() {
    var session = PlainSession(
      ExplorerState(
        LayerCase.decoder, size: ScreenSize(columns: 80, rows: 24),
        capabilities: Capabilities(unicode: true, colors: 0)))
    let list = session.answer("solve 16")
    #expect(list.first == "ConvTranspose2d that makes 16×16 from 8×8: 60 layers")
    #expect(
      list.dropFirst(2).first
        == "2  nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1): even · usual · 1.70× products")
    #expect(session.answer("take 2").prefix(2) == ["kernel_size 3 → 4", "output_padding 1 → 0"])
    #expect(session.answer("solve") != list)
    #expect(
      session.answer("solve nonsense").first?.hasPrefix("'nonsense' is not ") == true)
    #expect(session.answer("take 1000").count == 1)
    #expect(session.answer("take").count == 1)
  }

  @Test func `where there are more layers than the list has, it says so`() throws {
    let few = try ExplorerState.on(100, 30, keys: "D").text
    #expect(!few.contains("listed"))
    let keys = ":nn.ConvTranspose2d(1,1,3)<Enter>:input=1<Enter>D"
    let many = try ExplorerState.on(100, 30, keys: keys).text
    #expect(many.contains(" layers, the best 100 listed") && many.contains(" of 100"))
  }
}

extension LayerCase {
  fileprivate var outputSize: Spatial<Int>? { (try? forward())?.output.size }
}
