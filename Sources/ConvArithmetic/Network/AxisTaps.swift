/// Which cells of its input each output cell of a stage reads along one axis, by equally distant taps.
///
/// A pool, a pad, a crop, a shuffle and a resampling are the same with other numbers.
///
///     down   output o reads the cells  o·s + t·d − before              for t in 0 ..< k
///     up     output x reads the cells  (x + before − t·d)/s, where whole
///
/// Source: `torch.nn.Conv2d` and `torch.nn.ConvTranspose2d`; the second is the first's gradient.
package struct AxisTaps: Hashable, Sendable {
  /// Up is the direction of a transposed layer.
  package let direction: ConvLayer.Direction
  package let kernelSize: Int
  package let stride: Int
  package let dilation: Int
  /// Cells added before the input, or cropped before the output of an upward step; a negative
  /// number does the opposite.
  package let before: Count
  package let after: Count
  /// Whether a window that begins inside may run over the end: `ceil_mode`.
  package let isCeiling: Bool
  /// g = gcd(d, s), and the inverse of d/g modulo s/g, which find the first tap of an output.
  private let divisor: Int
  private let inverse: Int

  /// `nil` for a kernel, a stride or a dilation below 1.
  package init?(
    _ direction: ConvLayer.Direction, kernelSize: Int, stride: Int = 1, dilation: Int = 1,
    before: Count = 0, after: Count = 0, isCeiling: Bool = false
  ) {
    guard min(kernelSize, stride, dilation) >= 1 else { return nil }
    (self.direction, self.kernelSize, self.stride) = (direction, kernelSize, stride)
    (self.dilation, self.before, self.after) = (dilation, before, after)
    self.isCeiling = isCeiling
    divisor = greatestCommonDivisor(dilation, stride)
    inverse = modularInverse(of: dilation / divisor, modulo: stride / divisor)
  }

  /// The cells from the first tap to the last: e = d(k − 1) + 1.
  var span: Count { Count(dilation) * Count(kernelSize - 1) + 1 }

  package var isUp: Bool { direction == .transposed }

  /// The cells from one that an output reads to the next: d, or d/g upward.
  var step: Int { isUp ? dilation / divisor : dilation }

  /// Whether each output reads something, and all from the first cell that it reads to the last
  /// one if the stage before does.
  var isDense: Bool { !isUp || dilation == 1 && kernelSize >= stride }

  /// How far apart in its input the reads of neighbouring outputs are: s, or 1/s upward.
  package var jump: Ratio { isUp ? Ratio(1, Count(stride)) : Ratio(Count(stride)) }
}

extension AxisTaps {
  /// The output cells of an input, below 1 where there are none.
  ///
  ///     down   o = ⌊(i + before + after − e)/s⌋ + 1
  ///     up     o = (i − 1)s + e − before − after
  ///
  /// With `ceil_mode` the quotient is rounded up, and a last window that begins in the padding
  /// after the input does not count. Source: `pooling_output_shape_pad_lr` in
  /// `aten/src/ATen/native/Pool.h`.
  package func output(_ input: Count) -> Count {
    let stride = Count(stride)
    if isUp { return (input - 1) * stride + span - before - after }
    let room = input + before + after - span
    guard isCeiling else { return room.floorDivided(by: stride) + 1 }
    let steps = room.ceilingDivided(by: stride)
    return steps * stride >= input + before ? steps : steps + 1
  }

  /// The least input with so many output cells or more, at least 1.
  ///
  /// The formulas of ``output(_:)`` solved for the input; a crop has to leave no less than nothing.
  func leastInput(_ output: Count) -> Count {
    let stride = Count(stride)
    if isUp {
      return max(1, (output + before + after - span).ceilingDivided(by: stride) + 1)
    }
    let cropped = 0 - min(before, 0) - min(after, 0)
    guard isCeiling else {
      return max(1, cropped, stride * (output - 1) + span - before - after)
    }
    let beginsInside = stride * (output - 1) - before + 1
    return max(1, beginsInside, stride * (output - 2) + 1 + span - before - after)
  }

  /// What is left of the padded input after the last window, from 0 up to s − 1.
  func remainder(_ input: Count) -> Count {
    (input + before + after - span).split(by: Count(stride)).remainder
  }
}

/// Cells at equal distances, the lowest first.
struct CellProgression: Equatable {
  let first: Count
  /// At least 1.
  let step: Count
  /// At least 1.
  let count: Int

  var last: Count { first + Count(count - 1) * step }
}

extension AxisTaps {
  /// The cells that an output reads, in the padding or not; `nil` where it reads nothing.
  ///
  /// Upward, the taps t that meet an input have t·d ≡ x + before (mod s): every (s/g)-th one from the
  /// first, each d/g cells before the one that precedes it.
  func reads(_ cell: Count) -> CellProgression? {
    guard isUp else {
      return CellProgression(
        first: cell * Count(stride) - before, step: Count(step), count: kernelSize)
    }
    let (quotient, remainder) = (cell + before).split(by: Count(divisor))
    guard remainder == 0 else { return nil }
    let apart = stride / divisor
    let place = quotient.split(by: Count(apart)).remainder
    guard let tap = Int(exactly: (place * Count(inverse)).split(by: Count(apart)).remainder),
      tap < kernelSize
    else { return nil }
    let count = (kernelSize - 1 - tap) / apart + 1
    let step = Count(step)
    let last = (cell + before - Count(tap) * Count(dilation)).floorDivided(by: Count(stride))
    return CellProgression(first: last - Count(count - 1) * step, step: step, count: count)
  }
}
