import ConvArithmetic

extension StageRefusal {
  /// What is wrong, with the names of the arguments.
  package var text: String {
    if case .layer(let refusal) = self { return refusal.lines.joined(separator: "; ") }
    return problems.map { $0.parameter.isEmpty ? $0.message : "\($0.parameter): \($0.message)" }
      .joined(separator: "; ")
  }

  /// What is wrong, and with which argument.
  var problems: [NotationError] {
    switch self {
    case .layer(let refusal):
      refusal.reasons.map { NotationError($0.text, of: $0.hyperparameter.rawValue) }
    case .channels(let coming, let taken):
      [NotationError("takes \(taken) channels, but gets \(coming)", of: "num_features")]
    case .indivisibleChannels(let channels, let factor):
      [
        NotationError(
          "\(channels) channels cannot be shuffled by \(factor) × \(factor)", of: "upscale_factor")
      ]
    case .axes(let coming, let taken):
      [NotationError("the module has \(taken) axes, its input has \(coming)", of: "op")]
    case .axis(let axis, let map, let input): [map.problem(along: axis, input)]
    case .recorded(let recorded):
      [
        NotationError(
          "its output is recorded only for \(recorded.inputs.map(\.text).distinct.joined(separator: ", "))",
          of: "op")
      ]
    }
  }
}

extension AxisMap {
  /// Why an axis has no output.
  fileprivate func problem(along axis: Axis, _ input: Int) -> NotationError {
    let cells = "\(input.grouped) cells along \(axis.letter)"
    return switch self {
    case .pool(let window) where min(window.kernelSize, window.stride, window.dilation) < 1:
      NotationError("kernel, stride and dilation must be at least 1", of: "kernel_size")
    case .pool(let window) where window.padding < 0 || window.padding > window.kernelSize / 2:
      NotationError("must be at least 0, and at most half of the kernel", of: "padding")
    case .pool: NotationError("is longer than the padded input of \(cells)", of: "kernel_size")
    case .pad:
      NotationError("leaves nothing of \(cells), or takes more than there are", of: "padding")
    case .unshuffle: NotationError("does not divide \(cells)", of: "downscale_factor")
    case .shuffle: NotationError("makes no size from \(cells)", of: "upscale_factor")
    case .scale, .resize: NotationError("makes no size from \(cells)", of: "scale_factor")
    case .convolution, .mixed, .unchanged, .recorded, .unknown:
      NotationError("makes no size from \(cells)", of: "op")
    }
  }
}
