import LayerNotation
import Testing

/// What is found without an input: what PyTorch refuses whatever the sizes are.
@Suite struct SizelessFindingTests {
  private static func sheet(_ text: String) throws -> ModelSheet {
    try ModelSheetTests.sheet(text)
  }

  private static func summary(_ sheets: [ModelSheet]) -> String {
    Finding.summary([], files: sheets.count, gaps: sheets.flatMap(\.gaps))
  }

  private static func found(_ text: String) throws -> [String] {
    try sheet(text).findings(of: [.refused]).map(\.message)
  }

  // `_ConvNd.__init__` of torch/nn/modules/conv.py: groups and 'same'; `check_shape_forward` and
  // `is_padding_neg` of aten/src/ATen/native/Convolution.cpp: the rest.
  @Test(arguments: [
    ("nn.Conv2d(3, 7, 3, groups=2)", "groups: in_channels 3 is not divisible by groups 2"),
    ("nn.Conv2d(3, 8, 3, stride=0)", "stride: must be at least 1, not 0"),
    ("nn.Conv2d(3, 8, 3, dilation=0)", "dilation: must be at least 1, not 0"),
    ("nn.Conv2d(3, 8, 0)", "kernel_size: must be at least 1, not 0"),
    ("nn.Conv2d(3, 8, 3, padding=-1)", "padding: must be at least 0, not −1"),
    ("nn.Conv2d(8, 4, 3, padding='same', stride=2)", "padding: 'same' needs stride 1, not 2"),
    (
      "nn.ConvTranspose2d(3, 8, 3, stride=2, output_padding=2)",
      "output_padding: 2 along H, W must be smaller than stride 2 or dilation 1"
    ),
  ])
  func `a layer that can never work is found`(text: String, message: String) throws {
    for text in [
      text, "nn.Sequential(nn.ReLU(), \(text))", "nn.Sequential(nn.Mystery(), \(text))",
    ] {
      let found = try Self.found(text)
      #expect(found.count == 1)
      #expect(found.first?.hasPrefix(message) == true, "\(found)")
    }
  }

  @Test func `a layer that an input may suit is not`() throws {
    #expect(try Self.found("nn.Conv2d(3, 8, 300)") == [])
    #expect(try Self.found("nn.Conv2d(3, 8, 3, padding=9, padding_mode='reflect')") == [])
    #expect(try Self.found("nn.ConvTranspose2d(3, 8, 3, padding=9)") == [])
    #expect(try Self.found("nn.LazyConv2d(8, 3)") == [])
    #expect(try Self.found("self.a = nn.Conv2d(3, 8, 3, **more)") == [])
  }

  @Test(arguments: [
    "nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Conv2d(9, 8, 3))",
    "nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(9), nn.Mystery())",
    "nn.Sequential(nn.Conv2d(3, 32, 3), nn.PixelShuffle(2), nn.Conv2d(7, 1, 1))",
    "nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv1d(8, 8, 3))",
    "nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm3d(8))",
  ])
  func `channels and axes of a chain are held against each other`(text: String) throws {
    #expect(try Self.found(text).count == 1)
  }

  @Test func `a chain inside a class is one, too, and the class is none`() throws {
    let body = "self.a = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(9, 8, 3))"
    let apart = "self.a = nn.Conv2d(3, 8, 3)\n    self.b = nn.Conv2d(9, 8, 3)"
    func net(_ body: String) -> String {
      "class Net(nn.Module):\n  def __init__(self):\n    \(body)\n"
        + "  def forward(self, x):\n    return self.a(x)\n"
    }
    #expect(try Self.found(net(body)).count == 1)
    #expect(try Self.found(net(apart)) == [])
  }

  // A PReLU with a slope for each of 4 channels, after 8; then what nothing comes to.
  @Test(arguments: [
    "nn.Sequential(nn.Conv2d(3, 8, 3), nn.PReLU(4), nn.ReLU(), nn.Conv2d(8, 8, 3))",
    "x = torch.zeros(1, 3, 9, 9); a = nn.Conv2d(3, 8, 3)(x); b = nn.PReLU(4)(a); c = nn.ReLU()(b);"
      + " d = nn.Conv2d(8, 8, 3)(c)",
  ])
  func `why a stage is refused is said of it alone, in one wording`(text: String) throws {
    let sheet = try ModelSheetTests.sheet(text, text.hasPrefix("x") ? [] : [[1, 3, 9, 9]])
    let found = sheet.findings(of: [.refused]).map(\.message)
    #expect(found == ["num_parameters: takes 4 channels, but gets 8"])
    #expect(sheet.gaps.map(\.stages) == [2])
    #expect(sheet.gaps.first?.reason.hasSuffix("' has no output") == true)
  }

  @Test func `a layer that gets what a module refuses says so, and the next one does not`() throws {
    let block = "nn.PReLU(4), nn.Conv2d(8, 8, 3), nn.Conv2d(8, 8, 3), nn.Mystery()"
    let text = "self.a = nn.Sequential(nn.Conv2d(3, 8, 3), \(block))"
    let sheet = try ModelSheetTests.sheet(text, [[1, 3, 9, 9]])
    #expect(sheet.findings(of: [.refused]).count == 1)
    #expect(sheet.gaps.allSatisfy { !$0.reason.contains("but gets") })
  }

  @Test func `the last line says what was not looked at, and why`() throws {
    let chain = try Self.sheet("nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU())")
    #expect(
      Self.summary([chain])
        == "nothing to warn of in 1 file; the sizes of 2 stages are not known (give --input)")
    let known = try ModelSheetTests.sheet("nn.Conv2d(3, 8, 3)", [[1, 3, 9, 9]])
    #expect(Self.summary([known]) == "nothing to warn of in 1 file")
    let net = try Self.sheet(
      "class Net(nn.Module):\n  def __init__(self):\n    self.a = nn.Conv2d(3, 8, 3)\n"
        + "    self.b = nn.Conv2d(8, 8, 3)\n  def forward(self, x):\n    return x\n")
    let words = Self.summary([net, known])
    #expect(words.hasPrefix("nothing to warn of in 2 files; the sizes of 2 stages are not known: "))
    #expect(words.contains("forward of the class 'Net' is not read"))
  }
}
