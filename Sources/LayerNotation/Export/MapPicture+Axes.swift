extension MapPicture {
  static let insideWords = "away from the borders"

  /// The numbers of rows and columns, as many as stand beside each other.
  var axes: String {
    let columnDigits = String(max(0, map.columns.count - 1)).count
    let columns = Self.ticks(
      map.columns.count, cell: cell, room: Int(Self.characterWidth * Double(columnDigits)) + 6
    ).map { Self.text("\($0)", origin.x + $0 * cell + cell / 2, origin.y - 6, style: "tick") }
    let rows = Self.ticks(map.rows.count, cell: cell, room: 14).map {
      Self.text("\($0)", origin.x - 6, origin.y + $0 * cell + cell / 2 + 4, style: "row")
    }
    return Self.text("columns across, rows down", origin.x, origin.y - 22, style: "faint")
      + (columns + rows).joined()
  }

  /// The indices that have a number: every one, or every second, fifth, tenth, twentieth and so on.
  ///
  /// A number needs `room` of the sides of cells, its distance to the next included.
  static func ticks(_ count: Int, cell: Int, room: Int) -> [Int] {
    let steps = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000].flatMap { [$0, 2 * $0, 5 * $0] }
    let step = steps.first { $0 * cell >= room } ?? 10_000_000
    return Array(stride(from: 0, to: count, by: step))
  }

  /// The runs of lines and the columns that no border touches; `nil` where these are none or all.
  private var interior: (rows: [Range<Int>], columns: Range<Int>)? {
    let interiors = map.pass.overlap.coverage.map { $0.interior }
    let lines = map.pass.overlap.coverage.with(interiors) { coverage, interior in
      (0..<coverage.size).map(interior.contains)
    }.dropLast().reduce([true]) { lines, next in
      lines.flatMap { line in next.map { line && $0 } }
    }
    let rows = lines.runs.filter { lines[$0.lowerBound] }
    guard let columns = interiors.last, !rows.isEmpty, !columns.isEmpty,
      lines.contains(false) || columns.count < map.columns.count
    else { return nil }
    return (rows, columns)
  }

  var inside: String {
    guard let interior, cell >= 2 else { return "" }
    return interior.rows.map { rows in
      frame(
        x: origin.x + interior.columns.lowerBound * cell, y: origin.y + rows.lowerBound * cell,
        width: interior.columns.count * cell, height: rows.count * cell)
    }.joined()
  }

  /// Dark dashes on a light line, to be seen on every colour.
  private func frame(x: Int, y: Int, width: Int, height: Int) -> String {
    let place = "x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\""
    return "<rect class=\"frame\" \(place)/>\n<rect class=\"dashes\" \(place)/>\n"
  }

  /// A sample of each level with the cells that have it, below the map.
  var legend: (text: String, bottom: Int) {
    var y = origin.y + mapHeight + 18
    var text = ""
    for entry in map.legend {
      text +=
        "<rect \(paint(entry.level)) x=\"\(Self.margin)\" y=\"\(y)\" width=\"18\" height=\"18\"/>\n"
        + "<rect class=\"edge\" x=\"\(Self.margin)\" y=\"\(y)\" width=\"18\" height=\"18\"/>\n"
        + Self.text(entry.text, Self.margin + 28, y + 14)
      y += 24
    }
    if interior != nil, cell >= 2 {
      text +=
        frame(x: Self.margin + 1, y: y + 1, width: 16, height: 16)
        + Self.text(Self.insideWords, Self.margin + 28, y + 14)
      y += 24
    }
    return (text, y - 6)
  }
}
