extension Refusal.Reason {
  /// The inequality that fails, and the nearest value that would do.
  package var text: String { Refusal.Said(self).text }

  /// The message, with words for the axis.
  fileprivate func message(_ along: String) -> String {
    switch self {
    case .belowMinimum(_, _, let value, let minimum):
      "must be at least \(minimum)\(along), not \(value.grouped)"
    case .notDivisible(let hyperparameter, let channels, let groups, _):
      "\(hyperparameter.rawValue) \(channels) is not divisible by groups \(groups)"
    case .strideUnderSame(let stride, _): "'same' needs stride 1, not \(stride.text)"
    case .causalOnSeveralAxes: "'causal' is for a layer of one axis, which is time"
    case .strideOverCausal(_, let stride, let most):
      Sentence.strideOverCausal(along, most.grouped, stride.grouped)
    case .channelsMismatch(let input, let inChannels):
      "the input has \(input.counted("channel")), the layer takes in_channels \(inChannels)"
    case .kernelExceedsInput(_, let kernel, let dilation, let padded, _):
      "the \(dilation > 1 ? "dilated kernel" : "kernel") spans \(kernel.grouped)\(along),"
        + " the padded input has \(padded.grouped)"
    case .outputPaddingTooLarge(_, let outputPadding, let stride, let dilation):
      "\(outputPadding)\(along) must be smaller than stride \(stride) or dilation \(dilation)"
    case .outputEmpty(_, let output, _):
      "crops the output to \(output.grouped)\(along); at least 1 must be left"
    case .copiesExceedInput(_, let mode, let padding, let most, _, _):
      "\(mode.rawValue) copies \(padding.counted("cell"))\(along), the input has \(most.grouped)"
        + (mode == .reflect ? " besides the last one" : "")
    case .sizeTooLarge: "a size\(along) does not fit in 64 bits"
    }
  }

  /// The axis that it is about; `nil` for all of them.
  fileprivate var axis: Axis? {
    switch self {
    case .belowMinimum(_, let axis, _, _): axis
    case .kernelExceedsInput(let axis, _, _, _, _), .outputPaddingTooLarge(let axis, _, _, _),
      .outputEmpty(let axis, _, _), .sizeTooLarge(let axis),
      .copiesExceedInput(let axis, _, _, _, _, _), .strideOverCausal(let axis, _, _):
      axis
    case .notDivisible, .strideUnderSame, .causalOnSeveralAxes, .channelsMismatch: nil
    }
  }
}

extension Refusal {
  /// A reason in words, which may be the same along several axes.
  package struct Said: Sendable {
    private let reason: Reason
    fileprivate var axes: [Axis]

    package init(_ reason: Reason) {
      (self.reason, axes) = (reason, reason.axis.map { [$0] } ?? [])
    }

    package var hyperparameter: Hyperparameter { reason.hyperparameter }
    /// The inequality that fails, with its numbers.
    package var message: String { reason.message(along) }
    package var nearest: String? { reason.remedy?.text(along) }
    fileprivate var text: String { message + (nearest.map { "; nearest: \($0)" } ?? "") }
    /// The whole of it in one line: `groups: in_channels 64 is not divisible by groups 3; …`.
    package var line: String { "\(hyperparameter.rawValue): \(text)" }

    private var along: String {
      axes.isEmpty ? "" : " along \(axes.map(\.letter).joined(separator: ", "))"
    }

    fileprivate func isSame(as other: Self) -> Bool {
      hyperparameter == other.hyperparameter && reason.message("") == other.reason.message("")
        && reason.remedy?.text("") == other.reason.remedy?.text("")
    }
  }

  /// The reasons in one line each; one that holds for several axes is said once.
  package var lines: [String] { said.map(\.line) }

  /// The reasons in their order, likewise.
  package var said: [Said] {
    reasons.map(Said.init).reduce(into: []) { all, new in
      if let twin = all.firstIndex(where: new.isSame) {
        all[twin].axes += new.axes
      } else {
        all.append(new)
      }
    }
  }
}

extension Remedy {
  /// The hyperparameter and its new value: `groups 2`, `kernel_size 5 along H`.
  package var text: String {
    switch self {
    case .number(_, let axis?, _), .padding(let axis, _): text(" along \(axis.letter)")
    case .number, .explicitPadding, .inputChannels: text("")
    }
  }

  /// The same, with words for the axis.
  fileprivate func text(_ along: String) -> String {
    switch self {
    case .number(let hyperparameter, _, let number): "\(hyperparameter.rawValue) \(number)\(along)"
    case .explicitPadding(let cells): "padding \(cells.text)"
    case .padding(_, let cells): "padding \(cells.text)\(along)"
    case .inputChannels(let channels): "input channels \(channels)"
    }
  }
}
