import ConvArithmetic

/// A message of PyTorch's, and the reason that says the same.
struct RefusalMessage: Sendable {
  /// What the message contains.
  let fragment: String
  let means: @Sendable (Refusal.Reason) -> Bool

  private init(_ fragment: String, means: @escaping @Sendable (Refusal.Reason) -> Bool) {
    self.fragment = fragment
    self.means = means
  }

  private init(_ fragment: String, isBelowMinimum hyperparameters: Hyperparameter...) {
    self.init(fragment) { reason in
      guard case .belowMinimum(let hyperparameter, _, _, _) = reason else { return false }
      return hyperparameters.contains(hyperparameter)
    }
  }

  private init(_ fragment: String, isNotDivisible channels: Hyperparameter) {
    self.init(fragment) { reason in
      guard case .notDivisible(channels, _, _, _) = reason else { return false }
      return true
    }
  }

  /// The row for a message of PyTorch's.
  static func row(for message: String) -> RefusalMessage? {
    all.first { message.contains($0.fragment) }
  }

  static let all: [RefusalMessage] = constructor + call

  private static let constructor: [RefusalMessage] = [
    RefusalMessage("groups must be a positive integer", isBelowMinimum: .groups),
    RefusalMessage("in_channels must be divisible by groups", isNotDivisible: .inChannels),
    RefusalMessage("out_channels must be divisible by groups", isNotDivisible: .outChannels),
    RefusalMessage("is not supported for strided convolutions") { reason in
      if case .strideUnderSame = reason { true } else { false }
    },
    RefusalMessage(
      "tensor with negative dimension", isBelowMinimum: .inChannels, .outChannels, .kernelSize),
  ]

  private static let call: [RefusalMessage] = [
    RefusalMessage("negative padding is not supported", isBelowMinimum: .padding),
    RefusalMessage("negative output_padding is not supported", isBelowMinimum: .outputPadding),
    RefusalMessage("non-positive stride is not supported", isBelowMinimum: .stride),
    RefusalMessage("dilation should be greater than zero", isBelowMinimum: .dilation),
    RefusalMessage("expected weight to be at least", isBelowMinimum: .inChannels, .outChannels),
    RefusalMessage("channels instead") { reason in
      if case .channelsMismatch = reason { true } else { false }
    },
    RefusalMessage("Kernel size can't be greater than actual input size") { reason in
      if case .kernelExceedsInput = reason { true } else { false }
    },
    RefusalMessage("Only zero batch or zero channel inputs", isBelowMinimum: .input),
    RefusalMessage("kernel size should be greater than zero", isBelowMinimum: .kernelSize),
    // A kernel of 0 under an empty batch.
    RefusalMessage("select(): index 0 out of range", isBelowMinimum: .kernelSize),
    RefusalMessage("output padding must be smaller than either stride or dilation") { reason in
      if case .outputPaddingTooLarge = reason { true } else { false }
    },
    RefusalMessage("non-empty 2D or 4D weight tensor expected", isBelowMinimum: .outChannels),
    RefusalMessage("Output size is too small") { reason in
      if case .outputEmpty = reason { true } else { false }
    },
    // An output below 0 under an empty batch; the one recorded follows from an input of 0.
    RefusalMessage("invalid shape dimension", isBelowMinimum: .input),
  ]
}
