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
  case pad(before: Int, after: Int, PaddingMode)
  case shuffle(Int)
  case unshuffle(Int)
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

extension AxisMap {
  /// The output cells of an axis, at least 1; `nil` where PyTorch refuses, and without cells.
  package func output(_ input: Int) -> Int? {
    guard input >= 1 else { return nil }
    switch self {
    case .unchanged: return input
    case .resize(let size): return size.asSize
    case .pool(let window): return window.output(input)
    case .pad(let before, let after, let mode): return padded(input, before, after, mode)
    case .scale(let factor): return Int(exactly: (Double(input) * factor).rounded(.down))?.asSize
    case .shuffle(let factor): return factor >= 1 ? (Int128(input) * Int128(factor)).asSize : nil
    case .unshuffle(let factor): return factor >= 1 && input % factor == 0 ? input / factor : nil
    }
  }

  /// Crops first, then adds: i + before + after.
  ///
  /// Source: `torch.nn.functional.pad`.
  private func padded(
    _ input: Int, _ before: Int, _ after: Int, _ mode: PaddingMode
  ) -> Int? {
    let kept = Int128(input) + Int128(min(before, 0)) + Int128(min(after, 0))
    let most = mode.mostPadding(input) ?? .max
    if mode == .zeros && kept < 0 || max(before, after) > most {
      return nil
    }
    return (Int128(input) + Int128(before) + Int128(after)).asSize
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
  fileprivate func output(_ input: Int) -> Int? {
    guard min(kernelSize, stride, dilation) >= 1, padding >= 0, padding <= kernelSize / 2 else {
      return nil
    }
    let (input, stride, padding) = (Int128(input), Int128(stride), Int128(padding))
    let span = Int128(dilation) * (Int128(kernelSize) - 1) + 1
    let room = input + 2 * padding - span + (isCeiling ? stride - 1 : 0)
    // Swift rounds toward zero where the formula rounds down.
    let steps = room / stride - (room % stride < 0 ? 1 : 0)
    let isBeyondInput = isCeiling && steps * stride >= input + padding
    return (isBeyondInput ? steps : steps + 1).asSize
  }
}

extension BinaryInteger {
  /// The number as that of an axis with cells; `nil` where there are none, or too many for 64 bits.
  fileprivate var asSize: Int? { self >= 1 ? Int(exactly: self) : nil }
}
