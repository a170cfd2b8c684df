/// Two layers in place of one transposed layer, with the same output size, even by design.
///
/// Both are a transposed layer themselves, which says how they compare.
package struct Equivalent: Equatable, Sendable {
  package enum Method: CaseIterable, Equatable, Sendable {
    /// Nearest-neighbour enlargement by the stride, then a Conv2d.
    ///
    /// It is exactly the transposed layer with kernel s + k − 1 and padding k − 1 − p whose
    /// weights are tied: each is the sum of those that meet one enlarged input cell. Whatever the
    /// weights, each output cell inside reads all of them, so the weighted sum is flat.
    case resizeAndConvolve
    /// A Conv2d to s² times the channels, then a pixel shuffle.
    ///
    /// It is exactly the transposed layer with kernel s·k and padding s(k − 1 − p), weight for
    /// weight (Shi et al., "Is the deconvolution layer the same as a convolutional layer?", 2016).
    case subPixel
  }

  package let method: Method
  /// The enlargement: the stride of the transposed layer.
  package let scale: Spatial<Int>
  /// The Conv2d, with what it is applied to.
  package let convolution: ForwardPass
  package let transposed: ForwardPass
}

extension Equivalent {
  /// The modules, one after the other; of one and of three axes no module of PyTorch shuffles.
  package var stages: [Stage] {
    let layer = Stage.convolution(convolution.layer)
    return switch method {
    case .resizeAndConvolve:
      [.channelwise(scale.axes.map { .scale(by: Double(scale[$0])) }), layer]
    case .subPixel where scale.count == 2: [layer, .pixelShuffle(scale.height)]
    case .subPixel: [layer, .channelwise(scale.axes.map { .shuffle(scale[$0]) })]
    }
  }

  /// The equivalents of a transposed layer.
  ///
  /// The kernel of the Conv2d is the least with which the same transposed layer covers at least as
  /// many cells as the present one, without dilation, and keeps its size.
  ///
  /// - Returns: None for a Conv2d and for stride 1; a pixel shuffle needs one stride for all axes
  ///   and an output that the stride divides.
  package static func all(of pass: ForwardPass) -> [Equivalent] {
    guard pass.layer.direction == .transposed, !pass.layer.stride.isAll(1) else { return [] }
    return Method.allCases.compactMap { Equivalent($0, pass) }
  }

  private init?(_ method: Method, _ pass: ForwardPass) {
    guard let axes = pass.axes.map({ AxisEquivalent(method, $0) }).complete() else { return nil }
    let scale = pass.layer.stride
    var small = LayerCase(layer: pass.layer, input: pass.input)
    var large = small
    small.layer.direction = .convolution
    small.layer.stride = scale.map { _ in 1 }
    switch method {
    case .resizeAndConvolve: small.input.size = axes.map { $0.input }
    case .subPixel:
      let channels = Count(pass.layer.outChannels) * scale.map { Count($0) }.product
      guard scale.isUniform, let channels = Int(exactly: channels) else { return nil }
      small.layer.outChannels = channels
    }
    small.use(kernelSize: axes.map { $0.kernelSize }, padding: axes.map { $0.padding })
    large.use(
      kernelSize: axes.map { $0.transposedKernelSize }, padding: axes.map { $0.transposedPadding })
    guard let convolution = try? small.forward(), let transposed = try? large.forward() else {
      return nil
    }
    (self.method, self.scale) = (method, scale)
    (self.convolution, self.transposed) = (convolution, transposed)
  }
}

extension LayerCase {
  fileprivate mutating func use(kernelSize: Spatial<Int>, padding: Spatial<Int>) {
    layer.kernelSize = kernelSize
    layer.padding = .explicit(padding)
    layer.dilation = kernelSize.map { _ in 1 }
    layer.outputPadding = kernelSize.map { _ in 0 }
  }
}

private struct AxisEquivalent {
  /// What the convolution is applied to.
  let input: Int
  let kernelSize: Int
  let padding: Int
  let transposedKernelSize: Int
  let transposedPadding: Int

  /// - Returns: `nil` where a number does not fit, and for a pixel shuffle where the stride does
  ///   not divide the output.
  init?(_ method: Equivalent.Method, _ axis: AxisGeometry) {
    let (stride, input) = (Count(axis.stride), Count(axis.input))
    let (covered, growth) = (axis.span + 1, Count(axis.output) - stride * input)
    let isResize = method == .resizeAndConvolve
    guard isResize || axis.output % axis.stride == 0 else { return nil }
    // What the convolution, of stride 1, has to add to its input: o = i + 2p − k + 1.
    let added = isResize ? growth : growth.floorDivided(by: stride)
    let needed = isResize ? covered - stride + 1 : covered.ceilingDivided(by: stride)
    let least = added.magnitude + 1
    // Its padding is whole where k and the cells added differ by an odd number.
    let parity = (needed - least).split(by: 2).remainder
    let kernel = needed > least ? needed + parity : least
    let padding = (added + kernel - 1).halved
    let unread = kernel - 1 - padding
    guard let source = Int(exactly: isResize ? stride * input : input),
      let kernelSize = Int(exactly: kernel), let whole = Int(exactly: padding),
      let large = Int(exactly: isResize ? stride + kernel - 1 : stride * kernel),
      let crop = Int(exactly: isResize ? unread : stride * unread)
    else { return nil }
    (self.input, self.kernelSize, self.padding) = (source, kernelSize, whole)
    (transposedKernelSize, transposedPadding) = (large, crop)
  }
}
