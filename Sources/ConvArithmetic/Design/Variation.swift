/// How much counts scatter about their mean: the coefficient of variation, kept as its square.
///
///     cv² = E[c²] / E[c]² − 1
///
/// The quotient of all axes together is the product of theirs, for the counts are products.
package struct Variation: Equatable, Sendable {
  /// E[c²] / E[c]²; 1 where all counts are the same.
  package let meanSquare: Ratio

  /// The variance over the square of the mean.
  package var square: Ratio { meanSquare - 1 }

  static func * (one: Variation, other: Variation) -> Variation {
    Variation(meanSquare: one.meanSquare * other.meanSquare)
  }
}

extension Ratio {
  /// The square root in whole parts of a power of ten, the nearest one, and whether it is exact.
  ///
  /// - Parameter decimals: The digits after the point, from 0 to 9.
  /// - Returns: For √(1/9) with 3 decimals 333 and `false`; `nil` for a negative number.
  package func squareRoot(decimals: Int) -> (scaled: Count, isExact: Bool)? {
    guard numerator >= 0 else { return nil }
    let unit = (0..<min(max(0, decimals), 9)).reduce(Count(1)) { unit, _ in unit * 10 }
    let scaled = numerator * unit * unit
    // With twice the root rounded down, the root itself can be rounded to the nearest.
    let double = (4 * scaled).floorDivided(by: denominator).squareRoot
    let nearest = (double + 1).floorDivided(by: 2)
    return (nearest, nearest * nearest * denominator == scaled)
  }
}

extension Count {
  /// The square root rounded down, of a number of at least 0.
  var squareRoot: Count {
    guard self > 1 else { return self }
    // Newton's steps fall to the root from any number above it.
    var root = self.floorDivided(by: 2)
    while true {
      let next = (root + self.floorDivided(by: root)).floorDivided(by: 2)
      guard next < root else { return root }
      root = next
    }
  }
}

extension Coverage {
  /// The most counts of products for which the squares are summed, so that nobody waits.
  static let mostLevels = 4_096

  /// The sum of the squares of all counts.
  ///
  /// A cell with *n* pairs begins runs of 1, 2 … n pairs, one of each length, and n² is the sum
  /// of the first n odd numbers: with P(n) the runs of n pairs, Σc² = P(1) + 2·(P(2) + P(3) + …).
  ///
  /// - Returns: `nil` where some cells have more than ``mostLevels`` products.
  package var sumOfSquares: Count? {
    if let parts {
      let squares = parts.listed.reduce(Count(0)) { $0 + Count($1) * Count($1) }
      return parts.middle == nil ? squares : parts.middle?.sumOfSquares.map { squares + $0 }
    }
    var longer = Count(0)
    for level in 2...Self.mostLevels {
      let runs = keptPairs(level: Count(level))
      if runs == 0 { return sum + 2 * longer }
      longer = longer + runs
    }
    return nil
  }

  /// How much the counts of all kept cells scatter; `nil` where nothing reaches any cell, and where
  /// ``sumOfSquares`` has no value.
  package var variation: Variation? {
    let sum = sum
    guard sum > 0, let squares = sumOfSquares else { return nil }
    return Variation(meanSquare: Ratio(Count(size) * squares, sum * sum))
  }
}
