/// The map of a layer, to be written row by row: how many products reach each output cell of a
/// ConvTranspose2d, how many outputs read each input cell of a Conv2d.
///
/// The last axis runs along the lines, and there is a line for each cell of the others. The count
/// of a cell is the product of its counts along the axes, c_h·c_w.
package struct MapExport: Equatable, Sendable {
  package let pass: ForwardPass
  package let format: MapFormat
  /// The counts along the last axis, and of each line the product along the others.
  let columns: [Count]
  let rows: [Count]
  let levels: CountLevels

  package static let mostCells = 1 << 22
  /// The patches of equal count that a picture can have at most.
  package static let mostPatches = 250_000

  /// - Throws: Why the map is too large to be written: nobody should have to wait for it.
  package init(_ pass: ForwardPass, _ format: MapFormat) throws(Remark) {
    let map = pass.overlap
    if let refusal = pass.countRefusal { throw Remark(.copiesNotWritten, refusal) }
    guard map.cells <= Count(Self.mostCells) else {
      let size = map.size.map { Count($0) }.sizeText
      throw Remark(.tooManyCells, size, map.cells.words, Self.mostCells.grouped)
    }
    (self.pass, self.format) = (pass, format)
    let counts = map.coverage.map { coverage in
      let counter = CellCounter(coverage)
      return (0..<coverage.size).map { Count(counter.count(at: $0)) }
    }
    columns = counts.last ?? []
    rows = counts.dropLast().reduce([1]) { rows, next in
      rows.flatMap { row in next.map { row * $0 } }
    }
    levels = CountLevels(map)
    let patches = Count(rows.runs.count) * Count(columns.runs.count)
    if format == .svg, patches > Count(Self.mostPatches) {
      throw Remark(.tooManyPatches, patches.grouped, Self.mostPatches.grouped)
    }
  }

  /// Writes all of it in parts of whole lines.
  ///
  /// Only text is spelled for those who read ASCII alone; the other formats say their encoding.
  package func write(spell: (String) -> String = { $0 }, _ emit: (String) throws -> Void) rethrows {
    switch format {
    case .text: try writeText(spell, emit)
    case .csv: try writeCSV(emit)
    case .svg: try MapPicture(self).write(emit)
    case .pgm: try writePGM(emit)
    }
  }

  var maximum: Count { (rows.max() ?? 0) * (columns.max() ?? 0) }

  /// A level, and the cells that are in it.
  struct LegendEntry: Equatable {
    /// `nil` for the holes.
    let level: Int?
    let counts: ClosedRange<Count>
    let cells: Int

    var text: String { "\(counts.text) in \(cells.grouped) \(cells == 1 ? "cell" : "cells")" }
  }

  /// The levels that have cells, rising, with how many.
  var legend: [LegendEntry] {
    func kinds(_ counts: [Count]) -> [Count: Int] {
      counts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    var (holes, cells) = (0, Array(repeating: 0, count: levels.ranges.count))
    let columnKinds = kinds(columns)
    for (row, rows) in kinds(rows) {
      for (column, columns) in columnKinds {
        if let level = levels.index(of: row * column) {
          cells[level] += rows * columns
        } else {
          holes += rows * columns
        }
      }
    }
    let entries = zip(levels.ranges.indices, zip(levels.ranges, cells)).map { index, entry in
      LegendEntry(level: index, counts: entry.0, cells: entry.1)
    }
    return ([LegendEntry(level: nil, counts: 0...0, cells: holes)] + entries)
      .filter { $0.cells > 0 }
  }

  var title: String { pass.layer.pytorchLine }

  var shapes: String { "\(pass.input.text) → \(pass.output.text)" }

  var subject: String {
    let axes = pass.layer.axes.map(\.letter)
    let lines = axes.count > 2 ? ", a line for each \(axes.dropLast().joined(separator: ", "))" : ""
    return
      (pass.layer.direction == .transposed
      ? "products that each output cell receives" : "outputs that read each input cell") + lines
  }

  /// Numbers in lines: title, column numbers above, row numbers before the lines, legend below.
  ///
  ///             1 1
  ///     0 1 … 9 0 1
  ///     …
  func writeText(_ spell: (String) -> String, _ emit: (String) throws -> Void) rethrows {
    try emit("\(title)\n\(spell(shapes))\n\(subject)\n\n")
    let width = "\(maximum)".count
    let margin = String(max(0, rows.count - 1)).count
    for line in columnNumbers(width) { try emit(blanks(margin + 2) + line + "\n") }
    for (row, rowCount) in rows.enumerated() {
      let cells = columns.map { ending("\(rowCount * $0)", width) }
      try emit(ending("\(row)", margin) + "  " + cells.joined(separator: " ") + "\n")
    }
    try emit("\n")
    for entry in legend { try emit(spell(entry.text) + "\n") }
  }

  /// The column numbers, in several lines of digits where the columns are narrower than they.
  private func columnNumbers(_ width: Int) -> [String] {
    let numbers = columns.indices.map(String.init)
    let most = numbers.last?.count ?? 1
    guard most > width else { return [numbers.map { ending($0, width) }.joined(separator: " ")] }
    let padded = numbers.map { ending($0, most) }
    return (0..<most).map { place in
      let digits = padded.map { ending(String($0.dropFirst(place).prefix(1)), width) }
      return digits.joined(separator: " ")
    }
  }

  private func ending(_ text: String, _ width: Int) -> String {
    blanks(width - text.utf8.count) + text
  }

  /// A table: a line of column numbers, then a line a row, its number first.
  ///
  /// Numbers have nothing that needs quotes. Lines end as the format demands; it has no comments,
  /// so there is neither title nor legend. Source: RFC 4180.
  func writeCSV(_ emit: (String) throws -> Void) rethrows {
    try emit("row," + columns.indices.map(String.init).joined(separator: ",") + "\r\n")
    for (row, rowCount) in rows.enumerated() {
      let cells = columns.map { "\(rowCount * $0)" }
      try emit("\(row)," + cells.joined(separator: ",") + "\r\n")
    }
  }

  // MARK: PGM

  private static let mostGrey: Count = 65535

  /// A plain grey picture: a pixel a cell, the count as its brightness, black where nothing is.
  ///
  /// Lines have at most 70 characters, as its page demands, but for the title's.
  /// Source: <https://netpbm.sourceforge.net/doc/pgm.html>.
  func writePGM(_ emit: (String) throws -> Void) rethrows {
    let isScaled = maximum > Self.mostGrey
    try emit(
      "P2\n# \(title)\n# input \(pass.input.text), output \(pass.output.text)\n# \(subject)\n")
    for entry in legend {
      // Its page promises nothing about characters beyond ASCII.
      try emit("# " + String(entry.text.map { $0 == "–" ? "-" : $0 }) + "\n")
    }
    if isScaled { try emit("# scaled: \(Self.mostGrey) stands for \(maximum), rounded\n") }
    try emit(
      "\(columns.count) \(rows.count)\n\(isScaled ? Self.mostGrey : max(1, maximum))\n"
    )
    for rowCount in rows {
      let cells = columns.map { "\(isScaled ? scaled(rowCount * $0) : rowCount * $0)" }
      try emit(filled(cells, width: 70).joined(separator: "\n") + "\n")
    }
  }

  private func scaled(_ count: Count) -> Count {
    // The share first where the product would not fit.
    let product = count * Self.mostGrey
    return product.isOverflow
      ? min(Self.mostGrey, count.floorDivided(by: maximum.floorDivided(by: Self.mostGrey)))
      : (product + maximum.floorDivided(by: 2)).floorDivided(by: maximum)
  }
}

extension Array where Element: Equatable {
  /// The indices of equal neighbours together, from the first to the last.
  package var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in indices where index + 1 == count || self[index + 1] != self[index] {
      runs.append(start..<index + 1)
      start = index + 1
    }
    return runs
  }
}
