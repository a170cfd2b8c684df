/// The pairs of single cells, each in a number of steps that does not depend on any size.
package struct CellCounter: Equatable, Sendable {
  let coverage: Coverage
  private let parts: Coverage.Parts?
  /// What d′ has to be multiplied by to leave 1 under s′.
  private let inverse: Int128

  package init(_ coverage: Coverage) {
    self.coverage = coverage
    parts = coverage.parts
    inverse = Int128(modularInverse(of: coverage.reducedDilation, modulo: coverage.reducedStride))
  }

  /// The pairs that reach a kept cell, from 0; 0 outside.
  package func count(at cell: Int) -> Int {
    guard cell >= 0, cell < coverage.size else { return 0 }
    return parts?[cell] ?? chain(at: Int128(cell)).count
  }

  /// The taps that reach a cell, kept or not: the first one, and how many there are, s′ apart.
  ///
  /// With T the place of the cell in units of g, they are those with t·d′ ≡ T (mod s′) whose
  /// position (T − t·d′)/s′ exists.
  func chain(at cell: Int128) -> (firstTap: Int, count: Int) {
    // All factors fit in 64 bits, so none of the products below can exceed 127.
    let (stride, dilation) = (Int128(coverage.reducedStride), Int128(coverage.reducedDilation))
    let (target, remainder) = (cell + Int128(coverage.offset))
      .quotientAndRemainder(dividingBy: Int128(coverage.commonDivisor))
    guard target >= 0, remainder == 0 else { return (0, 0) }
    let beyond = target - stride * Int128(coverage.positions - 1)
    let least = beyond > 0 ? (beyond + dilation - 1) / dilation : 0
    let last = min(Int128(coverage.taps - 1), target / dilation)
    let first = least + modulo(target % stride * inverse - least, stride)
    return first <= last ? (Int(first), Int((last - first) / stride + 1)) : (0, 0)
  }

  /// The taps of a period's phase r away from the borders, those with t·d ≡ r (mod s).
  func taps(ofPhase phase: Int) -> Int {
    let (quotient, remainder) = phase.quotientAndRemainder(dividingBy: coverage.commonDivisor)
    guard phase >= 0, phase < coverage.stride, remainder == 0 else { return 0 }
    let stride = Int128(coverage.reducedStride)
    let first = Int128(quotient) * inverse % stride
    return Int(max(0, (Int128(coverage.taps) - first + stride - 1) / stride))
  }
}

/// What a number leaves under a positive one, from 0 on.
private func modulo(_ number: Int128, _ modulus: Int128) -> Int128 {
  let remainder = number % modulus
  return remainder < 0 ? remainder + modulus : remainder
}

extension Coverage {
  /// The cells that no border touches: whichever tap could reach them has its position.
  ///
  ///     d(k − 1) − s < o + offset < s·n
  ///
  /// The position after the last would begin at s·n; the one before the first ends at d(k − 1) − s.
  package var interior: Range<Int> {
    let first = Int128(dilation) * Int128(taps - 1) - Int128(stride) + 1 - Int128(offset)
    let end = Int128(stride) * Int128(positions) - Int128(offset)
    let lower = Int(clamping: max(0, min(first, Int128(size))))
    let upper = Int(clamping: max(0, min(end, Int128(size))))
    let cells = lower..<max(lower, upper)
    return parts.map { cells.clamped(to: $0.uncopied) } ?? cells
  }

  /// The least and the most that cells away from the borders receive, at whatever size.
  ///
  /// The cells repeat with a period of s. Those that are no multiple of g receive nothing, the
  /// others ⌊k/s′⌋ or ⌈k/s′⌉: each period shares out the k taps.
  package var interiorRange: ClosedRange<Int> {
    (commonDivisor > 1 ? 0 : taps / reducedStride)...ceiling
  }

  /// The cells after which the counts away from the borders repeat: s, or g where s′ divides k.
  package var period: Int { taps % reducedStride == 0 ? commonDivisor : stride }

  /// Whether all cells away from the borders receive the same: gcd(d, s) = 1 and s divides k.
  package var isEvenInside: Bool { interiorRange.lowerBound == interiorRange.upperBound }

  /// The positions with at least one tap on a kept cell.
  ///
  /// For a Conv2d these are the output cells that see some real input, along one axis.
  ///
  ///     p − d(k − 1) ≤ i·s ≤ p + size − 1
  ///
  /// The bounds say that the taps reach the kept cells and do not begin after them. Where the
  /// kept cells are fewer than the dilation, taps may still step over all of them; but then no
  /// position has two taps among them, and the positions are as many as the pairs.
  package var reachingPositions: Count {
    // Copies are real.
    guard copying == nil else { return Count(positions) }
    guard size >= dilation else { return sum }
    let span = Count(dilation) * (Count(taps) - 1)
    let first = (Count(offset) - span).ceilingDivided(by: Count(stride))
    let last = (Count(offset) + Count(size) - 1).floorDivided(by: Count(stride))
    return max(0, min(last, Count(positions) - 1) - max(first, 0) + 1)
  }

  /// The cells after the last tap of the last position, as far as no copy of them is read.
  package var trailing: Count {
    let all = min(Count(size), max(0, Count(offset) + Count(size) - lastMeeting - 1))
    guard let last = parts?.last, let place = last.lastIndex(where: { $0 > 0 }) else { return all }
    return min(all, Count(last.count - 1 - place))
  }

  /// All cells that some pair meets, those outside of the kept ones included.
  ///
  /// An overflow where the cells are more than 64 bits can number.
  package var reachedCells: Count {
    guard let size = Int(exactly: lastMeeting + 1) else { return .overflow }
    let whole = Coverage(
      positions: positions, taps: taps, stride: stride, dilation: dilation, offset: 0, size: size)
    return whole.cells(reachedAtLeast: 1)
  }
}
