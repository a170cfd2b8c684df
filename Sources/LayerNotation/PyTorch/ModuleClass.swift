/// A class of `torch.nn` that is read: what it does, and the arguments that it takes.
///
/// One is a row of `modules.tsv`. The two convolutions differ in their order after `padding`.
/// Source: `torch/nn/modules/conv.py`, the same in PyTorch 1.9 to 2.13, and the sections Shape of
/// `torch.nn`.
struct ModuleClass: Sendable {
  enum Effect: Equatable, Sendable {
    case convolution(ConvLayer.Direction)
    /// The largest value, or the mean, of a window.
    case pool
    /// Sizes that are arguments.
    case adaptivePool
    /// What a pool with windows side by side has taken apart.
    case unpool
    case upsample
    case pad(PaddingMode)
    case pixelShuffle, pixelUnshuffle
    /// Each value by itself; where an argument names the channels, those have to be what comes.
    case pointwise
    /// Sizes stay, and each cell sees all others: a mean over space.
    case mixing
    /// One dimension becomes half as long.
    case gate
    /// It works along no axis of space, or changes which dimension is one: no stage of a network.
    /// What it does to sizes is a row of `functions.tsv`, if it has one.
    case function
  }

  /// The learnable numbers of a class that is not a convolution, by the argument that is without them.
  enum Weights: String, Sendable {
    /// A scale and a shift a channel, unless `affine` is false.
    case affine
    /// The same, only if `affine` is true.
    case noAffine = "no affine"
    /// `num_parameters`, one by default.
    case slopes
    /// Of the shape `normalized_shape`, unless `elementwise_affine` is false.
    case scale
    case scaleAndShift = "scale and shift"
    /// Of the shape of the first two arguments, and a bias where there is one.
    case matrix
    /// Of the features of its `out_proj`: queries, keys, values and that.
    case attention
    /// Of cells with so many gates, for each layer and direction.
    case oneGate = "one gate"
    case threeGates = "three gates"
    case fourGates = "four gates"
  }

  let effect: Effect
  let weights: Weights?
  /// The positional arguments in their order; of classes that are not convolutions, the first ones.
  let parameters: [String]
  /// 1 to 3 where the class has a number of axes.
  let axes: Int?
  /// How many dimensions it takes with samples and channels, where PyTorch checks that.
  let dimensions: ClosedRange<Int>?
  /// The argument that says how many channels it takes.
  let channels: String?
  /// The class of `torch.nn`, where this one is another that is like it.
  private(set) var base: String?
  /// What such a class does besides.
  private(set) var remark: Sentence?

  /// A row, which stands below the one of the class that it is like.
  private init?(_ row: DataRow, _ rows: [String: ModuleClass]) {
    if let like = rows[row["like"]] {
      self = like.like(row["like"], Sentence(rawValue: row["remark"]))
      return
    }
    guard let effect = Self.effects[row["effect"]] else { return nil }
    self.effect = effect
    parameters = row["parameters"].split(separator: ",").map(String.init)
    axes = Int(row["axes"])
    weights = Weights(rawValue: row["weights"])
    channels = row["channels"].isEmpty ? nil : row["channels"]
    // `4`, `2-3`, or `3-` without an end.
    let ends = row["dimensions"].split(separator: "-", omittingEmptySubsequences: false)
    let numbers = ends.map { Int($0) }
    dimensions = numbers.first.flatMap { $0 }.map { $0...max($0, (numbers.last ?? $0) ?? .max) }
  }

  private static let effects: [String: Effect] = [
    "convolution": .convolution(.convolution), "transposed": .convolution(.transposed),
    "pool": .pool, "adaptivePool": .adaptivePool, "upsample": .upsample,
    "pad constant": .pad(.zeros), "pad replicate": .pad(.replicate),
    "pad reflect": .pad(.reflect), "pad circular": .pad(.circular), "pixelShuffle": .pixelShuffle,
    "pixelUnshuffle": .pixelUnshuffle, "pointwise": .pointwise,
    "mixing": .mixing, "unpool": .unpool, "gate": .gate, "function": .function,
  ]

  private static let rows: [String: ModuleClass] =
    DataRow.all(PackageResources.modules_tsv).reduce(into: [:]) {
      $0[$1["name"]] = ModuleClass($1, $0)
    }

  private func like(_ base: String, _ remark: Sentence?) -> ModuleClass {
    var like = self
    (like.base, like.remark) = (base, remark)
    return like
  }

  /// The class of a name as functions are called, with or without its underscores: `max_pool2d`;
  /// `nil` for one that is not known.
  static func calledAs(_ name: String) -> (name: String, known: ModuleClass)? {
    let plain = String(decoding: name.utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    guard let found = functionNames[plain.lowercased()] else { return nil }
    return rows[found].map { (found, $0) }
  }

  private static let functionNames: [String: String] =
    rows.reduce(into: [:]) { names, row in
      guard row.value.remark == nil, ![.gate, .function].contains(row.value.effect) else { return }
      names[row.key.lowercased()] = row.key
    }

  /// The class of a name without the modules before it; `nil` for one that is not known.
  ///
  /// `ParametrizedConv2d` is what `torch.nn.utils.parametrize` makes of `Conv2d`.
  static func named(_ name: String) -> ModuleClass? {
    guard name.hasPrefix(prefix) else { return rows[name] }
    let base = String(name.dropFirst(prefix.count))
    return rows[base].flatMap { $0.isConvolution ? $0.like($0.base ?? base, .computedWeight) : nil }
  }

  private static let prefix = "Parametrized"

  /// The convolution that a class of any name is taken for, which prints the arguments of one.
  static func takenFor(_ name: String, _ arguments: [PyTorchArgument]) -> ModuleClass? {
    guard arguments.count >= 4, arguments[0].isNumber, arguments[1].isNumber,
      arguments[2].name == "kernel_size", arguments[3].name == "stride",
      case .list(let sizes) = arguments[2].value
    else { return nil }
    let isTransposed =
      name.contains("Transpose") || arguments.contains { $0.name == "output_padding" }
    let base = "Conv\(isTransposed ? "Transpose" : "")\(sizes.count)d"
    return rows[base]?.like(base, .takenFor)
  }

  var isConvolution: Bool { if case .convolution = effect { true } else { false } }

  /// Whether it is one of PyTorch's own, of which all arguments are known.
  var isOwn: Bool { remark == nil || remark == .computedWeight }

  var required: ArraySlice<String> { isConvolution ? parameters.prefix(3) : [] }

  // MARK: Other classes

  /// Those that apply their children one after another, and do nothing else.
  ///
  /// Source: `torch/nn/modules/container.py`, `torch/ao/nn/intrinsic/modules/fused.py`; torchvision
  /// `ops/misc.py`, `models/video/resnet.py`, `models/densenet.py`, `models/segmentation`;
  /// `segmentation_models_pytorch/base`.
  static let containers: Set<String> = Set(
    [
      "Sequential", "Conv2dNormActivation", "Conv3dNormActivation", "ConvNormActivation",
      "ConvBNReLU", "ConvBNActivation", "Conv2Plus1D", "BasicStem", "R2Plus1dStem", "ASPPConv",
      "DeepLabHead", "FCNHead", "_Transition", "Conv2dReLU", "SegmentationHead", "LinearReLU",
      "BNReLU2d", "BNReLU3d",
    ] + (1...3).flatMap { ["ConvReLU\($0)d", "ConvBn\($0)d", "ConvBnReLU\($0)d"] })

  /// Those that apply their only child, and do nothing else.
  static let wrappers: Set<String> = [
    "DataParallel", "DistributedDataParallel", "OptimizedModule", "FullyShardedDataParallel",
  ]

  /// Why a class that is much like a convolution is no layer by itself.
  static func refusal(_ name: String) -> String? {
    named(name)?.remark == .lazyChannels ? Sentence.lazyLayer(name) : nil
  }

  /// The convolution that a misspelt name most likely means; one of two axes before the others.
  static func meant(by name: String) -> String? {
    let ops = [LayerOp.conv2d, .convTranspose2d] + LayerOp.all
    return nearest(to: name, among: ops.map(\.moduleName))
  }
}
