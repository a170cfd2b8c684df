import ConvArithmetic
import SeededNumbers

extension SeededGenerator {
  /// A module with small numbers.
  mutating func axisMap() -> AxisMap {
    switch number(in: 0...11) {
    case 0...3: convolution(.convolution) ?? .unchanged
    case 4...6: convolution(.transposed) ?? .unchanged
    case 7: .pool(pool())
    case 8: .pad(before: number(in: -2...3), after: number(in: -2...3), .zeros)
    case 9: .scale(by: Double(number(in: 1...4)), .linear)
    case 10: .scale(by: Double(number(in: 1...3)), .nearest)
    default: Bool.random(using: &self) ? .shuffle(number(in: 1...3)) : .unshuffle(number(in: 1...3))
    }
  }

  private mutating func pool() -> PoolingWindow {
    let kernelSize = number(in: 1...4)
    return PoolingWindow(
      kernelSize: kernelSize, stride: number(in: 1...3), padding: number(in: 0...kernelSize / 2),
      dilation: number(in: 1...2), isCeiling: Bool.random(using: &self))
  }

  private mutating func convolution(_ direction: ConvLayer.Direction) -> AxisMap? {
    AxisTaps(
      direction, kernelSize: number(in: 1...5), stride: number(in: 1...3),
      dilation: number(in: 1...3), before: Count(number(in: 0...3)),
      after: Count(number(in: 0...3))
    ).map { .convolution($0) }
  }

  /// A chain of such modules.
  mutating func chain(of count: ClosedRange<Int>) -> AxisNetwork {
    let stages = (0..<number(in: count)).map { _ in Stage.channelwise([axisMap()]) }
    return Network(chain: stages).axis(0, of: 1)
  }

  /// A network whose branches meet where their cells are equally far apart in the input.
  mutating func branches() -> AxisNetwork {
    var nodes: [Network.Node?] = []
    // Of each tensor: the strides that lead to it, down and up.
    var scales = [Ratio(1)]
    for _ in 0..<number(in: 2...6) {
      let last = nodes.count
      let twins = (0..<last).filter { scales[$0] == scales[last] }
      if Bool.random(using: &self), let twin = twins.randomElement(using: &self) {
        nodes.append(Network.Node(.join(.add), of: [last, twin], at: last))
        scales.append(scales[last])
      } else {
        let (map, source) = (axisMap(), number(in: 0...last))
        nodes.append(Network.Node(.channelwise([map]), of: [source], at: last))
        scales.append((map.taps ?? []).reduce(scales[source]) { $0 * $1.jump })
      }
    }
    return (Network(nodes.compactMap { $0 }) ?? Network(chain: [])).axis(0, of: 1)
  }
}
