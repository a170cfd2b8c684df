import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import SeededNumbers
import Testing

/// Whatever is shown, its share line shows it again.
@Suite struct ShareLawTests {
  /// Each run starts again with a seed of its own; most faults need few keys and a rare beginning.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `the share line of any state opens the same picture`(hundredth: UInt64) throws {
    for seed in hundredth * 20..<(hundredth + 1) * 20 { try explore(seed) }
  }

  private func explore(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var state = ExplorerState(
      .random(using: &generator), size: ScreenSize(columns: 80, rows: 24),
      capabilities: Capabilities(
        unicode: !seed.isMultiple(of: 3), colors: seed.isMultiple(of: 2) ? 256 : 0))
    for press in 0...40 {
      let key = KeyPress.random(using: &generator)
      if let reply = state.press(key).flatMap({ Reply.random(to: $0, using: &generator) }) {
        state.take(reply)
      }
      guard press.isMultiple(of: 20) else { continue }
      state.size = ScreenSize(
        columns: .random(in: 20...120, using: &generator),
        rows: .random(in: 8...40, using: &generator))
      let line = state.shareLine
      let again = try ExplorerState(
        ShareLine(reading: line.text), size: state.size, capabilities: state.capabilities)
      let (wanted, shown) = (render(state.lasting), render(again))
      guard wanted == shown, again.shareLine == line else {
        // Something that is seen and not shared wants a row in ShareItem+Catalogue.swift.
        Issue.record(
          "seed \(seed), key \(press), \(key): \(line.text)\n\(wanted.text)\n\(shown.text)")
        return
      }
    }
  }

  @Test(arguments: [
    "", "<Enter>", "<Enter>l", "Dm", "Dm<Enter>jj<PgDn>", "Om<Enter>zlj", "W<Enter>jlm",
    "W<Enter>h", "Dmm<Enter>", "D<Enter>", "D<Enter><Right>", "D<Enter>24,7<Enter>j",
    "D<Enter><Right>:audience<Enter>",
    "Wm<Enter>....", "Dmm<Enter><Enter>vemm", "a", "jja", "T",
    "Tc", "Dmlz", "DmltX", "Dmm<Enter>jj<Enter><Right>", ":sweep k=1..9<Enter>",
    ":sweep groups=1,2<Enter>Dmm",
    ":budget macs=1M ram=16Ki dtype=fp16<Enter><Enter>j",
    ":op=conv2d input=3,9,9 padding=same<Enter>Dml",
    "Wm<Enter>:input=3 k=2<Enter>vm7<Enter>mF", "Dmm<Enter><Enter> ",
    ":padding=40<Enter>", ":padding=40<Enter>5<Enter>Om",
    ":network dcgan<Enter>", ":network dcgan<Enter><Down><Down><Esc>Om", ":network dcgan<Enter>O",
    ":network alexnet<Enter><Down>", ":network alexnet<Enter><Down><Down><Esc>3<Enter>",
    ":network alexnet<Enter><Down>i<C-u>nn.ReLU()<Enter>",
    ":network patchgan<Enter><Esc>m<Enter>ll",
    ":network wavenet<Enter>jjj<Enter>", ":network unet_padded<Enter>:input=500<Enter>:fits<Enter>",
    ":network alexnet<Enter><Esc>:out_channels=65<Enter><Enter><Down><Down>",
    ":network alexnet<Enter><Esc>:out_channels=65<Enter><Enter><End>",
    ":network fsrcnn<Enter>:evenness<Enter>",
    ":nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(8, 8, 3))<Enter>j",
  ])
  func `what keys show, the share line shows`(keys: String) throws {
    let state = try ExplorerState.after(keys)
    let again = try ExplorerState(
      ShareLine(reading: state.shareLine.text), size: state.size,
      capabilities: state.capabilities)
    #expect(render(again) == render(state.lasting))
  }

  @Test func `it is said in as few words as there are differences`() throws {
    let layer =
      "convscope --op conv_transpose2d --input 1,64,8,8 --out-channels 32 --kernel-size 3"
      + " --stride 2 --padding 1 --output-padding 1"
    #expect(try ExplorerState.after("").shareLine.text == layer)
    #expect(
      try ExplorerState.after("..T").shareLine.text
        == layer + " --view watch --theme light --show grid=input,cell=input:0:1,steps=2")
    #expect(
      try ExplorerState.after("ja<Enter>z").shareLine.text == layer
        + " --show row=stride,axes=h,zoom,pane")
  }

  @Test func `pages and marks that were two are still read, and open Watch`() throws {
    for marks in ["cells --show grid=kernel,tap=1:1", "steps --show steps=2,numbers-of=input"] {
      let line = try ShareLine(reading: "convscope --view " + marks)
      let state = try ExplorerState(
        line, size: ScreenSize(columns: 80, rows: 24),
        capabilities: Capabilities(unicode: true, colors: 0))
      #expect(state.view == .watch)
      #expect(state.stepProgress?.steps == (marks.hasPrefix("steps") ? 2 : nil))
    }
  }

  @Test func `what passes is left out`() throws {
    let plain = try ExplorerState.after("").shareLine
    for keys in ["?jj", "p", "L", ":k=3", "3", "g", "G1", "<C-r>", "lluu"] {
      #expect(try ExplorerState.after(keys).shareLine == plain, "\(keys)")
    }
  }
}

/// The share line by key, as a command and in plain mode.
@Suite struct ShareKeyTests {
  private let line = "convscope --op conv2d --input 1,3,9,9 --out-channels 4 --kernel-size 3"

  @Test func `Y copies it`() throws {
    var state = try ExplorerState.after(
      ":op=conv2d input=1,3,9,9 out_channels=4 s=1 padding=0<Enter>")
    #expect(state.press("Y") == .copy(line))
    #expect(state.text.contains("copied convscope --op conv2d"))
  }

  @Test func `a share line typed or pasted as a command opens what it describes`() throws {
    var state = try ExplorerState.after("jj")
    _ = state.press(.pasted(line + " --view map\n"))
    _ = state.press(.enter)
    #expect(state.subject.input.dimensions == [1, 3, 9, 9])
    #expect(state.view == .map)
    #expect(state.mode == .browse)
    try state.press("u")
    #expect(state.subject == LayerCase.decoder)
    try state.press("r")
    #expect(state.subject == LayerCase.decoder)
  }

  @Test(arguments: [
    ("convscope --view nowhere", "--view: 'nowhere' is not one of overview"),
    ("convscope --theme pink", "--theme: 'pink' is not one of dark"),
    ("convscope --show row=colour", "--show: 'row=colour' is not understood"),
    ("convscope --show speed=3", "--show: 'speed=3' is not understood"),
    ("convscope --show nothing", "--show: 'nothing' is not one of row"),
    ("convscope --kernel-size x", "kernel_size: 'x' is not a number"),
  ])
  func `a line that makes no sense stays to be fixed, with its reason`(
    line: String, message: String
  ) throws {
    var state = try ExplorerState.after("")
    _ = state.press(.pasted(line))
    _ = state.press(.enter)
    #expect(state.message?.text.hasPrefix(message) == true, "\(state.message?.text ?? "")")
    #expect(state.mode != .browse)
    #expect(state.subject == LayerCase.decoder)
  }

  @Test(arguments: [
    "row=bias", "cursor=-9223372036854775808:9223372036854775807",
    "steps=170141183460469231731687303715884105727",
    "cell=output:-9223372036854775808:9223372036854775807", "cell=input:99:99", "tap=-1:99",
    "scroll=9223372036854775807", "at-input=-5:9223372036854775807", "put=x:999:-999:99",
    "put=w:9223372036854775807:0:1", "choice=9223372036854775807", "map=half-blocks", "keys=kernel",
  ])
  func `any mark that can be read is shown without harm`(mark: String) throws {
    for view in View.allCases {
      for op in ["conv2d", "conv_transpose2d"] {
        let line =
          "convscope --op \(op) --input 1,2,5,5 --view \(view.rawValue) --show \(mark),numbers"
        var state = try ExplorerState(
          ShareLine(reading: line), size: ScreenSize(columns: 80, rows: 24),
          capabilities: Capabilities(unicode: true, colors: 256))
        for key in "hjkl<>m " {
          _ = state.press(.character(key))
          #expect(render(state).size == state.size)
        }
      }
    }
  }

  @Test(arguments: ["cursor=3:4", "pinned", "keys=kernel", "at-input=1:1", "at-kernel=0:2"])
  func `a mark of the first edition is taken and changes nothing`(mark: String) throws {
    func opened(_ marks: String) throws -> ExplorerState {
      let line = "convscope --op conv2d --input 1,2,5,5 --view cells --show \(marks)"
      return try ExplorerState(
        ShareLine(reading: line), size: ScreenSize(columns: 80, rows: 24),
        capabilities: Capabilities(unicode: true, colors: 256))
    }
    #expect(try opened("loop,\(mark)") == opened("loop"))
    #expect(try opened("loop").player.isLooping)
  }

  @Test func `every mark has a name of its own`() {
    #expect(Set(ShareItem.all.map(\.name)).count == ShareItem.all.count)
  }

  @Test func `plain mode says it with a word`() throws {
    var session = PlainSession(try ExplorerState.after(""))
    #expect(session.answer("share") == [try ExplorerState.after("").shareLine.text])
  }
}
