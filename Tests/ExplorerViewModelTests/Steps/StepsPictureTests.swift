import ConvArithmetic
import ExplorerViewModel
import Testing

/// The player on screens of two sizes, for both kinds of layer.
@Suite struct StepsPictureTests {
  /// Rows of zeros around a small input.
  private static let convolution = LayerCase.square(8) {
    ($0.inChannels, $0.outChannels) = (3, 4)
    $0.padding = .explicit(Spatial(square: 1))
  }
  private static let paper = LayerCase.square(5) { _ in }

  @Test
  func `an input cell times the kernel lands in the output, and in the stretched input it is read`()
    throws
  {
    let state = try ExplorerState.on(80, 24, keys: "Wm<Enter>jjllll")
    expectPicture(
      state.text, "StepsPictureTests/an-input-cell-times-the-kernel-lands-in-the-output-and-in-th")
  }

  @Test func `an output cell collects what the window on the stretched input reads`() throws {
    let state = try ExplorerState.on(80, 24, keys: "Wm<Enter>ojjjllll")
    expectPicture(
      state.text, "StepsPictureTests/an-output-cell-collects-what-the-window-on-the-stretched-inp")
  }

  @Test func `the window of a Conv2d slides over the padded input`() throws {
    let state = try ExplorerState.on(80, 24, keys: "Wm<Enter>jjllll", Self.convolution)
    expectPicture(
      state.text, "StepsPictureTests/the-window-of-a-conv2d-slides-over-the-padded-input")
  }

  @Test func `a large screen has both ways side by side`() throws {
    let state = try ExplorerState.on(120, 40, keys: "Wm<Enter>ojjlll")
    expectPicture(
      state.text, "StepsPictureTests/transposed-steps")
  }

  @Test func `a large screen has the words of a Conv2d below its grids`() throws {
    let keys = "Wm<Enter>ojjlllc"
    expectPicture(
      try ExplorerState.on(120, 40, keys: keys, Self.convolution).text,
      "StepsPictureTests/convolution-steps")
  }

  @Test func `the guide's numbers are played, and the sum of the last step is written out`() throws
  {
    let state = try ExplorerState.on(80, 24, keys: "Wm<Enter>vjl", Self.paper)
    expectPicture(
      state.text, "StepsPictureTests/the-guide-s-numbers-are-played-and-the-sum-of-the-last-step")
  }

  @Test func `a kernel and an input with a typed number are convolved`() throws {
    let state = try ExplorerState.on(
      80, 24, keys: "Wm<Enter>vFjlmlj-5<Enter>", Self.paper)
    expectPicture(
      state.text, "StepsPictureTests/a-kernel-and-an-input-with-a-typed-number-are-convolved")
  }

  @Test func `a transposed layer has its numbers on both ways`() throws {
    let state = try ExplorerState.on(
      100, 30, keys: ":input=3<Enter><Tab><Tab><Tab><Tab>vojjjll")
    expectPicture(state.text, "StepsPictureTests/a-transposed-layer-has-its-numbers-on-both-ways")
  }

  @Test func `counts have the colours of the map, what is touched has one of its own`() throws {
    let frame = render(try .on(80, 24, keys: "Wm<Enter>jjllll", colors: 256))
    let output = try #require(frame.place(of: "output y"))
    // The first cells, each with the column before it: counts of 1 and 2, below them 2 and 4.
    let styles = (3...6).map { frame[output.row + 2, output.column + $0].style }
    #expect(styles == [.heat1, .heat1, .heat4, .heat4])
    #expect(frame[output.row + 3, output.column + 6].style == .heat8)
    let kernel = try #require(frame.place(of: "[a|b|c]"))
    #expect((0..<7).allSatisfy { frame[kernel.row, kernel.column + $0].style == .linked })
    // Between the bars a count keeps its colour.
    let box = try #require(frame.place(of: "[4|2|3]"))
    let touched = (0..<4).map { frame[box.row, box.column + $0].style }
    #expect(touched == [.linked, .heat8, .linked, .heat4])
    #expect(frame.places(of: .cursor).count == 3)
  }

  @Test func `before the first step it says what comes`() throws {
    let lines = render(try .after("Wm<Enter>")).lines
    #expect(lines[3].hasPrefix(" step  0 of 64  ░░░░"))
    #expect(lines[21] == " Input by input: each cell times the kernel is added where it lands.")
    #expect(lines[22] == " Space plays, → goes on  … +4")
  }
}
