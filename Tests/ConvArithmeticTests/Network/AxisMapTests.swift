import ConvArithmetic
import SeededNumbers
import Testing

@Suite struct AxisMapTests {
  @Test func `a pooling window has as many places as a loop finds`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<5000 {
      let window = PoolingWindow(
        kernelSize: random.number(in: 1...6), stride: random.number(in: 1...5),
        padding: random.number(in: 0...3), dilation: random.number(in: 1...3),
        isCeiling: Bool.random(using: &random))
      let input = random.number(in: 1...12)
      #expect(
        AxisMap.pool(window).output(input) == places(of: window, input),
        "\(window) on \(input)")
    }
  }

  /// A window may run over the end of the padded input by less than a stride where `ceil_mode` lets
  /// it, and then has to begin before the padding at the end.
  private func places(of window: PoolingWindow, _ input: Int) -> Int? {
    guard window.padding <= window.kernelSize / 2 else { return nil }
    let excess = window.isCeiling ? window.stride - 1 : 0
    var (count, start) = (0, -window.padding)
    while start + window.dilation * (window.kernelSize - 1) < input + window.padding + excess,
      !window.isCeiling || start < input
    {
      (count, start) = (count + 1, start + window.stride)
    }
    return count == 0 ? nil : count
  }

  @Test func `padding adds and takes away as a list does`() {
    for input in 1...4 {
      for before in -5...5 {
        for after in -5...5 {
          let kept = Array(0..<input).dropFirst(max(0, -before)).dropLast(max(0, -after))
          let isCropped = max(0, -before) + max(0, -after) <= input
          let count = kept.count + max(0, before) + max(0, after)
          let expected = isCropped && count > 0 ? count : nil
          #expect(
            AxisMap.pad(before: before, after: after, .zeros).output(input) == expected)
          let isReflected = before < input && after < input && input + before + after > 0
          #expect(
            AxisMap.pad(before: before, after: after, .reflect).output(input)
              == (isReflected ? input + before + after : nil))
        }
      }
    }
  }

  /// Python says `int(100 * 0.29) == 28` and `int(10 * 0.7) == 7`; so does PyTorch.
  @Test(arguments: [
    (3, 2.0, 6), (7, 0.5, 3), (100, 0.29, 28), (10, 0.7, 7), (10, 1.1, 11), (5, 1.5, 7),
  ])
  func `a factor is multiplied as PyTorch does`(input: Int, factor: Double, output: Int) {
    #expect(AxisMap.scale(by: factor).output(input) == output)
  }

  @Test func `numbers that make no sense are refused, and none of them traps`() {
    let numbers = [Int.min, -1, 0, 1, 2, 1 << 62, .max]
    for first in numbers {
      for second in numbers {
        for input in numbers {
          let window = PoolingWindow(
            kernelSize: first, stride: second, padding: first / 2, dilation: second,
            isCeiling: true)
          let maps: [AxisMap] = [
            .unchanged, .pool(window), .resize(to: first), .scale(by: Double(first)),
            .pad(before: first, after: second, .zeros),
            .pad(before: first, after: second, .reflect),
            .pad(before: first, after: second, .replicate), .shuffle(first), .unshuffle(first),
          ]
          for map in maps {
            if let output = map.output(input) { #expect(output >= 1 && input >= 1) }
          }
        }
      }
    }
    for factor in [Double.nan, .infinity, -1, 0, 1e300] {
      #expect(AxisMap.scale(by: factor).output(3) == nil)
    }
    #expect(AxisMap.shuffle(3).output(.max / 2) == nil)
    #expect(AxisMap.shuffle(0).output(3) == nil)
  }
}
