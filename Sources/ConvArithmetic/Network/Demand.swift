/// What a module of PyTorch takes besides the axes and channels of its stage.
package indirect enum Demand: Equatable, Sendable {
  /// So many dimensions in all, with samples and channels, and more than one value for each mean.
  case dimensions(ClosedRange<Int>, mean: Mean? = nil)
  /// The last dimensions are these: those that a layer norm is over.
  case last([Int])
  /// Channels that come in so many groups.
  case groups(Int)
  /// Nothing at all: its arguments contradict each other, for this reason, which is in words.
  case nothing(parameter: String, reason: String)

  /// What a norm takes the mean of, also in eval mode.
  ///
  /// Source: `_verify_spatial_size` and `_verify_batch_size` of `torch/nn/functional.py`.
  package enum Mean: Equatable, Sendable {
    /// The cells of a channel of a sample.
    case ofCells
    /// The channels of a group with their cells; PyTorch counts all samples.
    case ofGroup(among: Int)

    fileprivate func isOfOneValue(_ dimensions: [Int], isBatched: Bool) -> Bool {
      let cells = dimensions.dropFirst(isBatched ? 2 : 1)
      guard cells.allSatisfy({ $0 == 1 }) else { return false }
      // Other channels than some for each group are refused for that.
      if case .ofGroup(let count) = self { return Array(dimensions.prefix(2)) == [1, count] }
      return true
    }
  }

  /// Why a tensor of these dimensions is refused, the samples and channels first.
  func refusal(_ dimensions: [Int]) -> StageRefusal? {
    switch self {
    case .dimensions(let range, let mean):
      range.contains(dimensions.count)
        && !(mean?.isOfOneValue(dimensions, isBatched: !isUnbatched(dimensions)) ?? false)
        ? nil : fault(dimensions)
    case .last(let sizes): Array(dimensions.suffix(sizes.count)) == sizes ? nil : fault(dimensions)
    case .groups, .nothing: nil
    }
  }

  /// Why a tensor of so many channels is refused.
  func refusal(channels: Int) -> StageRefusal? {
    guard case .groups(let count) = self, count < 1 || channels % count != 0 else { return nil }
    return fault([channels])
  }

  /// Whether dimensions begin with channels, where it takes them with samples and without.
  fileprivate func isUnbatched(_ dimensions: [Int]) -> Bool {
    guard case .dimensions(let range, _) = self else { return false }
    return range.upperBound - range.lowerBound == 1 && dimensions.count == range.lowerBound
  }

  func fault(_ dimensions: [Int]) -> StageRefusal { .demand(self, coming: dimensions) }
}

extension Stage {
  package var demand: Demand? {
    if case .channelwise(_, _, _, let demand) = self { demand } else { nil }
  }

  /// Whether sizes stay, and every cell sees all others.
  package var isMixing: Bool {
    guard case .channelwise(let maps, _, _, _) = self else { return false }
    return !maps.isEmpty && maps.allSatisfy { $0 == .mixed }
  }

  /// Why so many channels are refused.
  private func refusal(channels coming: Int) -> StageRefusal? {
    switch self {
    case .channelwise(_, let taken?, _, _) where taken.count != coming:
      .channels(coming: coming, taken: taken)
    case .convolution(let layer) where layer.inChannels != coming:
      .layer(
        Refusal(reasons: [.channelsMismatch(input: coming, inChannels: layer.inChannels)]))
    default: demand?.refusal(channels: coming)
    }
  }

  /// Why a tensor of these dimensions is refused, for its channels or for what else is demanded.
  ///
  /// PyTorch takes dimension 1 for the channels, as if samples always came first; instance norms
  /// alone know an input without samples. Source: `_InstanceNorm._get_no_batch_dim`, `batch_norm`,
  /// `group_norm` and `prelu` of ATen.
  package func demandRefusal(_ dimensions: [Int]) -> StageRefusal? {
    var coming = dimensions.count > 1 ? dimensions[1] : dimensions.first
    if isMixing, demand?.isUnbatched(dimensions) ?? false { coming = dimensions.first }
    if case .nothing? = demand { return demand?.fault(dimensions) }
    if let refusal = demand?.refusal(dimensions) { return refusal }
    guard let coming else { return nil }
    return refusal(channels: coming)
  }
}

// MARK: Without sizes

/// What is known of a tensor whose sizes are not.
package struct OpenTensor: Equatable, Sendable {
  package var channels: Int?
  package var axes: Int?

  package init(channels: Int? = nil, axes: Int? = nil) {
    (self.channels, self.axes) = (channels, axes)
  }
}

extension Stage {
  /// Why the stage is refused whatever comes to it.
  package var refusal: StageRefusal? {
    if case .convolution(let layer) = self { return layer.refusal.map { .layer($0) } }
    if case .nothing? = demand { return demand?.fault([]) }
    let maps = maps
    guard let place = maps.firstIndex(where: \.isRefused) else { return nil }
    return .axis(Axis(place: place, among: maps.count), maps[place], input: 0)
  }

  /// Why the stage is refused for what is known of a tensor, whatever its sizes are.
  package func refusal(_ input: OpenTensor) -> StageRefusal? {
    if let refusal { return refusal }
    // Its axes are those that it makes.
    if case .recorded = self { return nil }
    if let coming = input.axes {
      if let axes, axes != coming, !isMixing { return .axes(coming: coming, taken: axes) }
      // With samples or without.
      if case .dimensions(let range, _)? = demand, !range.contains(coming + 1),
        !range.contains(coming + 2)
      {
        return demand?.fault(Array(repeating: 1, count: coming + 2))
      }
    }
    guard let coming = input.channels else { return nil }
    if let refusal = refusal(channels: coming) { return refusal }
    return channels(coming) == nil ? indivisible(coming) : nil
  }

  /// What is known of what the stage makes; a join makes what comes first, as far as all agree.
  package func output(_ inputs: [OpenTensor]) -> OpenTensor {
    guard let first = inputs.first else { return OpenTensor() }
    var output = first
    switch self {
    case .convolution(let layer): output.channels = layer.outChannels
    case .join(.concatenate):
      let all = inputs.map(\.channels).complete()?.reduce(Count(0)) { $0 + Count($1) }
      output.channels = all.flatMap { Int(exactly: $0) }
    case .join(.add): output.channels = inputs.allSatisfy { $0 == first } ? first.channels : nil
    case .recorded(let recorded): output.channels = recorded.output.channels
    case .channelwise, .pixelShuffle, .pixelUnshuffle:
      output.channels = (first.channels ?? inChannels).flatMap { channels($0) }
    }
    // One over all cells goes with any number of axes.
    output.axes = isMixing ? first.axes : axes ?? first.axes
    return output
  }
}

extension Network {
  /// Why modules are refused whatever the sizes of the input are: by the numbers of their own, and
  /// by the channels and axes of what comes to them.
  package var refusals: [Int: StageRefusal] {
    var tensors = [OpenTensor()]
    var refusals: [Int: StageRefusal] = [:]
    for (place, node) in nodes.enumerated() {
      let inputs = node.sources.map { tensors[$0] }
      refusals[place] = node.stage.refusal(inputs.count == 1 ? inputs[0] : OpenTensor())
      tensors.append(node.stage.output(inputs))
    }
    return refusals
  }
}

extension ConvLayer {
  /// Why the layer is refused whatever its input is; `nil` where some input may do.
  package var refusal: Refusal? {
    let input = TensorShape(
      batch: 1, channels: inChannels, size: Spatial(repeating: 1, count: kernelSize.count))
    do throws(Refusal) {
      _ = try Validation(LayerCase(layer: self, input: input)).axes()
      return nil
    } catch {
      let reasons = error.reasons.filter(\.isOfLayer)
      return reasons.isEmpty ? nil : Refusal(reasons: reasons)
    }
  }
}

extension Refusal.Reason {
  /// Whether it needs no input.
  fileprivate var isOfLayer: Bool {
    switch self {
    case .belowMinimum(let hyperparameter, _, _, _):
      hyperparameter != .input && hyperparameter != .batch
    case .notDivisible, .strideUnderSame, .causalOnSeveralAxes, .strideOverCausal,
      .outputPaddingTooLarge:
      true
    case .channelsMismatch, .kernelExceedsInput, .outputEmpty, .copiesExceedInput, .sizeTooLarge:
      false
    }
  }
}

extension AxisMap {
  /// Whether PyTorch refuses its numbers, whatever the input is.
  fileprivate var isRefused: Bool {
    switch self {
    case .pool(let window): window.taps == nil
    case .resize(let number, _), .shuffle(let number), .unshuffle(let number): number < 1
    case .scale(let factor, _): factor <= 0
    case .unchanged, .convolution, .pad, .mixed, .recorded, .unknown: false
    }
  }
}
