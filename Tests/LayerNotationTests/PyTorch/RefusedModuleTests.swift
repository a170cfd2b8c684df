import ConvArithmetic
import LayerNotation
import Testing

/// Modules that are no convolutions, and what PyTorch 2 refuses of them.
@Suite struct RefusedModuleTests {
  /// What is wrong with the last module of a chain, of which PyTorch refuses nothing else.
  private static func fault(_ modules: String, _ input: [Int]) throws -> String? {
    let text = "nn.Sequential(nn.Identity(), \(modules))"
    return try ModelSheetTests.sheet(text, [input]).refusals.first
  }

  private static let plane = [2, 4, 9, 10]

  // Each with the function that raises.
  @Test(arguments: [
    ("nn.GroupNorm(3, 4)", "GroupNorm.__init__"), ("nn.GroupNorm(0, 4)", "GroupNorm.__init__"),
    ("nn.BatchNorm1d(4)", "BatchNorm1d._check_input_dim"),
    ("nn.BatchNorm3d(4)", "BatchNorm3d._check_input_dim"),
    ("nn.InstanceNorm1d(4)", "InstanceNorm1d._check_input_dim"),
    ("nn.InstanceNorm2d(5, affine=True)", "_InstanceNorm.forward"),
    ("nn.LayerNorm([4, 9, 11])", "layer_norm"), ("nn.LayerNorm(11)", "layer_norm"),
    ("nn.RMSNorm((9, 9))", "rms_norm"), ("nn.PReLU(5)", "prelu"),
    ("nn.ChannelShuffle(3)", "channel_shuffle"),
    ("nn.Upsample(scale_factor=2, mode='linear')", "interpolate"),
    ("nn.Upsample(scale_factor=2, mode='trilinear')", "interpolate"),
    ("nn.Upsample(scale_factor=2, mode='foo')", "interpolate"),
    ("nn.Upsample(scale_factor=2, size=3)", "interpolate"),
    ("nn.Upsample(scale_factor=2, mode='nearest', align_corners=True)", "interpolate"),
    ("nn.MaxUnpool2d(2)", "MaxUnpool2d.forward needs indices"),
    ("nn.Dropout1d()", "dropout1d"), ("nn.Softmax(dim=4)", "softmax"),
    ("nn.MaxPool2d(2, padding=2)", "max_pool2d"), ("nn.AvgPool2d(2, padding=2)", "avg_pool2d"),
    ("nn.AvgPool2d(2, divisor_override=0)", "avg_pool2d"), ("nn.PixelShuffle(3)", "pixel_shuffle"),
  ])
  func `what PyTorch refuses is refused`(module: String, by: String) throws {
    #expect(try Self.fault(module, Self.plane) != nil, "\(by)")
  }

  @Test(arguments: [
    "nn.GroupNorm(2, 4)", "nn.BatchNorm2d(4)", "nn.InstanceNorm2d(5)", "nn.LayerNorm([4, 9, 10])",
    "nn.LayerNorm(10)", "nn.PReLU()", "nn.PReLU(1)", "nn.PReLU(4)", "nn.ChannelShuffle(2)",
    "nn.Upsample(scale_factor=2, mode='bilinear', align_corners=True)", "nn.Dropout2d()",
    "nn.Softmax(dim=-4)", "nn.Softmax(dim=1)", "nn.MaxPool2d(2, padding=1)", "nn.PixelShuffle(2)",
  ])
  func `what PyTorch takes is taken`(module: String) throws {
    #expect(try Self.fault(module, Self.plane) == nil)
  }

  // `BatchNorm2d._check_input_dim` wants 4 dimensions, `InstanceNorm2d._check_input_dim` 3 or 4.
  @Test func `a batch norm needs samples, and an instance norm does not`() throws {
    let plane = "nn.Conv2d(4, 4, 1), "
    #expect(try Self.fault(plane + "nn.BatchNorm2d(4)", [4, 9, 10]) != nil)
    #expect(try Self.fault(plane + "nn.InstanceNorm2d(4)", [4, 9, 10]) == nil)
  }

  // Dimension 1 of (8, 30, 30) is not the channels; an instance norm knows that, others do not.
  @Test func `without samples only an instance norm finds the channels`() throws {
    let plane = "nn.Conv2d(4, 8, 3), "
    let rest = ", nn.Flatten(0), nn.Linear(7200, 3)"
    for norm in ["nn.InstanceNorm2d(8, affine=True)", "nn.InstanceNorm2d(8, affine=True)" + rest] {
      #expect(try Self.fault(plane + norm, [4, 32, 32]) == nil, "\(norm)")
    }
    for norm in ["nn.GroupNorm(2, 8)", "nn.PReLU(8)", "nn.GroupNorm(2, 8)" + rest] {
      #expect(try Self.fault(plane + norm, [4, 32, 32]) != nil, "\(norm)")
    }
  }

  // `_verify_spatial_size` and `_verify_batch_size` of `torch/nn/functional.py`; a batch norm checks
  // that only when it trains.
  @Test(
    arguments: [
      ("nn.InstanceNorm2d(4)", [2, 4, 1, 1], true),
      ("nn.InstanceNorm2d(4, affine=True)", [4, 1, 1], true),
      ("nn.InstanceNorm1d(4)", [2, 4, 1], true), ("nn.InstanceNorm1d(4)", [4, 1], true),
      ("nn.InstanceNorm3d(4)", [1, 4, 1, 1, 1], true),
      ("nn.InstanceNorm2d(4)", [2, 4, 1, 2], false), ("nn.InstanceNorm1d(4)", [4, 2], false),
      ("nn.InstanceNorm2d(4, track_running_stats=True)", [2, 4, 1, 1], false),
      ("nn.GroupNorm(4, 4)", [1, 4, 1, 1], true), ("nn.GroupNorm(4, 4)", [2, 4, 1, 1], false),
      ("nn.GroupNorm(2, 4)", [1, 4, 1, 1], false), ("nn.GroupNorm(4, 4)", [1, 4, 1, 2], false),
      ("nn.BatchNorm2d(4)", [1, 4, 1, 1], false), ("nn.LayerNorm(1)", [1, 4, 1, 1], false),
    ] as [(String, [Int], Bool)])
  func `a norm takes no mean of a single value`(
    module: String, input: [Int], isRefused: Bool
  ) throws {
    let fault = try Self.fault(module, input)
    #expect((fault != nil) == isRefused)
    let printed =
      "Sequential(\n  (0): AdaptiveAvgPool2d(output_size=1)\n  (1): \(module.dropFirst(3))\n)"
    guard input.count == 4, input[3] == 1 else { return }
    #expect(try ModelSheetTests.sheet(printed, [input]).refusals.isEmpty != isRefused)
  }

  @Test func `the reason names what is wrong`() throws {
    func reason(_ module: String) throws -> String? { try Self.fault(module, Self.plane) }
    #expect(
      try reason("nn.GroupNorm(3, 4)") == "1: num_groups: num_channels 4 is not divisible by "
        + "num_groups 3")
    #expect(
      try reason("nn.PReLU(5)") == "1: num_parameters: takes 5 channels, but gets 4")
    #expect(
      try reason("nn.GroupNorm(3, 6)") == "1: num_channels: takes 6 channels, but gets 4")
    #expect(
      try reason("nn.InstanceNorm2d(5, affine=True)")
        == "1: num_features: takes 5 channels, but gets 4")
    #expect(try reason("nn.BatchNorm1d(4)") == "1: takes 2 or 3 dimensions, but gets 4")
    #expect(
      try Self.fault("nn.InstanceNorm2d(4)", [2, 4, 1, 1])
        == "1: takes more than 1 spatial element, but gets (2, 4, 1, 1)")
    #expect(
      try Self.fault("nn.GroupNorm(4, 4)", [1, 4, 1, 1])
        == "1: takes more than 1 value in each group, but gets (1, 4, 1, 1)")
    #expect(
      try reason("nn.ChannelShuffle(3)") == "1: groups: 4 channels cannot come in 3 equal groups")
  }
}
