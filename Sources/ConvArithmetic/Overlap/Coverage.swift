/// How many products reach each cell along one axis, in closed form.
///
/// A kernel of `taps` taps is laid down at `positions` places. Position *i* and tap *t* meet the
/// cell *i·s + t·d*; the cells from `offset` on are kept, `size` of them. For a ConvTranspose2d
/// the positions are the input cells and the kept cells are the output. For a Conv2d the
/// positions are the output cells and the kept cells are the input: how often each one is read.
///
/// Everything here rests on one number, the pairs (i, t) of a box below a limit. Two pairs meet
/// in the same cell when they differ by a multiple of (d′, −s′), where s′ = s/g, d′ = d/g and
/// g = gcd(s, d). A cell with *n* pairs is thus a chain of *n* links, and the chains of at least
/// *n* links are the pairs of a box that is smaller by (n − 1)·(d′, s′), less those of the next
/// smaller box. So the cells reached at least *n* times are counted without visiting any.
package struct Coverage: Hashable, Sendable {
  package internal(set) var positions: Int
  package let taps: Int
  package let stride: Int
  package let dilation: Int
  package let offset: Int
  package let size: Int
  /// The common divisor g = gcd(s, d).
  package let commonDivisor: Int
  /// `nil` where no kept cell is copied.
  var copying: Copying?

  /// Of checked numbers: all but the offset are at least 1.
  init(positions: Int, taps: Int, stride: Int, dilation: Int, offset: Int, size: Int) {
    (self.positions, self.taps, self.stride) = (positions, taps, stride)
    (self.dilation, self.offset, self.size) = (dilation, offset, size)
    commonDivisor = greatestCommonDivisor(stride, dilation)
  }

  /// A single cell with a single pair: an axis that changes nothing.
  package static let one = Coverage(
    positions: 1, taps: 1, stride: 1, dilation: 1, offset: 0, size: 1)

  /// The pairs that land in kept cells: the sum of all counts.
  package var sum: Count {
    guard let copying else { return keptPairs(level: 1) }
    // All that is read is real where padding copies.
    guard size < copying.size, let parts else { return Count(positions) * Count(taps) }
    return parts.listed.reduce(parts.middle?.sum ?? 0) { $0 + Count($1) }
  }

  /// The kept cells that at least `level` pairs reach; `level` is at least 1.
  package func cells(reachedAtLeast level: Int) -> Count {
    guard let parts else {
      return keptPairs(level: Count(level)) - keptPairs(level: Count(level) + 1)
    }
    return Count(parts.listed.count { $0 >= level })
      + (parts.middle?.cells(reachedAtLeast: level) ?? 0)
  }

  package var holes: Count { Count(size) - cells(reachedAtLeast: 1) }

  /// The most pairs of a cell; an overflow where that cannot be counted in 127 bits.
  package var maximum: Count {
    if let parts {
      let listed = max(parts.first.max() ?? 0, parts.last.max() ?? 0)
      return max(Count(listed), parts.middle?.maximum ?? 0)
    }
    // Nearly every axis has cells that no border touches, and among them one at the ceiling.
    guard interior.count < period else { return Count(ceiling) }
    let full = cells(reachedAtLeast: ceiling)
    guard full == 0 else { return full.isOverflow ? .overflow : Count(ceiling) }
    return highestLevel { $0 > 0 }
  }

  /// The least pairs of a cell, likewise.
  package var minimum: Count {
    guard let parts else { return highestLevel { $0 == Count(size) } }
    let listed = min(parts.first.min() ?? .max, parts.last.min() ?? .max)
    return min(Count(listed), parts.middle?.minimum ?? Count(.max))
  }

  /// The same coverage seen through a window of its kept cells; `nil` for an empty window.
  package func window(_ range: Range<Int>) -> Coverage? {
    let kept = range.clamped(to: 0..<size)
    let (start, overflow) = offset.addingReportingOverflow(kept.lowerBound)
    guard !kept.isEmpty, !overflow else { return nil }
    var result = Coverage(
      positions: positions, taps: taps, stride: stride, dilation: dilation, offset: start,
      size: kept.count)
    result.copying = copying
    result.copying?.start += kept.lowerBound
    return result
  }

  /// s′.
  var reducedStride: Int { stride / commonDivisor }
  /// d′.
  var reducedDilation: Int { dilation / commonDivisor }

  /// The cell of the last position and tap; it may not fit in 64 bits.
  var lastMeeting: Count {
    (Count(positions) - 1) * Count(stride) + (Count(taps) - 1) * Count(dilation)
  }

  /// The most that any cell of an axis without borders can receive: ⌈k / s′⌉.
  package var ceiling: Int { (taps - 1) / reducedStride + 1 }

  /// The largest level whose cells fulfil a condition that, once broken, stays broken.
  private func highestLevel(_ condition: (Count) -> Bool) -> Count {
    var (holds, fails) = (0, ceiling)
    while holds < fails {
      // Rounded up, and without the sum of the two, which may not fit.
      let middle = holds + (fails - holds) / 2 + (fails - holds) % 2
      let cells = cells(reachedAtLeast: middle)
      if cells.isOverflow { return .overflow }
      if condition(cells) { holds = middle } else { fails = middle - 1 }
    }
    return Count(holds)
  }

  /// The pairs in kept cells that begin a run of `level` pairs in their cell.
  func keptPairs(level: Count) -> Count {
    guard let small = Int(exactly: level), isSmall(small) else { return keptPairs(of: level) }
    return Count(keptPairs(of: small))
  }

  /// Whether no step to the pairs exceeds 64 bits, of which it takes three times as many as these.
  private func isSmall(_ level: Int) -> Bool {
    let numbers = positions | taps | stride | dilation | size | level
    return UInt(bitPattern: numbers) | offset.magnitude < 1 << 20
  }

  private func keptPairs<Number: WholeNumber>(of level: Number) -> Number {
    let links = level - 1
    let box = (
      positions: Number(positions) - links * Number(reducedDilation),
      taps: Number(taps) - links * Number(reducedStride)
    )
    // As where no cell can have so many.
    guard box.positions > 0, box.taps > 0 else { return 0 }
    let start = Number(offset) - links * Number(reducedStride) * Number(dilation)
    let end = start + Number(size)
    return pairs(below: end, box.positions, box.taps)
      - pairs(below: start, box.positions, box.taps)
  }

  /// The pairs (i, t), i below `positions` and t below `taps`, with i·s + t·d below `limit`.
  private func pairs<Number: WholeNumber>(
    below limit: Number, _ positions: Number, _ taps: Number
  ) -> Number {
    guard limit > 0 else { return 0 }
    let (stride, dilation) = (Number(stride), Number(dilation))
    // Positions with at least one tap below the limit, and those with all of them.
    let begun = min(positions, (limit - 1).split(by: stride).quotient + 1)
    let remainder = limit - (taps - 1) * dilation
    let whole =
      remainder > 0 ? min(begun, (remainder - 1).split(by: stride).quotient + 1) : Number(0)
    // The others, from the last one back, hold ⌈(limit − i·s)/d⌉ taps each.
    let last = limit - (begun - 1) * stride
    return whole * taps
      + floorSum(
        count: begun - whole, modulus: dilation, slope: stride, constant: last + dilation - 1)
  }
}
