import ConvArithmetic

/// A module of known effect, with what comes to it.
struct SizeStep {
  let rule: SizeRule
  let node: ModelNode
  /// 1 or 2; `nil` for a model that has both, where a class for either leaves it open.
  let axes: Int?
  /// Whether arguments that are not written have their defaults; `print` leaves some out.
  let isSource: Bool

  init?(_ node: ModelNode, axes: Int?, isSource: Bool) {
    guard let rule = SizeRule.named(node.className) else { return nil }
    (self.rule, self.node, self.axes, self.isSource) = (rule, node, axes, isSource)
  }

  /// What comes out of the module.
  func output(_ flow: ModelFlow) -> ModelFlow {
    if case .same = rule.effect { return unchanged(flow) }
    guard let axes = rule.axes ?? axes, self.axes == nil || axes == self.axes else {
      return unknown
    }
    let arguments = SizeArguments(node.arguments ?? [], rule.parameters, axes: axes)
    switch rule.effect {
    case .same: return flow
    case .adaptive: return resized(flow, to: adapted(flow, arguments))
    case .upsample: return resized(flow, to: scaled(flow, arguments))
    case .pool: return pooled(flow, arguments)
    case .pad: return padded(flow, arguments)
    case .pixelShuffle: return shuffled(flow, arguments)
    case .pixelUnshuffle: return unshuffled(flow, arguments)
    }
  }

  private var unknown: ModelFlow { .unknown(.module(node.className, line: node.line)) }
  private var none: ModelFlow { .unknown(.noOutput(node.className, line: node.line)) }

  /// The flow with another size; unknown where there is none.
  private func resized(_ flow: ModelFlow, to size: Spatial<Int>?) -> ModelFlow {
    guard let size else {
      return flow.size == nil ? ModelFlow(channels: flow.channels, gap: flow.gap) : unknown
    }
    guard size.height >= 1, size.width >= 1 else { return none }
    var flow = flow
    flow.size = size
    return flow
  }

  private func unchanged(_ flow: ModelFlow) -> ModelFlow {
    let names = ["num_features", "num_channels"]
    let arguments = SizeArguments(node.arguments ?? [], rule.parameters, axes: 1)
    guard let name = rule.parameters.first(where: names.contains), let coming = flow.channels,
      case .integer(let taken)? = arguments[name], taken != coming
    else { return flow }
    return .unknown(
      .channels(coming: coming, taken: taken, node.className, line: node.line))
  }
}

// MARK: Sizes
extension SizeStep {
  /// `output_size`, where `None` keeps what comes.
  private func adapted(_ flow: ModelFlow, _ arguments: SizeArguments) -> Spatial<Int>? {
    switch arguments["output_size"] {
    case .list(let values)? where values.count == arguments.axes:
      guard let width = values.last, let height = values.first else { return nil }
      guard let outputWidth = adapted(width, flow.size?.width) else { return nil }
      if arguments.axes == 1 { return Spatial(height: 1, width: outputWidth) }
      return adapted(height, flow.size?.height)
        .map { Spatial(height: $0, width: outputWidth) }
    case let value?: return arguments.spread(adapted(value, nil), across: 1)
    case nil: return nil
    }
  }

  private func adapted(_ value: PyTorchValue, _ coming: Int?) -> Int? {
    switch value {
    case .integer(let size): size
    case .none: coming
    default: nil
    }
  }

  /// `size`, or ⌊i · scale_factor⌋.
  private func scaled(_ flow: ModelFlow, _ arguments: SizeArguments) -> Spatial<Int>? {
    if let size = arguments.pair("size", across: 1) { return size }
    guard let size = flow.size, let factors = arguments.factors("scale_factor") else { return nil }
    guard let height = scaled(size.height, factors.height),
      let width = scaled(size.width, factors.width)
    else { return nil }
    return Spatial(height: height, width: width)
  }

  private func scaled(_ size: Int, _ factor: Double) -> Int? {
    Int(exactly: (Double(size) * factor).rounded(.down))
  }

  /// Left, right, top and bottom, in this order.
  ///
  /// A reflection does not reach beyond the input, and a constant crops no more than there is.
  private func padded(_ flow: ModelFlow, _ arguments: SizeArguments) -> ModelFlow {
    let isReflecting = node.className.hasPrefix("Reflection")
    let isCropping = !node.className.hasPrefix("Replication")
    guard let sides = arguments.sides("padding"), let size = flow.size else {
      return resized(flow, to: nil)
    }
    let isRefused = Axis.allCases.contains { axis in
      sides[axis].contains { side in
        isReflecting
          ? side >= size[axis] : isCropping && side < 0 && side.magnitude > size[axis].magnitude
      }
    }
    guard !isRefused else { return none }
    let sums = Spatial(
      height: sum([size.height] + sides.height), width: sum([size.width] + sides.width))
    guard let height = sums.height, let width = sums.width else { return none }
    return resized(flow, to: Spatial(height: height, width: width))
  }

  private func sum(_ numbers: [Int]) -> Int? {
    var sum: Count = 0
    for number in numbers {
      guard let next = try? sum + Count(number) else { return nil }
      sum = next
    }
    return Int(exactly: sum)
  }

  /// r² channels become r times the height and width.
  private func shuffled(_ flow: ModelFlow, _ arguments: SizeArguments) -> ModelFlow {
    guard let factor = factor("upscale_factor", arguments), let size = flow.size else {
      return resized(ModelFlow(gap: flow.gap), to: nil)
    }
    let square = factor * factor
    let isDivided = flow.channels.map { $0 % square == 0 } ?? true
    guard isDivided, size.height < Int.max / factor, size.width < Int.max / factor else {
      return none
    }
    return ModelFlow(
      channels: flow.channels.map { $0 / square }, size: size.map { $0 * factor },
      gap: flow.gap, assumed: flow.assumed)
  }

  /// r × r cells become channels.
  private func unshuffled(_ flow: ModelFlow, _ arguments: SizeArguments) -> ModelFlow {
    guard let factor = factor("downscale_factor", arguments), let size = flow.size else {
      return resized(ModelFlow(gap: flow.gap), to: nil)
    }
    guard size.height % factor == 0, size.width % factor == 0,
      (flow.channels ?? 0) < Int.max / (factor * factor)
    else { return none }
    return ModelFlow(
      channels: flow.channels.map { $0 * factor * factor }, size: size.map { $0 / factor },
      gap: flow.gap, assumed: flow.assumed)
  }

  /// A factor whose square fits.
  private func factor(_ name: String, _ arguments: SizeArguments) -> Int? {
    guard case .integer(let factor)? = arguments[name], (1...1 << 20).contains(factor) else {
      return nil
    }
    return factor
  }
}

// MARK: Pooling
extension SizeStep {
  private func pooled(_ flow: ModelFlow, _ arguments: SizeArguments) -> ModelFlow {
    guard let size = flow.size, let kernel = arguments.pair("kernel_size", across: 1) else {
      return resized(flow, to: nil)
    }
    let stride = arguments.pair("stride", across: 1) ?? kernel
    let padding = arguments.pair("padding", across: 0) ?? Spatial(square: 0)
    let dilation = arguments.pair("dilation", across: 1) ?? Spatial(square: 1)
    func output(isCeil: Bool) -> Spatial<Int>? {
      let both = Axis.allCases.map { axis in
        PoolingAxis(
          kernelSize: kernel[axis], stride: stride[axis], padding: padding[axis],
          dilation: dilation[axis]
        ).output(size[axis], isCeil: isCeil)
      }
      guard let height = both.first ?? nil, let width = both.last ?? nil else { return nil }
      return Spatial(height: height, width: width)
    }
    var isCeil = false
    if case .flag(let flag)? = arguments["ceil_mode"] { isCeil = flag }
    if arguments["ceil_mode"] == nil, !isSource, node.className.hasPrefix("Avg"),
      output(isCeil: false) != output(isCeil: true)
    {
      return .unknown(.roundingUnknown(node.className, line: node.line))
    }
    guard let output = output(isCeil: isCeil) else { return none }
    return resized(flow, to: output)
  }
}

/// A pooling window along one axis.
struct PoolingAxis {
  let kernelSize: Int
  let stride: Int
  let padding: Int
  let dilation: Int

  /// The output cells; `nil` where PyTorch refuses.
  ///
  ///     o = ⌊(i + 2p − d(k − 1) − 1)/s⌋ + 1
  ///
  /// With `ceil_mode` the quotient is rounded up, and a last window that begins in the padding
  /// behind the input does not count. Source: `pooling_output_shape_pad_lr` in
  /// `aten/src/ATen/native/Pool.h`.
  func output(_ input: Int, isCeil: Bool) -> Int? {
    guard kernelSize >= 1, stride >= 1, padding >= 0, dilation >= 1, input >= 1 else { return nil }
    do throws(CountOverflow) {
      guard padding <= kernelSize / 2 else { return nil }
      let span = try Count(dilation) * (Count(kernelSize) - 1) + 1
      let slack: Count = isCeil ? try Count(stride) - 1 : 0
      let room = try Count(input) + 2 * Count(padding) - span + slack
      var output = try room.floorDivided(by: Count(stride)) + 1
      let last = try (output - 1) * Count(stride)
      if isCeil, try last >= Count(input) + Count(padding) { output = try output - 1 }
      return output >= 1 ? Int(exactly: output) : nil
    } catch {
      return nil
    }
  }
}
