import ConvArithmetic
import LayerNotation
import SeededNumbers

/// The map of a layer by loops over all positions and taps of each axis.
struct NaiveMap {
  let counts: [[Int]]

  init(_ pass: ForwardPass) {
    let axes = pass.axes.map { axis in
      let isTransposed = axis.direction == .transposed
      var counts = Array(repeating: 0, count: isTransposed ? axis.output : axis.input)
      for position in 0..<(isTransposed ? axis.input : axis.output) {
        for tap in 0..<axis.kernelSize {
          let cell = position * axis.stride + tap * axis.dilation - axis.paddingBefore
          if counts.indices.contains(cell) { counts[cell] += 1 }
        }
      }
      return counts
    }
    let lines = axes.dropLast().reduce([1]) { lines, next in
      lines.flatMap { line in next.map { line * $0 } }
    }
    counts = lines.map { line in (axes.last ?? []).map { line * $0 } }
  }

  /// The cells that have each count.
  var cells: [Int: Int] {
    counts.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}

extension MapExport {
  /// All that is written.
  var whole: String {
    var text = ""
    write { text += $0 }
    return text
  }
}

extension ForwardPass {
  /// Valid layers at random, of both kinds, with different numbers on their axes.
  static func samples(_ count: Int, seed: UInt64) -> [ForwardPass] {
    var random = SeededGenerator(seed: seed)
    func pair(_ range: ClosedRange<Int>) -> Spatial<Int> {
      Spatial(
        height: .random(in: range, using: &random), width: .random(in: range, using: &random))
    }
    var samples: [ForwardPass] = []
    while samples.count < count {
      let groups = Int.random(in: 1...3, using: &random)
      var layer = ConvLayer()
      layer.direction = Bool.random(using: &random) ? .convolution : .transposed
      layer.groups = groups
      layer.inChannels = groups * .random(in: 1...3, using: &random)
      layer.outChannels = groups * .random(in: 1...3, using: &random)
      layer.kernelSize = pair(1...5)
      layer.stride = pair(1...4)
      layer.dilation = pair(1...3)
      layer.outputPadding = pair(0...2)
      layer.bias = .random(using: &random)
      let paddings = [Padding.explicit(pair(0...4)), .explicit(pair(0...1)), .same, .valid]
      layer.padding = paddings.randomElement(using: &random) ?? .valid
      let batch = [nil, 1, 2].randomElement(using: &random) ?? 1
      let subject = LayerCase(
        layer: layer,
        input: TensorShape(batch: batch, channels: layer.inChannels, size: pair(1...13)))
      if let pass = try? subject.forward() { samples.append(pass) }
    }
    return samples
  }
}
