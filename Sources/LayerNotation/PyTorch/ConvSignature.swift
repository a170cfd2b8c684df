import ConvArithmetic

/// A constructor of `torch.nn`: its arguments in their order.
///
/// Source: `torch/nn/modules/conv.py`, the same in PyTorch 1.9 to 2.13. The two kinds differ in
/// their order behind `padding`.
struct ConvSignature: Sendable {
  enum Parameter: String, Sendable {
    case inChannels = "in_channels"
    case outChannels = "out_channels"
    case kernelSize = "kernel_size"
    case stride, padding
    case outputPadding = "output_padding"
    case dilation, groups, bias
    case paddingMode = "padding_mode"
    case device, dtype
  }

  let name: String
  let kind: ConvLayer.Kind
  /// 1 for a layer along one axis, which is taken as one of height 1.
  let axes: Int
  let parameters: [Parameter]

  /// PyTorch has no default for the first three.
  static let required = 3

  static let all: [ConvSignature] = [
    ConvSignature(name: "Conv2d", kind: .conv2d, axes: 2, parameters: ordinary),
    ConvSignature(name: "ConvTranspose2d", kind: .convTranspose2d, axes: 2, parameters: transposed),
    ConvSignature(name: "Conv1d", kind: .conv2d, axes: 1, parameters: ordinary),
    ConvSignature(name: "ConvTranspose1d", kind: .convTranspose2d, axes: 1, parameters: transposed),
  ]

  private static let ordinary: [Parameter] = [
    .inChannels, .outChannels, .kernelSize, .stride, .padding, .dilation, .groups, .bias,
    .paddingMode, .device, .dtype,
  ]

  private static let transposed: [Parameter] = [
    .inChannels, .outChannels, .kernelSize, .stride, .padding, .outputPadding, .groups, .bias,
    .dilation, .paddingMode, .device, .dtype,
  ]

  /// The constructor of a class, by its name without the modules in front.
  ///
  /// That is `Conv2d`, or `ParametrizedConv2d`, which `torch.nn.utils.parametrize` makes of it.
  static func named(_ name: String) -> ConvSignature? {
    let plain = isParametrized(name) ? String(name.dropFirst(prefix.count)) : name
    return all.first { $0.name == plain }
  }

  /// Why a class that is much like a known one has no layer here.
  static func refusal(_ className: String) -> PyTorchProblem.Reason? {
    if className.hasPrefix("LazyConv") { return .lazy(className) }
    return ["Conv3d", "ConvTranspose3d"].contains(className) ? .threeAxes(className) : nil
  }

  static func isParametrized(_ name: String) -> Bool { name.hasPrefix(prefix) }

  private static let prefix = "Parametrized"
}
