/// What PyTorch 2.13 accepts on the CPU in float64, all reasons at once.
///
/// PyTorch reports the first reason only, and lets some layers pass by accident; those (a
/// dilation of 0, an empty output or input, no input channels, an output_padding that is too
/// large, each for an empty batch or in one backend) are refused here always.
struct Validation {
  private let subject: LayerCase
  /// The hyperparameters that have a number for each axis.
  private let axisValues: [(Hyperparameter, Spatial<Int>)]
  private var layer: ConvLayer { subject.layer }

  init(_ subject: LayerCase) {
    self.subject = subject
    axisValues = Self.axisValues(subject)
  }

  /// The geometry of each axis.
  ///
  /// - Throws: Every reason for a refusal, in PyTorch's order: the constructor's, then the call's.
  func axes() throws(Refusal) -> Spatial<AxisGeometry> {
    let axes = layer.kernelSize.along { judge($0) }
    let reasons =
      channelReasons + axisMinimumReasons + wordReasons + mismatchReasons + axes.flatMap(\.reasons)
    guard reasons.isEmpty, let geometry = axes.map({ $0.geometry }).complete() else {
      throw Refusal(reasons: reasons)
    }
    return geometry
  }

  private var channelReasons: [Refusal.Reason] {
    let counts = [
      (Hyperparameter.groups, layer.groups), (.inChannels, layer.inChannels),
      (.outChannels, layer.outChannels),
    ]
    let tooSmall = counts.filter { $0.1 < $0.0.minimum }
    guard tooSmall.isEmpty else {
      return tooSmall.map { .belowMinimum($0.0, nil, value: $0.1, minimum: $0.0.minimum) }
    }
    return [(Hyperparameter.inChannels, layer.inChannels), (.outChannels, layer.outChannels)]
      .filter { $0.1 % layer.groups != 0 }
      .map {
        .notDivisible(
          $0.0, channels: $0.1, groups: layer.groups, nearestGroups: layer.nearestGroups)
      }
  }

  private var axisMinimumReasons: [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if let batch = subject.input.batch, batch < Hyperparameter.batch.minimum {
      reasons.append(
        .belowMinimum(.batch, nil, value: batch, minimum: Hyperparameter.batch.minimum))
    }
    for (hyperparameter, values) in axisValues
    where values.contains(where: { $0 < hyperparameter.minimum }) {
      reasons += Self.belowMinimum(hyperparameter, values, hyperparameter.minimum)
    }
    return reasons
  }

  private static func axisValues(_ subject: LayerCase) -> [(Hyperparameter, Spatial<Int>)] {
    let values = Hyperparameter.allCases.compactMap { hyperparameter in
      hyperparameter.isSpatial && hyperparameter.applies(to: subject.layer.kind)
        ? subject.numbers(hyperparameter).map { (hyperparameter, $0) } : nil
    }
    // What must be at least 1 is named before what may be 0.
    return values.filter { $0.0.minimum > 0 } + values.filter { $0.0.minimum == 0 }
  }

  private static func belowMinimum(
    _ hyperparameter: Hyperparameter, _ values: Spatial<Int>, _ minimum: Int
  ) -> [Refusal.Reason] {
    if values.isUniform {
      return [.belowMinimum(hyperparameter, nil, value: values[0], minimum: minimum)]
    }
    return values.axes.filter { values[$0] < minimum }
      .map { .belowMinimum(hyperparameter, $0, value: values[$0], minimum: minimum) }
  }

  private var wordReasons: [Refusal.Reason] {
    layer.padding == .same && !layer.stride.isAll(1)
      ? [.strideUnderSame(stride: layer.stride, nearest: layer.numericPadding)] : []
  }

  private var mismatchReasons: [Refusal.Reason] {
    let channels = subject.input.channels
    return channels == layer.inChannels
      ? [] : [.channelsMismatch(input: channels, inChannels: layer.inChannels)]
  }

  /// An axis, or the reasons that only show once the numbers that they depend on make sense one by
  /// one.
  private func judge(_ axis: Axis) -> (reasons: [Refusal.Reason], geometry: AxisGeometry?) {
    let broken = axisValues.filter { $0.1[axis] < $0.0.minimum }.map(\.0)
    let isRuleBroken = broken.contains { [.outputPadding, .stride, .dilation].contains($0) }
    var reasons = isRuleBroken ? [] : outputPaddingReasons(axis)
    // The kernel of a convolution has to fit whatever the stride is.
    let isShapeBroken = broken.contains { $0 != .stride || layer.kind != .conv2d }
    guard !isShapeBroken else { return (reasons, nil) }
    let rule = subject.rule(axis)
    reasons += shapeReasons(axis, rule)
    guard reasons.isEmpty, broken.isEmpty else { return (reasons, nil) }
    let geometry = AxisGeometry(rule)
    return (geometry == nil ? [.sizeTooLarge(axis)] : [], geometry)
  }

  /// PyTorch's rule: output_padding must be smaller than either stride or dilation.
  private func outputPaddingReasons(_ axis: Axis) -> [Refusal.Reason] {
    let (stride, dilation) = (layer.stride[axis], layer.dilation[axis])
    let outputPadding = layer.outputPadding[axis]
    guard layer.kind == .convTranspose2d, outputPadding >= max(stride, dilation) else { return [] }
    return [
      .outputPaddingTooLarge(
        axis, outputPadding: outputPadding, stride: stride, dilation: dilation)
    ]
  }

  private func shapeReasons(_ axis: Axis, _ rule: AxisRule) -> [Refusal.Reason] {
    switch layer.kind {
    case .conv2d:
      let (kernel, padded) = (rule.dilatedKernelSize, rule.paddedInput)
      guard !kernel.isOverflow, !padded.isOverflow else { return [.sizeTooLarge(axis)] }
      guard kernel > padded else { return [] }
      let nearest = (padded - 1).floorDivided(by: rule.dilation) + 1
      return [
        .kernelExceedsInput(
          axis, dilatedKernelSize: kernel, paddedInput: padded,
          nearestKernelSize: Int(exactly: nearest) ?? 1)
      ]
    case .convTranspose2d:
      let output = rule.output
      guard Int(exactly: output) != nil else { return [.sizeTooLarge(axis)] }
      guard output < 1 else { return [] }
      let uncropped = output + rule.paddingBefore + rule.paddingAfter
      let nearest = (uncropped - 1).floorDivided(by: 2)
      return [.outputEmpty(axis, output: output, nearestPadding: Int(exactly: nearest) ?? 0)]
    }
  }
}

extension ConvLayer {
  /// The common divisors of both channel numbers, rising; `groups` can be no other.
  ///
  /// Empty where a channel number is below 1.
  package var possibleGroups: [Int] {
    guard inChannels > 0, outChannels > 0 else { return [] }
    return divisors(of: greatestCommonDivisor(inChannels, outChannels))
  }

  /// The common divisor of the channels that is nearest to `groups`, the smaller of two.
  var nearestGroups: Int {
    possibleGroups.min { abs($0 - groups) < abs($1 - groups) } ?? 1
  }
}

/// The divisors of a number of at least 1, rising.
///
/// All of them up to 2^32; of larger numbers, those below 2^16 and their complements, so that no
/// number of channels makes anybody wait.
private func divisors(of number: Int) -> [Int] {
  var (small, large): ([Int], [Int]) = ([], [])
  var candidate = 1
  while candidate <= min(number / candidate, 1 << 16) {
    if number % candidate == 0 {
      small.append(candidate)
      if candidate != number / candidate { large.append(number / candidate) }
    }
    candidate += 1
  }
  return small + large.reversed()
}
