import ConvArithmetic
import ExplorerViewModel
import Testing

/// What the arrow keys and the big steps do to the selected value.
@Suite struct SteppingTests {
  @Test func `up and down select the rows, and stop at the ends`() throws {
    var state = try ExplorerState.after("<Home>")
    var seen = [state.selected]
    for _ in 0..<20 {
      try state.press("<Down>")
      if state.selected != seen.last { seen.append(state.selected) }
    }
    #expect(seen == Hyperparameter.rows(.transposed))
    try state.press(String(repeating: "k", count: 20))
    #expect(state.selected == .batch)
    try state.press("<End>")
    #expect(state.selected == .bias)
  }

  @Test func `one more and one less touch both axes`() throws {
    #expect(try ExplorerState.after("<Right>").layer.kernelSize == Spatial(square: 4))
    #expect(try ExplorerState.after("h").layer.kernelSize == Spatial(square: 2))
  }

  @Test func `an axis can be changed alone`() throws {
    var state = try ExplorerState.after("al")
    #expect(state.layer.kernelSize == Spatial(height: 4, width: 3))
    try state.press("all")
    #expect(state.layer.kernelSize == Spatial(height: 4, width: 5))
    // Both again: each keeps its distance.
    try state.press("al")
    #expect(state.layer.kernelSize == Spatial(height: 5, width: 6))
  }

  @Test func `axes are cycled through all of them, height and width`() throws {
    let scopes = try ["", "a", "aa", "aaa"].map { try ExplorerState.after($0).scope }
    #expect(scopes == [.all, .height, .width, .all])
  }

  @Test(arguments: [
    ("<Home>j>", Hyperparameter.inChannels, 128), ("<Home>j<lt>", .inChannels, 32),
    (">", .kernelSize, 5), ("<lt>", .kernelSize, 1), ("j>", .stride, 4),
    ("k>", .input, 16), ("jj<lt>", .padding, 0), ("jj<lt>>", .padding, 1),
    ("<Home><lt>", .batch, 0),
  ])
  func `big steps double and halve, a kernel grows by two`(
    keys: String, hyperparameter: Hyperparameter, number: Int
  ) throws {
    let state = try ExplorerState.after(keys)
    #expect(state.selected == hyperparameter)
    #expect(state.subject.number(hyperparameter, .height) == number)
  }

  @Test(arguments: Hyperparameter.allCases.filter { $0 != .op && $0 != .bias })
  func `no step leads below the minimum or above 2^31 − 1`(
    hyperparameter: Hyperparameter
  ) throws {
    let row = try #require(Hyperparameter.rows.firstIndex(of: hyperparameter))
    let select = "<Home>" + String(repeating: "j", count: row)
    // Doubling gets there in 31 steps; from the side, the last step is cut short.
    for key in ["h", "l", "<lt>", ">"] {
      var state = try ExplorerState.after(select)
      for _ in 0..<70 { try state.press(key) }
      for axis in Axis.axes(2) {
        guard let number = state.subject.number(hyperparameter, axis) else { continue }
        #expect(hyperparameter.range.contains(number))
      }
    }
  }

  @Test func `the largest number cannot be stepped over`() throws {
    var state = try ExplorerState.after("k2147483646<Enter>l")
    #expect(state.subject.input.size == Spatial(square: 2_147_483_647))
    try state.press("l>>l")
    #expect(state.subject.input.size == Spatial(square: 2_147_483_647))
    try state.press("h")
    #expect(state.subject.input.size == Spatial(square: 2_147_483_646))
  }

  @Test func `a step with nowhere to go is no change to undo`() throws {
    var state = try ExplorerState.after("<lt><lt><lt><lt>hhh")
    #expect(state.layer.kernelSize == Spatial(square: 1))
    try state.press("u")
    #expect(state.layer.kernelSize == Spatial(square: 3))
  }

  @Test func `the channels of the input follow in_channels`() throws {
    let state = try ExplorerState.after("<Home>jll")
    #expect(state.layer.inChannels == 66)
    #expect(state.subject.input.channels == 66)
  }

  @Test func `groups steps through the common divisors of the channels`() throws {
    // The divisors of gcd(48, 36) = 12.
    let layer = LayerCase.square(8) { ($0.inChannels, $0.outChannels) = (48, 36) }
    var state = try ExplorerState.after("<End>kk", layer)
    var seen = [state.layer.groups]
    for _ in 0..<7 {
      try state.press("l")
      seen.append(state.layer.groups)
    }
    #expect(seen == [1, 2, 3, 4, 6, 12, 12, 12])
    try state.press("<lt>")
    #expect(state.layer.groups == 1)
    try state.press(">")
    #expect(state.layer.groups == 12)
    // From a typed value that is no divisor, the next one on either side.
    try state.press("5<Enter>")
    #expect(state.layer.groups == 5)
    try state.press("h")
    #expect(state.layer.groups == 4)
  }

  @Test func `bias changes with every step and with its own key`() throws {
    #expect(try !ExplorerState.after("b").layer.bias)
    #expect(try ExplorerState.after("bb").layer.bias)
    for key in ["h", "l", "<lt>", ">"] {
      #expect(try !ExplorerState.after("<End>" + key).layer.bias)
    }
  }

  @Test func `below a batch of 0 there is an input without a batch`() throws {
    var state = try ExplorerState.after("<Home>h")
    #expect(state.subject.input.batch == 0)
    try state.press("h")
    #expect(state.subject.input.batch == nil)
    #expect(state.text.contains("(64, 8, 8) → (32, 16, 16)"))
    try state.press("h")
    #expect(state.subject.input.batch == nil)
    try state.press("ll")
    #expect(state.subject.input.batch == 1)
  }

  @Test func `below a padding of 0 a Conv2d has its two words`() throws {
    var state = try ExplorerState.after("tjj")
    var seen = [state.layer.padding]
    for key in ["h", "h", "h", "h", "l", "l", "l"] {
      try state.press(key)
      seen.append(state.layer.padding)
    }
    let zero = Padding.explicit(Spatial(square: 0))
    let one = Padding.explicit(Spatial(square: 1))
    #expect(seen == [one, zero, .valid, .same, .same, .valid, zero, one])
    try state.press("ahh")
    #expect(state.layer.padding == .explicit(Spatial(height: 0, width: 1)))
  }

  @Test func `a ConvTranspose2d has no words below its padding of 0`() throws {
    #expect(try ExplorerState.after("jjhhh").layer.padding == .explicit(Spatial(square: 0)))
  }
}
