/// One module of a network, as what sizes go through.
///
/// A stage has a map for each of the last axes; those before them stay as they are.
package enum Stage: Equatable, Sendable {
  case convolution(ConvLayer)
  /// Every channel alike: a pool, a resampling, padding; without maps, each value by itself.
  ///
  /// `channels` is the number that it takes, where its arguments have one.
  case channelwise([AxisMap], channels: Int? = nil)
  /// r² channels become r times the height and the width, of two axes.
  case pixelShuffle(Int)
  /// r × r cells become channels.
  case pixelUnshuffle(Int)
}

extension Stage {
  /// The channels that it takes; `nil` for any.
  package var inChannels: Int? {
    switch self {
    case .convolution(let layer): layer.inChannels
    case .channelwise(_, let channels): channels
    case .pixelShuffle, .pixelUnshuffle: nil
    }
  }

  /// The axes that a module of PyTorch with these maps takes; `nil` for any.
  package var axes: Int? {
    if case .convolution(let layer) = self { return layer.kernelSize.count }
    return maps.isEmpty ? nil : maps.count
  }

  /// What the stage makes of as many channels as it takes; `nil` for those that cannot be shuffled.
  package func channels(_ coming: Int) -> Int? {
    switch self {
    case .convolution(let layer): layer.outChannels
    case .channelwise: coming
    // Channels go through a shuffle as cells do, by the square of its factor.
    case .pixelShuffle(let factor): square(factor).flatMap { AxisMap.unshuffle($0).output(coming) }
    case .pixelUnshuffle(let factor): square(factor).flatMap { AxisMap.shuffle($0).output(coming) }
    }
  }

  /// What the stage makes of a size, where the channels are as it takes them; `nil` for no output,
  /// and for a size of too few axes.
  package func size(_ input: Spatial<Int>) -> Spatial<Int>? {
    guard maps.count <= input.count else { return nil }
    if case .convolution(let layer) = self {
      guard layer.kernelSize.count == input.count else { return nil }
      let shape = TensorShape(batch: 1, channels: layer.inChannels, size: input)
      return (try? LayerCase(layer: layer, input: shape).forward())?.output.size
    }
    var output = input
    for (axis, map) in zip(input.axes.suffix(maps.count), maps) {
      guard let size = map.output(input[axis]) else { return nil }
      output[axis] = size
    }
    return output
  }

  /// The sizes of the last axes that the stage has for any input; `nil` where they depend on it.
  package var fixedSizes: Spatial<Int>? {
    let sizes = maps.compactMap { if case .resize(let size) = $0, size >= 1 { size } else { nil } }
    return sizes.count < maps.count ? nil : Spatial(sizes)
  }

  private var maps: [AxisMap] {
    switch self {
    case .convolution: []
    case .channelwise(let maps, _): maps
    case .pixelShuffle(let factor): [.shuffle(factor), .shuffle(factor)]
    case .pixelUnshuffle(let factor): [.unshuffle(factor), .unshuffle(factor)]
    }
  }

  private func square(_ factor: Int) -> Int? {
    let (square, overflow) = factor.multipliedReportingOverflow(by: factor)
    return overflow ? nil : square
  }
}
