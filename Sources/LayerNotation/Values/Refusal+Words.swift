import ConvArithmetic

extension Refusal.Reason {
  /// The inequality that fails, with its numbers.
  package var message: String {
    switch self {
    case .belowMinimum(_, let axis, let value, let minimum):
      "must be at least \(minimum)\(along(axis)), not \(value.grouped)"
    case .notDivisible(let hyperparameter, let channels, let groups, _):
      "\(hyperparameter.rawValue) \(channels) is not divisible by groups \(groups)"
    case .strideUnderSame(let stride, _):
      "'same' needs stride 1, not \(stride.text)"
    case .channelsMismatch(let input, let inChannels):
      "the input has \(input) channels, the layer takes in_channels \(inChannels)"
    case .kernelExceedsInput(let axis, let kernel, let padded, _):
      "the dilated kernel spans \(kernel.grouped)\(along(axis)), the padded input has \(padded.grouped)"
    case .outputPaddingTooLarge(let axis, let outputPadding, let stride, let dilation):
      "\(outputPadding)\(along(axis)) must be smaller than stride \(stride) or dilation \(dilation)"
    case .outputEmpty(let axis, let output, _):
      "crops the output to \(output.grouped)\(along(axis)); at least 1 must be left"
    case .sizeTooLarge(let axis):
      "a size\(along(axis)) does not fit in 64 bits"
    }
  }

  /// The whole of it in one line: `groups: in_channels 64 is not divisible by groups 3; …`.
  package var line: String {
    "\(hyperparameter.rawValue): \(text)"
  }

  /// The inequality that fails, and the nearest value that would do.
  package var text: String { message + (remedy.map { "; nearest: \($0.text)" } ?? "") }

  private func along(_ axis: Axis?) -> String {
    axis.map { " along \($0.letter)" } ?? ""
  }
}

extension Remedy {
  /// The hyperparameter and its new value: `groups 2`, `kernel_size 5 along H`.
  package var text: String {
    switch self {
    case .number(let hyperparameter, let axis, let number):
      "\(hyperparameter.rawValue) \(number)" + (axis.map { " along \($0.letter)" } ?? "")
    case .explicitPadding(let cells): "padding \(cells.text)"
    case .inputChannels(let channels): "input channels \(channels)"
    }
  }
}
