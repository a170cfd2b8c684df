import ConvArithmetic

extension StageRefusal {
  /// What is wrong, with the names of the arguments.
  package var text: String {
    if case .layer(let refusal) = self { return refusal.lines.joined(separator: "; ") }
    // `op` is what a case in JSON calls the module.
    return problems.map { problem in
      ["", "op"].contains(problem.parameter)
        ? problem.message : "\(problem.parameter): \(problem.message)"
    }.joined(separator: "; ")
  }

  /// What is wrong, and with which argument.
  var problems: [NotationError] {
    switch self {
    case .layer(let refusal):
      refusal.reasons.map { NotationError($0.text, of: $0.hyperparameter.rawValue) }
    case .channels(let coming, let taken):
      [
        NotationError(
          "takes \(taken.count.counted("channel")), but gets \(coming.grouped)",
          of: taken.parameter)
      ]
    case .indivisibleChannels(let channels, let factor):
      [
        NotationError(
          "\(channels.counted("channel")) cannot be shuffled by \(factor) × \(factor)",
          of: "upscale_factor")
      ]
    case .axes(let coming, let taken):
      [
        NotationError(
          "the module has \(taken.counted("axis", "axes")), its input has \(coming)", of: "op")
      ]
    case .axis(let axis, let map, let input): [map.problem(along: axis, input)]
    case .demand(let demand, let coming): [demand.problem(coming)]
    case .recorded(let recorded):
      [
        NotationError(
          "its output is recorded only for \(recorded.inputs.map(\.text).distinct.joined(separator: ", "))",
          of: "op")
      ]
    }
  }
}

extension Demand {
  /// Why dimensions, or channels alone, do not meet it.
  fileprivate func problem(_ coming: [Int]) -> NotationError {
    switch self {
    case .dimensions(let range, .ofCells?) where range.contains(coming.count):
      NotationError(Sentence.oneCell(tupleText(coming)), of: "op")
    case .dimensions(let range, .ofGroup?) where range.contains(coming.count):
      NotationError(Sentence.oneValue(tupleText(coming)), of: "op")
    case .dimensions(let range, _):
      NotationError(Sentence.otherDimensions(range.words, "\(coming.count)"), of: "op")
    case .last(let sizes):
      NotationError(
        Sentence.otherFeatures(tupleText(sizes), tupleText(coming)), of: "normalized_shape")
    case .groups(let count):
      NotationError(
        Sentence.notInGroups((coming.first ?? 0).counted("channel"), count.grouped), of: "groups")
    case .nothing(let parameter, let reason): NotationError(reason, of: parameter)
    }
  }
}

extension ClosedRange<Int> {
  /// `4`, `2 or 3`, `3 to 5`, `at least 2`.
  fileprivate var words: String {
    if upperBound == .max { return "at least \(lowerBound)" }
    switch upperBound - lowerBound {
    case 0: return "\(lowerBound)"
    case 1: return "\(lowerBound) or \(upperBound)"
    default: return "\(lowerBound) to \(upperBound)"
    }
  }
}

extension AxisMap {
  /// Why an axis has no output.
  fileprivate func problem(along axis: Axis, _ input: Int) -> NotationError {
    let cells = "\(input.counted("cell")) along \(axis.letter)"
    return switch self {
    case .pool(let window) where min(window.kernelSize, window.stride, window.dilation) < 1:
      NotationError("kernel, stride and dilation must be at least 1", of: "kernel_size")
    case .pool(let window) where window.padding < 0 || window.padding > window.kernelSize / 2:
      NotationError("must be at least 0, and at most half of the kernel", of: "padding")
    case .pool(let window):
      NotationError(
        Sentence.poolExceedsInput(
          window.span,
          "\((Count(input) + Count(window.padding) * 2).counted("cell")) along \(axis.letter)"),
        of: "kernel_size")
    case .pad(let before, let after, .reflect) where max(before, after) >= max(input, 1):
      NotationError(
        Sentence.reflectsFew(
          max(before, after).counted("cell"), (Count(max(before, after)) + 1).words, axis.letter,
          input.grouped), of: "padding")
    case .pad:
      NotationError("leaves nothing of \(cells), or takes more than there are", of: "padding")
    case .resize(let size, let isPool) where size < 1:
      NotationError(
        "must be at least 1, not \(size.grouped)", of: isPool ? "output_size" : "size")
    case .shuffle(let factor) where factor < 1:
      NotationError("must be at least 1, not \(factor.grouped)", of: "upscale_factor")
    case .unshuffle(let factor) where factor < 1:
      NotationError("must be at least 1, not \(factor.grouped)", of: "downscale_factor")
    case .scale(let factor, _) where factor <= 0:
      NotationError("must be above 0", of: "scale_factor")
    case .unshuffle: NotationError("does not divide \(cells)", of: "downscale_factor")
    case .shuffle: NotationError("makes no size from \(cells)", of: "upscale_factor")
    case .scale, .resize: NotationError("makes no size from \(cells)", of: "scale_factor")
    case .convolution, .mixed, .unchanged, .recorded, .unknown:
      NotationError("makes no size from \(cells)", of: "op")
    }
  }
}

extension PoolingWindow {
  /// How far the window spans: d(k − 1) + 1.
  fileprivate var span: String { (Count(dilation) * (Count(kernelSize) - 1) + 1).words }
}
