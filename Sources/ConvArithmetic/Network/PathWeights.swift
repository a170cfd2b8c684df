/// How many paths lead from one cell of the output to each cell of the input, along one axis.
package struct PathWeights: Equatable, Sendable {
  /// The input cell that the first count is of; it may be in the padding.
  package let first: Count
  /// From the first cell that a path leads to up to the last one.
  package let counts: [Count]

  init(first: Count, counts: [Count]) {
    let start = counts.firstIndex { $0 != 0 } ?? counts.count
    let end = counts.lastIndex { $0 != 0 } ?? start - 1
    self.first = first + Count(start)
    self.counts = Array(counts[start..<end + 1])
  }

  package var total: Count { counts.reduce(0) { $0 + $1 } }

  /// The cells that a path leads to.
  package var read: Int { counts.count { $0 != 0 } }

  /// The fewest cells in the middle, as many left out before as after, that so large a share of the
  /// paths leads to.
  package func middle(holding share: Ratio) -> Int {
    let total = total
    let rest = total * (share.denominator - share.numerator)
    var (outside, cut): (Count, Int) = (0, 0)
    while cut < (counts.count - 1) / 2 {
      outside = outside + counts[cut] + counts[counts.count - 1 - cut]
      guard outside * share.denominator <= rest else { break }
      cut += 1
    }
    return counts.count - 2 * cut
  }

  /// Where most of the paths end: the peak is at one end for a causal network.
  package enum Side: String, Sendable { case first, middle, last }

  /// The half that has at least three of four paths; the middle where neither has.
  package var side: Side {
    let half = counts.count / 2
    let before = counts.prefix(half).reduce(Count(0)) { $0 + $1 }
    let after = counts.suffix(half).reduce(Count(0)) { $0 + $1 }
    guard counts.count > 2, before != after else { return .middle }
    return before >= 3 * after ? .first : after >= 3 * before ? .last : .middle
  }

  /// The fewest cells that so large a share of the paths leads to, on the ``side`` where most end.
  package func cells(holding share: Ratio) -> Int {
    if side == .middle { return middle(holding: share) }
    let all = side == .last ? counts.reversed() : counts
    let total = total
    var (sum, cells): (Count, Int) = (0, 0)
    while cells < all.count, sum * share.denominator < total * share.numerator {
      sum = sum + all[cells]
      cells += 1
    }
    return cells
  }

  /// The mean square distance of a path's end from their mean; `nil` where it does not fit.
  package var variance: Ratio? {
    let total = total
    var (sum, squares): (Count, Count) = (0, 0)
    for (place, count) in counts.enumerated() {
      sum = sum + Count(place) * count
      squares = squares + Count(place) * Count(place) * count
    }
    let scatter = total * squares - sum * sum
    return total > 0 ? Ratio(scatter, total * total).fitting : nil
  }

  /// The root of the ``variance``, also where that does not fit.
  package var deviation: Double {
    let whole = total.value
    let numbers = counts.enumerated().map { (Double($0), $1.value / whole) }
    let mean = numbers.reduce(0) { $0 + $1.0 * $1.1 }
    return numbers.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 }.squareRoot()
  }
}

extension AxisNetwork {
  /// The variance of the paths' ends for a chain that only goes down, of any length.
  ///
  ///     σ² = Σ u_l²(k_l² − 1)/12,   u_l = d_l times the strides before stage l
  ///
  /// That of a sum of independent choices of a tap. `nil` for other networks, and where it does not
  /// fit.
  package var pathVariance: Ratio? {
    guard let chain, chain.allSatisfy({ !$0.isUp }) else { return nil }
    var (sum, jump): (Count, Count) = (0, 1)
    for step in chain {
      let (kernel, apart) = (Count(step.kernelSize), jump * Count(step.dilation))
      if kernel > 1 { sum = sum + apart * apart * (kernel * kernel - 1) }
      jump = jump * Count(step.stride)
    }
    return Ratio(sum, 12).fitting
  }
}
