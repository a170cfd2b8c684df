import ConvArithmetic

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

  /// A map that is too large to be written, which nobody should have to wait for.
  package enum TooLarge: Error, Equatable, Sendable {
    case cells(Spatial<Int>)
    case patches(Count)

    package var message: String {
      switch self {
      case .cells(let size):
        let cells = size.map { Count($0) }.product.words
        return "the map has \(size.map(\.grouped).joined(separator: "×")) = \(cells) cells;"
          + " up to \(mostCells.grouped) are written"
      case .patches(let patches):
        return "the picture has \(patches.grouped) patches of equal count;"
          + " up to \(mostPatches.grouped) are drawn, csv and pgm have no such limit"
      }
    }
  }

  package init(_ pass: ForwardPass, _ format: MapFormat) throws(TooLarge) {
    let map = pass.overlap
    guard map.cells <= Count(Self.mostCells) else { throw .cells(map.size) }
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
    let patches = Count(Self.runs(of: rows).count) * Count(Self.runs(of: columns).count)
    if format == .svg, patches > Count(Self.mostPatches) { throw .patches(patches) }
  }

  /// Writes all of it in parts of whole lines.
  ///
  /// Only text is spelled for those who can read ASCII alone; the other formats say what they are
  /// written in.
  package func write(spell: (String) -> String = { $0 }, _ emit: (String) throws -> Void) rethrows {
    switch format {
    case .text: try writeText(spell, emit)
    case .csv: try writeCSV(emit)
    case .svg: try MapPicture(self).write(emit)
    case .pgm: try writePGM(emit)
    }
  }

  static func runs(of values: [some Equatable]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in values.indices
    where index + 1 == values.count || values[index + 1] != values[index] {
      runs.append(start..<index + 1)
      start = index + 1
    }
    return runs
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
    pass.layer.direction == .transposed
      ? "products that each output cell receives" : "outputs that read each input cell"
  }
}
