import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Groups in the view of the channels: keys change them, words and numbers follow.
@Suite struct ChannelViewTests {
  private static let toGroups = "Cmmmm<End><Up>"

  @Test func `groups change with the keys, from dense to as many as there are channels`() throws {
    let titles = try ["", "l", "ll", "l>", "l><lt>"].map {
      render(try .after(Self.toGroups + $0)).lines[4].split(separator: ";").first ?? ""
    }
    #expect(
      titles == [
        " dense: groups g = 1", " grouped: g = 2", " grouped: g = 4", " grouped: g = 32",
        " dense: groups g = 1",
      ])
  }

  @Test(arguments: [
    (":out_c=64 groups=64", "depthwise: g = in_channels = out_channels"),
    (":out_c=192 groups=64", "depthwise: g = in_channels, multiplier 3"),
    (":k=1 output_p=0 padding=0", "pointwise, dense: groups g = 1"),
    (":op=conv2d k=1 groups=2", "pointwise, grouped: g = 2"),
  ])
  func `a pattern has its word`(command: String, title: String) throws {
    #expect(
      try ExplorerState.after("Cmmmm\(command)<Enter>").text.contains(title))
  }

  @Test func `the weight has its shape in both kinds of layer, as PyTorch has it`() throws {
    for (keys, mark) in [("", "▸ ConvTranspose2d"), ("t", "▸ Conv2d")] {
      let text = try ExplorerState.on(80, 25, keys: "Cmmmm:groups=4 k=3,5<Enter>\(keys)")
        .text
      #expect(text.contains("Conv2d weight          (32, 16, 3, 5)"))
      #expect(text.contains("ConvTranspose2d weight (64, 8, 3, 5)"))
      #expect(text.contains(mark))
    }
  }

  @Test func `parameters and operations stand beside those of one group`() throws {
    let lines = render(try .on(80, 25, keys: "Cmmmm:groups=4<Enter>")).lines
    // 64·32·9 weights and 8·8 positions of 9 taps in each of 64·32 filters; a quarter of both.
    for row in [
      "weights          4,608     18,432  ÷ 4", "biases              32         32  same",
      "parameters       4,640     18,464  ÷ 3.98", "products       294,912  1,179,648  ÷ 4",
    ] {
      #expect(lines.contains { $0.hasSuffix(row) }, "\(row)")
    }
  }

  @Test func `the scale stays while the groups change`() throws {
    for groups in [2, 4, 8, 16, 32] {
      let text = try ExplorerState.on(80, 25, keys: "Cmmmm:groups=\(groups)<Enter>").text
      #expect(text.contains("inputs across, outputs down; 4×4 a place"))
    }
    // A screen with a place for each channel needs no scale.
    let large = try ExplorerState.on(230, 60, keys: "Cmmmm:groups=4<Enter>")
      .text
    #expect(large.contains(/inputs across, outputs down *\n/))
    #expect(!large.contains("partly"))
  }

  @Test func `places that a group does not fill are connected in part`() throws {
    let lines = render(try .on(80, 25, keys: "Cmmmm:groups=32<Enter>")).lines
    #expect(lines.contains { $0.hasPrefix("  0 ▒▒▒▒............................ ") })
    #expect(lines.contains { $0.hasPrefix(" 28 ............................▒▒▒▒") })
  }

  @Test func `a refused layer has its reasons here as well`() throws {
    let text = try ExplorerState.after("Cmmmm:groups=5<Enter>").text
    #expect(text.contains("no output: PyTorch refuses this layer"))
  }

  @Test func `one block is said in one line, with what groups could save`() throws {
    let state = try ExplorerState.after("Cmmmm")
    #expect(state.text.contains("dense: groups g = 1; each output reads all 64 inputs"))
    #expect(!state.text.contains("connected"))
    // 32 divides 64 and 32.
    #expect(state.text.contains("up to 32; g groups"))
    let lonely = try ExplorerState.after("Cmmmm:in_c=1 out_c=1 input=1,1,4,4<Enter>")
    #expect(lonely.text.contains("there is nothing to group"))
  }

  @Test func `a listener hears the words and the numbers`() throws {
    var session = PlainSession(try .on(80, 24))
    _ = session.answer("groups=4")
    let answer = session.answer("channels")
    #expect(answer.prefix(2) == ["grouped: g = 4", "each output reads 16 of 64 inputs"])
    #expect(answer.contains { $0.hasPrefix("  products") && $0.hasSuffix("÷ 4") })
  }

  @Test(arguments: [true, false])
  func `nothing is cut in the view of the channels of any preset`(unicode: Bool) throws {
    for preset in Preset.all {
      let lines = render(
        try .on(80, 24, keys: "Cmmmm", preset.subject, unicode: unicode)
      ).lines
      let legend = lines.firstIndex { $0.contains("connected") } ?? 0
      // Dots of the picture are channels that are not connected.
      let words = lines[1...3] + lines[legend..<23].map { $0.replacing(". not", with: "") }
      let layer = preset.subject.layer
      let shape = lines.first { $0.contains(" \(layer.op.moduleName) weight") }
      let kernel = layer.kernelSize.map { ",\($0)" }.joined() + ")"
      #expect(shape?.replacing(" ", with: "").contains(kernel) == true)
      for line in words { #expect(!line.contains("…") && !line.contains("..."), "\(line)") }
    }
  }
}
