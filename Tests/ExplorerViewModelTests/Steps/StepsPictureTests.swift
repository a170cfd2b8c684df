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
    let state = try ExplorerState.on(80, 24, keys: "Wm<Enter>.,jjllll")
    expectPicture(
      state.text, "StepsPictureTests/an-input-cell-times-the-kernel-lands-in-the-output-and-in-th")
  }

  @Test func `an output cell collects what the window on the stretched input reads`() throws {
    let state = try ExplorerState.on(80, 24, keys: "Wm<Enter>.,ojjjllll")
    expectPicture(
      state.text, "StepsPictureTests/an-output-cell-collects-what-the-window-on-the-stretched-inp")
  }

  @Test func `the window of a Conv2d slides over the padded input`() throws {
    let state = try ExplorerState.on(80, 24, keys: "W<Enter>.,jjllll", Self.convolution)
    expectPicture(
      state.text, "StepsPictureTests/the-window-of-a-conv2d-slides-over-the-padded-input")
  }

  @Test func `a large screen has both ways side by side`() throws {
    let state = try ExplorerState.on(120, 40, keys: "Wm<Enter>.,ojjlll")
    expectPicture(
      state.text, "StepsPictureTests/transposed-steps")
  }

  @Test func `a large screen has the words of a Conv2d below its grids`() throws {
    let keys = "W<Enter>.,ojjlllc"
    expectPicture(
      try ExplorerState.on(120, 40, keys: keys, Self.convolution).text,
      "StepsPictureTests/convolution-steps")
  }

  @Test func `the guide's numbers are played, and the sum of the last step is written out`() throws
  {
    let state = try ExplorerState.on(80, 24, keys: "W<Enter>.,vjl", Self.paper)
    expectPicture(
      state.text, "StepsPictureTests/the-guide-s-numbers-are-played-and-the-sum-of-the-last-step")
  }

  @Test func `a kernel and an input with a typed number are convolved`() throws {
    let state = try ExplorerState.on(
      80, 24, keys: "W<Enter>.,vFjlmlj-5<Enter>", Self.paper)
    expectPicture(
      state.text, "StepsPictureTests/a-kernel-and-an-input-with-a-typed-number-are-convolved")
  }

  @Test func `a transposed layer has its numbers on both ways`() throws {
    let state = try ExplorerState.on(
      100, 30, keys: ":input=3<Enter>Wm<Enter>v.,ojjjll")
    expectPicture(state.text, "StepsPictureTests/a-transposed-layer-has-its-numbers-on-both-ways")
  }

  @Test func `counts have the colours of the map, taps one each in all grids`() throws {
    let state = try ExplorerState.on(80, 24, keys: "W<Enter>.,jjllll", colors: 256)
    let output = try state.shown(.output)
    let styles = (0...1).flatMap { row in
      (0...1).map { output[Spatial(height: row, width: $0)]?.style }
    }
    // Counts of 1 and 2, below them 2 and 4.
    #expect(styles == [.heat1, .heat4, .heat4, .heat8])
    let kernel = try state.shown(.kernel)
    // The input cell x[2,3] is written to rows 3 to 5 and columns 5 to 7.
    for (index, style) in Style.taps.enumerated() {
      let tap = Spatial(height: index / 3, width: index % 3)
      let cell = Spatial(height: 3 + tap.height, width: 5 + tap.width)
      #expect(kernel[tap]?.style == style)
      #expect(output[cell]?.style == style)
      #expect(output[cell]?.letter == kernel[tap]?.text.unicodeScalars.first)
    }
  }

  @Test func `the cells of a layer are filled, the places around it are not, without colours too`()
    throws
  {
    for colors in [0, 8, 256] {
      let state = try ExplorerState.on(80, 24, keys: "W", Self.convolution, colors: colors)
      let frame = render(state)
      for (cell, shown) in try state.shown(.input) {
        let isReal = [cell.height, cell.width].allSatisfy { (0..<8).contains($0) }
        let look = Look(of: shown.style, colors: colors, theme: frame.theme)
        let isFilled = look.background != nil || look.attributes.contains(.reversed)
        #expect(isFilled == isReal || Style.taps.contains(shown.style), "\(cell)")
      }
    }
  }

  @Test func `a window has a box around it where cells have gaps`() throws {
    let state = try ExplorerState.on(120, 40, keys: "W", Self.paper)
    expectPicture(state.text, "StepsPictureTests/a-window-has-a-box")
  }

  @Test func `before the first step it says what comes`() throws {
    let lines = render(try .after("W")).lines
    #expect(lines[4] == " the whole picture  Space plays it in 64 steps over inputs: scatter")
    #expect(render(try .after("W.,")).lines[4].hasPrefix(" step  0 of 64  ░░░░"))
  }

  @Test func `the first layer and a padded convolution are whole at 80×24, on both pages`() throws {
    let first = LayerCase.square(4) {
      ($0.direction, $0.stride) = (.transposed, Spatial(square: 2))
    }
    let padded = LayerCase.square(5) { $0.padding = .explicit(Spatial(square: 1)) }
    for subject in [first, padded] {
      for keys in ["W", "W<Enter>", "Wm", "W......", "Wm......", "Wv...", "Wmo..."] {
        let text = try ExplorerState.on(80, 24, keys: keys, subject).text
          .replacing(", …", with: "").replacing("0…2", with: "")
        #expect(!text.contains("…") && !text.contains("not shown"), "\(text)")
      }
    }
  }
}
