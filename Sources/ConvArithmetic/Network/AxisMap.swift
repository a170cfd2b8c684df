/// What a stage does to one axis; the axes never mix.
package enum AxisMap: Equatable, Sendable {
  case unchanged
  /// A convolution of either direction.
  case convolution(AxisTaps, PaddingMode = .zeros)
  case pool(PoolingWindow)
  /// A size that is an argument, whatever comes in; each of its cells sees a part that depends on
  /// the input's size. The parts of an adaptive pool cover all of the input.
  case resize(to: Int, coversInput: Bool = true)
  /// Enlarged or reduced by a factor: ⌊i · f⌋.
  ///
  /// The product is the one of doubles, as in PyTorch: 100 · 0.29 makes 28, and 10 · 0.7 makes 7,
  /// although 0.7 as a double is less than 7/10.
  case scale(by: Double, Interpolation = .nearest)
  /// Cells added at both ends; a negative number crops.
  case pad(before: Int, after: Int, PaddingMode)
  case shuffle(Int)
  case unshuffle(Int)
  /// Sizes stay, and each cell sees all others: attention, a normalization over space.
  case mixed
  /// A size that somebody has seen for one other size.
  case recorded(from: Int, to: Int, RecordedStage.Reads)
  /// Nothing is known, or its numbers make no sense.
  case unknown
}

/// How an axis is enlarged.
package enum Interpolation: Equatable, Sendable {
  case nearest
  /// Linear, bilinear or trilinear, without `align_corners`.
  case linear
  /// Any other one; which cells it reads is not known here.
  case other
}

extension AxisMap {
  /// The output cells of an axis, at least 1; `nil` where PyTorch refuses, and without cells.
  package func output(_ input: Int) -> Int? {
    guard input >= 1 else { return nil }
    switch self {
    case .unchanged, .mixed: return input
    case .unknown: return nil
    case .recorded(let from, let size, _): return input == from ? size.asSize : nil
    case .convolution(let taps, let mode):
      let most = mode.mostPadding(input).map { Count($0) } ?? Count(.max)
      return max(taps.before, taps.after) > most && !taps.isUp
        ? nil : Int(exactly: taps.output(Count(input)))?.asSize
    case .resize(let size, _): return size.asSize
    case .pool(let window):
      return window.taps.flatMap { Int(exactly: $0.output(Count(input)))?.asSize }
    case .pad(let before, let after, let mode): return padded(input, before, after, mode)
    case .scale(let factor, _): return Int(exactly: (Double(input) * factor).rounded(.down))?.asSize
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

extension AxisMap {
  /// The steps in which each output cell reads the input, one after the other; `nil` where that is
  /// not known or depends on the input's size.
  ///
  /// Linear enlargement by f is a nearest one and windows of the length f after it, another one of 2
  /// for an even f: its weights are 1 3 3 1 for 2, and 1 2 3 2 1 for 3.
  package var taps: [AxisTaps]? {
    switch self {
    case .unchanged: []
    case .convolution(let taps, _): [taps]
    case .pool(let window): window.taps.map { [$0] }
    case .resize, .mixed, .recorded, .unknown: nil
    case .scale(let factor, let interpolation):
      Int(exactly: factor).flatMap { Self.enlarging($0, interpolation) }
    case .pad(let before, let after, _):
      AxisTaps(.convolution, kernelSize: 1, before: Count(before), after: Count(after))
        .map { [$0] }
    case .shuffle(let factor): Self.enlarging(factor, .nearest)
    case .unshuffle(let factor):
      AxisTaps(.convolution, kernelSize: factor, stride: factor).map { [$0] }
    }
  }

  private static func enlarging(_ factor: Int, _ interpolation: Interpolation) -> [AxisTaps]? {
    guard interpolation != .other else { return nil }
    func window(_ size: Int, before: Int, after: Int) -> AxisTaps? {
      AxisTaps(.convolution, kernelSize: size, before: Count(before), after: Count(after))
    }
    let half = factor / 2
    let steps: [AxisTaps?] = [AxisTaps(.transposed, kernelSize: factor, stride: factor)]
    guard interpolation == .linear, factor > 1 else { return steps.complete() }
    return
      (steps + [window(factor, before: half, after: factor - 1 - half)]
      + (factor % 2 == 0 ? [window(2, before: 0, after: 1)] : [])).complete()
  }

  /// Whether each cell sees as much as there is of the input, so that nothing here is finite.
  package var seesEverything: Bool {
    switch self {
    case .mixed, .recorded(_, _, .all): true
    case .resize(let size, let coversInput): size == 1 && coversInput
    default: false
    }
  }

  /// Whether each cell sees something of the input, and all of it is seen by some cell.
  package var seesInput: Bool {
    switch self {
    case .recorded(_, _, .unknown), .unknown: false
    default: true
    }
  }
}

extension Array {
  /// The values, unless one of them is missing.
  @inlinable public func complete<Wrapped>() -> [Wrapped]? where Element == Wrapped? {
    let values = compactMap { $0 }
    return values.count == count ? values : nil
  }
}

extension BinaryInteger {
  /// The number as that of an axis with cells; `nil` where there are none, or too many for 64 bits.
  fileprivate var asSize: Int? { self >= 1 ? Int(exactly: self) : nil }
}
