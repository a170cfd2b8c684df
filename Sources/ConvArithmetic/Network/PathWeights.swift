/// How many paths lead from one cell of the output to each cell of the input, along one axis.
///
/// With equal weights it is the influence of each cell, with independent random ones its variance:
/// the effective receptive field before training. Source: Luo, Li, Urtasun & Zemel, "Understanding
/// the Effective Receptive Field in Deep Convolutional Neural Networks" (2016).
package struct PathWeights: Equatable, Sendable {
  /// The input cell that the first count is of; it may be in the padding.
  package private(set) var first: Count
  package private(set) var counts: [Count]

  package var total: Count { counts.reduce(0) { $0 + $1 } }

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
}

extension AxisNetwork {
  /// The paths from one cell of a tensor, the last one unless another is named.
  package func pathWeights(from cell: Count, in tensor: Int? = nil) -> Result<
    PathWeights, Unreached
  > {
    Result { () throws(Unreached) in
      var effort = Effort()
      let tensor = tensor ?? nodes.count
      guard (0...nodes.count).contains(tensor) else { throw .unknown }
      var weights: [PathWeights?] = Array(repeating: nil, count: tensor + 1)
      weights[tensor] = PathWeights(first: cell, counts: [1])
      for (place, node) in nodes[..<tensor].enumerated().reversed() {
        guard var back = weights[place + 1] else { continue }
        if node.map.seesEverything { throw .everything }
        guard let taps = node.map.taps else { throw .unknown }
        for step in taps.reversed() { back = try back.passed(back: step, &effort) }
        for source in node.sources {
          weights[source] = try weights[source]?.added(back, &effort) ?? back
        }
      }
      guard let found = weights[0], !found.counts.isEmpty else { throw .unknown }
      guard !found.total.isOverflow else { throw .tooLong }
      return found
    }
  }

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

extension PathWeights {
  fileprivate static let most = 1 << 16

  /// From the outputs of a step to its inputs.
  ///
  /// Each output adds its count to all cells that it reads, which are equally far apart for all of
  /// them: added where they begin, taken away after their end, and summed up at the end.
  fileprivate func passed(
    back taps: AxisTaps, _ effort: inout Effort
  ) throws(Unreached) -> PathWeights {
    let reads = counts.indices.map { taps.reads(first + Count($0)) }
    let found = reads.compactMap { $0 }
    guard let start = found.map(\.first).min(), let end = found.map(\.last).max(),
      let step = found.first.flatMap({ Int(exactly: $0.step) })
    else { return PathWeights(first: 0, counts: []) }
    guard let size = Int(exactly: end - start + 1), size <= Self.most else { throw .tooLong }
    try effort.spend(size)
    var sums = Array(repeating: Count(0), count: size)
    for (count, reads) in zip(counts, reads) {
      guard let reads, let begin = Int(exactly: reads.first - start) else { continue }
      sums[begin] = sums[begin] + count
      guard let after = Int(exactly: reads.last + reads.step - start), after < size else {
        continue
      }
      sums[after] = sums[after] - count
    }
    for place in sums.indices.dropFirst(step) { sums[place] = sums[place] + sums[place - step] }
    return PathWeights(first: start, counts: sums)
  }

  fileprivate func added(
    _ other: PathWeights, _ effort: inout Effort
  ) throws(Unreached) -> PathWeights {
    guard !counts.isEmpty else { return other }
    guard !other.counts.isEmpty else { return self }
    let start = min(first, other.first)
    let end = max(first + Count(counts.count), other.first + Count(other.counts.count))
    guard let size = Int(exactly: end - start), size <= Self.most else { throw .tooLong }
    try effort.spend(size)
    var sums = Array(repeating: Count(0), count: size)
    for weights in [self, other] {
      let begin = Int(exactly: weights.first - start) ?? 0
      for (place, count) in weights.counts.enumerated() {
        sums[begin + place] = sums[begin + place] + count
      }
    }
    return PathWeights(first: start, counts: sums)
  }
}
