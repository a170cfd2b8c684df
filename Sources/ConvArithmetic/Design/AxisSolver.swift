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
  let paddingMode: PaddingMode
  let input: Int
  let goal: AxisGoal
  let limits: AxisLimits

  struct Shape {
    let kernelSize: Int
    let stride: Int
    let dilation: Int

    /// e = d(k − 1) + 1.
    var span: Count { Count(dilation) * Count(kernelSize - 1) + 1 }
  }

  /// The layers, in the order of kernel, stride, dilation and padding.
  var solutions: [AxisGeometry] { shapes.flatMap { solutions($0) } }

  var shapes: [Shape] {
    let (strides, dilations) = (limits[.stride].searchable, limits[.dilation].searchable)
    return limits[.kernelSize].searchable.flatMap { kernelSize in
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
    if let ends = givenEnds(shape) {
      let isRight = least <= ends.all && ends.all <= least + largestSlack(shape)
      return isRight ? [geometry(shape, ends, 0)].compactMap { $0 } : []
    }
    let allowed = paddings(shape)
    let first = max(allowed.lowerBound, (least + 1).halved)
    let last = min(allowed.upperBound, (least + largestSlack(shape)).halved)
    guard let first = Int(exactly: first), let last = Int(exactly: last), first <= last else {
      return []
    }
    return (first...last).compactMap { padding in
      let outputPadding = direction == .transposed ? 2 * Count(padding) - least : 0
      guard limits.outputPadding.map({ Count($0) == outputPadding }) ?? true else { return nil }
      return geometry(shape, Ends(Count(padding), Count(padding)), outputPadding)
    }
  }

  /// The padding of a shape where it is given; `nil` where it is asked for.
  private func givenEnds(_ shape: Shape) -> Ends<Count>? {
    guard direction == .convolution else { return nil }
    let after = Count(shape.stride) - 1
    switch limits.padding {
    case .ends(let ends): return Ends(Count(ends.before), Count(ends.after))
    case .causal: return Ends(shape.span - 1 - after, after)
    case .full, .upTo, .exactly: return nil
    }
  }

  /// The left side of the inequality, or the right side of the equation without output_padding.
  func leastDoubledPadding(_ shape: Shape, input: Int, output: Int) -> Count {
    let isTransposed = direction == .transposed
    let (positions, cells) = isTransposed ? (input, output) : (output, input)
    return Count(shape.stride) * (Count(positions) - 1) + shape.span - Count(cells)
  }

  /// How much larger 2p may be: what the floor drops, or what output_padding gives back.
  func largestSlack(_ shape: Shape) -> Count {
    Count((direction == .transposed ? max(shape.stride, shape.dilation) : shape.stride) - 1)
  }

  /// The paddings within the limits; an empty set has its bounds the wrong way round.
  func paddings(_ shape: Shape) -> (lowerBound: Count, upperBound: Count) {
    switch limits.padding {
    case .full, .ends, .causal: (0, shape.span - 1)
    case .upTo(let most): (0, Count(most))
    case .exactly(let padding): (Count(max(0, padding)), Count(padding))
    }
  }

  /// The layer with these numbers on this input; `nil` where that is too small or too large for it.
  func geometry(
    _ shape: Shape, _ padding: Ends<Count>, _ outputPadding: Count
  ) -> AxisGeometry? {
    let larger = max(padding.before, padding.after)
    guard let outputPadding = Int(exactly: outputPadding),
      min(padding.before, padding.after) >= 0,
      larger <= paddingMode.mostPadding(input).map({ Count($0) }) ?? larger
    else { return nil }
    let rule = AxisRule(
      direction: direction, input: input, kernelSize: shape.kernelSize, stride: shape.stride,
      dilation: shape.dilation, paddingBefore: padding.before, paddingAfter: padding.after,
      outputPadding: outputPadding, paddingMode: paddingMode)
    return rule.output >= 1 ? AxisGeometry(rule) : nil
  }

  /// The largest output size below the wanted one, and the smallest above it, that the limits
  /// allow.
  ///
  /// For each kernel, stride and dilation the sizes lie on a line, and its two points next to the
  /// wanted size follow from the same equation as the solutions.
  ///
  /// - Parameter wanted: At least 1.
  /// - Returns: `nil` on a side where the limits allow no layer at all.
  func nearest(to wanted: Int) -> (below: Int?, above: Int?) {
    var nearest: (below: Int?, above: Int?)
    for shape in shapes {
      for size in neighbours(shape, wanted) {
        if size <= wanted { nearest.below = max(nearest.below ?? size, size) }
        if size >= wanted { nearest.above = min(nearest.above ?? size, size) }
      }
    }
    return nearest
  }

  /// The sizes next to the wanted one, on both sides where there are two.
  private func neighbours(_ shape: Shape, _ wanted: Int) -> [Int] {
    if let ends = givenEnds(shape) { return [geometry(shape, ends, 0)?.output].compactMap { $0 } }
    let least = leastDoubledPadding(shape, input: input, output: wanted)
    let extra = outputPaddings(shape)
    guard extra.lowerBound <= extra.upperBound else { return [] }
    let allowed = paddings(shape)
    // The last padding on one side of the line through the wanted size, and the first beyond it.
    let turn = (least + (direction == .convolution ? largestSlack(shape) : extra.upperBound)).halved
    let other = (least + 1 + (direction == .convolution ? 0 : extra.lowerBound)).halved
    return [turn, other, turn + 1, other - 1, allowed.lowerBound, allowed.upperBound]
      .filter { allowed.lowerBound <= $0 && $0 <= allowed.upperBound }
      .flatMap { padding in
        [extra.lowerBound, 2 * padding - least, extra.upperBound].compactMap {
          let kept = max(extra.lowerBound, min(extra.upperBound, $0))
          return geometry(shape, Ends(padding, padding), kept)?.output
        }
      }
  }

  /// The values of output_padding within the limits, 0 for a Conv2d.
  private func outputPaddings(_ shape: Shape) -> (lowerBound: Count, upperBound: Count) {
    guard direction == .transposed else { return (0, 0) }
    let most = largestSlack(shape)
    guard let fixed = limits.outputPadding else { return (0, most) }
    return (Count(max(0, fixed)), min(Count(fixed), most))
  }
}

extension Count {
  /// Half the number, rounded down.
  var halved: Count { floorDivided(by: 2) }
}
