/// Which character and which colour a count gets; the same in the map and in its legend.
package struct HeatScale: Sendable {
  /// A level: the counts that share a character and a colour.
  package struct Level: Sendable {
    package let counts: ClosedRange<Count>
    package let character: Unicode.Scalar
    package let style: Style
  }

  package let levels: [Level]
  /// The characters and styles of means, from the least of the map to the most.
  package let tones: [Cell]
  private let least: Double
  private let most: Double

  /// What a cell that nothing reaches looks like.
  private static let hole = Level(counts: 0...0, character: "_", style: .heat0)

  /// The scale of a map in at most eight characters, from light to dark, clear without a colour.
  package init(_ map: OverlapMap, ramp: [Unicode.Scalar] = HeatStyle.ramp.ramp) {
    let found = CountLevels(map, most: ramp.count)
    let styles = Array(Style.heat.dropFirst())
    levels =
      (found.hasHoles ? [Self.hole] : [])
      + found.ranges.enumerated().map { index, range in
        Level(
          counts: range, character: ramp[found.step(index, of: ramp.count)],
          style: styles[found.step(index, of: styles.count)])
      }
    tones = ramp.indices.map { step in
      Cell(ramp[step], style: styles[step * (styles.count - 1) / max(1, ramp.count - 1)])
    }
    (least, most) = (map.minimum.value, map.maximum.value)
  }

  /// The tone that is nearest to the mean of some cells; that of the holes for 0.
  package func tone(_ mean: Double) -> Cell {
    guard mean > 0 else { return Cell(Self.hole.character, style: Self.hole.style) }
    // For a single level: neither low nor high.
    guard most > least else { return tones[tones.count / 2] }
    let step = ((mean - least) / (most - least) * Double(tones.count - 1)).rounded()
    return tones[Int(min(max(0, step), Double(tones.count - 1)))]
  }

  package func level(_ count: Count) -> Level {
    levels.last { $0.counts.lowerBound <= count } ?? Self.hole
  }
}
