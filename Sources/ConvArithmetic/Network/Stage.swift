/// One module of a network, as what sizes go through.
///
/// A stage has a map for each of the last axes; those before them stay as they are.
package enum Stage: Equatable, Sendable {
  // In a box, as what is recorded: both are long, and a model has them in several places.
  indirect case convolution(ConvLayer)
  /// Every channel alike: a pool, a resampling, padding; without maps, each value by itself.
  ///
  /// `channels` is the number that it takes, where its arguments have one; `parameters` are its
  /// learnable numbers; `demand` is what else has to hold of what comes.
  case channelwise(
    [AxisMap], channels: TakenChannels? = nil, parameters: Int = 0, demand: Demand? = nil)
  /// r² channels become r times the height and the width, of two axes.
  case pixelShuffle(Int)
  /// r × r cells become channels.
  case pixelUnshuffle(Int)
  /// Several tensors become one.
  case join(Join)
  /// Nothing is known but what somebody has seen it make of certain tensors.
  indirect case recorded(RecordedStage)
}

/// The channels that a module takes, and the argument that says so.
package struct TakenChannels: Equatable, Sendable {
  package let count: Int
  package let parameter: String

  package init(_ count: Int, of parameter: String) {
    (self.count, self.parameter) = (count, parameter)
  }
}

/// What has been seen of a module that no rule is known for: it takes no other sizes.
package struct RecordedStage: Equatable, Sendable {
  package let name: String
  /// Those that come, one for each source.
  package let inputs: [TensorShape]
  package let output: TensorShape
  package let cost: StageCost
  package let reads: Reads

  /// Which cells of what comes each of its cells sees.
  package enum Reads: Sendable {
    case unknown
    /// Some, and each cell of what comes is among those of some cell; more is not known.
    case some
    case all
  }

  package init(
    _ name: String, of inputs: [TensorShape], output: TensorShape, cost: StageCost,
    reads: Reads = .unknown
  ) {
    (self.name, self.inputs, self.output) = (name, inputs, output)
    (self.cost, self.reads) = (cost, reads)
  }
}

/// How tensors of the same sizes become one.
package enum Join: Equatable, Sendable {
  /// Value by value, as a sum or a product; the channels agree, too. What is 1 along an axis, or of
  /// one channel, stands for all that the others have there.
  case add
  /// One after the other along the channels.
  case concatenate
}

extension Stage {
  /// The channels that it takes; `nil` for any.
  package var inChannels: Int? {
    switch self {
    case .convolution(let layer): layer.inChannels
    case .channelwise(_, let channels, _, _): channels?.count
    case .recorded(let recorded): recorded.inputs.first?.channels
    case .pixelShuffle, .pixelUnshuffle, .join: nil
    }
  }

  /// The axes that a module of PyTorch with these maps takes; `nil` for any.
  package var axes: Int? {
    if case .convolution(let layer) = self { return layer.kernelSize.count }
    return maps.isEmpty ? nil : maps.count
  }

  /// What the stage makes of as many channels as it takes; `nil` for those that cannot be shuffled.
  ///
  /// A join that concatenates makes as many as come in all.
  package func channels(_ coming: Int) -> Int? {
    switch self {
    case .convolution(let layer): layer.outChannels
    case .recorded(let recorded): recorded.output.channels
    case .channelwise, .join: coming
    // Channels go through a shuffle as cells do, by the square of its factor.
    case .pixelShuffle(let factor): square(factor).flatMap { AxisMap.unshuffle($0).output(coming) }
    case .pixelUnshuffle(let factor): square(factor).flatMap { AxisMap.shuffle($0).output(coming) }
    }
  }

  /// What the stage makes of a size, where the channels are as it takes them; `nil` for no output,
  /// and for a size of too few axes.
  package func size(_ input: Spatial<Int>) -> Spatial<Int>? {
    if case .convolution(let layer) = self {
      guard layer.kernelSize.count == input.count else { return nil }
      let shape = TensorShape(batch: 1, channels: layer.inChannels, size: input)
      return (try? LayerCase(layer: layer, input: shape).forward())?.output.size
    }
    guard maps.count <= input.count else { return nil }
    var output = input
    for (axis, map) in zip(input.axes.suffix(maps.count), maps) {
      guard let size = map.output(input[axis]) else { return nil }
      output[axis] = size
    }
    return output
  }

  /// The sizes of the last axes that the stage has for any input; `nil` where they depend on it.
  package var fixedSizes: Spatial<Int>? {
    if case .convolution = self { return nil }
    let sizes = maps.compactMap { map in
      if case .resize(let size, _) = map, size >= 1 { size } else { nil }
    }
    return sizes.count < maps.count ? nil : Spatial(sizes)
  }

  /// What it does to the last axes, as many as it takes; none for any number of them.
  package var maps: [AxisMap] {
    switch self {
    case .convolution(let layer): layer.axes.map { layer.map(along: $0) }
    case .channelwise(let maps, _, _, _): maps
    case .pixelShuffle(let factor): [.shuffle(factor), .shuffle(factor)]
    case .pixelUnshuffle(let factor): [.unshuffle(factor), .unshuffle(factor)]
    case .join: []
    case .recorded(let recorded): recorded.maps
    }
  }

  /// What it does to one of so many axes.
  package func map(_ place: Int, of count: Int) -> AxisMap {
    if case .convolution(let layer) = self {
      let axes = layer.axes
      let index = place - (count - axes.count)
      return axes.indices.contains(index) ? layer.map(along: axes[index]) : .unchanged
    }
    let maps = maps
    let index = place - (count - maps.count)
    return maps.indices.contains(index) ? maps[index] : .unchanged
  }

  private func square(_ factor: Int) -> Int? {
    let (square, overflow) = factor.multipliedReportingOverflow(by: factor)
    return overflow ? nil : square
  }
}

extension RecordedStage {
  fileprivate var maps: [AxisMap] {
    guard let input = inputs.first, input.size.count == output.size.count else {
      return output.size.map { _ in .unknown }
    }
    return zip(input.size, output.size).map { .recorded(from: $0, to: $1, reads) }
  }
}

extension ConvLayer {
  /// What the layer does to an axis; nothing that is known where its numbers make no sense.
  func map(along axis: Axis) -> AxisMap {
    let ends = paddingEnds(axis)
    let taps = AxisTaps(
      direction, kernelSize: kernelSize[axis], stride: stride[axis], dilation: dilation[axis],
      before: ends.before, after: ends.after - Count(outputPadding[axis]))
    return taps.map { .convolution($0, paddingMode) } ?? .unknown
  }
}
