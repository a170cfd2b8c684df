/// The counts of single cells, each in a number of steps that does not depend on any size.
package struct CellCounter: Sendable {
  private let coverage: Coverage
  private let divisor: Int128
  private let reducedStride: Int128
  private let reducedDilation: Int128
  private let inverse: Int128

  package init(_ coverage: Coverage) {
    let divisor = coverage.commonDivisor
    let (stride, dilation) = (coverage.stride / divisor, coverage.dilation / divisor)
    self.coverage = coverage
    self.divisor = Int128(divisor)
    reducedStride = Int128(stride)
    reducedDilation = Int128(dilation)
    inverse = Int128(modularInverse(of: dilation, modulo: stride))
  }

  /// The pairs that reach a cell.
  ///
  /// The taps that can reach it are those with t·d′ ≡ T (mod s′), T being the place of the cell
  /// in units of g; of these, the ones whose position i = (T − t·d′)/s′ exists.
  ///
  /// - Parameter cell: The index of a kept cell, from 0.
  /// - Returns: 0 for an index outside.
  package func count(at cell: Int) -> Int {
    guard cell >= 0, cell < coverage.size else { return 0 }
    // All factors fit in 64 bits, so none of the products below can exceed 127.
    let place = Int128(cell) + Int128(coverage.offset)
    guard place % divisor == 0 else { return 0 }
    let target = place / divisor
    let beyond = target - reducedStride * Int128(coverage.positions - 1)
    let first = beyond > 0 ? (beyond + reducedDilation - 1) / reducedDilation : 0
    let last = min(Int128(coverage.taps - 1), target / reducedDilation)
    let residue = target % reducedStride * inverse % reducedStride
    let count = terms(upTo: last, residue) - terms(upTo: first - 1, residue)
    return Int(clamping: max(0, count))
  }

  /// The numbers from 0 to `last` that leave `residue` under s′.
  private func terms(upTo last: Int128, _ residue: Int128) -> Int128 {
    last < residue ? 0 : (last - residue) / reducedStride + 1
  }
}

extension Coverage {
  /// The cells that no border touches: whichever tap could reach them has its position.
  ///
  ///     d(k − 1) − s < o + offset < s·n
  ///
  /// No more cells in a row are like that: the one in front lacks the last tap, the one after the
  /// first. Behind, the first position that is missing would begin at s·n; in front, the last one
  /// that is missing, −1, ends at d(k − 1) − s.
  package var interior: Range<Int> {
    let first = Int128(dilation) * Int128(taps - 1) - Int128(stride) + 1 - Int128(offset)
    let end = Int128(stride) * Int128(positions) - Int128(offset)
    let lower = Int(clamping: max(0, min(first, Int128(size))))
    let upper = Int(clamping: max(0, min(end, Int128(size))))
    return lower..<max(lower, upper)
  }

  /// The least and the most that cells away from the borders receive, at whatever size.
  ///
  /// The cells repeat with a period of s. Those that are no multiple of g receive nothing, the
  /// others ⌊k/s′⌋ or ⌈k/s′⌉: each period shares out the k taps.
  package var interiorRange: ClosedRange<Int> {
    let reducedStride = stride / commonDivisor
    let least = commonDivisor > 1 ? 0 : taps / reducedStride
    return least...ceiling
  }

  /// The cells after which the counts away from the borders repeat: s, or g where s′ divides k.
  package var period: Int {
    let reducedStride = stride / commonDivisor
    return taps % reducedStride == 0 ? commonDivisor : stride
  }

  /// Whether all cells away from the borders receive the same: gcd(d, s) = 1 and s divides k.
  package var isEvenInside: Bool { interiorRange.lowerBound == interiorRange.upperBound }
}
