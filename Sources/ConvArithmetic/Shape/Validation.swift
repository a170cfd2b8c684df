/// What PyTorch 2.13 and 2.15 accept on the CPU in float64, all reasons at once.
///
/// PyTorch reports the first reason only, and lets some layers pass by accident; those (a
/// dilation of 0, an empty output or input, no input channels, an output_padding that is too
/// large, each for an empty batch or in one backend) are refused here always.
struct Validation {
  private let subject: LayerCase
  /// What has a number for each axis, and one that is too small.
  private let axesTooSmall: [TooSmall]
  private var layer: ConvLayer { subject.layer }

  init(_ subject: LayerCase) {
    self.subject = subject
    axesTooSmall = Self.axes.compactMap { TooSmall($0, subject) }
  }

  /// The geometry of each axis.
  ///
  /// - Throws: Every reason for a refusal, in PyTorch's order: the constructor's, then the call's.
  func axes() throws(Refusal) -> Spatial<AxisGeometry> {
    var (reasons, axisReasons) = (channelReasons, [Refusal.Reason]())
    let axes = layer.kernelSize.along { judge($0, &axisReasons) }
    reasons += TooSmall(Self.batch, subject)?.reasons ?? []
    for tooSmall in axesTooSmall { reasons += tooSmall.reasons }
    if layer.padding == .same, !layer.stride.isAll(1) {
      reasons.append(.strideUnderSame(stride: layer.stride, nearest: layer.numericPadding))
    }
    if layer.padding == .causal, layer.kernelSize.count > 1 {
      reasons.append(.causalOnSeveralAxes(nearest: layer.numericPadding))
    }
    let channels = subject.input.channels
    if channels != layer.inChannels {
      reasons.append(.channelsMismatch(input: channels, inChannels: layer.inChannels))
    }
    reasons += axisReasons
    guard reasons.isEmpty, let geometry = axes.complete() else { throw Refusal(reasons: reasons) }
    return geometry
  }

  private var channelReasons: [Refusal.Reason] {
    let tooSmall = Self.channels.compactMap { TooSmall($0, subject) }
    guard tooSmall.isEmpty else { return tooSmall.flatMap(\.reasons) }
    guard layer.inChannels % layer.groups != 0 || layer.outChannels % layer.groups != 0 else {
      return []
    }
    return [(Hyperparameter.inChannels, layer.inChannels), (.outChannels, layer.outChannels)]
      .filter { $0.1 % layer.groups != 0 }
      .map {
        .notDivisible(
          $0.0, channels: $0.1, groups: layer.groups, nearestGroups: layer.nearestGroups)
      }
  }

  /// An axis, unless there are reasons against it.
  ///
  /// These only show once the numbers that they depend on make sense one by one.
  private func judge(_ axis: Axis, _ reasons: inout [Refusal.Reason]) -> AxisGeometry? {
    let broken = axesTooSmall.filter { $0.numbers[axis] < $0.bound.minimum }
      .map(\.bound.hyperparameter)
    let isRuleBroken = broken.contains { [.outputPadding, .stride, .dilation].contains($0) }
    var found = isRuleBroken ? [] : outputPaddingReasons(axis)
    defer { reasons += found }
    // The kernel of a convolution has to fit whatever the stride is.
    let isShapeBroken = broken.contains { $0 != .stride || layer.direction != .convolution }
    guard !isShapeBroken else { return nil }
    let rule = subject.rule(axis)
    found += shapeReasons(axis, rule)
    guard found.isEmpty, broken.isEmpty else { return nil }
    guard let geometry = AxisGeometry(rule) else {
      found = [.sizeTooLarge(axis)]
      return nil
    }
    return geometry
  }

  /// PyTorch's rule: output_padding must be smaller than either stride or dilation.
  private func outputPaddingReasons(_ axis: Axis) -> [Refusal.Reason] {
    let (stride, dilation) = (layer.stride[axis], layer.dilation[axis])
    let outputPadding = layer.outputPadding[axis]
    guard layer.direction == .transposed, outputPadding >= max(stride, dilation) else { return [] }
    return [
      .outputPaddingTooLarge(axis, outputPadding: outputPadding, stride: stride, dilation: dilation)
    ]
  }

  private func shapeReasons(_ axis: Axis, _ rule: AxisRule) -> [Refusal.Reason] {
    switch layer.direction {
    case .convolution:
      let (kernel, padded) = (rule.dilatedKernelSize, rule.paddedInput)
      guard !kernel.isOverflow, !padded.isOverflow else { return [.sizeTooLarge(axis)] }
      if layer.padding == .causal, Count(rule.stride) > kernel {
        // Below the stride, which is in 64 bits.
        let most = Int(exactly: kernel) ?? rule.stride
        return [.strideOverCausal(axis, stride: rule.stride, dilatedKernelSize: most)]
      }
      if let reason = copyReason(axis, rule) { return [reason] }
      guard kernel > padded else { return [] }
      let nearest = (padded - 1).floorDivided(by: Count(rule.dilation)) + 1
      return [
        .kernelExceedsInput(
          axis, dilatedKernelSize: kernel, dilation: rule.dilation, paddedInput: padded,
          nearestKernelSize: Int(exactly: nearest) ?? 1)
      ]
    case .transposed:
      let output = rule.output
      guard Int(exactly: output) != nil else { return [.sizeTooLarge(axis)] }
      guard output < 1 else { return [] }
      let uncropped = output + rule.paddingBefore + rule.paddingAfter
      let nearest = (uncropped - 1).floorDivided(by: 2)
      return [.outputEmpty(axis, output: output, nearestPadding: Int(exactly: nearest) ?? 0)]
    }
  }

  /// The limit of a padding mode, which holds for the larger end.
  private func copyReason(_ axis: Axis, _ rule: AxisRule) -> Refusal.Reason? {
    let (before, after) = (rule.paddingBefore, rule.paddingAfter)
    guard let most = rule.paddingMode.mostPadding(rule.input), max(before, after) > Count(most)
    else { return nil }
    func within(_ cells: Count) -> Int { Int(exactly: cells).map { min($0, most) } ?? most }
    // Of d(k − 1) cells in all, half are at the larger end, rounded up.
    let kernelSize = (2 * Count(most)).floorDivided(by: Count(rule.dilation)) + 1
    return .copiesExceedInput(
      axis, rule.paddingMode, padding: max(before, after), most: most,
      nearest: Ends(within(before), within(after)),
      nearestKernelSize: layer.padding == .same ? Int(exactly: kernelSize) : nil)
  }

  /// What a hyperparameter may be, looked up once and not for each layer.
  private struct Bound {
    let hyperparameter: Hyperparameter
    let minimum: Int
    let values: Hyperparameter.Values

    init(_ hyperparameter: Hyperparameter) {
      self.hyperparameter = hyperparameter
      minimum = hyperparameter.minimum
      values = hyperparameter == .padding ? Self.leastPadding : hyperparameter.values
    }

    /// The smaller end of each axis; it is only read.
    private static let leastPadding = Hyperparameter.Values.perAxis(
      read: { subject in
        guard case .explicit(let ends) = subject.layer.padding else { return nil }
        return ends.map { min($0.before, $0.after) }
      }, write: { _, _ in })
  }

  private static let channels = [.groups, .inChannels, .outChannels].map(Bound.init)
  private static let batch = Bound(.batch)
  /// What has a number for each axis; what must be at least 1 is named before what may be 0.
  private static let axes: [Bound] = {
    let spatial = Hyperparameter.allCases.filter(\.isSpatial).map(Bound.init)
    return spatial.filter { $0.minimum > 0 } + spatial.filter { $0.minimum == 0 }
  }()

  /// A hyperparameter with a number below the least that makes sense.
  private struct TooSmall {
    let bound: Bound
    let numbers: Spatial<Int>

    /// `nil` where all numbers are large enough, or there are none.
    init?(_ bound: Bound, _ subject: LayerCase) {
      guard let numbers = subject.numbers(bound.values),
        numbers.contains(where: { $0 < bound.minimum })
      else { return nil }
      (self.bound, self.numbers) = (bound, numbers)
    }

    var reasons: [Refusal.Reason] {
      func reason(_ axis: Axis?, _ value: Int) -> Refusal.Reason {
        .belowMinimum(bound.hyperparameter, axis, value: value, minimum: bound.minimum)
      }
      guard !numbers.isUniform else { return [reason(nil, numbers[0])] }
      return numbers.axes.filter { numbers[$0] < bound.minimum }.map { reason($0, numbers[$0]) }
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
  var nearestGroups: Int { possibleGroups.min { abs($0 - groups) < abs($1 - groups) } ?? 1 }
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
