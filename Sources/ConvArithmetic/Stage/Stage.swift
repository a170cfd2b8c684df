/// One module of a network, as what sizes go through.
///
/// A stage has a map for each of the last axes; those before them stay as they are.
package enum Stage: Equatable, Sendable {
  case convolution(ConvLayer)
  /// Every channel alike: a pool, a resampling, padding; without maps, each value by itself.
  ///
  /// `channels` is the number that it takes, where its arguments have one.
  case channelwise([AxisMap], channels: Int? = nil)
  /// r² channels become r times the height and the width.
  case pixelShuffle(Int)
  /// r × r cells become channels.
  case pixelUnshuffle(Int)
}

package enum StageFailure: Error, Equatable, Sendable {
  case refused(Refusal)
  /// Another number of channels than the stage takes.
  case channelMismatch(coming: Int, taken: Int)
  /// A number of channels that cannot be shuffled.
  case channels(SizeFailure)
  case axis(Axis, SizeFailure)
}

extension Stage {
  /// What the stage makes of an input.
  ///
  /// - Returns: A shape of as many axes, with the same batch.
  /// - Throws: ``StageFailure``, the channels' before that of an axis.
  package func output(of input: TensorShape) throws(StageFailure) -> TensorShape {
    var output = input
    output.channels = try channels(input.channels)
    output.size = try size(input.size)
    return output
  }

  /// What the stage makes of a number of channels.
  ///
  /// - Throws: ``StageFailure`` for a number that the stage does not take.
  package func channels(_ coming: Int) throws(StageFailure) -> Int {
    switch self {
    case .convolution(let layer):
      try require(coming, layer.inChannels)
      return layer.outChannels
    case .channelwise(_, let taken):
      if let taken { try require(coming, taken) }
      return coming
    case .pixelShuffle(let factor): return try channels(.unshuffle(square(factor)), coming)
    case .pixelUnshuffle(let factor): return try channels(.shuffle(square(factor)), coming)
    }
  }

  /// What the stage makes of a size, where the channels are as it takes them.
  ///
  /// - Throws: ``StageFailure`` for the first axis without an output.
  package func size(_ input: Spatial<Int>) throws(StageFailure) -> Spatial<Int> {
    if case .convolution(let layer) = self { return try size(input, layer) }
    var output = input
    for (axis, map) in zip(input.axes.suffix(maps.count), maps) {
      do throws(SizeFailure) { output[axis] = try map.output(input[axis]) } catch {
        throw .axis(axis, error)
      }
    }
    return output
  }

  /// The sizes of the last axes that the stage has for any input; `nil` where they depend on it.
  package var fixedSizes: [Int]? {
    let sizes = maps.compactMap { if case .resize(let size) = $0, size >= 1 { size } else { nil } }
    return sizes.isEmpty || sizes.count < maps.count ? nil : sizes
  }

  private var maps: [AxisMap] {
    switch self {
    case .convolution: []
    case .channelwise(let maps, _): maps
    case .pixelShuffle(let factor): [.shuffle(factor), .shuffle(factor)]
    case .pixelUnshuffle(let factor): [.unshuffle(factor), .unshuffle(factor)]
    }
  }

  private func size(
    _ input: Spatial<Int>, _ layer: ConvLayer
  ) throws(StageFailure) -> Spatial<Int> {
    let shape = TensorShape(batch: 1, channels: layer.inChannels, size: input)
    do throws(Refusal) {
      return try LayerCase(layer: layer, input: shape).forward().output.size
    } catch {
      throw .refused(error)
    }
  }

  private func require(_ coming: Int, _ taken: Int) throws(StageFailure) {
    guard coming == taken else { throw .channelMismatch(coming: coming, taken: taken) }
  }

  /// Channels go through a shuffle as cells do, by the square of its factor.
  private func channels(_ map: AxisMap, _ coming: Int) throws(StageFailure) -> Int {
    do throws(SizeFailure) { return try map.output(coming) } catch { throw .channels(error) }
  }

  private func square(_ factor: Int) throws(StageFailure) -> Int {
    let (square, overflow) = factor.multipliedReportingOverflow(by: factor)
    guard !overflow else { throw .channels(.tooLarge) }
    return square
  }
}
