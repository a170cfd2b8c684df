import SeededNumbers
import ConvArithmetic

/// The counts along one axis by the plain double loop over positions and taps.
///
/// - Parameter axis: A valid axis.
/// - Returns: The products that reach each output cell of a ConvTranspose2d, or that read each
///   input cell of a Conv2d.
func scatter(_ axis: AxisGeometry) -> [Int] {
  let isTransposed = axis.direction == .transposed
  let positions = isTransposed ? axis.input : axis.output
  var counts = Array(repeating: 0, count: isTransposed ? axis.output : axis.input)
  for position in 0..<positions {
    for tap in 0..<axis.kernelSize {
      let cell = position * axis.stride + tap * axis.dilation - axis.paddingBefore
      if counts.indices.contains(cell) { counts[cell] += 1 }
    }
  }
  return counts
}

/// The counts of all cells of a plane, row after row.
func scatter(_ pass: ForwardPass) -> [[Int]] {
  let columns = scatter(pass.axes.width)
  return scatter(pass.axes.height).map { row in columns.map { row * $0 } }
}

extension LayerCase {
  /// A random small layer of either kind, more often than not a valid one.
  static func random(using generator: inout SeededGenerator) -> LayerCase {
    func pair(_ range: ClosedRange<Int>) -> Spatial<Int> {
      Spatial(
        height: .random(in: range, using: &generator), width: .random(in: range, using: &generator))
    }
    var layer = ConvLayer()
    layer.direction = Bool.random(using: &generator) ? .convolution : .transposed
    layer.inChannels = .random(in: 1...8, using: &generator)
    layer.outChannels = .random(in: 1...8, using: &generator)
    layer.kernelSize = pair(1...6)
    layer.stride = pair(1...4)
    layer.dilation = pair(1...3)
    layer.padding = .explicit(pair(0...3))
    layer.outputPadding = pair(0...2)
    return LayerCase(
      layer: layer,
      input: TensorShape(batch: 1, channels: layer.inChannels, size: pair(1...14)))
  }
}
