import SeededNumbers
import ConvArithmetic
import ExplorerViewModel
import Testing

/// Playing with numbers: the paper's, others, and those that are typed.
@Suite struct StepNumbersTests {
  /// Watch before the first step.
  private static let view = "W<Enter>.,"
  /// To the first cell of a grid.
  private static let first = "<Home><PgUp>"

  /// The paper's input is 5×5, its kernel 3×3.
  private static func paper(stride: Int = 1, padding: Int = 0) -> LayerCase {
    .square(5) {
      $0.stride = Spatial(square: stride)
      $0.padding = .explicit(Spatial(square: padding))
    }
  }

  private func rows(_ numbers: [Spatial<Int>: Int], _ size: Int) -> [[Int?]] {
    (0..<size).map { row in
      (0..<size).map { numbers[Spatial(height: row, width: $0)] }
    }
  }

  @Test(
    arguments: [
      (paper(), [[12, 12, 17], [10, 17, 19], [9, 6, 14]]),
      (paper(stride: 2, padding: 1), [[6, 17, 3], [8, 17, 13], [6, 4, 4]]),
    ], ["v<End>", "vo<End>"])
  func `the guide's numeric figures end on the screen`(
    figure: (LayerCase, [[Int]]), keys: String
  ) throws {
    let state = try ExplorerState.on(80, 24, keys: Self.view + keys, figure.0)
    #expect(rows(try state.numbers(of: .output), 3) == figure.1)
  }

  @Test func `each step is written out with its numbers`() throws {
    // The first window of the guide's figure: rows 3 3 2, 0 0 1, 3 1 2.
    let state = try ExplorerState.after(Self.view + "v.", Self.paper())
    let sum = "0·3 + 1·3 + 2·2 + 2·0 + 2·0 + 0·1 + 0·3 + 1·1 + 2·2"
    #expect(state.text.contains(" y[0,0] = \(sum) = 12"))
    #expect(
      rows(try state.numbers(of: .output), 3) == [
        [12, nil, nil], [nil, nil, nil], [nil, nil, nil],
      ])
    let scattered = try ExplorerState.after(Self.view + "vo..", Self.paper())
    #expect(scattered.text.contains(" x[0,1] = 3 adds 0 to y[0,1], 3 to y[0,0]"))
  }

  @Test func `a typed number replaces that under the cursor`() throws {
    var state = try ExplorerState.on(
      100, 30, keys: Self.view + "v<End>m" + Self.first, Self.paper())
    try state.press("lj-7<Enter>")
    #expect(try state.numbers(of: .input)[Spatial(height: 1, width: 1)] == -7)
    // It is below the taps 2 of [1,1], 2 of [1,0], 1 of [0,1], 0 of [0,0] of four windows.
    #expect(
      rows(try state.numbers(of: .output), 3) == [[-2, -2, 17], [3, 17, 19], [9, 6, 14]])
    try state.press("m\(Self.first)9<Enter>")
    #expect(try state.numbers(of: .kernel)[Spatial(square: 0)] == 9)
    // Nine instead of nothing of the upper left number of each window.
    #expect(try state.numbers(of: .output)[Spatial(square: 0)] == -2 + 9 * 3)
    #expect(state.text.contains(" numbers: the paper's, 2 changed  e takes it back"))
    try state.press("e")
    #expect(
      rows(try state.numbers(of: .output), 3) == [[12, 12, 17], [10, 17, 19], [9, 6, 14]])
  }

  @Test func `what is no number from −99 to 99 is said and stays to be fixed`() throws {
    for typed in ["100", "-100", "-", "1-2", "99999999999999999999", "5x"] {
      var state = try ExplorerState.after(
        Self.view + "vm\(Self.first)\(typed)<Enter>", Self.paper())
      #expect(render(state).lines[23].contains("a number from −99 to 99"), "\(typed)")
      try state.press("<Esc>")
      #expect(try state.numbers(of: .input)[Spatial(square: 0)] == 3)
    }
    for (typed, number) in [("-99", -99), ("99", 99), ("0", 0), (" 7 ", 7), ("12<BS>", 1)] {
      let start = typed.first == " " ? "0<BS>" : ""
      let state = try ExplorerState.after(
        Self.view + "vm" + Self.first + start + typed + "<Enter>", Self.paper())
      #expect(try state.numbers(of: .input)[Spatial(square: 0)] == number, "\(typed)")
    }
  }

  @Test func `an arrow takes a number and goes on`() throws {
    let state = try ExplorerState.after(Self.view + "vm\(Self.first)8<Down>9<Down>", Self.paper())
    let input = try state.numbers(of: .input)
    #expect(input[Spatial(square: 0)] == 8)
    #expect(input[Spatial(height: 1, width: 0)] == 9)
    #expect(input[Spatial(height: 2, width: 0)] == 3)
  }

  @Test func `m goes from the steps to the input, the kernel and back`() throws {
    let grids = try ["", "m", "mm", "mmm", "mmmm"].map {
      try ExplorerState.after(Self.view + "v" + $0, Self.paper())
    }
    #expect(grids.map(\.numberGrid) == [nil, .input, .kernel, nil, .input])
    #expect(grids.map(\.isStepping) == [true, false, false, true, false])
    let knobs = try ExplorerState.after(Self.view + "vm<Esc><Esc>l", Self.paper())
    #expect(knobs.layer.kernelSize.height == 4)
    // The keys of the player are in force beside it, but for the minus of a number.
    #expect(try ExplorerState.after(Self.view + "vm..", Self.paper()).stepProgress?.steps == 2)
    #expect(try ExplorerState.after(Self.view + "vm-", Self.paper()).mode != .browse)
  }

  @Test func `a click goes to a number`() throws {
    var state = try ExplorerState.after(Self.view + "v", Self.paper())
    // The last of the second row: the tap f with its 0.
    let place = try #require(render(state).place(of: "f 0"))
    _ = state.press(.mouse(MouseEvent(.press, at: place)))
    #expect(state.numberGrid == .kernel)
    try state.press("5<Enter>")
    #expect(try state.numbers(of: .kernel)[Spatial(height: 1, width: 2)] == 5)
  }

  @Test func `e goes through all starting numbers, and the first come again`() throws {
    var names: [String] = []
    for count in 0...StartingValues.all.count {
      let keys = Self.view + "v" + String(repeating: "e", count: count)
      let line = render(try .after(keys, Self.paper())).lines.first { $0.contains("numbers:") }
      names.append(String(line?.split(separator: " ").dropFirst().first ?? ""))
    }
    #expect(names == ["the", "ones", "ramp", "one", "bilinear", "an", "the"])
    let bilinear = try ExplorerState.after(Self.view + "veeee", Self.paper())
    #expect(bilinear.text.contains("divide w and y by 4"))
  }

  @Test func `a flipped kernel makes a convolution of a correlation, and says both formulas`()
    throws
  {
    // A single 1 in the middle shows the kernel: turned round by a correlation, itself by a
    // convolution.
    let subject = LayerCase.square(3) { $0.padding = .explicit(Spatial(square: 1)) }
    let keys = Self.view + "veee<End>"
    let correlation = try ExplorerState.after(keys, subject)
    #expect(
      rows(try correlation.numbers(of: .output), 3) == [[9, 8, 7], [6, 5, 4], [3, 2, 1]])
    let convolution = try ExplorerState.after(keys + "F", subject)
    #expect(
      rows(try convolution.numbers(of: .output), 3) == [[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    for (state, present) in [(correlation, "▸ cross-correlation"), (convolution, "▸ convolution")] {
      #expect(state.text.contains(present))
      #expect(state.text.contains("y[n] = Σ w[k]·x[n + k]  as PyTorch has it"))
      #expect(state.text.contains("y[n] = Σ w[k]·x[n − k]  the kernel flipped"))
    }
    #expect(try convolution.numbers(of: .kernel)[Spatial(square: 0)] == 9)
  }

  @Test func `a number typed over a flipped kernel is that which is seen`() throws {
    var state = try ExplorerState.after(Self.view + "veeFmm\(Self.first)5<Enter>", Self.paper())
    #expect(try state.numbers(of: .kernel)[Spatial(square: 0)] == 5)
    try state.press("F")
    #expect(try state.numbers(of: .kernel)[Spatial(square: 2)] == 5)
    #expect(try state.numbers(of: .kernel)[Spatial(square: 0)] == 1)
  }

  @Test(arguments: ["", "o", "F", "oF"])
  func `both ways of a transposed layer have the same numbers after every number of steps`(
    keys: String
  ) throws {
    var generator = SeededGenerator(seed: 21)
    var seen = 0
    while seen < 25 {
      let subject = LayerCase.random(using: &generator)
      guard subject.layer.direction == .transposed, let pass = try? subject.forward(),
        pass.axes.height.output <= 12, pass.axes.width.output <= 12
      else { continue }
      seen += 1
      var state = try ExplorerState.on(300, 120, keys: Self.view + "vee" + keys, subject)
      try state.press("m\(Self.first)-3<Enter>m\(Self.first)-9<Enter>")
      for _ in 0..<Int.random(in: 0...30, using: &generator) { try state.press(".") }
      let scattered = try state.numbers(of: .output)
      #expect(try state.numbers(of: .stretchedOutput) == scattered, "\(subject)")
      #expect(!state.text.contains("  not  stretched"))
    }
  }

  @Test func `a layer too large for numbers says so, and what would do`() throws {
    let text = "numbers need an input up to 64×64, a kernel up to 16×16: try :input=5 k=3"
    for command in [":input=65", ":k=17 input=20"] {
      let state = try ExplorerState.after(Self.view + "\(command)<Enter>v")
      #expect(render(state).lines[23] == " " + text)
      #expect(state.stepValues == nil)
      #expect(try ExplorerState.after(Self.view + "v\(command)<Enter>.").text.contains(text))
    }
    #expect(try ExplorerState.after(Self.view + "v:input=64 k=16<Enter>").stepValues != nil)
  }
}
