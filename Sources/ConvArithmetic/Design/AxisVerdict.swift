/// Whether the products along one axis meet evenly, and all that says how far they do not.
///
/// The cells are those of ``Coverage``: the output of a ConvTranspose2d, the input of a Conv2d.
package struct AxisVerdict: Equatable, Sendable {
  /// Cells in a row, and the products that they receive.
  package struct Part: Equatable, Sendable {
    /// The cells by their indices, from 0; never empty.
    package let cells: Range<Int>
    package let least: Count
    package let most: Count

    fileprivate init?(_ cells: Range<Int>, _ coverage: Coverage) {
      guard let window = coverage.window(cells) else { return nil }
      (self.cells, least, most) = (cells, window.minimum, window.maximum)
    }
  }

  package let coverage: Coverage
  package let phases: Phases
  /// The cells before the interior; all cells where there is no interior.
  package let before: Part?
  /// The cells that no border touches; `nil` where the input is too small to have any.
  package let interior: Part?
  package let after: Part?
  package let holes: Count
  package let holesInside: Count
  /// The cells after the last tap of the last position, which nothing can reach.
  ///
  /// For a ConvTranspose2d max(0, output_padding − p), as padding crops as many cells at the end
  /// as at the start, and output_padding gives those back first.
  package let trailing: Count
  /// The scatter of all counts; `nil` where they are too many levels, or all 0.
  package let variation: Variation?

  /// `nil` where a number of it does not fit in 127 bits.
  init?(_ coverage: Coverage) {
    self.coverage = coverage
    phases = coverage.phases
    let inside = coverage.interior
    let hasInterior = !inside.isEmpty
    before = Part(0..<(hasInterior ? inside.lowerBound : coverage.size), coverage)
    interior = Part(inside, coverage)
    after = hasInterior ? Part(inside.upperBound..<coverage.size, coverage) : nil
    holes = coverage.holes
    holesInside = coverage.window(inside)?.holes ?? 0
    trailing = coverage.trailing
    variation = coverage.variation
    let numbers =
      [before, interior, after].compactMap { $0?.most } + [holes, holesInside, trailing]
    guard !numbers.contains(where: \.isOverflow), variation?.meanSquare.isOverflow != true else {
      return nil
    }
  }

  /// Whether all cells away from the borders receive the same: gcd(d, s) = 1 and s divides k.
  ///
  /// Away from the borders a period of s cells shares out the taps. Where d and s have a common
  /// divisor, cells between its multiples get nothing; otherwise all s phases get ⌊k/s⌋ or ⌈k/s⌉.
  package var isEven: Bool { coverage.isEvenInside }

  /// What the popular rule says: even where s divides k, whatever the dilation.
  ///
  /// It is wrong just where d and s have a common divisor: k = 4, s = 2, d = 2 passes it, yet
  /// every second cell gets nothing.
  package var isEvenByPopularRule: Bool { coverage.taps % coverage.stride == 0 }

  package var interiorVariation: Variation { Variation(meanSquare: phases.meanSquare) }
}
