extension AxisSolver {
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
          geometry(shape, padding, max(extra.lowerBound, min(extra.upperBound, $0)))?.output
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
