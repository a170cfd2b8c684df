import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Stepping by keys: forward, back, to the ends, in both orders.
@Suite struct StepPlayerTests {
  /// Watch before the first step.
  private static let view = "W<Enter>.,"

  private func steps(_ keys: String, _ subject: LayerCase = LayerCase.decoder) throws -> Count {
    try #require(ExplorerState.after(Self.view + keys, subject).stepProgress).steps
  }

  @Test(arguments: [
    ("", 0), (".", 1), ("<Right>", 1), ("...,", 2), ("lll<Left>", 2), (",", 0), ("j", 8),
    ("jjk", 8), ("<End>", 64), ("<End>.", 64), ("<End><Home>", 0), ("<gt>", 8),
    ("<gt><gt><lt>l", 9), ("<End><Up>", 56), ("<PgDn><PgUp>", 0),
  ])
  func `keys go by steps as a cursor does by cells`(keys: String, expected: Int) throws {
    #expect(try steps(keys) == Count(expected))
  }

  @Test func `forward and back is where one was, whatever is on the screen`() throws {
    for keys in ["", "jj", "ojjj"] {
      for (there, back) in [(".", ","), ("l", "h"), ("j", "k"), ("<gt>", "<lt>")] {
        var state = try ExplorerState.on(120, 40, keys: Self.view + "jl" + keys + "z")
        let before = state.text
        try state.press(there)
        #expect(state.text != before)
        try state.press(back)
        #expect(state.text == before, "\(keys) \(there)")
      }
    }
  }

  @Test func `a transposed layer scatters first, a Conv2d gathers, and o is the other order`()
    throws
  {
    let orders = try ["", "o", "oo", "t", "to"].map {
      try ExplorerState.after(Self.view + $0).stepSequence?.order
    }
    #expect(orders == [.scatter, .gather, .scatter, .gather, .scatter])
    // Other steps begin at their start; what is done stays done.
    #expect(try steps("jjo") == 0)
    #expect(try steps("<End>o") == 256)
  }

  @Test func `while it plays, the footer says that Space pauses`() throws {
    let playing = render(try .after(" "))
    #expect(playing.lines[23].contains("Space pause"))
    #expect(render(try .after("  ")).lines[23].contains("Space play"))
  }

  @Test func `a layer with fewer steps is played to its end`() throws {
    var state = try ExplorerState.after(Self.view + "<End>:input=3<Enter>")
    #expect(state.stepProgress?.steps == 9)
    try state.press(":input=8<Enter>")
    #expect(state.stepProgress?.steps == 64)
  }

  @Test func `Esc gives the whole picture back, then the keys to the hyperparameters`() throws {
    let whole = try ExplorerState.after(Self.view + "..<Esc>")
    #expect(whole.player.steps == nil)
    #expect(whole.isCellFocused)
    #expect(
      whole.text.contains(" the whole picture  Space plays it in 64 steps over inputs: scatter"))
    let knobs = try ExplorerState.after(Self.view + "..<Esc><Esc>l")
    #expect(knobs.layer.kernelSize == Spatial(square: 4))
    #expect(try ExplorerState.after(Self.view + "..<Esc><Esc><Esc>").view == .overview)
    #expect(try steps("<Esc><Esc>..") == 2, "the keys of the player are in force beside it")
    #expect(try ExplorerState.after(Self.view + "5").text.contains("the arrows go by steps now"))
    let refused = try ExplorerState.after(Self.view + ":groups=5<Enter>l")
    #expect(refused.layer.kernelSize == Spatial(square: 4), "there are no steps to go by")
  }

  @Test func `the keys of the player go to it from any room`() throws {
    for key in ["<Space>", ".", ",", "+", "-", "o", "w"] {
      for room in ["", "O", "D<Enter><Esc>", "C", "K"] {
        let state = try ExplorerState.after(room + key)
        #expect(state.view == .watch)
      }
      let refused = try ExplorerState.after(Self.view + ":groups=5<Enter>" + key)
      #expect(render(refused).lines[23] == " there are no steps to play")
    }
  }

  @Test
  func `a step's cell is under the cursor, and a step back from the whole takes the last away`()
    throws
  {
    let state = try ExplorerState.after(Self.view + "jjll.")
    let trace = try #require(state.trace)
    #expect(state.cellCursor.grid == .input)
    // 8 cells in a row: two rows, and three steps.
    #expect(state.cellCursor.cell(of: .input, in: trace) == Spatial(height: 2, width: 2))
    #expect(try ExplorerState.after("W,").stepProgress?.steps == 63)
    #expect(try ExplorerState.after("W.").stepProgress?.steps == 1)
  }

  @Test func `what is played is left behind with the room, and goes on beside the stretched input`()
    throws
  {
    let stretched = try ExplorerState.after("<Space>m")
    #expect(stretched.view == .stretched)
    #expect(stretched.timeToNextStep != nil)
    #expect(try ExplorerState.after("...m").stepProgress?.steps == 3)
    #expect(try ExplorerState.after("...mm").view == .watch)
    #expect(try ExplorerState.after("...OW").player.steps == nil)
  }

  @Test func `a click goes to the step of a cell, the wheel by rows`() throws {
    var state = try ExplorerState.after(Self.view)
    let title = try #require(render(state).place(of: "x input"))
    // Two rows of title and numbers, two columns of labels: row 2, column 3.
    let place = Place(row: title.row + 4, column: title.column + 1 + 2 * 3 + 1)
    _ = state.press(.mouse(MouseEvent(.press, at: place)))
    #expect(state.stepProgress?.steps == 20)
    #expect(render(state).text.contains("X[X]x"))
    _ = state.press(.mouse(MouseEvent(.wheelDown, at: place)))
    #expect(state.stepProgress?.steps == 28)
    _ = state.press(.mouse(MouseEvent(.wheelUp, at: place)))
    #expect(state.stepProgress?.steps == 20)
    // The output is no grid of steps now, and hyperparameters take the keys.
    let output = try #require(render(state).place(of: "y output"))
    _ = state.press(
      .mouse(MouseEvent(.press, at: Place(row: output.row + 4, column: output.column + 9))))
    #expect(state.stepProgress?.steps == 20)
    #expect(state.cellCursor.grid == .output)
    let stride = try #require(render(state).place(of: "stride"))
    _ = state.press(.mouse(MouseEvent(.press, at: stride)))
    #expect(state.selected == .stride)
    #expect(!state.isStepping)
  }

  @Test func `a huge layer is stepped through as any other`() throws {
    let keys = ":input=2147483647<Enter>" + Self.view
    var state = try ExplorerState.after(keys + "<End>")
    #expect(state.text.contains(" step 4,611,686,014,132,420,609 of 4,611,686,014,132,420,609"))
    try state.press("h")
    #expect(state.text.contains("step 4,611,686,014,132,420,608"))
    try state.press("<Home>j")
    #expect(state.stepProgress?.steps == 2_147_483_647)
  }
}
