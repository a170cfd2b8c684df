import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Somebody who has never seen the program makes a layer by keys alone, and reads its numbers.
@Suite struct NewUserTests {
  /// From PyTorch's defaults to `ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1)`
  /// on (1, 64, 8, 8): every row by another way of changing it.
  private static let script = [
    "t",  // transposed
    "<Home><Down>64<Enter>",  // in_channels typed, and the input with them
    "<Down>>>>>>",  // out_channels doubled five times
    "<Down><Down><Down><Right>",  // stride one up, past input and kernel_size
    "<Down>l",  // padding, with the other keys
    "jj1<Enter>",  // output_padding typed, past dilation
  ].joined()

  private static func layer() throws -> ExplorerState { try .after(script, .plain) }

  @Test func `keys alone make the layer`() throws {
    let state = try Self.layer()
    #expect(state.subject == LayerCase.decoder)
    #expect(
      try state.pressing("y").effects == [
        .copy("nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1)")
      ])
  }

  @Test func `no key on the way makes a layer that PyTorch refuses`() throws {
    var state = try ExplorerState.after("", .plain)
    for key in try KeyPress.keys(Self.script) {
      _ = state.press(key)
      #expect(throws: Never.self) { try state.outcome.get() }
    }
  }

  @Test(arguments: [
    // From the documents' definitions, by hand.
    "(1, 64, 8, 8) → (1, 32, 16, 16)",
    " 2,048 ",  // ψ = 64·32
    " 273 ",  // A = 23² − 16²: 8·3 taps an axis, less the one that padding crops
    " 2,577 ",  // λ = 16·16·9 + 273
    " 524,288 ",  // γ = 32·16·16·(64 − 1 + 1)
    " 5,801,984",  // ψλ + γ
    "(8 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1 = 16",
    "uneven 4:1",
    "(64, 32, 3, 3)", "18,464", "accepted",
  ])
  func `the screen has the number`(number: String) throws {
    #expect(try Self.layer().text.contains(number))
  }

  @Test func `each number of the breakdown stands below its name`() throws {
    let lines = render(try Self.layer()).lines
    let names = ["documents", "filters ψ", "A", "λ", "γ", "total"]
    #expect(lines[21].matches(of: /[^ ]+( [^ ]+)*/).map { String($0.output.0) } == names)
    let numbers = lines[22].split(separator: " ")
    #expect(numbers.suffix(5) == ["2,048", "273", "2,577", "524,288", "5,801,984"])
    // 1,179,648 multiplications, 1,170,400 additions and 8,192 biases, by hand: 2,358,240.
    #expect(lines[20].hasPrefix(" exact  2,358,240 operations"))
  }

  @Test func `kernel_size 4 and output_padding 0 make the pattern even`() throws {
    var state = try Self.layer()
    try state.press("<Left>kkkk4<Enter>")
    #expect(state.layer.kernelSize == Spatial(square: 4))
    #expect(state.layer.outputPadding == Spatial(square: 0))
    #expect(state.text.contains("(1, 64, 8, 8) → (1, 32, 16, 16)"))
    #expect(state.text.contains("Inside, each output cell is written 4 times: even."))
    #expect(!state.text.contains("uneven"))
  }

  @Test func `the sum of an output cell goes over the channels of a group, too`() throws {
    func seen(_ line: String) throws -> String {
      try ExplorerState.on(80, 24, keys: ":\(line)<Enter>").text
    }
    #expect(try seen("nn.Conv2d(3, 8, 3, 2)").contains("sums 9·3 = 27 input values;"))
    #expect(
      try seen("nn.Conv2d(4, 8, 3, groups=2)").contains("sums 9·2 = 18 input values;"))
    #expect(try seen("nn.Conv2d(4, 4, 3, groups=4)").contains("is a sum over 9 input cells;"))
  }

  @Test func `quitting is left to the terminal`() throws {
    var state = try Self.layer()
    #expect(try state.press("q") == [.quit])
    #expect(try state.press("<C-c>") == [.quit])
  }
}

extension ExplorerState {
  fileprivate func pressing(_ keys: String) throws -> (state: Self, effects: [Effect]) {
    var state = self
    let effects = try state.press(keys)
    return (state, effects)
  }
}
