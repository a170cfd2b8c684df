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
    case upsample
    case pad(PaddingMode)
    case pixelShuffle, pixelUnshuffle
    /// Each value by itself; where an argument names the channels, those have to be what comes.
    case pointwise
    /// Sizes stay, and each cell sees all others: a mean over space.
    case mixing
    /// No stage of a network: what it does is a row of `functions.tsv`.
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
  }

  let effect: Effect
  let weights: Weights?
  /// The positional arguments in their order; of classes that are not convolutions, the first ones.
  let parameters: [String]
  /// 1 to 3 where the class has a number of axes.
  let axes: Int?

  private init?(_ row: DataRow) {
    guard let effect = Self.effects[row["effect"]] else { return nil }
    self.effect = effect
    parameters = row["parameters"].split(separator: ",").map(String.init)
    axes = Int(row["axes"])
    weights = Weights(rawValue: row["weights"])
  }

  private static let effects: [String: Effect] = [
    "convolution": .convolution(.convolution), "transposed": .convolution(.transposed),
    "pool": .pool, "adaptivePool": .adaptivePool, "upsample": .upsample,
    "pad constant": .pad(.zeros), "pad replicate": .pad(.replicate),
    "pad reflect": .pad(.reflect), "pad circular": .pad(.circular), "pixelShuffle": .pixelShuffle,
    "pixelUnshuffle": .pixelUnshuffle, "pointwise": .pointwise,
    "mixing": .mixing, "function": .function,
  ]

  private static let rows: [String: ModuleClass] =
    DataRow.all(PackageResources.modules_tsv).reduce(into: [:]) { $0[$1["name"]] = ModuleClass($1) }

  /// The class of a name as functions are called, with or without its underscores: `max_pool2d`;
  /// `nil` for one that is not known.
  static func calledAs(_ name: String) -> (name: String, known: ModuleClass)? {
    guard let found = functionNames[name.replacing("_", with: "").lowercased()] else { return nil }
    return rows[found].map { (found, $0) }
  }

  private static let functionNames: [String: String] =
    rows.reduce(into: [:]) { if $1.value.effect != .function { $0[$1.key.lowercased()] = $1.key } }

  /// The class of a name without the modules before it; `nil` for one that is not known.
  ///
  /// `ParametrizedConv2d` is what `torch.nn.utils.parametrize` makes of `Conv2d`.
  static func named(_ name: String) -> ModuleClass? {
    guard isParametrized(name) else { return rows[name] }
    return rows[String(name.dropFirst(prefix.count))].flatMap { $0.isConvolution ? $0 : nil }
  }

  static func isParametrized(_ name: String) -> Bool { name.hasPrefix(prefix) }

  private static let prefix = "Parametrized"

  var isConvolution: Bool { if case .convolution = effect { true } else { false } }

  var required: ArraySlice<String> { isConvolution ? parameters.prefix(3) : [] }

  // MARK: Other classes

  /// Those that apply their children one after another, and do nothing else.
  ///
  /// Source: `torch/nn/modules/container.py`, `torchvision/ops/misc.py`.
  static let containers: Set<String> = [
    "Sequential", "Conv2dNormActivation", "Conv3dNormActivation", "ConvNormActivation",
    "ConvBNReLU",
  ]

  /// Those that apply their only child, and do nothing else.
  static let wrappers: Set<String> = [
    "DataParallel", "DistributedDataParallel", "OptimizedModule", "FullyShardedDataParallel",
  ]

  /// Containers without an order of their own.
  static let unordered: Set<String> = ["ModuleList", "ModuleDict"]

  /// Why a class that is much like a convolution has no layer here.
  static func refusal(_ name: String) -> String? {
    name.hasPrefix("LazyConv") ? Sentence.lazyLayer(name) : nil
  }

  /// The convolution that a misspelt name most likely means; one of two axes before the others.
  static func meant(by name: String) -> String? {
    let ops = [LayerOp.conv2d, .convTranspose2d] + LayerOp.all
    return nearest(to: name, among: ops.map(\.moduleName))
  }
}
