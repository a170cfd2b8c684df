/// How many paths lead to the cells of a tensor along one axis, away from all borders: the overlap
/// of all its stages together.
///
/// Each stage adds up the counts of the cells that it reads; of a plane, it is the product of those
/// of its axes. Source: Odena, Dumoulin & Olah, "Deconvolution and Checkerboard Artifacts" (Distill,
/// 2016), where two uneven layers are said to compound.
package struct OverlapPattern: Equatable, Sendable {
  /// The counts of the cells 0 ..< T; `nil` where they do not fit in 127 bits, all being the same.
  package let counts: [Count]?

  package var least: Count { counts?.min() ?? 1 }
  package var most: Count { counts?.max() ?? 1 }

  /// Whether all cells have the same count, and not none.
  package var isEven: Bool { least == most && least > 0 }

  /// The cells after which the counts repeat.
  package var period: Int {
    guard let counts else { return 1 }
    return (1...max(1, counts.count)).first { period in
      counts.count % period == 0
        && counts.indices.allSatisfy { counts[$0] == counts[$0 % period] }
    } ?? counts.count
  }

  /// The counts divided by their greatest common divisor, and the divisor; `nil` where they are not
  /// told.
  package var simplest: (counts: [Count], divisor: Count)? {
    // a/b in lowest terms is (a/g)/(b/g).
    let divisor = counts?.filter { $0 > 0 }.reduce(Count(0)) {
      $1.floorDivided(by: Ratio($0, $1).denominator)
    }
    let known = max(1, divisor ?? 1)
    return counts.map { ($0.map { $0.floorDivided(by: known) }, known) }
  }

  /// The most paths to a cell against the least, over all axes; 1:0 where some cells have none, 0:0
  /// where all have none, and `nil` where a product does not fit.
  package static func ratio(_ axes: [OverlapPattern]) -> (most: Count, least: Count)? {
    let most = axes.reduce(Count(1)) { $0 * $1.most }
    let least = axes.reduce(Count(1)) { $0 * $1.least }
    guard !most.isOverflow, !least.isOverflow else { return nil }
    guard least > 0 else { return (min(most, 1), 0) }
    let ratio = Ratio(most, least)
    return (ratio.numerator, ratio.denominator)
  }
}

extension Network {
  /// Of each tensor, whether branches met before it that are not all even, by what there is to say of
  /// the tensors along each axis: in a plane their counts are then no product of those of its axes.
  package func mixesUneven(_ axes: [[Result<OverlapPattern, Unreached>]]) -> [Bool] {
    nodes.reduce(into: [false]) { mixes, node in
      let isUneven = { (tensor: Int) in
        !axes.allSatisfy { axis in (try? axis[tensor].get())?.isEven ?? false }
      }
      let meetUneven = node.sources.count > 1 && node.sources.contains(where: isUneven)
      mixes.append(axes.count > 1 && (meetUneven || node.sources.contains { mixes[$0] }))
    }
  }
}

extension AxisNetwork {
  /// The overlap of each tensor, in one pass.
  package var overlaps: [Result<OverlapPattern, Unreached>] {
    let counted = told(PathCount(count: 1))
    let isCounted = counted.allSatisfy { $0 != .failure(.tooLong) }
    let reaches = isCounted ? [] : self.reaches
    return counted.indices.map { place in
      counted[place].map { OverlapPattern(counts: $0.values.map { $0?.count ?? 0 }) }
        .flatMapError { reason in
          // A single phase is even, however many paths there are.
          guard reason == .tooLong, case .success(let reach) = reaches[place], reach.period == 1
          else { return .failure(reason) }
          return .success(OverlapPattern(counts: nil))
        }
    }
  }
}
