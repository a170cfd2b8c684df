import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// One hyperparameter at many values.
@Suite struct SweepViewTests {
  @Test func `W sweeps the selected row, and follows the selection`() throws {
    #expect(try ExplorerState.after("Dmm").currentSweep?.hyperparameter == .kernelSize)
    #expect(try ExplorerState.after("Dmmj").currentSweep?.hyperparameter == .stride)
    let bias = try ExplorerState.after("Dmm<End>")
    #expect(bias.currentSweep?.points.map(\.subject.layer.bias) == [false, true])
    #expect(bias.text.contains("These are all its values."))
    let taken = try ExplorerState.after("Dmm<End><Enter><Home><Enter>")
    #expect(!taken.layer.bias && taken.message?.text == "bias is no now")
  }

  @Test func `every row is the layer with that value`() throws {
    for keys in [
      "Dmm", "Dmmj", "Dmmjj", "Dmmjjj", "Dmmjjjj", "Dmmk", "Dmma", "Dmmaa",
      "Dmm:groups=4<Enter><End>k",
    ] {
      let state = try ExplorerState.after(keys)
      let sweep = try #require(state.currentSweep)
      for point in sweep.points {
        var wanted = state.subject
        for axis in sweep.axes { wanted.set(sweep.hyperparameter, axis, to: point.value) }
        #expect(point.subject == wanted)
        #expect((try? point.outcome.get()) == (try? wanted.forward()))
      }
    }
  }

  @Test func `the axes of a change are the axes of the sweep`() throws {
    let state = try ExplorerState.after("Dmma<Enter>l<Esc>a<Enter>jj<Enter>")
    #expect(state.currentSweep?.axes == [.width])
    #expect(state.layer.kernelSize == Spatial(height: 3, width: 5))
    #expect(state.text.contains(" kernel_size W "))
  }

  @Test func `Enter goes to the present value, and takes a chosen one in one step`() throws {
    var state = try ExplorerState.after("Dmm<Enter>")
    #expect(state.choice == 2)
    try state.press("jj<Enter>")
    #expect(state.layer.kernelSize == Spatial(square: 5))
    #expect(state.message?.text == "kernel_size is 5 now")
    #expect(state.isListFocused)
    try state.press("u")
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `a refused value can be taken, too, and is explained`() throws {
    let state = try ExplorerState.after("Dmm:sweep output_padding=0..4<Enter><Enter>jjj<Enter>")
    #expect(state.layer.outputPadding == Spatial(square: 4))
    #expect(state.text.contains("refused 4 along H, W must be smaller"))
  }

  @Test func `a command chooses what to sweep, and over which values`() throws {
    let state = try ExplorerState.after(":sweep input=16..64..16<Enter>")
    #expect(state.view == .sweep)
    #expect(state.currentSweep?.points.map(\.value) == [16, 32, 48, 64])
    #expect(state.selected == .input)
    #expect(
      try ExplorerState.after(":sweep 1,3<Enter>").currentSweep?.points.map(\.value) == [1, 3])
    let usual = try ExplorerState.after(":sweep 1,3<Enter>:sweep kernel_size<Enter>")
    #expect(usual.currentSweep?.points.map(\.value) == Array(1...24))
    #expect(try ExplorerState.after(":sweep<Enter>").view == .sweep)
  }

  @Test(arguments: [
    (":sweep 9..1<Enter>", "'9..1' is not a range"),
    (":sweep x=1..3<Enter>", "'x' names no single"),
    (":sweep bias<Enter>", "bias has no numbers"), (":sweep 1..5000<Enter>", "more than 1,000"),
    (":op=conv2d<Enter>:sweep output_padding=0,1<Enter>", "output_padding: a Conv2d has none"),
  ])
  func `a sweep that makes no sense is said`(keys: String, message: String) throws {
    let state = try ExplorerState.after(keys)
    #expect(state.message?.text.hasPrefix(message) == true, "\(state.message?.text ?? "")")
    #expect(state.view != .sweep)
  }

  @Test func `the arrows draw another number, around all of them`() throws {
    let titles = try (0...Figure.swept.count).map { count in
      try ExplorerState.after("Dmm<Enter>" + String(repeating: "<Right>", count: count)).sweep
        .number
    }
    #expect(Set(titles) == Set(Figure.swept))
    #expect(titles.first == titles.last)
  }

  @Test func `bars are as long as their numbers, the largest one fills the plot`() throws {
    // Outputs of 14, 15, 16, … on the plot's 17 columns.
    let frame = render(
      try .after(":sweep 1..9<Enter><Enter><Right><Right><Right><Right><Right><Esc>"))
    #expect(frame.lines[4].contains("output H"))
    let bars = frame.lines[6...14].map { line in line.count { $0 == "▄" || $0 == "█" } }
    let wanted = (14...22).map { Int((Double($0) / 22 * Double(bars.last ?? 0)).rounded()) }
    #expect(bars == wanted)
    #expect(frame.lines[8].hasPrefix("*"))
    #expect(frame.lines[8].contains("█"))
  }

  @Test func `the largest values are swept without harm`() throws {
    let largest = "2147483647"
    for row in 0..<11 {
      let down = "<Home>" + String(repeating: "j", count: row)
      let state = try ExplorerState.after(
        "Dmm\(down)\(largest)<Enter><Enter><End><Enter>e<Home><Enter>")
      #expect(render(state).size == state.size)
    }
  }
}
