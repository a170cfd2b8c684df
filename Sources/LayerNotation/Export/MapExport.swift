import ConvArithmetic

/// The map of a layer, to be written row by row: how many products reach each output cell of a
/// ConvTranspose2d, how many outputs read each input cell of a Conv2d.
///
/// Shape: the output's height and width, or the input's; the count of a cell is
/// c_h(row)·c_w(column).
package struct MapExport: Hashable, Sendable {
  package let pass: ForwardPass
  package let format: MapFormat
  /// The counts along each axis.
  let counts: Spatial<[Int]>
  let levels: CountLevels

  /// The cells that a map can have at most.
  package static let mostCells = 1 << 22
  /// The patches of equal count that a picture can have at most.
  package static let mostPatches = 250_000

  /// A map that is too large to be written, which nobody should have to wait for.
  package enum TooLarge: Error, Hashable, Sendable {
    case cells(Spatial<Int>)
    case patches(Count)
  }

  /// Counts along both axes.
  ///
  /// - Parameters:
  ///   - pass: A valid layer.
  ///   - format: How it is to be written.
  /// - Throws: ``TooLarge`` with the number that is.
  package init(_ pass: ForwardPass, _ format: MapFormat) throws(TooLarge) {
    let map = pass.overlap
    let cells = map.cells.fitting
    guard let cells, cells <= Count(Self.mostCells) else { throw .cells(map.size) }
    self.pass = pass
    self.format = format
    counts = map.coverage.map { coverage in
      let counter = CellCounter(coverage)
      return (0..<coverage.size).map { counter.count(at: $0) }
    }
    levels = CountLevels(map)
    guard format == .svg else { return }
    let patches = counts.map { Count(runs(of: $0).count) }
    let product = patches.height * patches.width
    if !product.isOverflow, product > Count(Self.mostPatches) {
      throw .patches(product)
    }
  }

  /// Writes all of it.
  ///
  /// - Parameters:
  ///   - spell: The characters to write for a text, for those who can read ASCII alone; asked by
  ///     text only, the others say what they are written in.
  ///   - emit: Takes the next part, whole lines.
  /// - Throws: What `emit` throws.
  package func write<Failure: Error>(
    spell: (String) -> String = { $0 }, _ emit: (String) throws(Failure) -> Void
  ) throws(Failure) {
    switch format {
    case .text: try writeText(spell, emit)
    case .csv: try writeCSV(emit)
    case .svg: try MapPicture(self).write(emit)
    case .pgm: try writePGM(emit)
    }
  }
}

extension MapExport {
  /// The rows or columns of equal count that stand together.
  func runs(of counts: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in counts.indices
    where index + 1 == counts.count || counts[index + 1] != counts[index] {
      runs.append(start..<index + 1)
      start = index + 1
    }
    return runs
  }

  /// The count of a cell from those of its row and its column.
  func product(_ row: Int, _ column: Int) -> Int128 {
    // Of two numbers below 2^63 it always fits.
    Int128(row) * Int128(column)
  }

  var maximum: Int128 { product(counts.height.max() ?? 0, counts.width.max() ?? 0) }

  /// A level, and the cells that are in it.
  struct LegendEntry: Hashable {
    /// `nil` for the holes.
    let level: Int?
    let counts: ClosedRange<Count>
    let cells: Int

    var text: String { "\(counts.text) in \(cells.grouped) \(cells == 1 ? "cell" : "cells")" }
  }

  /// The levels that have cells, rising, with how many.
  var legend: [LegendEntry] {
    let kinds = counts.map { axis in
      axis.reduce(into: [:]) { (kinds: inout [Int: Int], count) in kinds[count, default: 0] += 1 }
    }
    var (holes, cells) = (0, Array(repeating: 0, count: levels.ranges.count))
    for (row, rows) in kinds.height {
      for (column, columns) in kinds.width {
        if let level = levels.index(of: Count(product(row, column))) {
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

  /// The layer as PyTorch has it.
  var title: String { pass.layer.pytorchLine }

  var shapes: String { "\(pass.input.text) → \(pass.output.text)" }

  /// What is counted.
  var subject: String {
    pass.layer.kind == .convTranspose2d
      ? "products that each output cell receives" : "outputs that read each input cell"
  }
}

extension MapExport.TooLarge {
  /// What is too large, and where the limit is.
  package var message: String {
    switch self {
    case .cells(let size):
      let cells = (Count(size.height) * Count(size.width)).words
      return "the map has \(size.height.grouped)×\(size.width.grouped) = \(cells) cells;"
        + " up to \(MapExport.mostCells.grouped) are written"
    case .patches(let patches):
      return "the picture has \(patches.grouped) patches of equal count;"
        + " up to \(MapExport.mostPatches.grouped) are drawn, csv and pgm have no such limit"
    }
  }
}
