import ConvArithmetic
import LayerNotation

/// Which character and which colour a count gets; the same in the map and in its legend.
package struct HeatScale: Sendable {
  /// A level: the counts that share a character and a colour.
  package struct Level: Sendable {
    package let counts: ClosedRange<Count>
    package let character: Unicode.Scalar
    package let style: Style

    /// `4`, or `5–8` for several counts.
    var name: String {
      counts.lowerBound == counts.upperBound
        ? counts.lowerBound.grouped
        : "\(counts.lowerBound.grouped)–\(counts.upperBound.grouped)"
    }
  }

  package let levels: [Level]

  /// What a cell that nothing reaches looks like.
  private static let hole = Level(counts: 0...0, character: "_", style: .heat0)
  /// The levels of the heat styles; more are told apart by nobody.
  private static let most = 8

  /// - Parameters:
  ///   - map: What is shown.
  ///   - ramp: Characters from light to dark, at most eight; each says its level without a colour.
  package init(_ map: OverlapMap, ramp: [Unicode.Scalar] = HeatStyle.ramp.ramp) {
    let occurring = Self.occurringCounts(map)
    let counts = occurring.aboveZero
    let areSingle = occurring.isComplete && counts.count <= ramp.count
    let ranges = areSingle ? counts.map { $0...$0 } : Self.bins(counts, ramp.count)
    levels =
      (occurring.hasHoles ? [Self.hole] : [])
      + ranges.enumerated().map { index, range in
        Level(
          counts: range, character: Self.pick(ramp, index, of: ranges.count),
          style: Self.pick(Array(Style.heat.dropFirst()), index, of: ranges.count))
      }
  }

  package func level(_ count: Count) -> Level {
    levels.last { $0.counts.lowerBound <= count } ?? Self.hole
  }

  /// The element of a scale that spreads `total` levels from its one end to the other.
  private static func pick<Element>(_ scale: [Element], _ index: Int, of total: Int) -> Element {
    // A single level is in the middle: neither little nor much.
    let position = total == 1 ? scale.count / 2 : index * (scale.count - 1) / (total - 1)
    return scale[min(position, scale.count - 1)]
  }

  /// The counts of the cells of a map.
  private struct OccurringCounts {
    /// Rising; where not complete, the least and the most are among them.
    let aboveZero: [Count]
    let hasHoles: Bool
    let isComplete: Bool
  }

  private static func occurringCounts(_ map: OverlapMap) -> OccurringCounts {
    let axes = map.coverage.map { occurringCounts($0) }
    var products: [Count] = []
    for height in axes.height.counts {
      for width in axes.width.counts {
        if let product = try? Count(height) * Count(width) { products.append(product) }
      }
    }
    products.sort()
    var aboveZero: [Count] = []
    for product in products where product > 0 && product != aboveZero.last {
      aboveZero.append(product)
    }
    return OccurringCounts(
      aboveZero: aboveZero, hasHoles: products.first == 0,
      isComplete: axes.height.isComplete && axes.width.isComplete)
  }

  /// The counts that occur along an axis; where there may be too many, the bounds of those above
  /// 0, and 0 if it occurs.
  private static func occurringCounts(
    _ coverage: Coverage
  ) -> (counts: [Int], isComplete: Bool) {
    guard let least = try? coverage.minimum, let most = try? coverage.maximum else {
      return ([], false)
    }
    guard most - least <= 4 * Self.most else { return ([least, max(1, least), most], false) }
    let counts = (least...most).filter { level in
      let above = (try? coverage.cells(reachedAtLeast: level + 1)) ?? 0
      let here =
        level == 0 ? Count(coverage.size) : (try? coverage.cells(reachedAtLeast: level)) ?? 0
      return here > above
    }
    return (counts, true)
  }

  /// Ranges of equal length from the least to the most.
  private static func bins(_ counts: [Count], _ number: Int) -> [ClosedRange<Count>] {
    guard let least = counts.first, let most = counts.last else { return [] }
    var bins: [ClosedRange<Count>] = []
    var lower = least
    for index in 1...max(1, number) {
      guard let span = try? (most - least + 1) * Count(index),
        let upper = try? least + span.floorDivided(by: Count(number)) - 1, upper >= lower,
        let next = try? upper + 1
      else { continue }
      bins.append(lower...upper)
      lower = next
    }
    return bins
  }
}
