/// How the taps of a kernel share out among the cells of a period, along one axis.
///
/// Positions are s apart, so only the taps t with t·d mod s = r can meet a cell whose place leaves
/// the remainder r under the stride. Away from the borders each of them does: the cell at *o*
/// receives as many products as the phase of *o + offset* has taps.
///
/// With g = gcd(s, d) a phase that is not a multiple of g has no taps at all. The others share out
/// the k taps among s/g phases as evenly as whole numbers can, so there are three kinds of phases
/// at most, whatever the stride.
package struct Phases: Equatable, Sendable {
  package struct Level: Equatable, Sendable {
    package let taps: Int
    /// How many phases have it; at least 1.
    package let phases: Int
  }

  private let counter: CellCounter
  private var coverage: Coverage { counter.coverage }
  package var stride: Int { coverage.stride }

  fileprivate init(_ coverage: Coverage) { counter = CellCounter(coverage) }

  /// The taps of a phase, from 0 up to the stride; 0 for one outside.
  package subscript(phase: Int) -> Int { counter.taps(ofPhase: phase) }

  /// The kinds of phases, those with most taps first.
  package var levels: [Level] {
    let period = coverage.reducedStride
    let (least, larger) = coverage.taps.quotientAndRemainder(dividingBy: period)
    let empty = stride - period + (least == 0 ? period - larger : 0)
    return [
      // No phase is larger where this could be more than fits.
      Level(taps: least &+ 1, phases: larger),
      Level(taps: least, phases: least == 0 ? 0 : period - larger),
      Level(taps: 0, phases: empty),
    ].filter { $0.phases > 0 }
  }

  /// The mean of the squares of a period over the square of its mean: 1 where all are the same.
  ///
  ///     (Σ phase² / s) / (k / s)² = s·Σ phase² / k²
  package var meanSquare: Ratio {
    let squares = levels.reduce(Count(0)) {
      $0 + Count($1.phases) * Count($1.taps) * Count($1.taps)
    }
    let taps = Count(coverage.taps)
    return Ratio(Count(stride) * squares, taps * taps)
  }
}

extension Coverage {
  /// How the taps share out among the cells of a period.
  package var phases: Phases { Phases(self) }

  /// The phase that a tap belongs to, t·d mod s; the tap is at least 0.
  func phase(ofTap tap: Int) -> Int { Int(Int128(tap) * Int128(dilation) % Int128(stride)) }
}
