import ConvArithmetic

extension Refusal.Reason {
  /// The inequality that fails, with its numbers.
  package var message: String { message(along(axis)) }

  /// The same, with words for the axis.
  fileprivate func message(_ along: String) -> String {
    switch self {
    case .belowMinimum(_, _, let value, let minimum):
      "must be at least \(minimum)\(along), not \(value.grouped)"
    case .notDivisible(let hyperparameter, let channels, let groups, _):
      "\(hyperparameter.rawValue) \(channels) is not divisible by groups \(groups)"
    case .strideUnderSame(let stride, _):
      "'same' needs stride 1, not \(stride.text)"
    case .channelsMismatch(let input, let inChannels):
      "the input has \(input) channels, the layer takes in_channels \(inChannels)"
    case .kernelExceedsInput(_, let kernel, let padded, _):
      "the dilated kernel spans \(kernel.grouped)\(along), the padded input has \(padded.grouped)"
    case .outputPaddingTooLarge(_, let outputPadding, let stride, let dilation):
      "\(outputPadding)\(along) must be smaller than stride \(stride) or dilation \(dilation)"
    case .outputEmpty(_, let output, _):
      "crops the output to \(output.grouped)\(along); at least 1 must be left"
    case .sizeTooLarge:
      "a size\(along) does not fit in 64 bits"
    }
  }

  /// The whole of it in one line: `groups: in_channels 64 is not divisible by groups 3; …`.
  package var line: String { "\(hyperparameter.rawValue): \(text)" }

  /// The inequality that fails, and the nearest value that would do.
  package var text: String { message + (remedy.map { "; nearest: \($0.text)" } ?? "") }

  /// The axis that it is about; `nil` for all of them.
  fileprivate var axis: Axis? {
    switch self {
    case .belowMinimum(_, let axis, _, _): axis
    case .kernelExceedsInput(let axis, _, _, _), .outputPaddingTooLarge(let axis, _, _, _),
      .outputEmpty(let axis, _, _), .sizeTooLarge(let axis):
      axis
    case .notDivisible, .strideUnderSame, .channelsMismatch: nil
    }
  }
}

private func along(_ axis: Axis?) -> String { axis.map { " along \($0.letter)" } ?? "" }

extension Refusal {
  /// A reason in words, which may be the same along several axes.
  package struct Said: Sendable {
    package let hyperparameter: Hyperparameter
    package let message: String
    package let nearest: String?

    fileprivate init(_ reason: Reason, _ along: String) {
      hyperparameter = reason.hyperparameter
      (message, nearest) = (reason.message(along), reason.remedy?.text(along))
    }

    /// The whole of it in one line.
    package var line: String {
      "\(hyperparameter.rawValue): \(message)" + (nearest.map { "; nearest: \($0)" } ?? "")
    }
  }

  /// The reasons in their order; one that holds for several axes is said once.
  package var said: [Said] {
    var groups: [(text: String, reasons: [Reason])] = []
    for reason in reasons {
      let text = Said(reason, "").line
      if let twin = groups.firstIndex(where: { $0.text == text }) {
        groups[twin].reasons.append(reason)
      } else {
        groups.append((text, [reason]))
      }
    }
    return groups.map { group in
      let letters = group.reasons.compactMap { $0.axis?.letter }.joined(separator: ", ")
      return Said(group.reasons[0], letters.isEmpty ? "" : " along \(letters)")
    }
  }
}

extension Remedy {
  /// The hyperparameter and its new value: `groups 2`, `kernel_size 5 along H`.
  package var text: String {
    if case .number(_, let axis, _) = self { text(along(axis)) } else { text("") }
  }

  /// The same, with words for the axis.
  fileprivate func text(_ along: String) -> String {
    switch self {
    case .number(let hyperparameter, _, let number):
      "\(hyperparameter.rawValue) \(number)\(along)"
    case .explicitPadding(let cells): "padding \(cells.text)"
    case .inputChannels(let channels): "input channels \(channels)"
    }
  }
}
