import ConvArithmetic
import LayerNotation
import Testing

/// A network as one line of Python, in a share line.
@Suite struct NetworkLineTests {
  private static func read(_ text: String) throws -> NamedNetwork {
    try NamedNetwork(reading: Array(text.utf8))
  }

  private static let subject = Preset.start.subject

  @Test(arguments: PresetNetwork.all.map(\.name))
  func `a line that is read again has the same network`(name: String) throws {
    let named = try #require(PresetNetwork.named(name)?.named)
    let line = ShareLine(Self.subject, network: named, view: "model")
    let again = try ShareLine(reading: line.text)
    #expect(again == line)
    #expect(!line.text.contains("\n"))
    #expect(try again.subject() == nil)
    #expect(try KeptLine.read(Array(KeptLine.text(line).utf8)) == line)
  }

  @Test func `it is quoted for a shell, with words in it`() throws {
    let network = try Self.read(
      "x = torch.zeros(3, 9, 9); a = nn.Conv2d(3, 8, 3, padding=1, padding_mode='reflect')(x);"
        + " b = a * nn.Sigmoid()(a)")
    #expect(
      ShareLine(Self.subject, network: network, view: "reach").text
        == "convscope 'x = torch.zeros(3, 9, 9); a = nn.Conv2d(3, 8, 3, padding=1,"
        + " padding_mode='\\''reflect'\\'')(x); b = nn.Sigmoid()(a); b_2 = a * b' --view reach")
  }

  @Test func `a line with a network is of the second version`() throws {
    let network = try #require(PresetNetwork.named("espcn")?.named)
    let text = KeptLine.text(ShareLine(Self.subject, network: network))
    #expect(text.hasPrefix("convscope state 2\n"))
    #expect(KeptLine.text(ShareLine(Self.subject)).hasPrefix("convscope state 1\n"))
  }

  @Test(arguments: [
    ("convscope 'x = torch.zeros(1, 3, 8, 8)'", "line 1, column 28: there is no convolution"),
    ("convscope 'x = torch.zeros(1, 3, 8, 8); a = nn.Conv2d(3, 8, 3)(y)'", "makes 'y'"),
    (
      "convscope 'x = torch.zeros(1, 3, 8, 8); a = nn.Conv2d(3, 8, 3)(x)' --stride 2",
      "a network takes no layer options: stride"
    ),
    ("convscope 'x = torch.zeros(1, 3, 8, 8); a = nn.ReLU()(x)' again", "'again' is not an option"),
    ("convscope 'nn.Conv2d(3, 8, 3)'", "is not an option of a layer or of the view"),
  ])
  func `what is no such network is refused with its reason`(line: String, message: String) {
    let error = #expect(throws: NotationError.self) { try ShareLine(reading: line) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test func `names that Python cannot have become some that it can`() throws {
    let text = try ModelText(
      reading: "nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Conv2d(8, 8, 3))")
    let again = try #require(text.network()).reread
    #expect(again.modules.map(\.name) == ["module_0", "module_1", "module_2"])
    #expect(try again.reread == again)
  }

  // What a printed model can have, in both its forms.
  @Test(arguments: [
    "MaxPool2d(kernel_size=3, stride=2, padding=1, dilation=1, ceil_mode=True)",
    "AdaptiveAvgPool2d(output_size=(7, None))", "Upsample(size=(9, 9), mode='nearest')",
    "ReflectionPad2d((1, 2, 0, 1))", "ZeroPad2d(1)", "PixelShuffle(upscale_factor=2)",
    "PixelUnshuffle(downscale_factor=2)", "GroupNorm(4, 8, eps=1e-05, affine=True)",
    "LayerNorm((8, 6, 6), eps=1e-05, elementwise_affine=True)", "Softmax(dim=1)",
    "GELU(approximate='none')", "Dropout(p=0.2, inplace=False)", "PReLU(num_parameters=1)",
    "BatchNorm2d(8, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)",
    "ConvTranspose2d(8, 8, kernel_size=(4, 4), stride=(2, 2), padding=(1, 1), groups=2)",
    "Conv2d(8, 8, kernel_size=(3, 3), stride=(1, 1), padding=same, padding_mode=circular)",
  ])
  func `any module of a printed chain is in the line`(module: String) throws {
    let text = try ModelText(
      reading: """
        Sequential(
          (0): Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1))
          (1): \(module)
        )
        """)
    let network = try #require(text.network())
    #expect(try network.reread.network == network.network)
  }

  @Test func `a layer with other padding at its end than before it is one module`() throws {
    var network = try Self.read(
      "x = torch.zeros(1, 3, 9, 9); a = nn.Conv2d(3, 8, 3)(x); b = nn.ReLU()(a)")
    network.modules[0].layer?.padding = .explicit(
      Spatial(height: Ends(0, 1), width: Ends(2, 1)))
    #expect(try network.reread == network)
    #expect(throws: PyTorchProblem.self) {
      try Self.read(
        "x = torch.zeros(1, 3, 9, 9); a = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU())(x)")
    }
  }

  @Test func `causal padding stands in the line as a word, and in Python as a module`() throws {
    var network = try Self.read("x = torch.zeros(1, 3, 9); a = nn.Conv1d(3, 8, 3, stride=2)(x)")
    network.modules[0].layer?.padding = .causal
    #expect(try network.reread == network)
    let line = ShareLine(Self.subject, network: network, view: "model")
    #expect(line.text.contains("nn.Conv1d(3, 8, 3, stride=2, padding='\\''causal'\\'')(x)"))
    #expect(try ShareLine(reading: line.text) == line)
    #expect(network.source.last?.contains("nn.ZeroPad1d((1, 1))") == true)
    for module in ["nn.ConvTranspose1d(3, 8, 3, padding='causal')", "nn.ReLU(padding='causal')"] {
      #expect(throws: PyTorchProblem.self) {
        try Self.read("x = torch.zeros(1, 3, 9); a = \(module)(x)")
      }
    }
  }

  @Test func `what would be read otherwise is said`() throws {
    // A printed module leaves align_corners open, its constructor does not.
    let printed = try ModelText(
      reading: """
        Sequential(
          (0): Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1))
          (1): Upsample(scale_factor=2.0, mode='bilinear')
        )
        """)
    let open = try #require(printed.network())
    #expect(throws: NotationError.self) { try open.reread }
  }
}
