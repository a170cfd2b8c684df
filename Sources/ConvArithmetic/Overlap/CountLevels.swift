/// The counts that occur in a map, in a few levels; each of them is in one level and no other.
package struct CountLevels: Equatable, Sendable {
  /// The levels above 0, rising.
  package let ranges: [ClosedRange<Count>]
  package let hasHoles: Bool

  /// More levels than these are told apart by nobody.
  package static let most = 8

  /// A level for each count where there are few, ranges of equal length where there are many; at
  /// most so many levels, holes aside.
  package init(_ map: OverlapMap, most: Int = Self.most) {
    let axes = map.coverage.map { Self.occurringCounts($0) }
    let products = axes.reduce([Count(1)]) { products, axis in
      products.flatMap { product in axis.counts.map { product * Count($0) } }
    }
    let aboveZero = Set(products).filter { $0 > 0 && !$0.isOverflow }.sorted()
    let areSingle = axes.allSatisfy(\.isComplete) && aboveZero.count <= most
    hasHoles = products.contains(0)
    ranges = areSingle ? aboveZero.map { $0...$0 } : Self.bins(aboveZero, most)
  }

  /// The level that a count is in; `nil` for a hole.
  package func index(of count: Count) -> Int? { ranges.lastIndex { $0.lowerBound <= count } }

  /// The step of a level on a scale of at least one, which all levels spread over.
  package func step(_ index: Int, of steps: Int) -> Int {
    // A single level is in the middle: neither little nor much.
    let step = ranges.count == 1 ? steps / 2 : index * (steps - 1) / (ranges.count - 1)
    return max(0, min(step, steps - 1))
  }

  /// The counts that occur along an axis; where there may be too many, the bounds of those above
  /// 0, and 0 if it occurs.
  private static func occurringCounts(_ coverage: Coverage) -> (counts: [Int], isComplete: Bool) {
    guard let least = Int(exactly: coverage.minimum), let most = Int(exactly: coverage.maximum)
    else { return ([], false) }
    guard most - least <= 4 * Self.most else { return ([least, max(1, least), most], false) }
    let counts = (least...most).filter { level in
      let above = coverage.cells(reachedAtLeast: level + 1).fitting ?? 0
      let here =
        level == 0 ? Count(coverage.size) : coverage.cells(reachedAtLeast: level).fitting ?? 0
      return here > above
    }
    return (counts, true)
  }

  private static func bins(_ counts: [Count], _ number: Int) -> [ClosedRange<Count>] {
    guard let least = counts.first, let most = counts.last else { return [] }
    var bins: [ClosedRange<Count>] = []
    var lower = least
    for index in 1...max(1, number) {
      let span = (most - least + 1) * Count(index)
      let upper = least + span.floorDivided(by: Count(number)) - 1
      guard upper >= lower, !(upper + 1).isOverflow else { continue }
      bins.append(lower...upper)
      lower = upper + 1
    }
    return bins
  }
}
