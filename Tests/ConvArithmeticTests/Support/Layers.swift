import ConvArithmetic

extension LayerCase {
  /// One channel in, one out, the same numbers on both axes, no bias: what a test of shapes needs.
  static func square(
    _ kind: ConvLayer.Direction, input: Int, kernel: Int, stride: Int = 1, padding: Int = 0,
    dilation: Int = 1, outputPadding: Int = 0
  ) -> LayerCase {
    var layer = ConvLayer()
    layer.direction = kind
    layer.kernelSize = Spatial(square: kernel)
    layer.stride = Spatial(square: stride)
    layer.padding = .explicit(Spatial(square: padding))
    layer.dilation = Spatial(square: dilation)
    layer.outputPadding = Spatial(square: outputPadding)
    layer.bias = false
    return LayerCase(
      layer: layer, input: TensorShape(batch: 1, channels: 1, size: Spatial(square: input)))
  }

  /// The same layer with other channels, for an input that fits them.
  func channels(_ inChannels: Int, _ outChannels: Int, groups: Int = 1) -> LayerCase {
    var copy = self
    copy.layer.inChannels = inChannels
    copy.layer.outChannels = outChannels
    copy.layer.groups = groups
    copy.input.channels = inChannels
    return copy
  }

  func bias(_ bias: Bool) -> LayerCase {
    var copy = self
    copy.layer.bias = bias
    return copy
  }

  func batch(_ batch: Int?) -> LayerCase {
    var copy = self
    copy.input.batch = batch
    return copy
  }

  /// The reasons for a refusal; none for a valid layer.
  var reasons: [Refusal.Reason] {
    do {
      _ = try forward()
      return []
    } catch {
      return error.reasons
    }
  }

  /// The output size of a square layer; `nil` where there is none.
  var outputSize: Int? { (try? forward())?.output.size.height }
}

extension Coverage {
  /// The count of each kept cell.
  var counts: [Int] {
    let counter = CellCounter(self)
    return (0..<size).map { counter.count(at: $0) }
  }
}
