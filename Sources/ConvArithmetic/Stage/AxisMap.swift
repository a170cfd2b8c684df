/// What a stage does to the size of one axis; the axes never mix.
package enum AxisMap: Equatable, Sendable {
  case unchanged
  case pool(PoolingWindow)
  /// A size that is an argument, whatever comes in.
  case resize(to: Int)
  /// Enlarged or reduced by a factor: ⌊i · f⌋.
  ///
  /// The product is the one of doubles, as in PyTorch: 100 · 0.29 makes 28, and 10 · 0.7 makes 7,
  /// although 0.7 as a double is less than 7/10.
  case scale(by: Double)
  /// Cells added at both ends; a negative number crops.
  case pad(before: Int, after: Int, PaddingSource)
  case shuffle(Int)
  case unshuffle(Int)
}

/// Where the values of padded cells come from.
package enum PaddingSource: Equatable, Sendable {
  case constant
  case replicate
  /// The cells next to the last one, backwards.
  case reflect
}

/// A pooling window along one axis.
package struct PoolingWindow: Equatable, Sendable {
  package var kernelSize: Int
  package var stride: Int
  package var padding: Int
  package var dilation: Int
  /// Whether a window that begins inside may run over the end: `ceil_mode`.
  package var isCeiling: Bool

  package init(
    kernelSize: Int, stride: Int, padding: Int = 0, dilation: Int = 1, isCeiling: Bool = false
  ) {
    (self.kernelSize, self.stride, self.padding) = (kernelSize, stride, padding)
    (self.dilation, self.isCeiling) = (dilation, isCeiling)
  }
}

package enum SizeFailure: Error, Equatable, Sendable {
  /// A size or an argument below the least that makes sense.
  case belowMinimum(Int, minimum: Int)
  /// More padding than half a pooling window, or than there are cells to reflect.
  case paddingTooLarge(Int, most: Int)
  /// Nothing is left; the number is what the rule gives.
  case empty(Int128)
  case notDivisible(Int, by: Int)
  /// A size that 64 bits do not hold.
  case tooLarge
}

extension AxisMap {
  /// The output cells of an axis.
  ///
  /// - Returns: At least 1.
  /// - Throws: ``SizeFailure`` where PyTorch refuses, and for an output without cells.
  package func output(_ input: Int) throws(SizeFailure) -> Int {
    try require(input, atLeast: 1)
    switch self {
    case .unchanged: return input
    case .resize(let size): return try size.asSize
    case .pool(let window): return try window.output(input)
    case .pad(let before, let after, let source):
      return try padded(input, before, after, source)
    case .scale(let factor):
      let product = (Double(input) * factor).rounded(.down)
      guard let size = Int(exactly: product) else { throw .tooLarge }
      return try size.asSize
    case .shuffle(let factor):
      try require(factor, atLeast: 1)
      return try (Int128(input) * Int128(factor)).asSize
    case .unshuffle(let factor):
      try require(factor, atLeast: 1)
      guard input % factor == 0 else { throw .notDivisible(input, by: factor) }
      return input / factor
    }
  }

  /// Crops first, then adds: i + before + after.
  ///
  /// Source: `torch.nn.functional.pad`; a reflection needs more cells than it adds.
  private func padded(
    _ input: Int, _ before: Int, _ after: Int, _ source: PaddingSource
  ) throws(SizeFailure) -> Int {
    switch source {
    case .constant:
      let kept = Int128(input) + Int128(min(before, 0)) + Int128(min(after, 0))
      guard kept >= 0 else { throw .empty(kept) }
    case .reflect:
      let padding = max(before, after)
      guard padding < input else { throw .paddingTooLarge(padding, most: input - 1) }
    case .replicate: break
    }
    return try (Int128(input) + Int128(before) + Int128(after)).asSize
  }
}

extension PoolingWindow {
  /// The output cells of an axis, in 128 bits, which hold every sum and product here.
  ///
  ///     o = ⌊(i + 2p − d(k − 1) − 1)/s⌋ + 1
  ///
  /// With `ceil_mode` the quotient is rounded up, and a last window that begins in the padding
  /// after the input does not count. Source: `pooling_output_shape_pad_lr` in
  /// `aten/src/ATen/native/Pool.h`.
  fileprivate func output(_ input: Int) throws(SizeFailure) -> Int {
    for number in [kernelSize, stride, dilation] { try require(number, atLeast: 1) }
    try require(padding, atLeast: 0)
    guard padding <= kernelSize / 2 else {
      throw .paddingTooLarge(padding, most: kernelSize / 2)
    }
    let (input, stride, padding) = (Int128(input), Int128(stride), Int128(padding))
    let span = Int128(dilation) * (Int128(kernelSize) - 1) + 1
    let room = input + 2 * padding - span + (isCeiling ? stride - 1 : 0)
    // Swift rounds toward zero where the formula rounds down.
    let steps = room / stride - (room % stride < 0 ? 1 : 0)
    let isBeyondInput = isCeiling && steps * stride >= input + padding
    return try (isBeyondInput ? steps : steps + 1).asSize
  }
}

private func require(_ number: Int, atLeast minimum: Int) throws(SizeFailure) {
  guard number >= minimum else { throw .belowMinimum(number, minimum: minimum) }
}

extension BinaryInteger {
  /// The number as that of an axis with cells.
  fileprivate var asSize: Int {
    get throws(SizeFailure) {
      guard self >= 1 else { throw .empty(Int128(self)) }
      guard let size = Int(exactly: self) else { throw .tooLarge }
      return size
    }
  }
}
