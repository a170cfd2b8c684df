import ConvArithmetic

extension NaiveAxis {
  /// The cells from the first to the last that one cell sees through two such convolutions in a row.
  static func reachOfTwo(_ axis: AxisGeometry) -> Int {
    let taps = (0..<axis.kernelSize).map { $0 * axis.dilation }
    let cells = taps.flatMap { second in taps.map { second * axis.stride + $0 } }
    return (cells.max() ?? 0) - (cells.min() ?? 0) + 1
  }

  /// The smallest input with as many places for the kernel; `nil` where none of it would be real.
  static func leastInput(_ axis: AxisGeometry) -> Int? {
    let padding = axis.paddingBefore + axis.paddingAfter
    func places(_ input: Int) -> Int {
      let last = (axis.kernelSize - 1) * axis.dilation
      return (0..<max(0, input + padding)).count {
        $0 % axis.stride == 0 && $0 + last < input + padding
      }
    }
    let wanted = places(axis.input)
    let least = (-padding...axis.input).first { places($0) == wanted }
    return least.flatMap { $0 >= 1 ? $0 : nil }
  }
}
