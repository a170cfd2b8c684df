/// What a module does to the sizes that go through it; one row for each class of `torch.nn`.
struct SizeRule: Sendable {
  enum Effect: Sendable {
    /// Nothing; where an argument names the channels, those have to be what comes.
    case same
    /// The largest value, or the mean, of a window.
    case pool
    /// Sizes that are arguments.
    case adaptive
    case upsample
    case pixelShuffle, pixelUnshuffle
    /// Left, right, top, bottom.
    case pad
  }

  let effect: Effect
  /// The positional arguments in their order.
  let parameters: [String]
  /// 1 or 2 where the class has a number of axes.
  let axes: Int?

  init(_ effect: Effect, _ parameters: [String] = [], axes: Int? = nil) {
    (self.effect, self.parameters, self.axes) = (effect, parameters, axes)
  }

  /// The rule of a class; `nil` for one that changes more than sizes, or is not known.
  static func named(_ className: String) -> SizeRule? { rows[className] }

  /// The classes that apply their children one after another, and do nothing else.
  ///
  /// Source: `torch/nn/modules/container.py`, `torchvision/ops/misc.py`.
  static let containers: Set<String> = [
    "Sequential", "Conv2dNormActivation", "ConvNormActivation", "ConvBNReLU",
  ]

  /// The classes that apply their only child, and do nothing else.
  static let wrappers: Set<String> = [
    "DataParallel", "DistributedDataParallel", "OptimizedModule", "FullyShardedDataParallel",
  ]
}

extension SizeRule {
  private static let pooling = ["kernel_size", "stride", "padding"]
  private static let maximum = pooling + ["dilation", "return_indices", "ceil_mode"]
  private static let resizing = ["size", "scale_factor"]

  /// Source: the sections Shape of `torch.nn`; `Identity` and all that works on single values have
  /// one row together.
  private static let rows: [String: SizeRule] = {
    var rows: [String: SizeRule] = [
      "MaxPool1d": SizeRule(.pool, maximum, axes: 1),
      "MaxPool2d": SizeRule(.pool, maximum, axes: 2),
      "AvgPool1d": SizeRule(.pool, pooling + ["ceil_mode"], axes: 1),
      "AvgPool2d": SizeRule(.pool, pooling + ["ceil_mode"], axes: 2),
      "AdaptiveAvgPool1d": SizeRule(.adaptive, ["output_size"], axes: 1),
      "AdaptiveAvgPool2d": SizeRule(.adaptive, ["output_size"], axes: 2),
      "AdaptiveMaxPool1d": SizeRule(.adaptive, ["output_size"], axes: 1),
      "AdaptiveMaxPool2d": SizeRule(.adaptive, ["output_size"], axes: 2),
      "Upsample": SizeRule(.upsample, resizing),
      "UpsamplingNearest2d": SizeRule(.upsample, resizing, axes: 2),
      "UpsamplingBilinear2d": SizeRule(.upsample, resizing, axes: 2),
      "PixelShuffle": SizeRule(.pixelShuffle, ["upscale_factor"], axes: 2),
      "PixelUnshuffle": SizeRule(.pixelUnshuffle, ["downscale_factor"], axes: 2),
      "BatchNorm1d": SizeRule(.same, ["num_features"], axes: 1),
      "BatchNorm2d": SizeRule(.same, ["num_features"], axes: 2),
      "SyncBatchNorm": SizeRule(.same, ["num_features"]),
      "InstanceNorm1d": SizeRule(.same, ["num_features"], axes: 1),
      "InstanceNorm2d": SizeRule(.same, ["num_features"], axes: 2),
      "GroupNorm": SizeRule(.same, ["num_groups", "num_channels"]),
    ]
    for axes in 1...2 {
      for name in ["ZeroPad", "ConstantPad", "ReplicationPad", "ReflectionPad"] {
        rows["\(name)\(axes)d"] = SizeRule(.pad, ["padding"], axes: axes)
      }
    }
    for name in unchanging { rows[name] = SizeRule(.same) }
    return rows
  }()

  private static let unchanging = [
    "Identity", "ReLU", "ReLU6", "LeakyReLU", "PReLU", "RReLU", "ELU", "SELU", "CELU", "GELU",
    "SiLU", "Mish", "Sigmoid", "LogSigmoid", "Tanh", "Hardtanh", "Hardswish", "Hardsigmoid",
    "Softplus", "Softsign", "Softmax", "Softmax2d", "LogSoftmax", "Tanhshrink", "Softshrink",
    "Hardshrink", "Threshold", "Dropout", "Dropout1d", "Dropout2d", "AlphaDropout",
    "FeatureAlphaDropout", "LayerNorm", "RMSNorm", "LocalResponseNorm", "ChannelShuffle",
    "FrozenBatchNorm2d", "StochasticDepth",
  ]
}
