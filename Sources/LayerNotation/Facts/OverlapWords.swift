package struct OverlapWords: Sendable {
  /// Whether all cells away from the borders receive, or are read, the same.
  package let isEven: Bool
  /// For a column: `even, 4` or `uneven, 4:1`; of a Conv2d `reads 9` or `reads 4:1`.
  package let short: String
  /// For a line: `uneven overlap, 4:1 inside; 1 to 4 with the borders`.
  package let long: String

  package init(_ pass: ForwardPass) {
    let map = pass.overlap
    let inside = map.interiorExtremes
    let (least, most) = (inside.least.words, inside.most.words)
    let isTransposed = pass.layer.direction == .transposed
    isEven = map.isEvenInside
    let numbers = isEven ? most : "\(most):\(least)"
    short = isTransposed ? "\(isEven ? "even" : "uneven"), \(numbers)" : "reads \(numbers)"
    let verdict =
      switch (isTransposed, isEven) {
      case (true, true): "even overlap, \(most) product\(most == "1" ? "" : "s") a cell"
      case (true, false): "uneven overlap, \(numbers)"
      case (false, true): "each input cell is read \(most == "1" ? "once" : "\(most) times")"
      case (false, false): "input cells are read \(least) to \(most) times"
      }
    long = verdict + Self.borders(map, (least, most))
  }

  /// Where the numbers hold, and what they are with the borders.
  private static func borders(
    _ map: OverlapMap, _ inside: (least: String, most: String)
  ) -> String {
    guard map.showsInside else {
      return " on larger inputs; here all cells are near a border: \(range(map))"
    }
    guard inside != (map.minimum.words, map.maximum.words) else {
      return map.isEvenInside ? " everywhere" : " inside, and with the borders"
    }
    return " inside; \(range(map)) with the borders"
  }

  private static func range(_ map: OverlapMap) -> String {
    let (least, most) = (map.minimum.words, map.maximum.words)
    return least == most ? least : "\(least) to \(most)"
  }
}

extension Count {
  /// A part of a whole in percent, rounded to a tenth: `76.6 %`; `100 %` and `0 %` only where it is
  /// all or nothing, otherwise `>99.9 %` and `<0.1 %`.
  ///
  /// It is `nil` where there is no whole, or where the numbers do not fit.
  package func percent(of whole: Count) -> String? {
    let rounded = (2_000 * self + whole).floorDivided(by: 2 * whole)
    guard whole > 0, self >= 0, let tenths = Int(exactly: rounded) else { return nil }
    if self == whole { return "100 %" }
    if self == 0 { return "0 %" }
    if tenths == 0 { return "<0.1 %" }
    if tenths >= 1_000, self < whole { return ">99.9 %" }
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
