/// All layers along one axis that make the wanted size, from the size formulas turned around.
///
/// Nothing is tried out. For each kernel k, dilation d and stride s the others follow from
///
///     Conv2d           s(o − 1) + e − i ≤ 2p ≤ s(o − 1) + e − i + s − 1
///     ConvTranspose2d  2p = s(i − 1) + e − o + output_padding,  output_padding < max(s, d)
///
/// where e = d(k − 1) + 1: two neighbouring paddings differ by 2, so there are at most
/// max(s, d)/2 + 1 of them, each with its one output_padding. The work is thus bounded by k·s·d,
/// and not by any size. For layers that fit *every* input the stride is the factor, and what holds
/// for the smallest input holds for all: e = s + 2p − output_padding for a ConvTranspose2d,
/// e − s ≤ 2p < e for a Conv2d.
struct AxisSolver {
  let direction: ConvLayer.Direction
  /// The input cells, at least 1.
  let input: Int
  let goal: AxisGoal
  let limits: AxisLimits

  /// One layer's kernel, stride and dilation.
  struct Shape {
    let kernelSize: Int
    let stride: Int
    let dilation: Int

    /// e = d(k − 1) + 1; all factors are below 2^31.
    var span: Int128 { Int128(dilation) * Int128(kernelSize - 1) + 1 }
  }

  /// The layers, in the order of kernel, stride, dilation and padding.
  var solutions: [AxisGeometry] { shapes.flatMap { solutions($0) } }

  /// Kernels, strides and dilations within the limits.
  var shapes: [Shape] {
    let (strides, dilations) = (limits.strides.searchable, limits.dilations.searchable)
    return limits.kernelSizes.searchable.flatMap { kernelSize in
      strides.flatMap { stride in
        dilations.map { Shape(kernelSize: kernelSize, stride: stride, dilation: $0) }
      }
    }
  }

  /// An input and the output wanted of it that stand for the goal under a stride.
  private func sizes(_ stride: Int) -> (input: Int, output: Int)? {
    switch (goal, direction) {
    case (.size(let output), _): (input, output)
    case (.times(let factor), .transposed): stride == factor ? (1, factor) : nil
    case (.part(let divisor), .convolution): stride == divisor ? (divisor, 1) : nil
    case (.times(1), .convolution), (.part(1), .transposed): stride == 1 ? (1, 1) : nil
    case (.times, .convolution), (.part, .transposed): nil
    }
  }

  private func solutions(_ shape: Shape) -> [AxisGeometry] {
    guard let (input, output) = sizes(shape.stride) else { return [] }
    let least = leastDoubledPadding(shape, input: input, output: output)
    let slack = largestSlack(shape)
    let allowed = paddings(shape)
    let first = max(allowed.lowerBound, (least + 1).halved)
    let last = min(allowed.upperBound, (least + slack).halved)
    guard first <= last else { return [] }
    return (first...last).compactMap { padding in
      let outputPadding = direction == .transposed ? 2 * padding - least : 0
      guard limits.outputPadding == nil || limits.outputPadding == Int(exactly: outputPadding)
      else { return nil }
      return geometry(shape, padding, outputPadding)
    }
  }

  /// The left side of the inequality, or the right side of the equation without output_padding.
  func leastDoubledPadding(_ shape: Shape, input: Int, output: Int) -> Int128 {
    let isTransposed = direction == .transposed
    let (positions, cells) = isTransposed ? (input, output) : (output, input)
    // Factors of 31 and 63 bits, so that no sum exceeds 127.
    return Int128(shape.stride) * (Int128(positions) - 1) + shape.span - Int128(cells)
  }

  /// How much larger 2p may be: what the floor drops, or what output_padding gives back.
  func largestSlack(_ shape: Shape) -> Int128 {
    let isTransposed = direction == .transposed
    return Int128(isTransposed ? max(shape.stride, shape.dilation) - 1 : shape.stride - 1)
  }

  /// The paddings within the limits; an empty set has its bounds the wrong way round.
  func paddings(_ shape: Shape) -> (lowerBound: Int128, upperBound: Int128) {
    switch limits.padding {
    case .full: (0, shape.span - 1)
    case .upTo(let most): (0, Int128(most))
    case .exactly(let padding): (Int128(max(0, padding)), Int128(padding))
    }
  }

  /// The layer with these numbers on the input at hand; `nil` where that is too small or too
  /// large for it.
  func geometry(_ shape: Shape, _ padding: Int128, _ outputPadding: Int128) -> AxisGeometry? {
    guard let padding = Int(exactly: padding), let outputPadding = Int(exactly: outputPadding),
      let output = output(shape, Int128(padding), Int128(outputPadding))
    else { return nil }
    return AxisGeometry(
      direction: direction, input: input, output: output, kernelSize: shape.kernelSize,
      stride: shape.stride, dilation: shape.dilation, paddingBefore: padding,
      paddingAfter: padding, outputPadding: outputPadding)
  }

  /// The output of the input at hand; `nil` below 1 and beyond 64 bits.
  func output(_ shape: Shape, _ padding: Int128, _ outputPadding: Int128) -> Int? {
    let output: Int128
    switch direction {
    case .convolution:
      let room = Int128(input) + 2 * padding - shape.span
      guard room >= 0 else { return nil }
      output = room / Int128(shape.stride) + 1
    case .transposed:
      output =
        Int128(shape.stride) * (Int128(input) - 1) + shape.span - 2 * padding + outputPadding
    }
    return output >= 1 ? Int(exactly: output) : nil
  }
}

extension Int128 {
  /// Half the number, rounded down also below 0.
  var halved: Int128 { self >> 1 }
}
