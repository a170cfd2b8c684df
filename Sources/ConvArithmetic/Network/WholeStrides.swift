/// The inputs for which every convolution and pool ends a window exactly at the end of its padded
/// input, so that no stride leaves a part of a step.
///
/// Source: Alsallakh et al., "Mind the Pad – CNNs Can Develop Blind Spots" (2020), which asks it of
/// one layer; for several, each asks a congruence of the input.
package struct WholeStrides: Equatable, Sendable {
  /// The inputs are equal to the residue modulo this number, at least 1.
  package private(set) var modulus: Count = 1
  /// `nil` where the layers contradict each other: never.
  package private(set) var residue: Count? = 0

  /// The least such input from some number on.
  package func least(from input: Count) -> Count? {
    residue.map { input + ($0 - input).split(by: modulus).remainder }
  }
}

/// A number that follows from the input's size i: slope·i + offset.
struct AffineSize: Equatable {
  var slope = Ratio(1)
  var offset = Ratio(0)

  func times(_ factor: Ratio, plus cells: Ratio) -> AffineSize {
    AffineSize(slope: slope * factor, offset: offset * factor + cells)
  }
}

extension WholeStrides {
  /// What one step asks, with the size that comes to it; `nil` where a number does not fit.
  ///
  /// Of the inputs i = r + M·n a step with stride s takes those with (size + before + after − e) ≡ 0
  /// (mod s), where size = a + b·n: with g = gcd(b, s), one n in s/g, or none.
  fileprivate mutating func ask(_ taps: AxisTaps, of size: AffineSize) -> Bool {
    guard let residue, !taps.isUp, taps.stride > 1 else { return true }
    let rest = taps.before + taps.after - taps.span
    let start = (size.slope * Ratio(residue) + size.offset + Ratio(rest)).whole
    let step = (size.slope * Ratio(modulus)).whole
    guard let start, let step, !start.isOverflow, !step.isOverflow else { return false }
    guard let (place, apart) = Self.solution(of: step, toward: 0 - start, modulo: taps.stride)
    else {
      (self.modulus, self.residue) = (1, nil)
      return true
    }
    let found = residue + modulus * place
    modulus = modulus * apart
    self.residue = found.split(by: modulus).remainder
    return !modulus.isOverflow && !found.isOverflow
  }

  /// The least n of at least 0 with step·n ≡ target, and how far apart all of them are.
  private static func solution(
    of step: Count, toward target: Count, modulo modulus: Int
  ) -> (place: Count, apart: Count)? {
    let step = Int(exactly: step.split(by: Count(modulus)).remainder) ?? 0
    let divisor = greatestCommonDivisor(modulus, step)
    let (quotient, remainder) = target.split(by: Count(divisor))
    guard remainder == 0 else { return nil }
    let apart = Count(modulus / divisor)
    let inverse = Count(modularInverse(of: step / divisor, modulo: modulus / divisor))
    return ((quotient.split(by: apart).remainder * inverse).split(by: apart).remainder, apart)
  }
}

extension AxisNetwork {
  /// The inputs without a part of a step, from ``smallestInput(for:)`` on; `nil` where a module's
  /// sizes do not follow from the input by a factor, or a number does not fit.
  package var wholeStrides: WholeStrides? {
    var strides = WholeStrides()
    var fits = true
    _ = forward(from: AffineSize?.some(AffineSize()), { first, _ in first }) { size, map in
      guard let size, let taps = map.sizeTaps else { return nil }
      return taps.reduce(size) { size, step in
        if strides.ask(step, of: size) == false { fits = false }
        return step.size(of: size)
      }
    }.map { fits = fits && $0 != nil }
    return fits ? strides : nil
  }

  /// The least number of cells by which the input can be shifted so that every tensor moves by whole
  /// cells; `nil` where that is not known or does not fit.
  package var alignment: Count? { shift?.alignment }

  /// The same, and the input cells from one cell of the last tensor to the next.
  var shift: (alignment: Count, jump: Ratio)? {
    var common: Count? = 1
    let scales = forward(from: Ratio(1), { first, _ in first }) { scale, map in
      guard let taps = map.sizeTaps else {
        common = nil
        return scale
      }
      return taps.reduce(scale) { scale, step in
        let scale = scale.divided(by: step.jump)
        common = common.flatMap { leastCommonMultiple($0, scale.denominator).fitting }
        return scale
      }
    }
    return common.flatMap { common in
      scales.last.map { (common, Ratio($0.denominator, $0.numerator)) }
    }
  }

  /// Whether one input cell more makes as many cells more in all that comes to a join.
  var joinsAreInStep: Bool {
    var isInStep = true
    _ = forward(
      from: Ratio(1),
      { first, second in
        if first != second { isInStep = false }
        return first
      }
    ) { scale, map in (map.sizeTaps ?? []).reduce(scale) { $0.divided(by: $1.jump) } }
    return isInStep
  }
}

extension AxisMap {
  /// The steps that say how sizes follow from each other; `nil` where none do.
  fileprivate var sizeTaps: [AxisTaps]? { self == .mixed ? [] : taps }
}

extension AxisTaps {
  /// The output's size where nothing is left of a step.
  fileprivate func size(of input: AffineSize) -> AffineSize {
    let stride = Count(stride)
    return isUp
      ? input.times(Ratio(stride), plus: Ratio(span - before - after - stride))
      : input.times(
        Ratio(1, stride), plus: Ratio(before + after - span + stride, stride))
  }
}
