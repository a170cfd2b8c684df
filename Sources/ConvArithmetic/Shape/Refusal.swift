/// Why PyTorch refuses a layer: every reason, never none.
package struct Refusal: Error, Equatable, Sendable {
  package let reasons: [Reason]

  /// One reason, with the numbers that make it; the words are the interface's.
  package enum Reason: Hashable, Sendable {
    /// A number below the least that makes sense, on both axes or on one.
    case belowMinimum(Hyperparameter, Axis?, value: Int, minimum: Int)
    /// `in_channels` or `out_channels` is not a multiple of `groups`.
    case notDivisible(Hyperparameter, channels: Int, groups: Int, nearestGroups: Int)
    /// `same` under a stride other than 1.
    case strideUnderSame(stride: Spatial<Int>, nearest: Spatial<Int>)
    /// `causal` for a layer that is not of one axis, the only one that can be time.
    case causalOnSeveralAxes(nearest: Spatial<Int>)
    /// `causal` with a stride above the dilated kernel, which would pad fewer than no cells.
    case strideOverCausal(Axis, stride: Int, dilatedKernelSize: Int)
    /// The input has other channels than the layer takes.
    case channelsMismatch(input: Int, inChannels: Int)
    /// The kernel of a Conv2d, with its gaps, is wider than its padded input.
    case kernelExceedsInput(
      Axis, dilatedKernelSize: Count, dilation: Int, paddedInput: Count, nearestKernelSize: Int)
    /// `output_padding` is smaller than neither stride nor dilation.
    case outputPaddingTooLarge(Axis, outputPadding: Int, stride: Int, dilation: Int)
    /// Padding crops a ConvTranspose2d to nothing.
    case outputEmpty(Axis, output: Count, nearestPadding: Int)
    /// `reflect` and `circular` copy no more cells than the input has; where padding is a word, the
    /// kernel decides how many they are.
    case copiesExceedInput(
      Axis, PaddingMode, padding: Count, most: Int, nearest: Ends<Int>, nearestKernelSize: Int?)
    case sizeTooLarge(Axis)
  }
}

extension Refusal.Reason {
  package var hyperparameter: Hyperparameter {
    switch remedy {
    case .number(let hyperparameter, _, _): hyperparameter
    case .explicitPadding, .padding: .padding
    case .inputChannels, nil: .input
    }
  }
}

/// The nearest change of one hyperparameter that takes one reason away.
package enum Remedy: Equatable, Sendable {
  /// A number on one axis; on both, or for the layer, without an axis.
  case number(Hyperparameter, Axis?, Int)
  /// Padding in numbers in place of a word.
  case explicitPadding(Spatial<Int>)
  /// Padding that differs at the ends of an axis.
  case padding(Axis, Ends<Int>)
  case inputChannels(Int)
}

extension Refusal.Reason {
  /// What would take this reason away; `nil` where no single change does.
  package var remedy: Remedy? {
    switch self {
    case .belowMinimum(let hyperparameter, let axis, _, let minimum):
      .number(hyperparameter, axis, minimum)
    case .notDivisible(_, _, _, let nearest): .number(.groups, nil, nearest)
    case .strideUnderSame(_, let nearest), .causalOnSeveralAxes(let nearest):
      .explicitPadding(nearest)
    case .strideOverCausal(let axis, _, let most): .number(.stride, axis, most)
    case .channelsMismatch(_, let inChannels): .inputChannels(inChannels)
    case .kernelExceedsInput(let axis, _, _, _, let nearest): .number(.kernelSize, axis, nearest)
    case .outputPaddingTooLarge(let axis, _, let stride, let dilation):
      .number(.outputPadding, axis, max(stride, dilation) - 1)
    case .outputEmpty(let axis, _, let nearest): .number(.padding, axis, nearest)
    case .copiesExceedInput(let axis, _, _, _, let nearest, let kernelSize):
      kernelSize.map { .number(.kernelSize, axis, $0) }
        ?? (nearest.before == nearest.after
          ? .number(.padding, axis, nearest.before) : .padding(axis, nearest))
    case .sizeTooLarge: nil
    }
  }
}

extension LayerCase {
  /// Takes a remedy; the other hyperparameters stay as they are.
  package mutating func apply(_ remedy: Remedy) {
    switch remedy {
    case .explicitPadding(let cells): layer.padding = .explicit(cells)
    case .padding(let axis, let cells): setPadding(axis, to: cells)
    case .inputChannels(let channels): input.channels = channels
    case .number(let hyperparameter, let axis, let number):
      for axis in axis.map({ [$0] }) ?? layer.axes { set(hyperparameter, axis, to: number) }
    }
  }
}
