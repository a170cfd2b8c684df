/// What a PyTorch text says that makes no layer here, and where; the words are in `message`.
package struct PyTorchProblem: Error, Equatable, Sendable {
  package let position: TextPosition
  package let reason: Reason

  package init(_ position: TextPosition, _ reason: Reason) {
    (self.position, self.reason) = (position, reason)
  }

  package var line: Int { position.line }
  package var column: Int { position.column }
}

extension PyTorchProblem {
  /// The reasons, with the texts and numbers that make them.
  package enum Reason: Hashable, Sendable {
    // MARK: The whole text
    case noLayer
    case tooLong(bytes: Int, limit: Int)
    case notUTF8
    case tooDeep(limit: Int)
    case tooManyModules(limit: Int)

    // MARK: Classes
    case notALayer(String, meant: String?)
    /// `Conv3d`: three axes.
    case threeAxes(String)
    /// `LazyConv2d`: in_channels is not in the text.
    case lazy(String)
    /// `Conv2dSame`: a class with a kernel whose rules are not in the text.
    case foreignConvolution(String)
    case repetition(String)

    // MARK: Arguments
    case missing([String], of: String)
    case unknownArgument(String, of: String, meant: String?)
    case repeatedArgument(String)
    case tooManyArguments(of: String, limit: Int)
    case positionalAfterKeyword
    case notANumber(argument: String, String)
    case notWhole(argument: String, String)
    case numberTooLarge(argument: String, String)
    case wrongValue(argument: String, String, expected: String)
    case wrongLength(argument: String, String, axes: Int)

    // MARK: Writing
    case unclosed(String)
    case unexpected(String)
    case unclosedText
  }
}

/// What a layer's text says beyond what a ``ConvArithmetic/ConvLayer`` holds.
package enum PyTorchNote: Equatable, Sendable {
  /// The padding is not of zeros: sizes and counts stay, values do not.
  case paddingMode(String)
  /// A layer along one axis, taken as one of height 1.
  case oneAxis(String)
  /// The weight is computed from others, as `ParametrizedConv2d` says.
  case parametrized
  /// `*args` or `**kw`, whose values are not in the text.
  case unpacked(String)
}
