import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// The line that a colon opens.
@Suite struct CommandLineTests {
  @Test func `an assignment may have a space in place of its sign`() throws {
    let state = try ExplorerState.after(":kernel_size 5<Enter>")
    #expect(state.layer.kernelSize == Spatial(square: 5))
    #expect(try ExplorerState.after(":kernel_size five<Enter>").mode != .browse)
    #expect(try ExplorerState.after(":five 5<Enter>").subject == LayerCase.decoder)
  }

  @Test(arguments: [
    (":kernel_size=3,5<Enter>", Hyperparameter.kernelSize, 3, 5),
    (":kernel-size = (3, 5)<Enter>", .kernelSize, 3, 5), (":k=4<Enter>", .kernelSize, 4, 4),
    (":groups=2<Enter>", .groups, 2, 2), (":stride=[1,2]<Enter>", .stride, 1, 2),
    (":input=1,64,16,9<Enter>", .input, 16, 9), (":input=12<Enter>", .input, 12, 12),
    (":out_channels=7<Enter>", .outChannels, 7, 7),
  ])
  func `an assignment sets its hyperparameter`(
    keys: String, hyperparameter: Hyperparameter, height: Int, width: Int
  ) throws {
    let subject = try ExplorerState.after(keys).subject
    #expect(subject.number(hyperparameter, .height) == height)
    #expect(subject.number(hyperparameter, .width) == width)
  }

  @Test func `a pair is a pair whichever axis is chosen`() throws {
    #expect(
      try ExplorerState.after("a:kernel_size=7<Enter>").layer.kernelSize == Spatial(square: 7))
  }

  @Test func `several assignments are one change`() throws {
    var state = try ExplorerState.after(
      ":op=conv2d in_channels=3 out_channels=64 k=7 stride=2 padding=3 bias=no input=224<Enter>")
    #expect(state.layer.pytorchLine == "nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)")
    // ResNet-50's stem: 224 → 112.
    #expect(state.text.contains("(1, 3, 224, 224) → (1, 64, 112, 112)"))
    try state.press("u")
    #expect(state.subject == LayerCase.decoder)
  }

  @Test(arguments: [
    ("kernel=0", "kernel_size: 0 is not in 1…2,147,483,647"),
    ("x=1", "'x' names no single hyperparameter; there are op, batch, in_channels"),
    ("in=1", "'in' names no single hyperparameter; there are in_channels, input"),
    ("foo", "there is no command 'foo'; for a value write name=value"),
    ("stride ", "'stride' is not an assignment; write name=value"),
    ("stride=2 k=", "kernel_size: '' is not a number"),
    (
      "op=conv4d",
      "op: 'conv4d' is not conv1d, conv2d, conv3d, conv_transpose1d, conv_transpose2d or conv_transpose3d"
    ),
    ("padding=same", "padding: a ConvTranspose2d takes numbers, not 'same'"),
    ("op=conv2d output_padding=1", "output_padding: a Conv2d has none"),
    ("input=1,0,8,8", "in_channels: 0 is not in 1…2,147,483,647"),
    ("input=-1,1,8,8", "batch: −1 is not in 0…2,147,483,647"),
    ("groups=2,2", "groups: '2,2' is not a number"),
  ])
  func `an error is shown, and nothing is lost`(command: String, words: String) throws {
    let state = try ExplorerState.on(200, 24, keys: ":\(command)<Enter>")
    #expect(state.text.contains(words))
    #expect(state.chooser?.filter.text == command)
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `the line is above what it is about, and the footer says how it is taken`() throws {
    let frame = render(try ExplorerState.after(":groups=2"))
    #expect(frame.lines[2].hasPrefix(" Command  :groups=2_"))
    #expect(frame.lines[3].hasPrefix(" ▸           groups          now 1, from 1 to "))
    #expect(frame.lines[23].contains("Enter take  Esc leave"))
    #expect(frame.style(of: "groups=2_") == .value)
  }

  @Test func `of a long line the end stays in sight`() throws {
    let long = String(repeating: "kernel_size=3 ", count: 20) + "stride=1"
    let frame = render(try .after(":" + long))
    #expect(frame.lines[2].hasPrefix(" Command  …"))
    #expect(frame.lines[2].contains("stride=1_"))
  }

  @Test func `q ends the program, and so does quit`() throws {
    var state = try ExplorerState.after("")
    #expect(try state.press(":q<Enter>") == [.quit])
    #expect(try state.press("<Esc>:quit<Enter>") == [.quit])
  }

  @Test func `an empty command and Esc change nothing`() throws {
    for keys in [":<Enter>", ":   <Enter>", ":k=5<Esc>", ":<BS>", ":k<BS><BS>"] {
      let state = try ExplorerState.after(keys)
      #expect(state.mode == .browse)
      #expect(state.subject == LayerCase.decoder)
    }
  }

  @Test func `where no network is open the footer says that Enter lists some`() throws {
    let state = try ExplorerState.after("M")
    let footer = render(state).lines.last ?? ""
    #expect(footer.contains("Enter networks") && !footer.contains("Enter picture"))
    #expect(try ExplorerState.after("M<Enter>").chooser?.list == .networks)
  }

  @Test func `a paste opens the command line and never means keys`() throws {
    var state = try ExplorerState.after("")
    #expect(state.press(.pasted("q\ntb stride=3\n")) == nil)
    #expect(state.chooser?.filter.text == "q tb stride=3 ")
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `a paste goes on with the line that is being typed`() throws {
    var state = try ExplorerState.after(":stride=")
    #expect(state.press(.pasted("3 k=2")) == nil)
    try state.press("<Enter>")
    #expect(state.layer.stride == Spatial(square: 3))
    #expect(state.layer.kernelSize == Spatial(square: 2))
    try state.press("4")
    #expect(state.press(.pasted(",6")) == nil)
    try state.press("<Enter>")
    #expect(state.layer.kernelSize == Spatial(height: 4, width: 6))
  }

  @Test func `a paste into the help opens the command line, too; into a list, it filters`() throws {
    var help = try ExplorerState.after("?")
    #expect(help.press(.pasted("q")) == nil)
    #expect(render(help).lines[2].contains(":q_"))
    #expect(render(help).lines[23].contains("Enter take"))
    var list = try ExplorerState.after("p")
    #expect(list.press(.pasted("Theano\n128")) == nil)
    #expect(list.text.contains("1 of \(Preset.all.count)"))
    #expect(help.subject == LayerCase.decoder && list.subject == LayerCase.decoder)
  }

  @Test func `control characters and wide characters of a paste are shown as one cell`() throws {
    var state = try ExplorerState.after("")
    #expect(state.press(.pasted("k=\u{1B}[2J漢\u{7}\u{301}")) == nil)
    #expect(render(state).lines[2].contains(":k= [2J漢 _"))
  }

  @Test func `a paste of any length is answered and shortened`() throws {
    var state = try ExplorerState.after("")
    #expect(state.press(.pasted(String(repeating: "k", count: 1_000_000))) == nil)
    #expect(state.chooser?.filter.text.count == 2_000)
  }
}
