import ConvArithmetic
import LayerNotation
import Testing

/// A network as JSON, as CSV, and as what is wrong with it.
@Suite struct NetworkReportTests {
  private static func named(_ text: String) throws -> NamedNetwork {
    try NamedNetwork(reading: Array(text.utf8))
  }

  @Test(arguments: [
    (
      "x = torch.zeros(1, 8, 16); a = nn.ConvTranspose1d(8, 4, 3, stride=2)(x); b = nn.ReLU()(a);"
        + " c = nn.ConvTranspose1d(4, 1, 4, stride=2, padding=1)(b)",
      #"{"input":[1,8,16],"modules":[{"op":"conv_transpose1d","in_channels":8,"out_channels":4,"kernel_size":3,"stride":2},{"op":"relu"},{"op":"conv_transpose1d","in_channels":4,"out_channels":1,"kernel_size":4,"stride":2,"padding":1}]}"#
    ),
    (
      "x = torch.zeros(1, 2, 9); p = nn.MaxPool1d(2)(x); u = nn.Upsample(scale_factor=2)(p);"
        + " c = torch.cat([u, x], 1)",
      #"{"input":[1,2,9],"modules":[{"op":"max_pool1d","kernel_size":2},{"op":"upsample","scale_factor":2},{"op":"cat","from":[1,-1]}]}"#
    ),
    (
      "x = torch.zeros(1, 1, 16); p = nn.MaxPool1d(8)(x); c = nn.Conv1d(1, 1, 3)(p)",
      #"{"input":[1,1,16],"modules":[{"op":"max_pool1d","kernel_size":8},{"op":"conv1d","in_channels":1,"out_channels":1,"kernel_size":3}]}"#
    ),
  ])
  func `its JSON is the batch's answer for the same modules`(text: String, line: String) throws {
    let network = try Self.named(text)
    var described = CaseAnswer()
    try described.describe(network)
    // A batch has no names to give back.
    let names = network.modules.map { #"{"name":"\#($0.name)"}"# }.joined(separator: ",")
    let told = String(decoding: described.writer.bytes, as: UTF8.self)
    let plain = told.replacing(#""modules":[\#(names)],"#, with: "")
    #expect(plain == String(decoding: answer(line.utf8), as: UTF8.self))
  }

  @Test func `a count beyond 127 bits has no JSON`() throws {
    let huge = "9223372036854775807"
    let network = try Self.named(
      "x = torch.zeros(1, \(huge), 8, 8); a = nn.Conv2d(\(huge), \(huge), 3)(x)")
    var described = CaseAnswer()
    #expect(throws: NotationError.self) { try described.describe(network) }
  }

  @Test func `joins that do not fit, and the module without an output, are named`() throws {
    let network = try Self.named(
      "x = torch.zeros(1, 2, 9, 9); p = nn.Conv2d(2, 2, 2)(x); s = p + x;"
        + " c = nn.Conv2d(2, 2, 30)(s)")
    #expect(
      NetworkSheet(network).problems == [
        "s: joins 8×8 and 9×9, which do not fit",
        "c: kernel_size: the kernel spans 30 along H, W, the padded input has 9; nearest:"
          + " kernel_size 9 along H, W",
      ])
  }

  @Test func `cells that are spanned and not read are told apart from those that are read`() throws
  {
    let layer = "nn.Conv1d(1, 1, 3, dilation=2)"
    let network = try Self.named(
      "x = torch.zeros(1, 1, 64); a = \(layer)(x); b = \(layer)(a); c = \(layer)(b)")
    let sheet = NetworkSheet(network)
    // Multiples of 2 from 0 to 12.
    #expect(sheet.sight(2) == "spans 13 input cells, reads 7, neighbours look 1 input cell further")
    let dense = NetworkSheet(try Self.named("x = torch.zeros(1, 1, 9); a = nn.Conv1d(1, 1, 1)(x)"))
    #expect(dense.sight(0) == "sees 1 input cell, neighbours look 1 input cell further")
  }

  // A cell of the pool sees 32 or 33 of 222 cells, one of the resampled picture a single one: it is
  // the size of the input that says which, so nothing is told.
  @Test(arguments: ["AdaptiveAvgPool2d(7)", "Upsample(size=100)", "AdaptiveMaxPool2d((7, None))"])
  func `behind windows that depend on the input's size nothing is followed`(module: String) throws {
    let network = try Self.named(
      "x = torch.zeros(1, 4, 224, 224); a = nn.Conv2d(4, 6, 3)(x); b = nn.\(module)(a);"
        + " c = nn.Conv2d(6, 3, 3)(b)")
    let sheet = NetworkSheet(network)
    #expect(sheet.sight(0) == "sees 3 input cells, neighbours look 1 input cell further")
    for row in 1...2 {
      #expect(sheet.sight(row) == "is not followed through \(module)")
      #expect(sheet.reach(row).hasPrefix("?") && sheet.overlap(row) == "?")
    }
  }

  @Test func `a mean of all cells sees all, and what comes after it, too`() throws {
    let sheet = NetworkSheet(
      try Self.named(
        "x = torch.zeros(1, 4, 9, 9); a = nn.AdaptiveAvgPool2d(1)(x);"
          + " b = nn.ConvTranspose2d(4, 4, 3, stride=2)(a); c = nn.Upsample(size=7)(b)"))
    for row in 0...2 {
      #expect(sheet.reach(row) == "all" && sheet.jump(row) == "–" && sheet.overlap(row) == "–")
      #expect(sheet.sight(row) == "sees all of the input")
    }
  }

  // A kernel of 3 on 9 × 9 cells, and a sum along what `dim` or the last sizes are.
  @Test(
    arguments: zip(
      [
        "Softmax(dim=2)", "LogSoftmax(-1)", "Softmin(dim=3)", "Softmax(dim=1)", "Softmax(0)",
        "Softmax()", "Softmax(dim=-3)", "LayerNorm(7)", "LayerNorm((7, 7))", "GroupNorm(2, 6)",
      ],
      ["all×3", "3×all", "3×all", "3", "3", "3", "3", "3×all", "all", "all"]))
  func `a module along an axis sees all of it alone`(module: String, reach: String) throws {
    let lines = "x = torch.zeros(1, 4, 9, 9); a = nn.Conv2d(4, 6, 3)(x); b = nn.\(module)(a)"
    let sheet = NetworkSheet(try Self.named(lines))
    #expect(sheet.reach(sheet.rows.count - 1) == reach)
  }

  // One sample of the input, and the dilations 1 to 512 of 32 channels, which filter and gate share.
  @Test func `WaveNet keeps what filter and gate read once`() throws {
    let sheet = NetworkSheet(try #require(PresetNetwork.named("wavenet")?.named))
    #expect(sheet.kept == Count(1 + 32 * 1023))
  }

  @Test func `its CSV has a line a module, and digits without commas`() throws {
    let sheet = NetworkSheet(try #require(PresetNetwork.named("resnet18")?.named))
    let lines = sheet.table.ungrouped.csv().split(separator: "\n")
    #expect(lines.count == sheet.rows.count + 1)
    #expect(lines[0] == "module,what,output,sees,apart,overlap,parameters,products,share")
    #expect(
      lines[1]
        == #"conv1,Conv2d 3→64 k7 s2 p3 + BatchNorm2d + ReLU,"(1, 64, 112, 112)",7,2,,9536,118013952,6.5"#
    )
  }

  @Test func `layers of one name in its text are told apart, and each has its input`() throws {
    let text = try ModelText(
      reading: "x = torch.zeros(1, 3, 9, 9); x = nn.Conv2d(3, 3, 3)(nn.Conv2d(3, 3, 3)(x));"
        + " x = nn.Conv2d(3, 3, 3)(x)")
    #expect(text.layers.map(\.name) == ["x", "x_2", "x_3"])
    #expect(text.layers.map(\.input) == [9, 7, 5].map { Spatial(square: $0) })
  }

  @Test func `a layer of its text stands on what comes to it`() throws {
    let text = try ModelText(try #require(PresetNetwork.named("dcgan")))
    let up = try #require(text.layers.first { $0.name == "up2" })
    #expect(up.input == Spatial(square: 8))
    let larger = TensorShape(batch: 1, channels: 100, size: Spatial(square: 2))
    #expect(text.layers(from: larger).first { $0.name == "up2" }?.input == Spatial(square: 10))
  }
}

/// A value of one module, or of the input, swept through a whole network.
@Suite struct NetworkSweepTests {
  private static func source(kernelSize: Int = 4, input: Int = 1) -> String {
    """
    x = torch.zeros(1, 100, \(input), \(input))
    a = nn.ConvTranspose2d(100, 64, 4)(x)
    b = nn.ConvTranspose2d(64, 8, \(kernelSize), stride=2, padding=1)(nn.ReLU()(a))
    c = nn.ConvTranspose2d(8, 3, 3, stride=2)(b)
    """
  }

  private static func sheet(_ text: String) throws -> NetworkSheet {
    NetworkSheet(try NamedNetwork(reading: Array(text.utf8)))
  }

  /// What a sheet says of the whole, in the order of the columns.
  private static func whole(_ sheet: NetworkSheet) -> [String] {
    let last = sheet.rows.count - 1
    return [
      sheet.output(last)?.text ?? "", sheet.overlap(last), sheet.reach(last), sheet.jump(last),
      sheet.totals.parameters.grouped, sheet.totals.multiplications.grouped,
      sheet.peak?.grouped ?? "",
    ]
  }

  @Test func `each line is what is said of the network with that number in its text`() throws {
    let named = try Self.sheet(Self.source()).named
    let place = try #require(named.modules.firstIndex { $0.layer?.outChannels == 8 })
    let sweep = try #require(NetworkSweep(named, at: place, .kernelSize, Array(2...6)))
    let rows = sweep.table.rows.map { $0.map(\.text) }
    #expect(rows.map { $0[0] } == ["2", "3", "4", "5", "6"])
    for (row, kernelSize) in zip(rows, 2...6) {
      #expect(row[1] == "yes" && row.last == "")
      #expect(Array(row[2..<9]) == Self.whole(try Self.sheet(Self.source(kernelSize: kernelSize))))
    }
  }

  // Odena, Dumoulin & Olah (2016): a stride that does not divide the kernel is uneven. Of an earlier
  // layer it is evened out by a later one.
  @Test func `a decoder is even where the stride divides the kernel`() throws {
    let named = try #require(PresetNetwork.named("dcgan")?.named)
    let place = try #require(named.modules.firstIndex { $0.name == "up4" })
    let sweep = try #require(NetworkSweep(named, at: place, .kernelSize, Array(2...6)))
    let verdicts = sweep.table.rows.map { $0[3].text }
    #expect(verdicts.map { $0 == "even" } == [true, false, true, false, true])
  }

  @Test func `the input of the network is swept, too`() throws {
    let named = try Self.sheet(Self.source()).named
    let sweep = try #require(NetworkSweep(named, at: nil, .input, [1, 3]))
    for (row, input) in zip(sweep.table.rows, [1, 3]) {
      #expect(row[2..<9].map(\.text) == Self.whole(try Self.sheet(Self.source(input: input))))
    }
  }

  // Its steps of 35 or so would hardly ever be multiples of 16.
  @Test func `the usual inputs of a network are those that its joins fit`() throws {
    let named = try #require(PresetNetwork.named("unet_padded")?.named)
    let sweep = try #require(NetworkSweep(named, at: nil, .input, nil))
    let rows = sweep.table.rows.map { $0.map(\.text) }
    #expect(rows.count > 20 && rows.allSatisfy { $0[1] == "yes" })
    #expect(rows.contains { $0[0] == named.input.size[0].description })
  }

  // A U-Net of depth 4 asks for a multiple of 16.
  @Test func `what PyTorch refuses has no figures, but its reason`() throws {
    let named = try #require(PresetNetwork.named("unet_padded")?.named)
    let sweep = try #require(NetworkSweep(named, at: nil, .input, [15, 16, 496, 500]))
    let rows = sweep.table.rows.map { $0.map(\.text) }
    #expect(rows.map { $0[1] } == ["no", "yes", "yes", "no"])
    #expect(rows[3][2..<9].allSatisfy { $0.isEmpty })
    #expect(rows[3].last == "cat_1: joins 125×125 and 124×124, which do not fit")
  }
}
