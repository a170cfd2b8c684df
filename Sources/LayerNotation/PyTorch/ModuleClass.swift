import ConvArithmetic

/// A class of `torch.nn` that is read, one row each: what it does, and the arguments that it takes.
struct ModuleClass: Sendable {
  enum Effect: Equatable, Sendable {
    case convolution(ConvLayer.Direction)
    /// The largest value, or the mean, of a window.
    case pool
    /// Sizes that are arguments.
    case adaptivePool
    case upsample
    case pad(PaddingSource)
    case pixelShuffle, pixelUnshuffle
    /// Each value by itself; where an argument names the channels, those have to be what comes.
    case pointwise
  }

  let effect: Effect
  /// The positional arguments in their order; of classes that are no convolution, the first ones.
  let parameters: [String]
  /// 1 or 2 where the class has a number of axes; one axis is taken as one of height 1.
  let axes: Int?

  private init(_ effect: Effect, _ parameters: [String] = [], axes: Int? = nil) {
    (self.effect, self.parameters, self.axes) = (effect, parameters, axes)
  }

  /// The class of a name without the modules before it; `nil` for one that is not known.
  ///
  /// `ParametrizedConv2d` is what `torch.nn.utils.parametrize` makes of `Conv2d`.
  static func named(_ name: String) -> ModuleClass? {
    guard let known = rows[name] else {
      return isParametrized(name) ? convolutions[String(name.dropFirst(prefix.count))] : nil
    }
    return known
  }

  static func isParametrized(_ name: String) -> Bool { name.hasPrefix(prefix) }

  private static let prefix = "Parametrized"

  var isConvolution: Bool { if case .convolution = effect { true } else { false } }

  /// The arguments that have no default.
  var required: ArraySlice<String> { isConvolution ? parameters.prefix(3) : [] }
}

// MARK: Other classes
extension ModuleClass {
  /// Those that apply their children one after another, and do nothing else.
  ///
  /// Source: `torch/nn/modules/container.py`, `torchvision/ops/misc.py`.
  static let containers: Set<String> = [
    "Sequential", "Conv2dNormActivation", "ConvNormActivation", "ConvBNReLU",
  ]

  /// Those that apply their only child, and do nothing else.
  static let wrappers: Set<String> = [
    "DataParallel", "DistributedDataParallel", "OptimizedModule", "FullyShardedDataParallel",
  ]

  /// Containers without an order of their own.
  static let unordered: Set<String> = ["ModuleList", "ModuleDict"]

  /// Why a class that is much like a convolution has no layer here.
  static func refusal(_ name: String) -> PyTorchProblem.Reason? {
    if name.hasPrefix("LazyConv") { return .lazy(name) }
    return ["Conv3d", "ConvTranspose3d"].contains(name) ? .threeAxes(name) : nil
  }

  /// The convolution that a misspelt name most likely means.
  static func meant(by name: String) -> String? {
    nearest(to: name, among: ["Conv2d", "ConvTranspose2d", "Conv1d", "ConvTranspose1d"])
  }
}

// MARK: The rows
extension ModuleClass {
  private static let window = ["kernel_size", "stride", "padding"]
  private static let channels = ["in_channels", "out_channels"]
  private static let last = ["padding_mode", "device", "dtype"]

  /// The convolutions, whose two directions differ in their order after `padding`.
  ///
  /// Source: `torch/nn/modules/conv.py`, the same in PyTorch 1.9 to 2.13.
  private static let convolutions: [String: ModuleClass] = {
    let ordinary = channels + window + ["dilation", "groups", "bias"] + last
    let transposed =
      channels + window + ["output_padding", "groups", "bias", "dilation"] + last
    var rows: [String: ModuleClass] = [:]
    for axes in 1...2 {
      rows["Conv\(axes)d"] = ModuleClass(.convolution(.convolution), ordinary, axes: axes)
      rows["ConvTranspose\(axes)d"] =
        ModuleClass(.convolution(.transposed), transposed, axes: axes)
    }
    return rows
  }()

  /// Source: the sections Shape of `torch.nn`.
  private static let rows: [String: ModuleClass] = {
    let resizing = ["size", "scale_factor"]
    var rows = convolutions
    for axes in 1...2 {
      let maximum = window + ["dilation", "return_indices", "ceil_mode"]
      rows["MaxPool\(axes)d"] = ModuleClass(.pool, maximum, axes: axes)
      rows["AvgPool\(axes)d"] = ModuleClass(.pool, window + ["ceil_mode"], axes: axes)
      for name in ["AdaptiveAvgPool", "AdaptiveMaxPool"] {
        rows["\(name)\(axes)d"] = ModuleClass(.adaptivePool, ["output_size"], axes: axes)
      }
      for (name, source) in paddings {
        rows["\(name)\(axes)d"] = ModuleClass(.pad(source), ["padding"], axes: axes)
      }
    }
    rows["Upsample"] = ModuleClass(.upsample, resizing)
    rows["UpsamplingNearest2d"] = ModuleClass(.upsample, resizing, axes: 2)
    rows["UpsamplingBilinear2d"] = ModuleClass(.upsample, resizing, axes: 2)
    rows["PixelShuffle"] = ModuleClass(.pixelShuffle, ["upscale_factor"], axes: 2)
    rows["PixelUnshuffle"] = ModuleClass(.pixelUnshuffle, ["downscale_factor"], axes: 2)
    for name in normalizing { rows[name] = ModuleClass(.pointwise, ["num_features"]) }
    rows["GroupNorm"] = ModuleClass(.pointwise, ["num_groups", "num_channels"])
    for name in unchanging { rows[name] = ModuleClass(.pointwise) }
    return rows
  }()

  private static let paddings: [(String, PaddingSource)] = [
    ("ZeroPad", .constant), ("ConstantPad", .constant), ("ReplicationPad", .replicate),
    ("ReflectionPad", .reflect),
  ]

  private static let normalizing = [
    "BatchNorm1d", "BatchNorm2d", "SyncBatchNorm", "InstanceNorm1d", "InstanceNorm2d",
  ]

  private static let unchanging = [
    "Identity", "ReLU", "ReLU6", "LeakyReLU", "PReLU", "RReLU", "ELU", "SELU", "CELU", "GELU",
    "SiLU", "Mish", "Sigmoid", "LogSigmoid", "Tanh", "Hardtanh", "Hardswish", "Hardsigmoid",
    "Softplus", "Softsign", "Softmax", "Softmax2d", "LogSoftmax", "Tanhshrink", "Softshrink",
    "Hardshrink", "Threshold", "Dropout", "Dropout1d", "Dropout2d", "AlphaDropout",
    "FeatureAlphaDropout", "LayerNorm", "RMSNorm", "LocalResponseNorm", "ChannelShuffle",
    "FrozenBatchNorm2d", "StochasticDepth",
  ]
}
